"""A conversation that holds something: a draft is left after a yes only, a kept summary never."""

import pytest

from bot.jobs.retention import retain
from bot.model.draft import Draft
from bot.model.position import Door, Position, Question
from bot.model.saying import Said
from tests.unit.channels.joining.devices import (
    DRAFT,
    JOINED,
    NO,
    READS_ALONG,
    YES,
    code_for,
    keeps,
    text,
    titles,
    who,
    writes,
)


async def asked(begin, talking, first, chat, draft=DRAFT):
    left = writes(begin, chat, draft)
    reply = await talking.join(chat, code_for(begin, first))
    assert READS_ALONG in text(reply)
    assert "What you wrote here and did not keep is left behind for good." in text(reply)
    assert titles(reply) == [YES, NO]
    assert who(begin, chat) == left
    return left, {choice.title: choice.choice for choice in reply.messages[-1].choices}


@pytest.mark.parametrize("draft", [DRAFT, Draft(opening="my garden")])
async def test_a_draft_is_left_behind_after_a_yes_and_goes_in_its_time(
    begin, talking, rules, clock, first, chat, draft
):
    left, buttons = await asked(begin, talking, first, chat, draft)
    reply = await talking.receive(chat, choice=buttons[YES])
    assert text(reply).startswith(JOINED)
    assert who(begin, chat) == who(begin, first)
    assert rules.forgotten == []
    with begin() as records:
        assert records.drafts.get(left) == draft
        assert not records.sessions.any_of(left)
    clock.move(days=46)
    assert left in retain(begin, 45)


@pytest.mark.parametrize("words", ["yes", "Yes please", "yes, I asked for it", "i did"])
async def test_a_typed_yes_counts(begin, talking, first, chat, words):
    await asked(begin, talking, first, chat)
    assert text(await talking.receive(chat, text=words)).startswith(JOINED)


async def test_a_typed_yes_that_comes_twice_answers_nothing_else(begin, talking, first, chat):
    with begin() as records:
        person = records.sessions.person(first)
        records.people.place(person, Position(question=Question.RECORD_CONSENT, door=Door.ME, welcomed=True))
        records.commit()
    await asked(begin, talking, first, chat)
    for _ in range(2):
        await talking.receive(chat, text="yes", message_id="m1")
    with begin() as records:
        assert not records.summaries.has_any(person), "the yes was not one to keeping the summary"


@pytest.mark.parametrize("words", ["no", "No, stay here", "keep it", "Yes, keep it", "that's right", "ok"])
async def test_a_no_changes_nothing(begin, talking, first, chat, words):
    left, _ = await asked(begin, talking, first, chat)
    reply = await talking.receive(chat, text=words)
    assert text(reply).startswith("We stay here.")
    assert titles(reply), "the open question"
    assert who(begin, chat) == left


async def test_a_no_by_button_leaves_the_code_good(begin, talking, first, chat):
    left = writes(begin, chat)
    code = code_for(begin, first)
    await talking.join(chat, code)
    await talking.receive(chat, choice="joining-no")
    assert who(begin, chat) == left
    await talking.join(chat, code)
    await talking.receive(chat, choice="joining-yes")
    assert who(begin, chat) == who(begin, first)


async def test_a_yes_to_something_later_is_none_to_this(begin, talking, first, chat):
    left, buttons = await asked(begin, talking, first, chat)
    await talking.receive(chat, text="show me what you have")
    await talking.receive(chat, text="yes")
    assert who(begin, chat) == left
    reply = await talking.receive(chat, choice=buttons[YES])
    assert "That button is from earlier" in text(reply)
    assert who(begin, chat) == left


async def test_danger_comes_before_the_question(begin, talking, first, chat):
    left, _ = await asked(begin, talking, first, chat)
    assert "999" in text(await talking.receive(chat, text="i want to kill myself"))
    await talking.receive(chat, text="yes")
    assert who(begin, chat) == left


async def test_a_yes_after_the_quarter_of_an_hour_is_too_late(begin, talking, clock, first, chat):
    left, buttons = await asked(begin, talking, first, chat)
    clock.move(minutes=16)
    reply = await talking.receive(chat, choice=buttons[YES])
    assert "That link does not work any more." in text(reply)
    assert who(begin, chat) == left


async def test_words_that_wait_are_not_lost_unasked(begin, talking, first, chat):
    with begin() as records:
        records.turns.begin(records.sessions.person(chat), "m1", Said("", "my garden"), understood=False)
        records.commit()
    reply = await talking.join(chat, code_for(begin, first))
    assert "left behind for good" in text(reply)


async def test_a_kept_summary_is_never_left(begin, talking, first, chat):
    left = keeps(begin, chat)
    reply = await talking.join(chat, code_for(begin, first))
    assert text(reply).startswith("You have kept a summary in this conversation.")
    assert who(begin, chat) == left
    assert "That button is from earlier" in text(await talking.receive(chat, choice="joining-yes"))
    assert who(begin, chat) == left


async def test_a_summary_kept_meanwhile_is_not_left_either(begin, talking, first, chat):
    left, buttons = await asked(begin, talking, first, chat)
    keeps(begin, chat)
    reply = await talking.receive(chat, choice=buttons[YES])
    assert text(reply).startswith("You have kept a summary")
    assert who(begin, chat) == left
