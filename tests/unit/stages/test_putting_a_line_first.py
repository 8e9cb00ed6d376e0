"""Somebody puts a line first: what can move is offered, and a line that is first already is said to be."""

from bot.model.position import Question
from tests.unit.stages.talking import at


def test_no_why_and_no_first_line_is_offered(talk):
    at(talk, Question.RECORD_CHECK)
    talk.presses("move")
    whys = {line.id for line in talk.draft.in_order if line.kind == "why"}
    offered = {each.removeprefix("choose:") for each in talk.buttons()}
    assert whys
    assert not offered & (whys | {talk.draft.in_order[0].id})


def test_the_first_line_is_first_already(talk):
    at(talk, Question.RECORD_CHECK)
    before = talk.lines
    talk.presses("move")
    assert talk.types("1")[0] == "utter_record_first_already"
    assert talk.lines == before


def test_a_why_that_is_named_moves_what_it_explains(talk):
    at(talk, Question.RECORD_CHECK)
    talk.types("put company first")
    assert talk.lines[:2] == ["my dog Alfie", "company"]
