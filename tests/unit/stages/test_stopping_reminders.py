"""Reminders stop at once, from anywhere, and when somebody has died."""

from dataclasses import replace

import pytest

from bot.model.position import Door, Question
from bot.model.safety import Told
from tests.unit.stages.reminding import WHEN, R, reached, remind, waits
from tests.unit.stages.talking import at


@pytest.fixture
def talk(begin, facts):
    return reached(begin, facts)


def here(talk, **changes):
    """They were here now, as the gateway notes it."""
    with talk.begin() as records:
        records.people.seen(talk.person)
        records.people.place(talk.person, replace(records.people.position(talk.person), **changes))
        records.commit()


@pytest.mark.parametrize(
    "words", ["stop reminders", "Stop reminders!", "no more reminders", "cancel my reminder", "<stop_reminders>"]
)
@pytest.mark.parametrize("question", [Question.FOCUS_WHY, Question.RECORD_CONSENT, WHEN, None])
def test_it_stops_at_once_from_anywhere(talk, question, words):
    remind(at(talk, question))
    said = talk.presses(words[1:-1]) if words[0] == "<" else talk.types(words)
    assert said[0] == R + "stopped"
    assert waits(talk) is None
    assert talk.question is (None if question is WHEN else question)
    assert talk.does("set_reminder", "stop reminders")[0] == R + "none_open"


@pytest.mark.parametrize(
    "words", ["I don't want any reminders", "please don't nudge me", "stop sending me reminders", "no reminders please"]
)
def test_words_that_the_model_takes_for_a_wish_are_heard_as_the_no_they_are(talk, words):
    remind(at(talk, Question.FOCUS_WHY))
    assert talk.does("set_reminder", words)[0] == R + "stopped"
    assert waits(talk) is None


@pytest.mark.parametrize(
    "words",
    ["don't forget to remind me on friday", "stop me forgetting, remind me friday", "I cancelled, nudge me friday"],
)
def test_a_wish_is_not_taken_for_a_no(talk, words):
    assert remind(at(talk, Question.FOCUS_WHY)).does("set_reminder", words)[0] != R + "stopped"
    assert waits(talk) is not None


def test_stopping_the_conversation_stops_them_too(talk):
    remind(at(talk, Question.FOCUS_WHY))
    assert talk.types("stop")[:2] == ["utter_session_stop", R + "stopped"]
    assert waits(talk) is None
    assert R + "stopped" not in talk.types("stop")


@pytest.mark.parametrize("intent", ["pause", "goodbye"])
def test_a_pause_and_a_goodbye_leave_it(talk, intent):
    remind(at(talk, Question.FOCUS_WHY)).does(intent)
    assert waits(talk) == "22 Nov 10:00"


def test_deleting_everything_deletes_it(talk, begin, clock):
    remind(at(talk, None))
    talk.types("delete everything")
    talk.types("yes")
    clock.move(days=2)
    with begin() as records:
        assert records.reminders.due(clock.now()) == []


# --- a death ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tell",
    [
        lambda talk: talk.presses("grieving"),
        lambda talk: talk.does("bereavement_support", "my husband died on Tuesday"),
        lambda talk: talk.does("baby_loss", "our baby died"),
    ],
    ids=["the door", "told", "a baby"],
)
def test_it_is_gone_once_somebody_has_died(talk, clock, tell):
    talk.does("arrive")
    remind(talk)
    clock.move(minutes=5)
    here(talk)
    tell(talk)
    assert waits(talk) is None


def test_a_death_that_only_the_safety_door_heard_ends_it_too(talk, clock, begin):
    remind(at(talk, Question.FOCUS_WHY))
    clock.move(hours=1)
    here(talk, told=Told.DEATH_JUST_HAPPENED)
    clock.move(minutes=1)
    talk.types("thank you")
    assert waits(talk) is None


def test_what_is_asked_for_after_a_death_stands(talk, clock):
    """They ask for it themselves, and it says nothing of carrying on with anything."""
    talk.does("arrive")
    talk.presses("grieving")
    clock.move(minutes=5)
    remind(talk)
    clock.move(minutes=5)
    talk.types("my sister is with me")
    assert waits(talk) == "22 Nov 10:00"


def test_a_volunteer_who_looks_for_bereavement_support_keeps_theirs(talk, clock):
    talk.does("arrive")
    talk.presses("helping")
    assert talk.position.door is Door.HELPING
    remind(talk)
    clock.move(minutes=5)
    here(talk)
    talk.does("bereavement_support", "a lady whose husband died")
    assert waits(talk) == "22 Nov 10:00"
