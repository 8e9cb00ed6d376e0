"""Somebody names the reader in their own way, changes who it is, or tells of a talk while they share."""

import pytest

from bot.model.position import Question
from bot.understanding.looking_back import tells_of_a_talk
from bot.understanding.naming import instead, is_reader, reader_in
from tests.unit.stages.talking import at


@pytest.mark.parametrize("words", ["share w my daughter Denise", "share with my daughter Denise please"])
def test_sharing_begins_with_the_reader_named(talk, words):
    at(talk, None)
    talk.types(words)
    assert (talk.question, talk.draft.recipient) == (Question.SHARE_SECTIONS, "my daughter Denise")


def test_a_reader_who_is_to_see_it_is_the_reader(talk):
    at(talk, None)
    talk.types("i want my daughter Denise to see it", guess="share_summary")
    assert (talk.question, talk.draft.recipient) == (Question.SHARE_SECTIONS, "my daughter Denise")


@pytest.mark.parametrize("words", ["a week", "for 2 weeks please", "a month or so"])
def test_a_length_of_time_is_no_reader(talk, words):
    at(talk, Question.SHARE_WHO)
    talk.types(words)
    assert talk.question is Question.SHARE_WHO


@pytest.mark.parametrize("words", ["share my meals with Jan", "share with my family how much I love them"])
def test_other_sharing_names_no_reader(words):
    assert reader_in(words, bare=True) == ""


def test_a_name_may_sound_like_a_time():
    assert is_reader("Mrs Week")


@pytest.mark.parametrize("question", [Question.SHARE_SECTIONS, Question.SHARE_EXPIRY, Question.SHARE_CONSENT])
def test_another_reader_takes_the_place_of_the_first(talk, question):
    at(talk, question)
    said = talk.types("i dont want Kev to see it just his wife Lin", guess="withdraw_consent")
    assert said[0] == "utter_share_left_out"
    assert (talk.question, talk.draft.recipient, talk.shares) == (question, "his wife Lin", ())


@pytest.mark.parametrize(
    ("words", "told"),
    [("I don't want my brother to see it", ("", "my brother")),
     ("no, I dont want Kev reading it, only Lin", ("Lin", "Kev")),
     ("I don't want Kev to have it, make it Lin", ("Lin", "Kev")),
     ("i dont want anyone to see it", ("", "")), ("i dont want tubes", ("", "")),
     ("I want Kev to see it", ("", "")), ("I don't want to see it", ("", ""))],
)  # fmt: skip
def test_who_is_left_out_is_heard(words, told):
    assert instead(words) == told


@pytest.mark.parametrize("question", [Question.SHARE_EXPIRY, Question.RECORD_CHECK])
def test_a_talk_that_was_had_is_heard_and_the_question_waits(talk, question):
    at(talk, question)
    assert talk.types("we had the talk, me and gary. it went badly")[0] == "utter_share_talk_heard"
    assert "reflect_on_conversation" in talk.buttons()
    assert talk.question is question


@pytest.mark.parametrize(
    ("words", "told"),
    [("I talked to my son yesterday", True), ("weve finally had our chat", True), ("me and Gary talked", True),
     ("we had tea", False), ("have we talked", False), ("a week", False), ("our talks by the fire", False)],
)  # fmt: skip
def test_a_talk_is_told_from_other_words(words, told):
    assert tells_of_a_talk(words) is told


@pytest.mark.parametrize("words", ["i want both kept, mine and his brothers", "keep both, my view and my sisters"])
def test_both_views_can_stand(talk, words):
    at(talk, Question.RECORD_CHECK)
    assert talk.types(words)[0] == "utter_record_differently"


@pytest.mark.parametrize("words", ["my garden and his shed", "mine and hers", "both of them"])
def test_two_things_are_no_two_views(talk, words):
    at(talk, Question.RECORD_CHECK)
    assert talk.types(words)[0] != "utter_record_differently"
