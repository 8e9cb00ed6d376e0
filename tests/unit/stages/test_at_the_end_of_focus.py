"""Before it is read back: what matters to the one who cares, what would help those who worry, and what comes first."""

import pytest

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Question
from tests.unit.stages.talking import at


def tells(talk, door, *things):
    talk.does("arrive")
    talk.presses(door)
    for thing in things:
        for words in (thing, "skip", "skip"):
            talk.types(words)
    talk.presses("enough")


def test_whoever_is_close_is_asked_once_what_matters_to_them(talk):
    tells(talk, "close", "his bench")
    assert [say.response for say in talk.heard] == ["utter_focus_topics_ask_caring"]
    said = talk.types("one night of sleep a week")
    assert said[0] == "utter_record_read_back"
    section = next(say.values for say in talk.heard if say.values.get("heading") == Heading.ALSO_KNOW.of_them)
    assert section["lines"] == "2. For the one who cares: “one night of sleep a week”"
    talk.types("go back")
    talk.types("go back")
    assert talk.question is Question.FOCUS_MORE
    talk.presses("enough")
    assert talk.question is Question.RECORD_CHECK


def test_whoever_is_close_and_said_nothing_is_not_asked(talk):
    talk.does("arrive")
    talk.presses("close")
    talk.types("skip")
    talk.types("skip")
    assert talk.presses("enough")[0] == "utter_record_nothing_yet"


@pytest.mark.parametrize("words", ["my wife worries", "I worry about my mum", "how my husband will manage"])
def test_somebody_whose_family_worries_is_asked_what_would_help_those(talk, words):
    tells(talk, "me", words)
    assert talk.question is Question.FOCUS_CARING
    talk.types("a number she can ring at night")
    line = talk.draft.said(Kind.FOR_OTHERS, 0)
    assert (line.heading, line.shown) == (Heading.PEOPLE, "For those who are close: a number she can ring at night")


@pytest.mark.parametrize("words", ["my wife", "I worry about the bees", "my daughter sings", "worries"])
def test_others_are_not_asked(talk, words):
    tells(talk, "me", words)
    assert talk.question is Question.RECORD_CHECK


def test_with_three_things_one_is_put_first_of_all(talk):
    talk.does("arrive")
    talk.presses("me")
    talk.types("the sea")
    talk.types("skip")
    talk.types("skip")
    talk.types("my hens")
    talk.types("skip")
    talk.types("skip")
    talk.presses("people")
    talk.types("my sister Jo")
    talk.types("she knows me best")
    talk.types("skip")
    talk.presses("enough")
    titles = [button.title for say in talk.heard for button in say.buttons]
    assert titles == ["1. the sea", "2. my hens", "3. my sister Jo", "Leave the order"]
    assert talk.types("3")[0] == "utter_record_moved"
    assert talk.lines == ["my sister Jo", "she knows me best", "the sea", "my hens"]
    assert {line.heading for line in talk.draft.lines} == {Heading.MOST_IMPORTANT}


def test_the_order_can_be_left_and_is_not_asked_again(talk):
    tells(talk, "me", "the sea", "my hens", "the choir")
    assert talk.question is Question.FOCUS_ORDER
    talk.types("skip")
    assert talk.lines == ["the sea", "my hens", "the choir"]
    talk.types("go back")
    talk.types("go back")
    talk.presses("enough")
    assert talk.question is Question.RECORD_CHECK


def test_with_two_things_no_order_is_asked(talk):
    tells(talk, "me", "the sea", "my hens")
    assert talk.question is Question.RECORD_CHECK


@pytest.mark.parametrize("question", [Question.FOCUS_ORDER, Question.FOCUS_CARING, Question.FOCUS_DO_NOT])
def test_months_later_the_same_is_asked(talk, clock, question):
    asked = at(talk, question).does("greet")[-1]
    clock.move(days=90)
    assert "utter_session_back_focus" in talk.does("greet")
    assert talk.does("resume")[-1] == asked
    assert talk.question is question


@pytest.mark.parametrize("words", ["🌻🐝", "أريد أن أكون في البيت", "chcę być w domu"])
def test_words_of_any_kind_are_quoted_and_kept_as_they_are(talk, words):
    talk.does("arrive")
    talk.presses("me")
    talk.types(words)
    assert talk.value("utter_focus_ask_why_quoting", "words") == words
    talk.types(words)
    assert talk.value("utter_focus_topics_you_said", "words") == words
    assert talk.lines == [words, words]


def test_a_long_why_is_not_quoted(talk):
    talk.does("arrive")
    talk.presses("me")
    talk.types("the sea")
    assert talk.types("it is where we all went " * 10) == ["utter_focus_ask_support"]
