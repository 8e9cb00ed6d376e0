"""A volunteer types what somebody says: what is the volunteer's own, or of the room, is none of their words."""

import pytest

from bot.model.position import Question
from bot.understanding.helper_words import disowns, is_wait, quoted_words
from bot.understanding.in_passing import WHOSE_YES, asked_in_passing


@pytest.fixture
def stan(talk):
    talk.does("arrive")
    talk.presses("writing")
    return talk


def test_the_quoted_words_alone_are_kept(stan):
    stan.types('he says "I like my garden"')
    assert stan.lines == ["I like my garden"]


@pytest.mark.parametrize(
    ("words", "kept"),
    [("“Peace and quiet.”", "Peace and quiet."), ("she said 'I don't want fuss'", "I don't want fuss"),
     ('stan: "me pigeons"', "me pigeons"), ('my dog "Rex" on the bed', ""), ("it's my dog's bed", "")],
)  # fmt: skip
def test_quotation_marks_are_told_from_others(words, kept):
    assert quoted_words(words) == kept


@pytest.mark.parametrize("words", ["hang on tea trolley", "hes fallen asleep", "wait, the nurse is here", "one sec"])
def test_a_wait_is_a_wait_and_back_comes_back(stan, words):
    stan.types('"I like my garden"')
    assert stan.types(words) == ["utter_session_take_your_time"]
    assert stan.lines == ["I like my garden"]
    said = stan.types("back", guess="go_back")
    assert (stan.question, said[-1]) == (Question.FOCUS_WHY, "utter_focus_ask_why_quoting")


def test_back_at_other_times_goes_back(stan):
    stan.types('"I like my garden"')
    stan.types("back", guess="go_back")
    assert stan.question is Question.FOCUS_WHAT


@pytest.mark.parametrize(
    ("words", "waits"),
    [("hold on the physio", True), ("shes nodded off bless her", True), ("Stan's gone to the loo", True),
     ("he likes to wait", False), ("his sleep", False), ("hang on to my house", False), ("my dinner at one", False)],
)  # fmt: skip
def test_waits_are_told_from_what_matters(words, waits):
    assert is_wait(words) is waits


def test_a_correction_puts_it_right(stan):
    stan.types("they is wrong his name is Stan")
    assert (stan.draft.about, stan.lines) == ("Stan", [])
    stan.types("the tea trolley is coming round")
    stan.types("take out the tea trolley thats not him")
    assert stan.lines == []


def test_what_was_the_volunteers_own_is_taken_back(stan):
    stan.types('"I like my garden"')
    stan.types("it is a lovely garden with roses")
    stan.types("thats me saying it not him")
    assert (stan.lines, stan.question) == (["I like my garden"], Question.FOCUS_WHY)


@pytest.mark.parametrize(
    ("words", "own"),
    [("he never said that", True), ("that was me talking", True), ("not him", False), ("my words", False),
     ("that's not how he was", False)],
)  # fmt: skip
def test_whose_words_they_were_is_heard(words, own):
    assert disowns(words) is own


def test_why_may_be_told_late(stan):
    stan.types('"I like my garden"')
    stan.does("skip")
    assert stan.question is Question.FOCUS_SUPPORT
    stan.types('i said the answer to why. "cos I cant hear meself think"')
    assert stan.lines == ["I like my garden", "cos I cant hear meself think"]
    assert stan.question is Question.FOCUS_SUPPORT


@pytest.mark.parametrize(
    "words", ["who has to say yes to this, him or me?", "whos consenting here", "can i press yes for him",
              "does he have to say yes?"]
)  # fmt: skip
def test_the_yes_is_theirs(stan, words):
    assert stan.types(words, guess="ask_who_are_you")[0] == "utter_record_their_yes"
    assert stan.lines == []


@pytest.mark.parametrize("words", ["who says he can come home", "can I agree to that", "he says yes", "a yes from her"])
def test_other_words_do_not_ask_whose_yes(words):
    assert asked_in_passing(words) != WHOSE_YES
