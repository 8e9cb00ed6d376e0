"""Somebody says in two taps whether this was useful: it is counted, and nothing of them is kept."""

import pytest

from bot.model.feedback import BECAUSE, USEFUL
from bot.model.position import Question
from tests.unit.fakes import everywhere
from tests.unit.stages.talking import at


def shown(begin):
    with begin() as records:
        return records.feedback.shown((*USEFUL, *BECAUSE))


def test_it_is_offered_once_it_is_kept_and_when_asked_for(talk):
    at(talk, Question.RECORD_CONSENT)
    talk.presses("keep")
    assert "choose:was_it_useful" in talk.buttons()
    talk.types("feedback", guess="chitchat")
    assert "choose:was_it_useful" in talk.buttons()


def test_two_taps(talk):
    at(talk, None)
    assert talk.presses("was_it_useful")[0] == "utter_improve_ask_useful"
    assert talk.presses("useful_partly")[0] == "utter_improve_ask_because"
    assert talk.presses("because_time")[0] == "utter_improve_counted"


def test_the_reason_can_be_left(talk, begin):
    at(talk, None)
    talk.presses("useful_no")
    assert talk.presses("because_nothing")[0] == "utter_improve_counted"
    assert set(shown(begin).values()) == {"fewer than 5"}


def test_it_changes_nothing_that_is_open(talk):
    at(talk, Question.FOCUS_WHY)
    before = talk.draft
    talk.presses("was_it_useful")
    talk.presses("useful_yes")
    assert (talk.question, talk.draft) == (Question.FOCUS_WHY, before)


def test_counts_under_five_are_not_shown(begin):
    with begin() as records:
        for _ in range(4):
            records.feedback.count("useful_yes")
        records.commit()
    assert shown(begin)["useful_yes"] == "fewer than 5"
    with begin() as records:
        records.feedback.count("useful_yes")
        records.commit()
    assert shown(begin)["useful_yes"] == "5"
    assert shown(begin)["useful_no"] == "fewer than 5"


@pytest.mark.parametrize("second", ["useful_yes", "useful_no"])
def test_pressed_twice_it_counts_once_and_says_so(talk, begin, second):
    with begin() as records:
        for _ in range(4):
            records.feedback.count("useful_yes")
            records.feedback.count("useful_no")
        records.commit()
    at(talk, None)
    talk.presses("useful_yes")
    assert talk.presses(second)[0] == "utter_improve_counted_before"
    assert shown(begin)["useful_yes"] == "5"
    assert shown(begin)["useful_no"] == "fewer than 5"


def test_the_reason_counts_once_too(talk, begin):
    with begin() as records:
        for _ in range(4):
            records.feedback.count("because_words")
        records.commit()
    at(talk, None)
    talk.presses("useful_yes")
    assert talk.presses("because_words")[0] == "utter_improve_counted"
    assert talk.presses("because_words")[0] == "utter_improve_counted_before"
    assert shown(begin)["because_words"] == "5"


def test_asked_for_again_it_is_not_asked_again(talk):
    at(talk, None)
    talk.presses("useful_yes")
    assert talk.presses("was_it_useful")[0] == "utter_improve_counted_before"


def test_nothing_says_who(talk, database):
    at(talk, None)
    talk.presses("useful_yes")
    assert "feedback" not in everywhere(database, talk.person)
