"""A name or a halt where a why is asked, a sentence where a reader is; one try at a wrong number."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at


@pytest.fixture
def why(talk):
    talk.does("arrive")
    talk.presses("close")
    talk.types("my mum loves her garden")
    assert talk.question is Question.FOCUS_WHY
    return talk


@pytest.mark.parametrize(
    ("words", "name"),
    [("Ruth", "Ruth"), ("her names Ruth", "Ruth"), ("being called Ruthie", "Ruthie"), ("we call her Nessie", "Nessie")],
)
def test_a_name_alone_is_no_why(why, words, name):
    assert why.types(words)[0] == "utter_focus_named"
    assert (why.question, why.draft.about, len(why.lines)) == (Question.FOCUS_WHY, name, 1)


@pytest.mark.parametrize("words", ["peace", "Family", "because of Ruth", "being called stupid"])
def test_other_short_words_are_the_why(why, words):
    why.types(words)
    assert why.lines[1] == words


@pytest.mark.parametrize(
    "words",
    ["sorry. nurse is here hang on", "hang on the doctors here", "one sec shes awake", "hold on. mum is calling"],
)
def test_words_that_only_halt_are_a_pause(why, words):
    assert why.types(words)[0].startswith("utter_session_")
    assert len(why.lines) == 1


@pytest.mark.parametrize("words", ["the nurse is here every day", "wait for the nurse", "hang on to what we have"])
def test_words_with_a_halt_in_them_are_the_why(why, words):
    why.types(words)
    assert why.lines[1] == words


@pytest.mark.parametrize(
    "words",
    ["i just said why", "youre asking me why about the why", "I already told you that", "you just asked me that"],
)
def test_who_has_said_why_goes_on(why, words):
    why.types(words)
    assert why.question is Question.FOCUS_SUPPORT
    assert len(why.lines) == 1


@pytest.mark.parametrize("words", ["she told me why", "he keeps asking why", "I told her. she loves roses"])
def test_what_others_said_is_an_answer(why, words):
    why.types(words)
    assert why.lines[1] == words


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("anyone but not my brother", "your brother"),
        ("not my brother", "your brother"),
        ("everyone but Colin", "Colin"),
    ],
)
def test_whoever_is_left_out_is_told_of_and_is_no_reader(talk, words, who):
    at(talk, Question.SHARE_WHO)
    assert talk.types(words)[0] == "utter_share_left_out"
    assert talk.value("utter_share_left_out", "who") == who
    assert (talk.question, talk.draft.recipient) == (Question.SHARE_WHO, "")


@pytest.mark.parametrize(
    "words",
    [
        "do not contact me",
        "please do not use my phone",
        "do not forget me",
        "you may not send letters",
        "she must not worry",
        "do not use my words",
    ],
)
def test_what_is_not_to_be_done_leaves_nobody_out_and_names_no_reader(talk, words):
    at(talk, Question.SHARE_WHO)
    assert "utter_share_left_out" not in talk.types(words)
    assert (talk.question, talk.draft.recipient) == (Question.SHARE_WHO, "")


def test_one_may_and_another_may_not(talk):
    at(talk, Question.SHARE_WHO)
    talk.types("my son but not my daughter")
    assert (talk.question, talk.draft.recipient) == (Question.SHARE_SECTIONS, "my son")


@pytest.mark.parametrize(
    "words", ["the bed the hospice lent us", "was it peaceful do you think", "i wasnt holding her hand", "she said so"]
)
def test_a_sentence_is_no_reader(talk, words):
    at(talk, Question.SHARE_WHO)
    talk.types(words)
    assert (talk.question, talk.draft.recipient) == (Question.SHARE_WHO, "")


@pytest.mark.parametrize("guess", ["inform", "ask_privacy"])
@pytest.mark.parametrize(
    ("words", "reader"),
    [("can my aunty Jean see it", "Aunty Jean"), ("could the district nurse read it?", "the district nurse")],
)
def test_who_may_see_it_is_asked_and_named(talk, words, reader, guess):
    at(talk, Question.SHARE_WHO)
    talk.types(words, guess=guess)
    assert (talk.question, talk.draft.recipient) == (Question.SHARE_SECTIONS, reader)


@pytest.mark.parametrize("words", ["who takes the bed back", "the morphine is still here", "4 grand for a funeral"])
def test_a_matter_of_fact_beside_a_draft_is_answered_and_no_line(talk, words):
    at(talk, Question.RECORD_CHECK)
    before = talk.lines
    said = talk.types(words)
    assert said[0].startswith("utter_information_")
    assert not {"utter_record_can_add", "utter_record_say_which"} & set(said)
    assert (talk.question, talk.lines) == (Question.RECORD_CHECK, before)


def test_how_it_was_at_the_end_is_answered_with_what_often_happens(talk):
    at(talk, Question.RECORD_CHECK)
    assert talk.types("was her breathing normal at the end")[0] == "utter_information_text"


@pytest.mark.parametrize("words", ["i wasnt holding her hand", "I never got to say goodbye", "she was alone"])
def test_grief_beside_a_draft_is_heard(talk, words):
    at(talk, Question.RECORD_CHECK)
    assert talk.types(words) == ["utter_bereavement_heard", "utter_record_ask_check_again"]


@pytest.mark.parametrize("words", ["no hospital bed in the front room", "I like the window open", "she was a teacher"])
def test_what_may_be_a_line_can_be_added(talk, words):
    at(talk, Question.RECORD_CHECK)
    assert {"utter_record_heard_new", "utter_record_can_add"}.intersection(talk.types(words))


def test_to_tire_of_numbers_is_no_report(talk):
    at(talk, Question.FOCUS_WHY)
    said = talk.does("report_directory_error", "you just give me phone numbers")
    assert said[0] == "utter_signposting_no_more_numbers"
    assert talk.question is Question.FOCUS_WHY


def test_which_number_is_asked_for_once(talk):
    at(talk, Question.SIGNPOSTING_WRONG)
    back = talk.position.returning_to
    talk.types("dunno what you mean by that")
    talk.types("it is the quiet that gets me")
    assert talk.question is back
    at_it = talk.position
    assert at_it.returning_to is None


@pytest.mark.parametrize("intent", ["resume", "thank", "express_fear", "ask_money", "arrive"])
def test_whatever_else_comes_lets_the_number_go(talk, intent):
    at(talk, Question.SIGNPOSTING_WRONG)
    assert "utter_signposting_ask_wrong" not in talk.does(intent)
    assert talk.question is not Question.SIGNPOSTING_WRONG
