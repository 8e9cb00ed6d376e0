"""Through the gateway: "I just want to be with her" is asked about where a death was told, and only there."""

from dataclasses import replace

import pytest

from bot.model.position import Door, Position
from bot.model.safety import Asked
from tests.unit.channels.gateway import said


def place(begin, token, **changes):
    with begin() as records:
        person = records.sessions.person(token)
        records.people.place(person, replace(Position(), **changes))
        records.commit()


@pytest.mark.parametrize("asked", [None, Asked.STILL_IN_DANGER])
async def test_whoever_grieves_is_asked(inbound, token, begin, asked):
    place(begin, token, door=Door.GRIEVING, asked=asked)
    reply = await inbound.receive(token, text="i just want to be with her")
    assert reply.urgent
    assert said(reply).endswith("Are you having thoughts of ending your life?")


@pytest.mark.parametrize("door", [None, Door.ME, Door.CLOSE])
async def test_whoever_is_with_the_living_is_not(inbound, token, begin, door):
    place(begin, token, door=door)
    assert said(await inbound.receive(token, text="i just want to be with her")) == "Yes."
