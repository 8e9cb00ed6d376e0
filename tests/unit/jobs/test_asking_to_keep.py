"""After a very long silence: asked once, by day, in neutral words, through the way of reminders. No answer keeps it."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.jobs.reminders import keep_reminding
from bot.jobs.retention import retain
from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.ids import PersonId
from bot.model.own_time import is_quiet, zone
from bot.model.position import Door, Question
from bot.model.safety import Told
from bot.records.consent import Purpose
from tests.unit.fakes import RESPONSES

LINES = Draft().adding(Heading.MOST_IMPORTANT, Kind.WHAT, 0, "my garden").lines
DAYS = 730
NUMBER = 12345


@pytest.fixture
def keeper(begin, person):
    """Somebody on Telegram who keeps a summary and was in the middle of a question."""
    with begin() as records:
        records.telegram.updates.take_in(1, NUMBER, {"update": 1})
        records.sessions.open(person, "telegram", records.telegram.token_of(NUMBER))
        records.consents.give(person, Purpose.KEEP)
        records.summaries.keep(person, Door.ME, LINES)
        records.people.place(person, replace(records.people.position(person), question=Question.FOCUS_WHY))
        records.commit()
    return person


def keeps_house(begin):
    return retain(begin, 45, DAYS)


def asked_at(begin, person):
    with begin(reading=True) as records:
        return records.people._row(person).asked_to_keep_at


def remind(begin, *, reaches=True):
    """Let the scheduler of reminders look once; return what was sent."""
    sent = []

    async def reach(person, message_id, take):
        if not reaches:
            return False
        with begin() as records:
            reply = take(records)
            if reply:
                sent.append((person, reply))
            records.commit()
        return True

    async def wait(_seconds):
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(keep_reminding(begin, reach, wait))
    return sent


def position(begin, person):
    with begin(reading=True) as records:
        return records.people.position(person)


def test_nobody_is_asked_before_the_time_and_everything_stays(begin, keeper, clock):
    clock.move(days=DAYS - 1)
    keeps_house(begin)
    assert (asked_at(begin, keeper), remind(begin)) == (None, [])


def test_they_are_asked_once_in_words_that_name_nothing(begin, keeper, clock):
    clock.move(days=DAYS + 1)
    assert keeps_house(begin) == []
    ((person, reply),) = remind(begin)
    assert person == keeper
    text = "\n".join(message.text for message in reply.messages)
    assert "long time since you wrote here" in text
    assert "If you do not answer, it stays." in text
    assert all(message.text in RESPONSES["utter_reminder_keep"][0]["text"] for message in reply.messages)
    here = position(begin, keeper)
    assert (here.question, here.returning_to) == (Question.REMINDER_KEEP, Question.FOCUS_WHY)
    clock.move(days=2 * DAYS)
    keeps_house(begin)
    assert remind(begin) == []
    with begin(reading=True) as records:
        assert records.summaries.latest(keeper) is not None


def test_at_night_it_waits_for_the_morning(begin, keeper, clock):
    late = datetime(2029, 3, 1, 23, 30, tzinfo=UTC)
    clock.move(seconds=int((late - clock.now()).total_seconds()))
    keeps_house(begin)
    assert remind(begin) == []
    clock.move(hours=10)
    assert not is_quiet(clock.now(), zone("Europe/London"))
    assert len(remind(begin)) == 1


@pytest.mark.parametrize("death", [{"door": Door.GRIEVING}, {"told": Told.DEATH_JUST_HAPPENED}])
def test_nobody_is_asked_after_a_death(begin, keeper, clock, death):
    with begin() as records:
        records.people.place(keeper, replace(records.people.position(keeper), **death))
        records.commit()
    clock.move(days=DAYS + 1)
    keeps_house(begin)
    assert remind(begin) == []
    assert position(begin, keeper).question is Question.FOCUS_WHY


def test_a_death_told_before_it_goes_out_calls_it_off(begin, keeper, clock):
    clock.move(days=DAYS + 1)
    keeps_house(begin)
    with begin() as records:
        records.people.place(keeper, replace(records.people.position(keeper), door=Door.GRIEVING))
        records.commit()
    assert remind(begin) == []


def test_whoever_comes_back_before_it_goes_out_is_not_asked(begin, keeper, clock):
    clock.move(days=DAYS + 1)
    keeps_house(begin)
    clock.move(seconds=5)
    with begin() as records:
        records.people.seen(keeper)
        records.commit()
    assert remind(begin) == []
    assert position(begin, keeper).question is Question.FOCUS_WHY


def test_somebody_on_the_web_alone_is_never_asked(begin, person, clock):
    with begin() as records:
        records.consents.give(person, Purpose.KEEP)
        records.summaries.keep(person, Door.ME, LINES)
        records.commit()
    clock.move(days=DAYS + 1)
    keeps_house(begin)
    assert (asked_at(begin, person), remind(begin)) == (None, [])


def test_a_chat_that_cannot_be_reached_is_not_tried_again_and_nothing_goes(begin, keeper, clock):
    clock.move(days=DAYS + 1)
    keeps_house(begin)
    assert remind(begin, reaches=False) == []
    clock.move(days=30)
    keeps_house(begin)
    assert remind(begin) == []
    with begin(reading=True) as records:
        assert records.summaries.latest(keeper) is not None


def test_with_zero_days_nobody_is_ever_asked(begin, keeper, clock):
    clock.move(days=10 * DAYS)
    assert retain(begin, 45, 0) == []
    assert (asked_at(begin, keeper), remind(begin)) == (None, [])


def test_it_is_no_reminder_that_somebody_asked_for(begin, keeper, clock):
    clock.move(days=DAYS + 1)
    keeps_house(begin)
    with begin(reading=True) as records:
        assert records.reminders.open_of(PersonId(keeper)) is None
        (due,) = records.reminders.due(clock.now() + timedelta(days=1))
        assert due.asks_to_keep
