"""A link to another device is asked for in words, and given beside the open question."""

from dataclasses import replace

import pytest

from bot.model.position import Door, Position, Question
from bot.records.joining import JoinChannel
from tests.unit.channels.joining.devices import TELEGRAM, WEB, links, text, titles, writes


@pytest.mark.parametrize(
    ("channel", "words", "leads_to"),
    [
        ("web", "use telegram", TELEGRAM),
        ("web", "Continue on my phone", TELEGRAM),
        ("web", "open on the web", WEB),
        ("telegram", "use the web", WEB),
        ("telegram", "continue on my computer", WEB),
        ("api", "use telegram", TELEGRAM),
    ],
)
async def test_a_link_is_given_and_the_open_question_asked_again(begin, talking, channel, words, leads_to):
    token = await talking.open_session(channel)
    writes(begin, token)
    reply = await talking.receive(token, text=words)
    (link,) = links(reply)
    assert link.startswith(leads_to)
    assert "once, in the next 15 minutes" in text(reply)
    assert "Whoever opens it can read what is here and write as you." in text(reply)
    assert titles(reply), "the open question"
    code = link.removeprefix(leads_to)
    with begin() as records:
        channel = JoinChannel.WEB if leads_to == WEB else JoinChannel.TELEGRAM
        assert records.joining.take(code, channel) == records.sessions.person(token)


async def test_the_same_message_again_gives_the_same_link(talking, first):
    said = [await talking.receive(first, text="use telegram", message_id="m1") for _ in range(2)]
    assert links(said[0]) == links(said[1])


async def test_somebody_new_is_welcomed_too(talking):
    reply = await talking.receive(await talking.open_session("web"), text="use telegram")
    assert links(reply)
    assert "Example Hospice" in text(reply)


async def test_on_telegram_there_is_no_link_to_telegram(begin, talking, chat):
    writes(begin, chat)
    reply = await talking.receive(chat, text="use telegram")
    assert links(reply) == []
    assert "We are on Telegram already." in text(reply)


async def test_words_that_may_be_the_answer_are(begin, talking, first):
    with begin() as records:
        person = records.sessions.person(first)
        records.people.place(person, Position(question=Question.FOCUS_SUPPORT, door=Door.ME, welcomed=True))
        records.commit()
    assert links(await talking.receive(first, text="use my phone")) == []
    with begin() as records:
        assert "use my phone" in [line.words for line in records.drafts.get(person).lines]


class TestWithoutTelegram:
    @pytest.fixture
    def facts(self, facts):
        return replace(facts, telegram_name=lambda: "")

    async def test_it_says_so(self, talking, first):
        reply = await talking.receive(first, text="use telegram")
        assert links(reply) == []
        assert "I am not on Telegram here." in text(reply)

    async def test_another_device_is_reached_through_the_web(self, talking, first):
        (link,) = links(await talking.receive(first, text="continue on my phone"))
        assert link.startswith(WEB)
