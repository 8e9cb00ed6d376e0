"""A turn in the middle of time and trouble: gaps, a dead action server, a purge that waits its turn."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
import rasa.core.agent
from rasa.core.agent import Agent
from rasa.shared.core.domain import SessionConfig
from rasa.utils.endpoints import EndpointConfig

from conftest import SECRET, free_port
from toy_actions import ToyActions
from what_matters_engine.channel import TurnOutput, _forget
from what_matters_engine.messages import Turn
from what_matters_engine.processor import ActionFailedError, TurnProcessor
from what_matters_engine.tracker_store import WordFreeTrackerStore


@pytest.fixture
def agent(model: Path, actions: ToyActions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Agent:
    """Rasa's agent with our processor and store, in this process."""
    monkeypatch.setattr(rasa.core.agent, "MessageProcessor", TurnProcessor)
    headers = {"Authorization": f"Bearer {SECRET}"}
    loaded = Agent.load(
        model,
        tracker_store=WordFreeTrackerStore(None, host=f"sqlite:///{tmp_path}/dialogue.sqlite"),
        action_endpoint=EndpointConfig(actions.url, headers=headers, enable_selective_domain=True),
    )
    assert isinstance(loaded.processor, TurnProcessor)
    return loaded


async def take(agent: Agent, text: str | None = None, intent: str | None = None) -> list[str]:
    """Take one turn and return what was said."""
    output = TurnOutput()
    await agent.handle_message(Turn("p1", "t1", "open", text, intent).message(output))
    return [message["text"] for message in output.messages]


@pytest.mark.parametrize("minutes", [61, 2 * 24 * 60, 30 * 24 * 60])
async def test_a_gap_resumes_with_the_same_slots(
    agent: Agent, actions: ToyActions, minutes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if someone had set Rasa's own expiry: even then nothing may start anew.
    agent.domain.session_config = SessionConfig(60, True)
    await take(agent, intent="choose")
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + minutes * 60)
    assert await take(agent, intent="affirm") == ["For yourself."]
    await take(agent, text="as inform")
    started = [
        event for event in actions.calls[-1]["tracker"]["events"] if event["event"] == "session_started"
    ]
    assert len(started) == 1


async def test_an_action_server_that_is_not_there(agent: Agent) -> None:
    agent.processor.action_endpoint = EndpointConfig(f"http://127.0.0.1:{free_port()}/webhook")
    with pytest.raises(ActionFailedError, match="action_welcome"):
        await take(agent, text="as greet")
    assert await agent.tracker_store.keys() == []


async def test_a_purge_waits_for_the_turn_under_way(agent: Agent) -> None:
    await take(agent, intent="choose")
    async with agent.lock_store.lock("p1"):
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(_forget(agent, "p1"), 0.1)
        assert await agent.tracker_store.keys() == ["p1"]
    await _forget(agent, "p1")
    assert await agent.tracker_store.keys() == []


async def test_later_turns_do_not_look_like_the_first(agent: Agent) -> None:
    await take(agent, intent="choose")
    tracker = await agent.tracker_store.retrieve("p1")
    assert tracker.get_slot("door") == "myself"
    assert [event.action_name for event in tracker.events if event.type_name == "action"] == [
        "action_session_start",
        "action_ask",
        "action_listen",
    ]
