"""Somebody with a conversation on the web, and somebody new on Telegram."""

from dataclasses import replace

import pytest

from bot.model.position import Door, Position, Question
from tests.unit.channels.joining.devices import DRAFT


@pytest.fixture
def facts(facts):
    return replace(facts, telegram_name=lambda: "example_bot")


@pytest.fixture
async def first(begin, talking):
    """The token of somebody in the middle of something on the web."""
    token = await talking.open_session("web")
    with begin() as records:
        person = records.sessions.person(token)
        records.people.place(person, Position(question=Question.FOCUS_MORE, door=Door.ME, welcomed=True))
        records.drafts.put(person, DRAFT)
        records.commit()
    return token


@pytest.fixture
async def chat(talking):
    """The token of somebody new on Telegram."""
    return await talking.open_session("telegram")
