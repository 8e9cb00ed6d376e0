"""Somebody adds a line in one sentence, or tells something new where only a choice or a yes is asked for."""

import pytest

from bot.model.headings import Heading
from bot.model.position import Question
from bot.understanding.in_view import in_view
from bot.understanding.new_words import is_new, told_beside
from bot.understanding.no_place import wherever
from bot.understanding.surfacing import laments
from tests.unit.stages.talking import at

R = "utter_record_"
HEARD = R + "heard_new"


@pytest.fixture
def check(talk):
    return at(talk, Question.RECORD_CHECK)


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("add a line: i dont want my mum there", "i dont want my mum there"),
        ("add i dont want my mum there", "i dont want my mum there"),
        ("add another line saying no visitors after 6", "no visitors after 6"),
        ("can you write down no tubes please", "no tubes"),
        ("i said add my cat sleeps here", "my cat sleeps here"),
        ("joe likes dinosaurs, put that in", "joe likes dinosaurs"),
        ("my cat sleeps on my bed. can you put that in please", "my cat sleeps on my bed"),
    ],
)
def test_a_line_is_added_in_one_sentence_and_read_back(check, words, new):
    check.types(words)
    assert check.question is Question.RECORD_ADD_HEADING
    assert check.value(R + "adding", "words") == new
    said = check.types("you choose")
    assert said[:2] == [R + "added", R + "read_back"]
    assert new in check.lines


@pytest.mark.parametrize(
    "words",
    ["add it", "add my name", "we add up", "it puts a smile on my face", "my mum put that in the cupboard",
     "they took out my stitches", "put the shed first", "is it right to add a line?", "take out 2"],
)  # fmt: skip
def test_other_words_ask_for_no_new_line(words):
    assert in_view(words) is None


@pytest.mark.parametrize("words", ["take out company", "i said take out its company", "I told you to remove company"])
def test_a_line_named_by_its_own_words_goes(check, words):
    check.types(words)
    check.presses("whole")
    assert "company" not in check.lines


@pytest.mark.parametrize("question", [Question.RECORD_CHECK, Question.RECORD_CONSENT, Question.RECORD_COPY])
def test_new_words_are_heard_and_can_be_added_and_the_question_waits(talk, question):
    at(talk, question)
    assert talk.types("i want to see the bluebells. with Jean")[0] == HEARD
    assert talk.types("cos its where i asked her")[0] == HEARD
    assert talk.types("and i want to die at home")[0] == HEARD
    assert talk.question is question
    talk.presses("add_written")
    assert talk.question is Question.RECORD_ADD_HEADING
    talk.types("i dunno what next")
    told = "i want to see the bluebells. with Jean\ncos its where i asked her\nand i want to die at home"
    assert talk.lines[-1] == told
    assert talk.question is Question.RECORD_CHECK


@pytest.mark.parametrize(
    ("words", "new"),
    [("i want to die at home", True), ("my brother can come", True), ("cos its where i asked her", True),
     ("yes but not the window", False), ("are you keeping it", False), ("my garden", False), ("ok thats good", False),
     ("dont keep my words", False), ("I have not decided", False)],
)  # fmt: skip
def test_what_is_new_is_told_from_what_is_said_of_the_draft(words, new):
    assert is_new(words) is new


def test_nothing_told_beside_the_yes_is_let_go(talk):
    at(talk, Question.RECORD_CONSENT)
    talk.types("i want to see the bluebells")
    talk.presses("keep")
    assert talk.kept is not None
    assert talk.draft.opening == "i want to see the bluebells"


def test_where_it_belongs_is_asked_no_more_than_twice(check):
    check.presses("add")
    check.types("i want my mum there")
    said = check.types("and my brother can come")
    assert said[:2] == [R + "added", HEARD]
    assert check.question is Question.RECORD_CHECK
    (line,) = [line for line in check.draft.lines if line.words == "i want my mum there"]
    assert line.heading is Heading.ALSO_KNOW
    assert check.draft.to_add == "and my brother can come"


def test_what_is_offered_outlives_not_knowing_and_is_offered_again(check):
    check.types("and my brother can come")
    check.types("and my brother can come")
    check.types("I don't know")
    assert check.draft.to_add == "and my brother can come"
    assert R + "can_add" in check.does("record_summary")
    assert check.question is Question.RECORD_CHECK


@pytest.mark.parametrize("words", ["i dunno what next", "anywhere", "you choose", "it doesn't matter", "skip"])
def test_a_place_need_not_be_chosen(check, words):
    check.types("add a line: no lilies please")
    check.types(words)
    assert "no lilies" in check.lines
    assert check.question is Question.RECORD_CHECK


def test_left_out_means_left_out(check):
    before = check.lines
    check.types("add a line: no lilies in here")
    check.types("no")
    assert (check.lines, check.draft.to_add) == (before, "")


@pytest.mark.parametrize(
    ("words", "open_left"),
    [("wherever you think best", True), ("i dont mind", True), ("any of them", True), ("up to you", True),
     ("my wellness", False), ("next to the window", False), ("with the dog", False), ("I do mind", False)],
)  # fmt: skip
def test_leaving_the_place_open_is_heard(words, open_left):
    assert wherever(words) is open_left


def test_what_is_told_beside_a_question_is_put_where_it_belongs(check):
    said = check.types("who takes the bed back. and joe likes dinosaurs, put that in")
    assert said[0].startswith("utter_information_")
    assert check.value(R + "adding", "words") == "joe likes dinosaurs"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("whats hospice at home. and joe likes dinosaurs, put that in", ("joe likes dinosaurs", True)),
        ("who takes the bed back? my brother has a van", ("my brother has a van", False)),
        ("what is a hospice", ("", False)),
        ("joe likes dinosaurs", ("", False)),
        ("what is that? ok thanks", ("", False)),
        ("can you help me? yes", ("", False)),
    ],
)
def test_what_is_told_is_parted_from_what_is_asked(words, told):
    assert told_beside(words) == told


@pytest.mark.parametrize("question", [Question.RECORD_CHECK, Question.RECORD_CONSENT, Question.SHARE_EXPIRY])
def test_whoever_cries_out_is_heard_before_anything_is_asked(talk, question):
    at(talk, question)
    before = talk.lines
    assert talk.types("its not fair ive only just retired")[0] == "utter_bereavement_heard"
    assert talk.types("im so scared")[0] == "utter_bereavement_heard_again"
    assert (talk.question, talk.lines) == (question, before)


@pytest.mark.parametrize(
    ("words", "cries"),
    [("why me", True), ("I don't want to die", True), ("life is so unfair", True), ("we had so many plans", True),
     ("I don't want to die in hospital", False), ("a fair share for the boys", False), ("why do you ask", False),
     ("the fair at Goose Green", False)],
)  # fmt: skip
def test_a_cry_is_told_from_a_wish(words, cries):
    assert laments(words) is cries
