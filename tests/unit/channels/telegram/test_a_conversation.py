"""Whole conversations through Telegram's stand-in."""

import asyncio
from dataclasses import replace

import pytest

from tests.unit.channels.telegram.talks import HONEST, TO_THE_END, WELCOME, WHO, chats, has, talk
from tests.unit.fakes import holds
from tests.unit.stages.fake_support import TEAMS, FakeSupport

pytestmark = pytest.mark.usefixtures("quick", "channel")

LONG = " ".join(f"In the garden of {year} we grew beans, and the frost came late." for year in range(1700, 1860))
"""Some 9,800 characters, which the app sends as three messages."""


@pytest.fixture
def facts(facts):
    return replace(facts, support=FakeSupport(), teams=lambda: TEAMS)


def kept(begin, ada):
    """The words of the summary that was kept."""
    with begin(reading=True) as records:
        person = records.sessions.person(records.telegram.token_of(ada.person.id))
        return [line.words for line in records.summaries.latest(person).lines]


async def test_from_the_first_press_to_a_kept_summary(ada, begin):
    await talk(ada, *TO_THE_END)
    heard = await ada.presses("Yes, keep it", "Your summary is kept")
    assert not has(heard, HONEST)
    assert kept(begin, ada) == ["my garden", "it is quiet", "a chair in the shade"]


async def test_first_hello_then_what_telegram_is_then_the_question(ada):
    hello, honest, question = await ada.starts()
    assert hello.text.startswith(WELCOME)
    assert honest.text.startswith(HONEST)
    assert question.text == WHO
    assert next(iter(question.choices)) == "For me"
    assert [hello.rows, honest.rows] == [(), ()]


async def test_who_types_before_anything_was_said_is_told_the_same_first(ada):
    hello, honest, question = await ada.says("I like gardens", WHO)
    assert (hello.text[:5], honest.text[:8], question.text) == ("Hello", "Telegram", WHO)
    assert not has(await ada.presses("For me", "Shall I put that down"), HONEST)


async def test_a_reply_of_several_messages_makes_one_sound(ada):
    assert [one.is_silent for one in await ada.starts()] == [False, True, True]


async def test_no_message_opens_a_link(ada):
    assert not any(one.has_preview for one in await ada.starts())


async def test_a_card_of_a_volunteer_opens_by_its_link(ada):
    ada.person.starts("BCD234")
    texts = [one.text for one in await ada.hears("Cruse")]
    assert [text for text in texts if text.startswith(WELCOME)] == [texts[0]]
    assert "This is what was chosen for you." in "".join(texts)
    await ada.hears(HONEST)


async def test_a_card_that_is_not_known_gets_a_kind_line(ada):
    ada.person.starts("ZZZ999")
    texts = [one.text for one in await ada.hears("I cannot find that card.")]
    assert sum(text.count("What Matters, a piece of software") for text in texts) == 1


async def test_start_with_anything_else_behind_it_is_a_start(ada):
    assert has(await ada.starts("hello"), WELCOME)


async def test_a_long_text_is_taken_whole(ada, begin):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    ada.person.says(LONG)
    await ada.hears("Why does that matter")
    await ada.says("it is ours", "good support")
    await ada.says("a chair", "anything else")
    await ada.presses("No, show me what I said", "Is it right?")
    *before, last = await ada.hears("Is it right?")
    assert len(before) >= 2
    assert all(len(one.text) <= 4096 and not one.choices for one in before)
    assert "It is right" in last.choices
    told = "".join("".join(one.text.split()) for one in (*before, last))
    with begin(reading=True) as records:
        person = records.sessions.person(records.telegram.token_of(1001))
        lines = [line.words for line in records.drafts.get(person).lines]
    assert "".join(lines[0].split()) == "".join(LONG.split())
    assert lines[1:] == ["it is ours", "a chair"]
    assert all("".join(line.split()) in told for line in lines)


async def test_two_messages_at_once_are_answered_in_order(ada, server):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    with server.holding_updates():
        ada.person.says("my garden")
        ada.person.says("it is quiet")
    heard = await ada.sees("good support")
    texts = [one.text for one in heard if one.by_bot]
    why = next(at for at, text in enumerate(texts) if "Why does that matter" in text)
    assert "“my garden”" in texts[why]
    assert "good support" in texts[why + 1]


async def test_a_slow_turn_delays_no_other_chat(ada, bert, thinking):
    await ada.starts()
    await bert.starts()
    await ada.presses("For me", "What matters most")
    await bert.presses("For me", "What matters most")
    thinking.hold("my garden")
    ada.person.says("my garden")
    await thinking.heard.wait()
    await bert.says("my boat", "Why does that matter")
    assert not has(ada.person.sees(), "“my garden”")
    thinking.let_go()
    await ada.hears("Why does that matter")


async def test_who_waits_sees_that_an_answer_is_on_its_way(ada, thinking):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    before = len(ada.person.typing)
    thinking.hold("my garden")
    ada.person.says("my garden")
    await asyncio.to_thread(ada.person.waits_until, lambda _seen: len(ada.person.typing) > before)
    thinking.let_go()
    await ada.hears("Why does that matter")


async def test_delete_everything(ada, begin, store_folder, until):
    await talk(ada, *TO_THE_END)
    await ada.says("delete everything", "Shall I delete everything?")
    heard = await ada.says("yes", "I do not know what Telegram keeps")
    assert heard[0].text.startswith("Everything is deleted")
    await until(lambda: not chats(begin))
    assert not any(holds(store_folder, words) for words in ("my garden", "it is quiet", "1001", "Ada"))
    anew = await ada.says("hello", WHO)
    assert [one.text.split(" ")[0] for one in anew] == ["Hello.", "Telegram", "Who"]


async def test_what_is_written_while_everything_is_deleted_begins_anew(ada, server):
    await ada.starts()
    await ada.says("delete everything", "Shall I delete everything?")
    with server.holding_updates():
        ada.person.says("yes")
        ada.person.says("good morning")
    seen = await ada.sees(WELCOME, count=2)
    texts = [one.text for one in seen if one.by_bot]
    assert has(await ada.sees(WHO, count=2), "Everything is deleted")
    assert texts.index(next(text for text in texts if text.startswith("Everything is deleted"))) < len(texts) - 1


async def test_a_yes_that_was_sent_before_the_question_was_shown_is_a_yes_to_nothing(ada, begin, thinking):
    await talk(ada, ("!For me", "What matters most"), ("my garden", "Why does that"), ("it is quiet", "good support"))
    await ada.says("a chair", "anything else")
    await ada.presses("No, show me what I said", "Is it right?")
    thinking.hold("yes")
    ada.person.says("yes")
    await thinking.heard.wait()
    ada.person.says("yes, keep it")
    thinking.let_go()
    await ada.sees("May I keep it?", count=2)
    assert not has(ada.person.sees(), "Your summary is kept")
    await ada.says("yes, keep it", "Your summary is kept")


async def test_late_answers_say_once_that_they_are_late(ada, server, clock):
    await ada.starts()
    with server.holding_updates():
        sent = ada.person.says("for me")
        ada.person.says("my garden")
        ada.person.says("it is quiet")
        clock.move(seconds=sent.date + 3600 - clock.now().timestamp())
    heard = await ada.sees("good support")
    assert len(has(heard, "I was away for a while")) == 1
