"""A feeling told again soon after is gone on from: never the same words twice in a row, for any feeling."""

import pytest

from bot.model.position import Question
from bot.stages.feelings import FEELINGS
from tests.unit.fakes import RESPONSES
from tests.unit.stages.talking import at


@pytest.mark.parametrize("feeling", sorted(FEELINGS))
def test_the_second_time_it_is_shorter_and_goes_on_from_the_first(talk, feeling):
    at(talk, None)
    first, second, third, fourth = (talk.does(feeling)[0] for _ in range(4))
    assert first == f"utter_feelings_{feeling}"
    assert second == f"utter_feelings_again_{feeling}"
    assert third.startswith("utter_feelings_still")
    assert fourth == second
    longest = max(len(each["text"]) for each in RESPONSES[second])
    assert longest <= max(len(each["text"]) for each in RESPONSES[first])


def test_another_feeling_is_heard_in_full(talk):
    at(talk, None)
    talk.does("express_guilt")
    assert talk.does("express_anger")[0] == "utter_feelings_express_anger"
    assert talk.does("express_guilt")[0] == "utter_feelings_express_guilt"


def test_a_word_in_between_does_not_bring_the_same_text_back(talk):
    at(talk, None)
    talk.does("express_guilt")
    talk.types("thank you")
    assert talk.does("express_guilt")[0] == "utter_feelings_again_express_guilt"


def test_long_after_it_is_heard_as_if_for_the_first_time(talk):
    at(talk, None)
    talk.does("express_guilt")
    for _ in range(6):
        talk.types("thank you")
    assert talk.does("express_guilt")[0] == "utter_feelings_express_guilt"


def test_the_open_question_stays(talk):
    at(talk, Question.FOCUS_WHY)
    talk.does("express_fear")
    talk.does("express_fear")
    assert talk.question is Question.FOCUS_WHY
