"""While the store is down, or one of us made a mistake, a message is answered all the same."""

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels.inbound import Inbound
from bot.channels.turn_store import TurnStore
from bot.store.tables.people import TurnRow
from tests.unit.channels.gateway import texts


class BrokenStore(TurnStore):
    """A store that fails from a named method on."""

    def __init__(self, begin, broken):
        super().__init__(begin)
        self.broken = broken

    def __getattribute__(self, name):
        broken = object.__getattribute__(self, "__dict__").get("broken")
        if name == broken:

            def fail(*_args):
                raise OperationalError("insert my garden", {}, Exception("disk full"))

            return fail
        return object.__getattribute__(self, name)


METHODS = ["person", "look", "write_down", "hand_out"]


@pytest.mark.parametrize("broken", METHODS)
async def test_a_store_that_fails_is_said_so(begin, engine, lines, token, broken, caplog):
    inbound = Inbound(BrokenStore(begin, broken), engine, lines)
    reply = await inbound.receive(token, text="my garden")
    assert reply == lines.not_kept
    assert reply.received is False
    assert "garden" not in caplog.text
    assert (await inbound.arrive(token)).messages


@pytest.mark.parametrize("broken", METHODS)
async def test_and_the_same_message_works_when_it_is_back(begin, engine, lines, token, broken):
    store = BrokenStore(begin, broken)
    inbound = Inbound(store, engine, lines)
    await inbound.receive(token, text="my garden", message_id="m1")
    store.broken = None
    reply = await inbound.receive(token, text="my garden", message_id="m1")
    assert reply.received
    assert texts(reply)[-1] == "Yes."
    with begin() as records:
        assert records._session.query(TurnRow).count() == 1
        assert records.turns.waiting(records.sessions.person(token)) == []


@pytest.mark.parametrize("error", [KeyError("my garden"), ValueError("my garden"), RuntimeError("my garden")])
async def test_a_mistake_of_ours_is_answered_too(inbound, engine, lines, token, caplog, error):
    def fail(*_args):
        raise error

    engine.says = fail
    reply = await inbound.receive(token, text="my garden")
    assert reply.messages
    assert "999" in " ".join(texts(reply))
    assert "garden" not in caplog.text


@pytest.mark.parametrize("error", [KeyError("my garden"), RuntimeError("my garden")])
async def test_so_is_a_mistake_on_arriving(inbound, engine, token, caplog, error):
    def fail(*_args):
        raise error

    engine.says = fail
    assert (await inbound.arrive(token)).messages
    assert "garden" not in caplog.text
