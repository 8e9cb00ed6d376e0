"""A child in danger gets words for one, for as long as it lasts."""

import pytest

from bot.channels.inbound import Inbound
from bot.model.safety import SafetyIntent, Verdict
from bot.safety import door
from tests.unit.channels.gateway import NoStore


async def test_a_child_is_answered_as_one_with_everything_else_down(engine, lines):
    engine.down = True
    inbound = Inbound(NoStore(None), engine, lines)
    reply = await inbound.receive(None, text="im 14 and i want to kill myself")
    assert reply == door.load()["utter_safety_young_suicidal"]


async def test_a_parent_is_not(inbound, token):
    reply = await inbound.receive(token, text="my daughter is 14 and she wants to kill herself")
    assert reply == door.load()["utter_safety_suicidal_other"]


async def test_a_child_in_danger_that_only_the_engine_noticed(talking, rules):
    token = await talking.open_session("test")
    await talking.arrive(token)
    words = "im 12 and some words that no pattern knows"
    rules.understands[words] = SafetyIntent.SAFEGUARDING
    reply = await talking.receive(token, text=words)
    assert reply == door.reply_to(Verdict(SafetyIntent.SAFEGUARDING, ""), young=True).reply


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("no", "utter_safety_young_emergency"),
        ("yes", "utter_safety_young_safe"),
        ("I want to kill myself", "utter_safety_young_suicidal"),
    ],
)
async def test_a_child_is_still_one_in_the_next_message(inbound, token, words, name):
    await inbound.receive(token, text="im 14 and i want to kill myself")
    assert await inbound.receive(token, text=words) == door.load()[name]


async def test_a_childs_age_is_not_remembered_beyond_the_next_ordinary_reply(inbound, token):
    await inbound.receive(token, text="im 14 and i want to kill myself")
    await inbound.receive(token, text="the garden")
    assert await inbound.receive(token, text="I want to kill myself") == door.load()["utter_safety_suicidal"]


async def test_a_child_is_still_one_when_only_the_engine_noticed(talking, rules):
    token = await talking.open_session("test")
    await talking.arrive(token)
    await talking.receive(token, text="im 14 and i want to kill myself")
    words = "some words that no pattern knows"
    rules.understands[words] = SafetyIntent.SAFEGUARDING
    assert await talking.receive(token, text=words) == door.load()["utter_safety_young_safeguarding"]


async def test_a_child_who_talks_of_the_garden_is_not_stopped(inbound, engine, token):
    await inbound.receive(token, text="im 14 and my gran loves her garden")
    assert [heard.text for heard in engine.heard] == ["im 14 and my gran loves her garden"]
