"""Two people see it differently: both stand, each as its own; nothing of the other's is touched."""

import pytest

from bot.model.position import Door, Question
from bot.understanding.differently import sees_differently
from tests.unit.stages.talking import at

WORDS = "my brother disagrees"


@pytest.mark.parametrize(
    "words",
    [
        "we see this differently", "We all see it differently.", "that's not how he sees it", "my brother disagrees",
        "but my sister doesn't agree with it", "we don't agree", "he sees it very differently",
        "that is not what my dad wants", "we see this differently. tony says mum wants hospital",
        "my brother sees it differently to me", "tony disagrees with me, he thinks hospital",
        "we dont see eye to eye on this",
        "my sister thinks differently. she wants her in a home", "tony and mark have a different view",
        "my husband doesnt see it like that", "but my daughter wants something else",
    ],
)  # fmt: skip
def test_it_is_understood_word_for_word(words):
    assert sees_differently(words)


@pytest.mark.parametrize(
    "words",
    [
        "my brother disagrees with the doctors about his tablets",
        "seeing things differently since the stroke",
        "everyone sees things differently",
        "I see the sea from my window",
        "she wants something else to read in bed",
        "people think differently about god",
        "he has a different view from each window he sits at",
        "what if my brother sees it differently?",
    ],
)
def test_longer_talk_is_what_it_says(words):
    assert not sees_differently(words)


def test_both_can_stand_and_nothing_is_changed(talk):
    at(talk, None)
    kept = talk.kept
    assert talk.types(WORDS, guess="chitchat")[0] == "utter_record_differently"
    assert [button.payload for button in talk.heard[0].buttons] == ["choose:own_view", "choose:for_a_talk"]
    assert talk.kept == kept


def test_ones_own_view_is_kept_as_that_beside_the_other(talk):
    at(talk, None)
    theirs = talk.kept
    talk.types(WORDS, guess="chitchat")
    talk.presses("own_view")
    assert (talk.question, talk.position.door) == (Question.FOCUS_WHAT, Door.CLOSE)
    talk.types("he wants to be at home")
    talk.does("record_summary")
    talk.presses("right")
    talk.presses("keep")
    assert talk.kept.door is Door.CLOSE
    with talk.begin() as records:
        assert records.summaries.latest(talk.person, Door.ME) == theirs


def test_a_draft_in_another_voice_is_not_mixed_with_it(talk):
    at(talk, Question.FOCUS_MORE)
    before = talk.lines
    talk.types(WORDS, guess="chitchat")
    assert talk.presses("own_view")[0] == "utter_record_other_draft_first"
    assert (talk.question, talk.position.door, talk.lines) == (Question.RECORD_CHECK, Door.ME, before)


def test_it_can_be_noted_for_a_talk_in_their_words(talk):
    at(talk, None)
    talk.types(WORDS, guess="chitchat")
    assert talk.presses("for_a_talk")[0] == "utter_record_noted_for_talk"
    assert talk.draft.plan.hard == WORDS
    assert talk.question is Question.PLAN_WHO


def test_a_plan_that_is_made_keeps_what_felt_hard_before(talk):
    at(talk, Question.PLAN_CHECK)
    talk.types(WORDS, guess="chitchat")
    talk.presses("for_a_talk")
    assert talk.draft.plan.hard == f"she may cry\n{WORDS}"
    assert talk.question is Question.PLAN_CHECK


def test_said_where_a_question_waits_it_can_be_the_answer(talk):
    at(talk, Question.FOCUS_WHY)
    talk.types(WORDS, guess="chitchat")
    talk.presses("told_too")
    assert WORDS in talk.lines


def test_the_words_go_with_the_next_answer(talk):
    at(talk, None)
    talk.types(WORDS, guess="chitchat")
    talk.types("no")
    assert talk.draft.told_too == ""


def test_after_a_death_only_that_both_can_stand(talk):
    talk.does("arrive")
    talk.presses("grieving")
    assert talk.types(WORDS, guess="chitchat")[0] == "utter_record_differently_grieving"
    assert talk.draft.told_too == ""


TONY = "we see this differently. tony says mum wants hospital"


def _close_and_kept(talk):
    talk.does("arrive")
    talk.presses("close")
    talk.types("she wants to be at home")
    talk.does("record_summary")
    talk.presses("right")
    talk.presses("keep")
    return talk


def test_how_the_other_sees_it_is_added_in_their_name(talk):
    _close_and_kept(talk)
    kept = talk.kept
    assert talk.types(TONY)[0] == "utter_record_differently"
    assert talk.presses("own_view")[0] == "utter_record_adding"
    talk.presses("also_know")
    assert talk.lines == ["she wants to be at home", TONY]
    assert talk.kept == kept


def test_it_is_offered_where_a_view_is_begun(talk):
    at(talk, None)
    talk.types(TONY)
    assert talk.presses("own_view")[0] == "utter_focus_opening"
    talk.presses("opening")
    assert talk.lines == [TONY]


@pytest.mark.parametrize("question", [Question.SHARE_SECTIONS, Question.SHARE_CONSENT, Question.RECORD_REMOVE_WHICH])
def test_it_is_heard_while_sharing_and_taking_out(talk, question):
    at(talk, question)
    before = talk.lines
    assert talk.types(TONY)[0] == "utter_record_differently"
    assert (talk.question, talk.lines) == (question, before)
