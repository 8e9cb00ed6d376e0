"""A helper passes on what somebody says: their yes is heard as theirs, and only their own words are written down."""

import pytest

from bot.channels.taking_back import can_be_taken_back
from bot.model.position import FOR_CONSENT, Question
from bot.model.saying import Said
from tests.unit.stages.talking import at


@pytest.fixture
def joan(talk):
    talk.does("arrive")
    talk.presses("writing")
    return talk


def to_consent(talk):
    for words in ("my hens", "they know me", "an egg from them"):
        talk.types(words)
    talk.presses("enough")
    talk.types("Pat, volunteer")
    talk.presses("right")
    assert talk.question is Question.RECORD_CONSENT
    return talk


@pytest.mark.parametrize("words", ["She says yes", "ok she says yes", "Joan says yes please"])
def test_a_yes_that_is_passed_on_keeps_it(joan, words):
    assert "utter_record_kept" in to_consent(joan).types(words)
    assert joan.kept is not None


@pytest.mark.parametrize(
    "words", ["she says yes but not the bit about the eggs", "her daughter says yes", "she says yes?", "she says maybe"]
)
def test_no_other_words_are_her_yes(joan, words):
    assert to_consent(joan).types(words)[0] == "utter_record_clear_yes"
    assert joan.kept is None


def test_her_no_is_heard_too(joan):
    to_consent(joan).types("she says no thanks")
    assert joan.question is Question.RECORD_COPY
    assert joan.types("she says no")[0] == "utter_record_clear_yes_copy"
    assert joan.lines


def test_at_another_door_nobody_elses_yes_counts(talk):
    at(talk, Question.RECORD_CONSENT)
    assert talk.types("she says yes")[0] == "utter_record_clear_yes"
    assert talk.kept is None


def test_her_yes_to_sharing_is_heard(joan):
    to_consent(joan).types("she says yes")
    joan.does("share_summary")
    joan.types("Aunt May")
    joan.presses("everything")
    joan.presses("7")
    assert "utter_share_link" in joan.types("Joan says yes")


def test_a_yes_that_is_passed_on_can_be_taken_back():
    assert can_be_taken_back(Said("inform", "she says yes"), Question.RECORD_CONSENT)


@pytest.mark.parametrize("question", sorted(FOR_CONSENT - {Question.REFLECT_NOTES, Question.PLAN_CLEAR}))
def test_a_question_for_consent_is_never_to_be_skipped(talk, question):
    at(talk, question)
    for _ in range(3):
        talk.types("purple")
        assert talk.question is not question or "Skip this question" not in {
            button.title for say in talk.heard for button in say.buttons
        }


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Joan says: what matters most is the garden", "what matters most is the garden"),
        ("she says put Betty and Len", "Betty and Len"),
        ("her words are I want to be outside", "I want to be outside"),
    ],
)
def test_only_their_own_words_are_written_down(joan, words, kept):
    joan.types(words)
    assert joan.lines == [kept]


def test_at_another_door_the_words_stay_as_they_are(talk):
    talk.does("arrive")
    talk.presses("me")
    talk.types("she says put the kettle on, every morning")
    assert talk.lines == ["she says put the kettle on, every morning"]


@pytest.mark.parametrize("words", ["I'm not writing about me! I'm Pat, the words are Joan's", "not about me"])
def test_words_of_the_helper_about_themselves_are_no_answer(joan, words):
    assert joan.types(words) == ["utter_focus_their_words", "utter_focus_ask_what"]
    assert joan.lines == []


def test_who_helped_is_still_taken_where_it_is_asked(joan):
    for words in ("my hens", "they know me", "an egg from them"):
        joan.types(words)
    joan.presses("enough")
    joan.types("I'm Pat the volunteer")
    assert joan.draft.supported == "I'm Pat the volunteer"
