"""Words against what stands are obeyed: a share by its reader, a line before it is kept."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at, share_with


@pytest.mark.parametrize(
    ("recipient", "words"),
    [
        ("my sister", "stop the sister"), ("my sister", "can u stop my sister please"), ("Dr Mehta", "stop the gp"),
        ("my sister Jan", "stop Jan now"), ("my sister Jan", "stop my sister's link"),
        ("my doctor", "end the gp access"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("guess", ["inform", "withdraw_consent", "nlu_fallback"])
def test_a_share_is_stopped_by_its_reader(talk, recipient, words, guess):
    at(talk, None)
    share_with(talk, recipient)
    share_with(talk, "Colin")
    talk.types(words, guess)
    assert {share.recipient for share in talk.shares if share.stopped} == {recipient}


@pytest.mark.parametrize("words", ["stop the chemo", "stop the gp visiting", "stop my brother"])
def test_what_nobody_reads_is_not_stopped(talk, words):
    at(talk, None)
    share_with(talk, "my sister")
    talk.types(words)
    assert not any(share.stopped for share in talk.shares)


@pytest.mark.parametrize("words", ["take my name off the research", "stop the research", "no more contacting me"])
def test_taking_back_another_yes_stops_no_share(talk, words):
    at(talk, None)
    share_with(talk, "my sister")
    talk.types(words, "withdraw_consent")
    assert not any(share.stopped for share in talk.shares)


@pytest.mark.parametrize("question", [Question.RECORD_CONSENT, Question.RECORD_COPY])
@pytest.mark.parametrize("words", ["take out 1", "can u take out 1 pls", "remove line 1", "delete the first line"])
@pytest.mark.parametrize("guess", ["inform", "edit_summary"])
def test_a_line_goes_before_anything_is_kept(talk, question, words, guess):
    at(talk, question)
    first = talk.lines[0]
    talk.types(words, guess)
    assert talk.question not in {Question.RECORD_CONSENT, Question.RECORD_COPY}
    if talk.question is Question.RECORD_REMOVE_BIT:
        talk.presses("whole")
    assert first not in talk.lines
    assert talk.kept is None


@pytest.mark.parametrize(
    "words", ["no", "skip", "is that it", "yes its right", "yes keep it", "leave them", "never mind"]
)
@pytest.mark.parametrize("question", [Question.RECORD_REMOVE_WHICH, Question.RECORD_CHANGE_WHICH])
def test_which_line_is_left_by_saying_that_it_stays(talk, words, question):
    at(talk, question)
    before = talk.lines
    talk.types(words, "ask_clarify" if words == "is that it" else "inform")
    assert talk.question is Question.RECORD_CHECK
    assert talk.lines == before


@pytest.mark.parametrize("words", ["ok do it", "get on with it", "yes thats right", "go for it then"])
def test_an_unclear_word_about_deleting_is_asked_about_once(talk, words):
    at(talk, Question.RECORD_DELETE)
    assert talk.types(words)[0] == "utter_record_clear_yes_copy"
    assert talk.question is Question.RECORD_DELETE
    assert "utter_record_nothing_deleted" in talk.types(words)
    assert talk.question is not Question.RECORD_DELETE


@pytest.mark.parametrize("words", ["no", "keep it", "leave it", "stop", "no wait"])
def test_a_no_to_deleting_is_one(talk, words):
    at(talk, Question.RECORD_DELETE)
    talk.types(words)
    assert talk.question is not Question.RECORD_DELETE


@pytest.mark.parametrize("words", ["yh", "yeah thats right", "yep its all correct", "yeh that is right thanks"])
def test_it_is_right_and_that_alone_keeps_nothing(talk, words):
    at(talk, Question.RECORD_CHECK)
    talk.types(words)
    assert talk.question is Question.RECORD_CONSENT
    if words != "yh":
        talk.types(words)
        assert talk.kept is None


@pytest.mark.parametrize("question", [Question.SHARE_SECTIONS, Question.SHARE_EXPIRY, Question.SHARE_CONSENT])
@pytest.mark.parametrize("words", ["actually no my brother", "not her, my brother", "sorry i meant my brother"])
def test_another_reader_takes_the_place_of_the_first(talk, question, words):
    at(talk, question)
    talk.types(words)
    assert talk.draft.recipient == "my brother"
    assert talk.question is question
    assert talk.shares == ()


@pytest.mark.parametrize("words", ["its all ive got", "it's all we have left", "she is all i've got"])
def test_an_answer_is_no_wish_to_see_what_is_written(talk, words):
    at(talk, Question.FOCUS_WHY)
    talk.types(words, "review_summary")
    assert words in talk.lines


@pytest.mark.parametrize("words", ["show me what ive got", "read it back", "let me see it so far"])
def test_a_wish_to_see_it_is_heard_there(talk, words):
    at(talk, Question.FOCUS_WHY)
    talk.types(words, "review_summary")
    assert words not in talk.lines
