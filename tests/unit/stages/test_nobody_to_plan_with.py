"""Whoever has nobody to talk with, or wants no talk, is heard where a plan asks with whom; no name is made of it."""

import pytest

from tests.unit.stages.planning import P, Q, plan_of
from tests.unit.stages.talking import at


@pytest.mark.parametrize("words", ["nobody, I've got nobody", "there's no one left", "I don't have anyone to talk to"])
def test_nobody_to_talk_with_is_heard_first(talk, words):
    at(talk, Q.PLAN_WHO)
    assert talk.types(words) == ["utter_session_surfacing"]
    assert "find_support" in talk.buttons()
    assert (plan_of(talk).who, talk.question) == ("", Q.PLAN_WHO)


def test_no_wish_to_talk_is_left_there(talk):
    at(talk, Q.PLAN_WHO)
    assert talk.types("I don't want to talk to anyone")[0] == P + "not_today"
    assert talk.question is None


@pytest.mark.parametrize("words", ["not sure who to start with", "I don't know who", "not sure who yet"])
def test_who_it_is_with_may_stay_open(talk, words):
    at(talk, Q.PLAN_WHO)
    assert talk.types(words) == ["utter_focus_not_known", P + "ask_others"]
    assert plan_of(talk).who == ""


@pytest.mark.parametrize("words", ["I don't know where to start", "don't know what to say", "I've got nobody"])
def test_what_feels_hard_stays_an_answer(talk, words):
    at(talk, Q.PLAN_HARD)
    talk.types(words)
    assert plan_of(talk).hard == words


@pytest.mark.parametrize("words", ["none of them sound like me", "i dont like any of them"])
def test_who_likes_none_of_the_first_words_is_asked_for_their_own(talk, words):
    at(talk, Q.PLAN_TONE)
    assert talk.types(words) == [P + "ask_words"]
    assert plan_of(talk).first == ""
