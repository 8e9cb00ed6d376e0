"""The one whom a record is about has died: its questions are put down, whatever is said, and not asked again."""

from dataclasses import replace

import pytest

from bot.channels.turn_store import TurnStore
from bot.model.bereft import Theirs
from bot.model.position import Door, Question
from bot.safety import door
from tests.unit.stages.talking import at

DOWN, WHICH = "utter_bereavement_put_down", "utter_bereavement_ask_which"
OF_THE_RECORD = ("utter_focus_", "utter_record_ask", "utter_plan_")


@pytest.fixture
def close(talk):
    """Somebody who writes about their mother, is asked why, and tells the door that she has died."""
    talk.does("arrive")
    talk.presses("close")
    talk.types("my mum loves her garden")
    assert talk.question is Question.FOCUS_WHY
    return talk


def died(talk, *choices):
    store = TurnStore(talk.begin)
    for choice in choices or ("safety-death-expected",):
        store.note_safety(talk.token, None, door.press(choice))
    return talk


def a_turn_later(talk):
    """The line that comes back to a crisis was said once, as the gateway does."""
    with talk.begin() as records:
        records.people.place(talk.person, replace(records.people.position(talk.person), told=None))
        records.commit()


def asks_of_the_record(said):
    return [each for each in said if each.startswith(OF_THE_RECORD)]


@pytest.mark.parametrize(
    "does",
    [
        ("inform", "i wasnt holding her hand"), ("resume", ""), ("ask_in_passing", "what do i do with what i wrote"),
        ("ask_wills_funerals", "4 grand for a funeral"), ("express_guilt", "i wasnt there"), ("ask_clarify", "what"),
        ("skip", "i dont want to answer that"), ("review_summary", "show"), ("help", ""), ("go_back", "go back"),
        ("express_uncertainty", "do i carry on with this"), ("deny", "no"), ("nlu_fallback", "do i carry on"),
    ],
)  # fmt: skip
def test_whatever_is_said_next_puts_her_questions_down(close, does):
    said = died(close).does(*does)
    assert DOWN in said
    assert said[-1] == WHICH
    assert not asks_of_the_record([each for each in said if each != "utter_focus_left_aside"])
    assert close.lines[0] == "my mum loves her garden"


@pytest.mark.parametrize("question", [Question.FOCUS_MORE, Question.FOCUS_CARING, Question.RECORD_CHECK])
def test_so_it_is_at_any_question_about_her(close, question):
    with close.begin() as records:
        records.people.place(close.person, replace(records.people.position(close.person), question=question))
        records.commit()
    assert not asks_of_the_record(died(close).does("thank"))
    assert close.question is Question.BEREAVEMENT_WHICH


def test_it_waits_for_a_turn_that_asks_nothing(close):
    """ "Stop" asks no question, and takes the line of the door with it; the record is not asked on the way back."""
    died(close).does("pause")
    a_turn_later(close)
    assert DOWN in close.does("greet")
    assert not asks_of_the_record(close.types("i wasnt holding her hand"))


def test_words_later_are_heard_and_no_line_of_the_record(close):
    died(close).does("resume")
    close.does("skip")
    a_turn_later(close)
    assert close.question is None
    before = close.lines
    assert close.types("i wasnt holding her hand")[0] == "utter_grief_fault"
    assert close.question is None
    assert (close.lines, close.draft.opening) == (before, "")
    assert "focus_on_what_matters" not in close.buttons()


@pytest.mark.parametrize("intent", ["record_summary", "focus_on_what_matters"])
def test_whoever_asks_for_what_is_written_has_it(close, intent):
    died(close).does(intent)
    here = close.question
    assert here is not None
    assert here is not Question.BEREAVEMENT_WHICH
    a_turn_later(close)
    close.does("thank")
    assert close.question is here


def test_nobody_has_died_leaves_the_question_open(close):
    died(close, "safety-death-expected", "safety-death-nobody").does("resume")
    assert close.question is Question.FOCUS_WHY
    assert close.position.bereft.theirs is None


def test_somebody_else_begins_afresh(close):
    died(close).does("resume")
    assert close.position.bereft.theirs is Theirs.PUT_DOWN
    a_turn_later(close)
    close.does("start_over")
    close.presses("start_over")
    close.presses("close")
    assert close.position.bereft.theirs is None
    assert close.question is Question.FOCUS_WHAT


def test_ones_own_record_goes_on(talk):
    at(talk, Question.FOCUS_WHY)
    assert talk.position.door is Door.ME
    died(talk).does("resume")
    assert talk.question is Question.FOCUS_WHY
