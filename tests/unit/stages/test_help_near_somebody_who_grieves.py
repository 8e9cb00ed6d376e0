"""Somebody who grieves asks what there is near them, and names no need: it is help in grief that they look for."""

import pytest

from bot.model.directory import Need
from bot.model.position import Question

NEAR = [
    "is there anyone round here i could talk to",
    "what is there near me",
    "is there a group i could go to",
    "i dont want to be on my own",
]


@pytest.mark.parametrize("words", NEAR)
def test_help_in_grief_is_looked_for_and_only_where_is_asked(talk, words):
    talk.does("bereavement_support", "my wife died last month")
    said = talk.does("find_support", words)
    assert Need.BEREAVEMENT in (talk.position.search.needs or talk.position.sought.needs)
    assert said == ["utter_signposting_ask_place"] or said[0] == "utter_signposting_service"


def test_another_need_that_is_named_is_the_one(talk):
    talk.does("bereavement_support", "my wife died last month")
    talk.does("find_support", "is there anyone local who can help me with money")
    assert talk.position.search.needs == (Need.MONEY,)


def test_whoever_grieves_for_nobody_is_asked_what_for(talk):
    assert talk.does("find_support", "what is there near me")[-1] == "utter_signposting_ask_need"
    assert talk.question is Question.SIGNPOSTING_NEED
