"""Beside the open question: a moment away, a plain question, "what do you mean", a loss where a place is asked."""

from dataclasses import replace

import pytest

from actions.session import ActionSessionClarify
from bot.model.directory import Need
from bot.model.position import Question
from tests.unit.stages.talking import at

Q = Question


@pytest.mark.parametrize("words", ["Give me five minutes and a flannel", "back in 5, kettle"])
def test_a_moment_away_gets_one_short_line_and_keeps_the_question(talk, words):
    at(talk, Q.FOCUS_WHY)
    assert talk.types(words) == ["utter_session_take_your_time"]
    assert talk.question is Q.FOCUS_WHY
    assert talk.buttons() == []


def test_another_day_is_a_longer_pause(talk):
    at(talk, Q.FOCUS_WHY)
    assert talk.types("not today")[0] == "utter_session_pause"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("is it a legal thing", "utter_session_is_it_legal"),
        ("is that a normal thing to worry about", "utter_session_is_it_usual"),
        ("tell me when hes coming", "utter_session_when_they_come"),
    ],
)
def test_a_plain_question_has_a_plain_answer_and_then_the_question_again(talk, words, said):
    at(talk, Q.FOCUS_WHY)
    before = talk.position
    assert talk.types(words)[0] == said
    assert len(talk.heard) > 1
    assert replace(talk.position, again=None) == before


def test_what_do_you_mean_offers_easier_words_and_asks_again_in_them(talk):
    at(talk, Q.FOCUS_WHY)
    assert talk.types("what do you mean")[0] == "utter_smalltalk_clarify"
    assert "easy_read" in talk.buttons()
    assert talk.question is Q.FOCUS_WHY
    assert not talk.position.easy_read, "once; it is not chosen for good"
    assert ActionSessionClarify.easier
    talk.types("easy read")
    assert "easy_read" not in (talk.types("what do you mean") and talk.buttons()), "who has them is not offered them"


@pytest.mark.parametrize("words", ["fuck", "🙄", "hard to say really", "you're useless", "what do you mean"])
def test_none_of_it_becomes_a_line_of_the_record(talk, words):
    at(talk, Q.FOCUS_WHAT)
    before = talk.draft.lines
    talk.types(words)
    assert talk.draft.lines == before


def looking_for_a_place(talk):
    at(talk, Q.SIGNPOSTING_PLACE)
    return talk


@pytest.mark.parametrize("words", ["my brother died", "my husband died on tuesday"])
def test_a_loss_told_where_a_place_is_asked_for_is_heard_and_the_place_asked_again(talk, words):
    looking_for_a_place(talk)
    says = talk.types(words)
    assert says[0].startswith("utter_bereavement_")
    assert "utter_signposting_say_place" not in says
    assert says[-1] == "utter_signposting_ask_place"
    assert Need.BEREAVEMENT in talk.position.search.needs


def test_whoever_asked_for_company_and_tells_of_a_loss_is_shown_help_in_grief(talk, support):
    at(talk, None)
    talk.does("find_support")
    talk.presses("company")
    assert talk.question is Q.SIGNPOSTING_PLACE
    talk.types("my mum died on tuesday")
    talk.types("DT1")
    assert support.looked[-1].needs == (Need.BEREAVEMENT,)


def test_how_somebody_died_is_heard_too(talk):
    looking_for_a_place(talk).types("my brother died")
    assert talk.types("it was his heart")[0] == "utter_bereavement_heard"
    assert talk.question is Q.SIGNPOSTING_PLACE


def test_a_place_still_works_and_an_unknown_one_is_asked_again(talk):
    looking_for_a_place(talk)
    assert talk.types("I live in a little village near nowhere")[0] == "utter_signposting_say_place"
    talk.types("Dorchester")
    assert talk.question is not Q.SIGNPOSTING_PLACE
