"""The other person's no leaves a plan where it is; starting over or deleting takes it away."""

import pytest

from tests.unit.stages.planning import P, Q, plan_of, reminded
from tests.unit.stages.reminding import reached
from tests.unit.stages.talking import PLANNED, at


@pytest.fixture
def talk(begin, facts):
    return reached(begin, facts)


# --- the other person's no --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["They said not today", "she doesn't want to talk", "Mum said no."])
@pytest.mark.parametrize("question", [None, Q.PLAN_WHEN, Q.PLAN_CHECK, Q.PLAN_READY])
def test_a_no_of_the_other_person_is_left_there(talk, question, words):
    at(talk, Q.PLAN_READY)
    talk.presses("plan_remind")
    if question in {None, Q.PLAN_CHECK}:
        talk.presses("enough")
    if question is Q.PLAN_CHECK:
        talk.types("my plan")
    if question is Q.PLAN_WHEN:
        talk.presses("change")
        talk.presses("part_when")
    before = plan_of(talk)
    said = talk.types(words)
    assert said[:3] == [P + "not_today", P + "stays_here", P + "reminder_waits"]
    assert (talk.question, plan_of(talk)) == (None, before)
    talk.presses("stop_reminders")
    assert reminded(talk) is None


@pytest.mark.parametrize("words", ["what if she doesn't want to talk?", "I don't want to talk", "he said no to chemo"])
def test_other_words_are_no_such_no(talk, words):
    at(talk, Q.PLAN_HOPE)
    talk.types(words)
    assert plan_of(talk).hope == words


def test_that_they_do_not_want_to_talk_can_be_what_is_hard_or_what_matters(talk):
    at(talk, Q.PLAN_HARD)
    assert talk.types("she doesn't want to talk")[0] == P + "advice_unwilling"
    assert plan_of(talk).hard == "she doesn't want to talk"
    talk.does("focus_on_what_matters")
    talk.types("she doesn't want to talk")
    assert talk.lines == ["she doesn't want to talk"]


# --- letting go -------------------------------------------------------------------------------------------------------


def both(talk):
    """A plan and a draft of what matters."""
    at(talk, Q.PLAN_READY)
    talk.does("focus_on_what_matters")
    for words in ("my garden", "we married there", "a chair", "no"):
        talk.types(words)
    assert talk.question is Q.RECORD_CHECK
    return plan_of(talk)


@pytest.mark.parametrize("keeps", [True, False])
def test_a_plan_stays_when_a_summary_is_kept_or_declined(talk, keeps):
    plan = both(talk)
    talk.presses("right")
    talk.presses("keep" if keeps else "do_not_keep")
    if not keeps:
        said = talk.presses("no_copy")
        assert said[:2] == ["utter_record_not_kept", P + "stays"]
    assert (plan_of(talk), talk.lines) == (plan, [])
    assert "choose:see_plan" in talk.buttons()
    if keeps:
        assert not [line for line in talk.kept.lines if line.words in PLANNED]


def test_starting_over_asks_and_takes_the_plan_with_it(talk):
    at(talk, Q.PLAN_READY)
    assert talk.types("start over") == [P + "ask_start_over"]
    assert talk.types("no")[0] == P + "stays"
    assert plan_of(talk)
    talk.types("start over")
    assert talk.presses("start_over") == [P + "started_over", "utter_welcome_ask_door"]
    assert not plan_of(talk)


def test_deleting_a_plan_leaves_everything_else(talk):
    both(talk)
    talk.presses("open_plan")
    talk.presses("clear_plan")
    assert talk.presses("delete_plan")[0] == P + "cleared"
    assert not plan_of(talk)
    assert talk.lines == ["my garden", "we married there", "a chair"]


def test_deleting_everything_deletes_the_plan(talk):
    at(talk, Q.PLAN_READY)
    talk.types("delete everything")
    talk.presses("delete")
    assert not plan_of(talk)
    assert talk.types("my plan")[0] != P + "card"


def test_leaving_says_that_the_plan_waits(talk):
    at(talk, Q.PLAN_HOPE)
    assert talk.types("not today") == ["utter_session_pause", P + "waits"]
