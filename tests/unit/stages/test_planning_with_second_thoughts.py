"""While a talk is planned: an answer taken back goes where it belongs, and words that led to the plan are not lost."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import PLANNED, at

P = "utter_plan_"


@pytest.mark.parametrize(
    ("question", "words", "part", "now"),
    [
        (Question.PLAN_WHERE, "actually no, Tuesday. After the match", "when", "Tuesday. After the match"),
        (Question.PLAN_HOPE, "no wait, Monday at 4", "when", "Monday at 4"),
        (Question.PLAN_HARD, "sorry no, next Friday", "when", "next Friday"),
        (Question.PLAN_HOPE, "no sorry, I meant my brother", "who", "my brother"),
        (Question.PLAN_WHERE, "no wait, my brother Tom", "who", "my brother Tom"),
        (Question.PLAN_WHEN, "no sorry, I meant my brother", "others", "my brother"),
        (Question.PLAN_CHECK, "no sorry, I meant my brother", "who", "my brother"),
        (Question.PLAN_READY, "actually no, Monday at 4", "when", "Monday at 4"),
        (Question.PLAN_CHECK, "no, change the time. Monday at half 4", "when", "Monday at half 4"),
    ],
)
def test_an_answer_taken_back_goes_where_it_belongs(talk, question, words, part, now):
    at(talk, question)
    assert talk.types(words)[0] == P + "put_right"
    assert getattr(talk.draft.plan, part) == now
    others = {"who", "others", "when", "where", "hope", "hard"} - {part}
    assert {getattr(talk.draft.plan, each) for each in others} <= {*PLANNED, ""}
    assert talk.question is question


def test_the_day_is_understood_from_the_first_sentence(talk):
    at(talk, Question.PLAN_WHERE)
    talk.types("actually no, Tuesday. After the match")
    assert talk.draft.plan.moment is not None
    assert talk.draft.plan.moment.strftime("%A") == "Tuesday"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (Question.PLAN_WHERE, "actually no, in the garden"),
        (Question.PLAN_HARD, "she may say no, actually"),
        (Question.PLAN_HOPE, "that my brother comes round"),
        (Question.PLAN_HARD, "Sunday is our anniversary"),
    ],
)
def test_what_answers_the_question_stays_its_answer(talk, question, words):
    at(talk, question)
    talk.types(words)
    assert getattr(talk.draft.plan, question.value.removeprefix("plan_")) == words


WISH = "I want to plan what to say to him"
TOLD = f"He never knew his dad. {WISH}"


def test_at_the_first_question_the_wish_leads_to_a_plan(talk):
    talk.does("arrive")
    talk.types(WISH)
    assert talk.question is Question.WELCOME_DOOR
    assert talk.presses("close") == [P + "start", P + "ask_who"]
    assert talk.draft.opening == ""


@pytest.mark.parametrize("question", [Question.REFLECT_UNSAID, Question.REFLECT_NEXT, Question.FOCUS_WHY, None])
def test_from_anywhere_the_wish_leads_to_a_plan(talk, question):
    at(talk, question)
    assert talk.types(WISH)[-1] == P + "ask_who"
    assert talk.draft.opening == ""


def test_what_was_told_with_the_wish_is_offered_as_what_is_hoped_for(talk):
    talk.does("arrive")
    talk.types(TOLD)
    talk.presses("close")
    for words in ("my son", "nobody", "Sunday", "at home"):
        said = talk.types(words)
    assert said[-2:] == ["utter_focus_opening", P + "ask_hope_with"]
    assert talk.value("utter_focus_opening", "words") == TOLD
    talk.presses("opening")
    assert talk.draft.plan.hope == TOLD
    assert talk.draft.opening == ""
    assert talk.question is Question.PLAN_HARD


def test_the_words_offered_may_be_left(talk):
    at(talk, Question.REFLECT_UNSAID)
    talk.types(TOLD)
    for words in ("my son", "nobody", "Sunday", "at home", "that he talks"):
        talk.types(words)
    assert talk.draft.plan.hope == "that he talks"
    assert talk.draft.opening == TOLD
