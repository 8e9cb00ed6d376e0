"""What was put down and was no answer goes by one press; an older press takes nothing else with it."""

from bot.model.position import Question
from tests.unit.stages.talking import at


def leaves_out(talk):
    found = next(payload for payload in talk.buttons() if payload.startswith("choose:leave_out:"))
    return found.removeprefix("choose:")


def test_what_was_said_of_a_talk_is_let_go_and_asked_for_again(talk):
    at(talk, Question.FOCUS_WHAT)
    talk.types("no show me")
    assert talk.presses(leaves_out(talk)) == ["utter_session_taken_back", "utter_focus_ask_what"]
    assert (talk.question, talk.lines) == (Question.FOCUS_WHAT, [])


def test_a_reason_that_was_none_is_let_go_and_the_thing_stays(talk):
    at(talk, Question.FOCUS_WHY)
    things = talk.lines
    talk.types("tony walked out")
    talk.presses(leaves_out(talk))
    assert (talk.question, talk.lines) == (Question.FOCUS_WHY, things)


def test_a_button_of_an_earlier_answer_changes_nothing(talk):
    at(talk, Question.FOCUS_WHAT)
    talk.types("my garden")
    old = leaves_out(talk)
    talk.types("it is quiet")
    before = talk.lines
    assert talk.presses(old)[0] == "utter_session_nothing_changed"
    assert talk.lines == before


def test_nothing_to_let_go_shows_no_button(talk):
    at(talk, Question.FOCUS_WHY)
    talk.does("skip")
    assert not any("leave_out" in payload for payload in talk.buttons())
