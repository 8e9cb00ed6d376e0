"""Whole conversations through Telegram's stand-in."""

import asyncio
from dataclasses import replace

import pytest

from bot.channels.telegram.mailbox import Mailbox
from bot.channels.telegram.texts import Fixed
from bot.records.joining import JoinChannel
from bot.store.tables.telegram import ChatRow
from tests.telegram_server import NoAnswer
from tests.unit.fakes import holds
from tests.unit.stages.fake_support import TEAMS, FakeSupport

pytestmark = pytest.mark.usefixtures("quick", "channel")

WHO = "Who is this for?"
WELCOME = "Hello. I am What Matters, a piece of software."
HONEST = "Telegram is run by another company"
STALE = "That button is from earlier"
LONG = " ".join(f"In the garden of {year} we grew beans, and the frost came late." for year in range(1700, 1860))
"""Some 9,800 characters, which the app sends as three messages."""


@pytest.fixture
def facts(facts):
    return replace(facts, support=FakeSupport(), teams=lambda: TEAMS)


def has(messages, text):
    return [one for one in messages if text in one.text]


async def talk(ada, *steps):
    """Start, then say or press ("!For me") each, up to what stands behind it."""
    await ada.starts()
    for step, until in steps:
        await (ada.presses(step[1:], until) if step.startswith("!") else ada.says(step, until))


TO_THE_END = (
    ("!For me", "What matters most"),
    ("my garden", "Why does that matter"),
    ("it is quiet", "good support"),
    ("a chair in the shade", "anything else"),
    ("!No, show me what I said", "Is it right?"),
    ("!It is right", "May I keep it?"),
)


def kept(begin, ada):
    """The words of the summary that was kept."""
    with begin(reading=True) as records:
        person = records.sessions.person(records.telegram.token_of(ada.person.id))
        return [line.words for line in records.summaries.latest(person).lines]


def chats(begin):
    with begin(reading=True) as records:
        return records._session.query(ChatRow).count()


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


async def test_a_button_is_marked_with_what_was_pressed(ada):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    seen = await asyncio.to_thread(
        ada.person.waits_until, lambda seen: any("✓ For me" in one.choices for one in seen if one.text == WHO)
    )
    assert [list(one.choices) for one in seen if one.text == WHO] == [["✓ For me"]]
    await asyncio.to_thread(ada.person.waits_until, lambda _seen: not ada.person.waiting_presses)


async def test_what_was_pressed_can_be_pressed_again_and_does_nothing(ada):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    await asyncio.to_thread(ada.person.waits_until, lambda seen: any("✓ For me" in one.choices for one in seen))
    ada.person.presses("✓ For me")
    await ada.says("my garden", "Why does that matter")
    assert len(has(ada.person.sees(), "What matters most")) == 1


async def test_buttons_of_earlier_turns_go(ada):
    await ada.starts()
    await ada.says("for me", "What matters most")
    await asyncio.to_thread(ada.person.waits_until, lambda seen: not any(one.choices for one in seen[:-1]))


async def test_a_stale_button_is_harmless(ada):
    (*_, question) = await ada.starts()
    await ada.presses("For me", "What matters most")
    await ada.says("my garden", "Why does that matter")
    heard = await ada.presses(question.choices["Someone has died"], "Why does that matter")
    assert has(heard, STALE)
    assert has(await ada.says("it is quiet", "good support"), "good support")


async def test_a_stale_button_that_still_shows_is_not_marked_as_pressed(ada, server):
    await ada.starts()
    server.faults.on("editMessageReplyMarkup", NoAnswer(done=False), times=None)
    await ada.says("for me", "What matters most")
    server.faults.clear()
    await ada.presses("Someone has died", STALE)
    await ada.says("my garden", "Why does that matter")
    assert not any(title.startswith("✓") for one in ada.person.sees() for title in one.choices)


async def test_a_double_touch_counts_once(ada, server):
    (*_, question) = await ada.starts()
    with server.holding_updates():
        ada.person.presses(question.choices["For me"])
        ada.person.presses(question.choices["For me"])
    await ada.hears("What matters most")
    await ada.says("my garden", "Why does that matter")
    assert len(has(ada.person.sees(), "What matters most")) == 1
    assert not has(ada.person.sees(), STALE)


async def test_a_button_can_be_typed_instead(ada, begin):
    await ada.starts()
    await ada.says("For me", "What matters most")


async def test_show_it_again_where_there_is_nothing_says_where_we_are(ada, server):
    (*_, question) = await ada.starts()
    choice = question.choices["For me"]
    ada.person.presses(type(choice)("Show it again", choice.message_id, Fixed.SHOW_AGAIN))
    heard = await ada.hears(WHO)
    assert has(heard, STALE)


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


