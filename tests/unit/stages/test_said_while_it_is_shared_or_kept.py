"""What people say at the choices of the record and of sharing in their own way: it is heard for what it is."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at

YES = ["yes go on", "yes go on then", "yeah do it", "aye carry on", "yes please go ahead"]
NO_YES = ["go on", "ok go on", "yes go on about it later", "yes?", "yes but not the last bit"]


@pytest.mark.parametrize("words", YES)
@pytest.mark.parametrize("guess", ["resume", "affirm", "inform"])
def test_a_yes_that_tells_to_go_on_is_a_clear_yes(talk, words, guess):
    at(talk, Question.SHARE_CONSENT)
    before = len(talk.shares)
    assert "utter_share_link" in talk.types(words, guess)
    assert len(talk.shares) == before + 1


@pytest.mark.parametrize("words", YES)
def test_so_it_is_where_it_is_to_be_kept(talk, words):
    at(talk, Question.RECORD_CONSENT)
    assert "utter_record_kept" in talk.types(words, "resume")


@pytest.mark.parametrize("words", NO_YES)
@pytest.mark.parametrize("question", [Question.SHARE_CONSENT, Question.RECORD_CONSENT])
def test_less_than_a_yes_shares_and_keeps_nothing(talk, question, words):
    at(talk, question)
    kept, shared = talk.kept, len(talk.shares)
    talk.types(words, "resume")
    assert (talk.kept, len(talk.shares)) == (kept, shared)
    assert talk.question is question


@pytest.mark.parametrize(
    "words",
    [
        "told her last night. she cried",
        "i told mum yesterday",
        "told him. he walked out",
        "I told them everything today",
    ],
)
@pytest.mark.parametrize("question", [Question.SHARE_CONSENT, Question.SHARE_SECTIONS, Question.RECORD_CHECK])
def test_a_talk_told_of_there_is_heard_and_can_be_looked_back_on(talk, question, words):
    at(talk, question)
    assert talk.types(words)[0] == "utter_share_talk_heard"
    assert talk.question is question
    assert "reflect_on_conversation" in talk.buttons()


@pytest.mark.parametrize(
    "words",
    ["put that in. that she already knew", "put this down: she already knew", "Add that in, she already knew please"],
)
def test_what_is_to_be_put_in_may_follow(talk, words):
    at(talk, Question.RECORD_CHECK)
    talk.types(words)
    assert talk.question is Question.RECORD_ADD_HEADING
    assert talk.draft.to_add == "she already knew"


@pytest.mark.parametrize("words", ["put that in", "put it in. please", "put that in please"])
def test_without_words_nothing_new_is_put_in(talk, words):
    at(talk, Question.RECORD_CHECK)
    talk.types(words)
    assert talk.draft.to_add in {"", words}


LOOKS = [
    "no thats it let me see", "thats all show me", "nothing else, can i read it", "im done let me see it all",
    "ok thats everything lets have a look", "let me see what ive got", "can I see what you've put",
]  # fmt: skip


@pytest.mark.parametrize("words", LOOKS)
def test_a_wish_to_see_it_is_no_answer(talk, words):
    at(talk, Question.FOCUS_WHY)
    before = talk.lines
    said = talk.types(words, "inform")
    assert "utter_record_draft_so_far" in said
    assert talk.lines == before


@pytest.mark.parametrize(
    "words", ["i want to see it all", "let me see the sea", "can my sister read to me", "let me think"]
)
def test_seeing_something_else_is_an_answer_still(talk, words):
    at(talk, Question.FOCUS_SUPPORT)
    assert "utter_record_draft_so_far" not in talk.types(words)


@pytest.mark.parametrize("words", ["let it visit", "let her in", "let Bess on the bed", "pass me my radio"])
def test_a_guess_at_sharing_needs_a_word_of_it(talk, words):
    at(talk, Question.FOCUS_SUPPORT)
    talk.types(words, "share_summary")
    assert words in talk.lines


@pytest.mark.parametrize(
    "words", ["I want to share this with Jo", "show it to my sister now", "can you send it to the GP"]
)
def test_with_one_it_is_gone_on_with(talk, words):
    at(talk, Question.FOCUS_SUPPORT)
    talk.types(words, "share_summary")
    assert words not in talk.lines


@pytest.mark.parametrize(
    "words", ["yes put it in", "yes put that in please", "ok add it in then", "yeah write that down"]
)
def test_what_was_learned_is_put_in_on_being_told_to(talk, words):
    at(talk, Question.REFLECT_NOTES)
    assert "utter_reflect_put_in" in talk.types(words)


@pytest.mark.parametrize("words", ["put it somewhere", "yes put the kettle on", "dont put that in"])
def test_other_words_put_nothing_in(talk, words):
    at(talk, Question.REFLECT_NOTES)
    assert "utter_reflect_put_in" not in talk.types(words)
