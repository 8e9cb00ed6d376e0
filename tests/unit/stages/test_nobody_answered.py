"""A number that nobody answered is not wrong; a crisis line is shown whatever was said of its number."""

from dataclasses import replace

import pytest

from bot.model.directory import Found, Need
from bot.model.position import Question
from tests.unit.stages.fake_support import CRUSE, match
from tests.unit.stages.talking import at

P = "utter_signposting_"


@pytest.fixture
def found(talk):
    at(talk, None)
    talk.does("find_support", "money, I'm in Poole")
    return talk


def test_it_is_no_report_and_another_one_is_shown(found, support):
    said = found.does("report_directory_error", "the number you gave me for cruse just rang out")
    assert said[:3] == [P + "no_answer_hours", P + "no_answer_another", P + "service"]
    assert found.value(P + "service", "name") == "Mosaic House"
    assert support.reports == []
    assert found.position.search.wrong == ()


def test_hours_that_are_not_known_are_said_to_be_so(found, support):
    support.again = lambda services: tuple(match(support.entries[one], open_now=None) for one in services)
    assert found.does("report_directory_error", "nobody picks up at cruse")[0] == P + "no_answer_at"


@pytest.mark.parametrize("words", ["it just rang out", "no answer", "its engaged"])
def test_which_one_need_not_be_said(found, support, words):
    assert found.does("report_directory_error", words)[0] == P + "no_answer"
    assert found.question is None
    found.does("report_directory_error", "a number is wrong")
    assert found.question is Question.SIGNPOSTING_WRONG
    assert found.types("Cruse, it rang out")[0] == P + "no_answer_hours"
    assert support.reports == []


@pytest.mark.parametrize("words", ["nobody answered at cruse, its the wrong number", "cruse: number not in service"])
def test_a_number_that_is_wrong_is_still_reported(found, support, words):
    assert found.does("report_directory_error", words)[0] == P + "wrong_reported"
    assert len(support.reports) == 1


def test_a_crisis_line_stays_for_whoever_reported_it(talk, support):
    line = replace(CRUSE, needs=(Need.CRISIS,))
    support.entries["s1"], support.found = line, Found((match(line),))
    at(talk, None)
    talk.does("find_support", "money, I'm in Poole")
    assert talk.does("report_directory_error", "that number is wrong")[0] == P + "wrong_noted"
    assert len(support.reports) == 1
    talk.does("find_support", "money, I'm in Poole")
    assert "1677" in talk.value(P + "service", "contact")


def test_a_number_in_doubt_is_shown_with_a_word_of_it(talk, support):
    support.doubts = frozenset({"s1"})
    at(talk, None)
    assert P + "doubted" in talk.does("find_support", "money, I'm in Poole")
    assert talk.value(P + "doubted", "name") == "Cruse"
