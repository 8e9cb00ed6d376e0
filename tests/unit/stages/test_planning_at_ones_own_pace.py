"""Questions of a plan are left open, gone back to, put right, and come back to after weeks; then it expires."""

import pytest

from bot.jobs.retention import retain
from bot.model.plan import Part
from tests.unit.stages.planning import ASKED, F, P, Q, card, plan_of
from tests.unit.stages.reminding import reached
from tests.unit.stages.talking import PLANNED, at


@pytest.fixture
def talk(begin, facts):
    return reached(begin, facts)


@pytest.mark.parametrize("question", ASKED)
def test_each_question_can_be_left_open(talk, question):
    at(talk, question)
    talk.types("skip")
    while talk.question is not Q.PLAN_TONE:
        talk.types(PLANNED[ASKED.index(talk.question)])
    left = tuple(Part)[ASKED.index(question)]
    assert [part for part in Part if not plan_of(talk).has(part)] == [left, Part.FIRST]
    said = talk.presses("plain")
    assert said[0] == P + "card"
    assert (P + "plain" in said) == (left is Part.HOPE), "without a hope the line quotes nothing"


def test_leaving_everything_open_is_no_plan(talk):
    at(talk, Q.PLAN_WHO)
    for _ in range(6):
        talk.types("skip")
    assert talk.types("skip") == [F + "left_aside", P + "empty", "utter_session_what_next"]
    assert "plan_conversation" in talk.buttons()


@pytest.mark.parametrize("question", ASKED[1:])
def test_going_back_shows_what_was_said_and_it_can_be_changed_or_taken_out(talk, question):
    at(talk, question)
    before = ASKED[ASKED.index(question) - 1]
    part = tuple(Part)[ASKED.index(before)]
    assert talk.types("go back")[0] == F + "earlier"
    assert (talk.question, talk.value(F + "earlier", "words")) == (before, PLANNED[ASKED.index(before)])
    talk.types("skip")
    assert plan_of(talk).words(part) == PLANNED[ASKED.index(before)]
    talk.types("go back")
    assert talk.presses("take_out")[0] == P + "taken_out"
    assert (talk.question, plan_of(talk).words(part)) == (question, "")


@pytest.mark.parametrize(
    ("question", "words", "part", "there"),
    [
        (Q.PLAN_OTHERS, "no, I meant my brother", Part.WHO, "my brother"),
        (Q.PLAN_OTHERS, "Sorry - I mean “Jo” {x}", Part.WHO, "“Jo” {x}"),
        (Q.PLAN_WHERE, "no, make it Monday at 4", Part.WHEN, "Monday at 4"),
        (Q.PLAN_HARD, "I meant that we talk at all", Part.HOPE, "I meant that we talk at all"),
    ],
)
def test_a_slip_is_put_right_at_the_next_question(talk, question, words, part, there):
    at(talk, question)
    said = talk.types(words)
    if plan_of(talk).words(Part.HARD):
        assert plan_of(talk).hard == there, "words that are no clear slip are the answer"
        return
    assert said[0] == P + "put_right"
    assert (talk.question, plan_of(talk).words(part)) == (question, there)
    if part is Part.WHEN:
        assert talk.value(P + "that_is", "when") == "Monday 23 November at 4pm"


@pytest.mark.parametrize("question", [Q.PLAN_HOPE, Q.PLAN_TONE, Q.PLAN_CHECK, Q.PLAN_READY])
def test_a_month_later_the_same_question_is_open(talk, clock, question):
    at(talk, question)
    before = (talk.position, plan_of(talk))
    clock.move(days=30)
    assert retain(talk.begin, 45) == []
    assert "utter_session_back_plan" in talk.does("arrive")
    assert talk.does("resume")[0] == "utter_session_welcome_back"
    assert (talk.position, plan_of(talk)) == before
    if question is Q.PLAN_CHECK:
        assert "(this was Sunday 22 November at 3pm)" in card(talk)
    if question is Q.PLAN_READY:
        assert "choose:plan_calendar" not in talk.buttons(), "no file for a day that has passed"
        assert talk.presses("plan_remind")[0] == P + "no_day"


def test_half_a_plan_is_gone_on_with(talk):
    at(talk, Q.PLAN_WHERE)
    talk.does("focus_on_what_matters")
    talk.types("my garden")
    assert talk.types("my plan")[:2] == [P + "card", P + "part"]
    assert talk.question is Q.FOCUS_WHY, "it is shown, and the open question asked again"
    assert talk.types("plan a conversation") == [P + "where_we_were", P + "how_far", P + "ask_where"][::2]
    talk.does("focus_on_what_matters")
    assert talk.presses("open_plan")[-1] == P + "ask_check"
    assert "choose:go_on" in talk.buttons()
    talk.types("change who")
    assert talk.types("my brother")[-1] == P + "ask_check", "a change leads back to the card"
    assert talk.presses("go_on")[-1] == P + "ask_where"
    assert talk.types("the shed")[-1] == P + "ask_hope_with"


def test_a_plan_expires_with_the_draft(talk, clock):
    at(talk, None)
    talk.does("plan_conversation")
    for words in (*PLANNED, "gentle"):
        talk.types(words)
    clock.move(days=46)
    retain(talk.begin, 45)
    assert talk.does("resume")[1:] == [P + "empty", "utter_session_what_next"]
    assert talk.types("my plan") == [P + "nothing_yet", P + "start", P + "ask_who"]
