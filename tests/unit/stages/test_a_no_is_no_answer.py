"""Somebody turns their words down, minds their manners or names a stage: none of it is stored as what matters."""

import pytest

from bot.model.position import Question
from bot.understanding.manners import is_manners
from bot.understanding.unsaying import unsays
from tests.unit.stages.talking import at


@pytest.mark.parametrize(
    "words",
    ["no leave them out, thats private", "no dont put that down. take it out", "dont write that its private",
     "leave it out please", "no, don't put that in. I was only saying", "take that out, it's daft",
     "no sorry. take it off", "Don't put that down, I don't want anyone to see it"],
)  # fmt: skip
def test_a_no_with_its_reason_is_heard(words):
    assert unsays(words)


@pytest.mark.parametrize(
    "words",
    ["no leave them out. my dog matters more", "take it easy", "my private garden", "get it off my chest",
     "dont put me in a home", "thats private", "take the tubes out", "dont keep me alive for nothing", "leave it"],
)  # fmt: skip
def test_what_tells_something_is_no_such_no(words):
    assert not unsays(words)


def test_words_offered_are_left_out(talk):
    talk.does("arrive")
    talk.types("I want the window open at night and my dog on the bed")
    talk.presses("me")
    assert talk.draft.opening
    talk.types("no leave them out, thats private")
    assert (talk.draft.opening, talk.lines, talk.question) == ("", [], Question.FOCUS_WHAT)


def test_the_last_answer_is_taken_out_and_asked_for_again(talk):
    at(talk, Question.FOCUS_WHAT)
    talk.types("my bench")
    talk.types("no dont put that down. take it out")
    assert "my bench" not in talk.lines
    assert talk.question is Question.FOCUS_WHAT


@pytest.mark.parametrize("words", ["dont thank me", "sorry", "Stop thanking me", "oh sorry love", "no need for thanks"])
@pytest.mark.parametrize("question", [Question.FOCUS_WHY, Question.PLAN_HOPE])
def test_manners_are_no_answer(talk, question, words):
    at(talk, question)
    before = talk.lines
    assert talk.types(words)[0] == "utter_session_manners"
    assert (talk.question, talk.lines) == (question, before)


@pytest.mark.parametrize(
    ("words", "manners"),
    [("sorry for going on", True), ("I'm so sorry", True), ("you dont need to thank me", True),
     ("to say sorry to my brother", False), ("thank my nurses", False), ("I want to thank him", False),
     ("sorry, my dog", False), ("I was never sorry", False)],
)  # fmt: skip
def test_manners_are_told_from_what_matters(words, manners):
    assert is_manners(words) is manners


@pytest.mark.parametrize("question", [Question.FOCUS_WHY, Question.FOCUS_WHAT, Question.PLAN_HOPE])
@pytest.mark.parametrize(
    ("word", "leads_to"),
    [("plan", "plan_"), ("improve", ""), ("share", ""), ("record", ""), ("reflect", "reflect_")],
)
def test_the_name_of_a_stage_leads_to_it(talk, question, word, leads_to):
    at(talk, question)
    before = talk.lines
    said = talk.types(word)
    assert talk.lines == before
    assert "improve" in said[0] or word != "improve"
    assert word not in {talk.draft.plan.hope, talk.draft.opening}
    if leads_to:
        assert str(talk.question).startswith(leads_to)