# --- a link from another device ---------------------------------------------------------------------------------------

ASKED = "Did you ask for it?"
JOINED = "This is now the conversation that was begun elsewhere."


@pytest.fixture
async def other(talking):
    """The token of somebody on the web, who was asked who it is for."""
    other = await talking.open_session("web")
    await talking.arrive(other)
    return other


def link(begin, token):
    """What a link of theirs to Telegram starts with."""
    with begin() as records:
        code = records.joining.make(records.sessions.person(token), JoinChannel.TELEGRAM)
        records.commit()
    return f"join-{code}"


def speaks(begin, ada):
    with begin(reading=True) as records:
        return records.sessions.person(records.telegram.token_of(ada.person.id))


def person_of(begin, token):
    with begin(reading=True) as records:
        return records.sessions.person(token)


@pytest.mark.parametrize("new", [True, False], ids=["at first", "later"])
async def test_who_taps_a_link_of_a_stranger_is_asked_first_and_stays_after_a_no(ada, begin, talking, other, new):
    if not new:
        await ada.starts()
    heard = await ada.starts(link(begin, other), ASKED)
    assert "Whoever gave you the link can then read all that you write here." in heard[-1].text
    assert list(heard[-1].choices) == ["Yes, I asked for it", "No, stay here"]
    assert len(has(heard, HONEST)) == new
    await ada.says("no", WHO)
    await ada.says("for me", "What matters most")
    await ada.says("the safe is behind the bookcase", "Why does that")
    assert speaks(begin, ada) != person_of(begin, other)
    assert "bookcase" not in str(await talking.receive(other, text="show me what you have"))


async def test_joining_another_conversation_after_a_yes_deletes_nothing(ada, begin, other):
    """The chat speaks as somebody else from then on, but nothing was deleted, and the chat stays."""
    await talk(ada, *TO_THE_END[:2])
    heard = await ada.starts(link(begin, other), ASKED)
    assert has(heard, "did not keep is left behind for good")
    heard = await ada.presses("Yes, I asked for it", WHO)
    assert has(heard, "What you write here shows there too.")
    assert not has(heard, "Delete chat")
    assert has(await ada.says("for me", "What matters most"), "What matters most")
    assert chats(begin) == 1


@pytest.mark.parametrize(
    "says_yes", [lambda ada: ada.person.says("yes"), lambda ada: ada.person.presses("Yes, I asked for it")]
)
@pytest.mark.parametrize("fault", ["the reply is not written down", "the engine breaks"])
async def test_a_yes_that_joined_says_so_after_a_fault_and_is_no_deletion(
    ada, begin, rules, other, monkeypatch, says_yes, fault
):
    await ada.starts()
    await ada.starts(link(begin, other), ASKED)
    left = iter([True])
    if fault == "the engine breaks":
        forget = rules.forget

        async def breaks(person):
            if next(left, False):
                raise RuntimeError
            await forget(person)

        rules.forget = breaks
    else:
        answer = Mailbox.answer

        def fails(*given, **named):
            if next(left, False):
                raise TimeoutError
            return answer(*given, **named)

        monkeypatch.setattr(Mailbox, "answer", fails)
    says_yes(ada)
    heard = await ada.hears(WHO)
    assert next(left, None) is None
    assert has(heard, JOINED)
    assert not has(ada.person.sees(), "That button is from earlier")
    assert not has(ada.person.sees(), "Delete chat")
    assert (speaks(begin, ada), chats(begin)) == (person_of(begin, other), 1)


async def test_a_chat_can_leave_the_conversation_that_it_joined(ada, begin, talking, other, until):
    await ada.starts()
    await ada.starts(link(begin, other), ASKED)
    await ada.presses("Yes, I asked for it", WHO)
    await ada.says("for me", "What matters most")
    await ada.says("my garden", "Why does that")
    heard = await ada.says("Leave this conversation.", "You have left that conversation in this chat.")
    assert not has(heard, "Delete chat")
    await until(lambda: not chats(begin))
    assert "my garden" in str(await talking.receive(other, text="show me what you have"))
    assert has(await ada.says("hello", WHO), WELCOME)
    assert speaks(begin, ada) != person_of(begin, other)


async def test_a_conversation_that_is_open_here_only_is_not_left(ada, begin):
    await talk(ada, *TO_THE_END[:2])
    here = speaks(begin, ada)
    heard = await ada.says("leave this conversation", "Why does that")
    assert has(heard, "This conversation is open in this chat only")
    assert speaks(begin, ada) == here
    with begin(reading=True) as records:
        assert [line.words for line in records.drafts.get(here).lines] == ["my garden"]


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
