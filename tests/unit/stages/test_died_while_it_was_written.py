"""A death told in the middle of what matters to somebody puts the questions down, and is no answer to them."""

import pytest

from bot.model.position import Door, Question
from tests.unit.stages.talking import at


@pytest.fixture
def close(talk):
    talk.does("arrive")
    talk.presses(Door.CLOSE)
    talk.types("her garden")
    return talk


@pytest.mark.parametrize("words", ["she died last week", "well he died on sunday"])
def test_the_questions_are_put_down(close, words):
    lines = close.lines
    said = close.types(words)
    assert said[:2] == ["utter_bereavement_any", "utter_bereavement_put_down"]
    assert close.question is Question.BEREAVEMENT_WHICH
    assert close.lines == lines


def test_a_death_of_long_ago_is_an_answer(close):
    close.types("he died in 1998")
    assert close.lines[-1] == "he died in 1998"


def test_in_ones_own_record_it_is_of_somebody_else(talk):
    at(talk, Question.FOCUS_WHY)
    said = talk.types("she died last week")
    assert "utter_bereavement_put_down" not in said


@pytest.mark.parametrize(
    "words",
    ["ive lost the pin number", "he hasnt got the link", "can i have the pin again", "my son has lost the link"],
)
def test_a_lost_link_or_pin_is_shown_no_more(sharing, words):
    assert sharing.does("ask_privacy", words)[0] == "utter_privacy_more_lost"
    assert "utter_share_stopped_unseen" not in sharing.does("resume")
