"""The engine does not start rather than start unsafely."""

from __future__ import annotations

import logging
import subprocess
from pathlib import Path
from typing import Any

import pytest
import rasa.core.agent
from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.core.domain import Domain

from what_matters_engine.channel import (
    ChannelSettingError,
    EngineNotReadyError,
    WhatMattersChannel,
    _store_of,
)
from what_matters_engine.log_privacy import QUOTING_LOGGERS, WordsInLogsError
from what_matters_engine.processor import WrongTrackerStoreError, own_store
from what_matters_engine.tracker_store import WordFreeTrackerStore


@pytest.fixture(autouse=True)
def untouched(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts back what starting a channel changes in Rasa."""
    monkeypatch.setattr(rasa.core.agent, "MessageProcessor", rasa.core.agent.MessageProcessor)
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    loggers = [logging.getLogger(name) for name in ("rasa", "what_matters_engine", *QUOTING_LOGGERS)]
    levels = [logger.level for logger in loggers]
    loggers[0].setLevel(logging.INFO)
    yield
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


@pytest.mark.parametrize("credentials", [None, {}, {"secret": None}, {"secret": ""}, {"secret": "  "}])
def test_not_without_a_secret(credentials: Any) -> None:
    with pytest.raises(ChannelSettingError, match="WHATMATTERS_ENGINE_SECRET"):
        WhatMattersChannel.from_credentials(credentials)


@pytest.mark.parametrize("seconds", ["0", "-1", "60", "soon", "nan"])
def test_not_with_a_time_limit_beyond_the_lock(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHATMATTERS_TURN_SECONDS", seconds)
    with pytest.raises(ChannelSettingError, match="WHATMATTERS_TURN_SECONDS"):
        WhatMattersChannel.from_credentials({"secret": "s"})


@pytest.mark.parametrize("seconds", [None, "", "3.5"])
def test_the_time_limit_may_be_left_out(seconds: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WHATMATTERS_TURN_SECONDS", raising=False)
    if seconds is not None:
        monkeypatch.setenv("WHATMATTERS_TURN_SECONDS", seconds)
    assert WhatMattersChannel.from_credentials({"secret": "s"})._turn_seconds == float(seconds or 8)


def test_not_at_a_log_level_that_prints_words() -> None:
    logging.getLogger("rasa").setLevel(logging.DEBUG)
    with pytest.raises(WordsInLogsError):
        WhatMattersChannel.from_credentials({"secret": "s"})


def test_not_with_another_store(tmp_path: Path) -> None:
    with pytest.raises(WrongTrackerStoreError, match="InMemoryTrackerStore"):
        own_store(FailSafeTrackerStore(InMemoryTrackerStore(Domain.empty())))
    ours = WordFreeTrackerStore(None, host=f"sqlite:///{tmp_path}/dialogue.sqlite")
    assert own_store(FailSafeTrackerStore(ours)) is ours


def test_not_without_a_model(tmp_path: Path) -> None:
    ours = WordFreeTrackerStore(None, host=f"sqlite:///{tmp_path}/dialogue.sqlite")
    with pytest.raises(EngineNotReadyError):
        _store_of(Agent(tracker_store=ours))


def test_a_mistyped_store_ends_the_process(mistyped_start: subprocess.Popen[str]) -> None:
    assert mistyped_start.wait(120) != 0
    mistyped_start.stdout.seek(0)
    assert "WrongTrackerStoreError" in mistyped_start.stdout.read()
