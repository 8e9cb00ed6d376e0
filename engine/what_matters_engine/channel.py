"""The engine's only door: HTTP on loopback for the gateway, guarded by a secret the launcher makes."""

from __future__ import annotations

import asyncio
import hmac
import logging
import os
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from rasa.core.lock_store import LOCK_LIFETIME
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json

from what_matters_engine import action_validation, log_privacy, processor
from what_matters_engine.messages import (
    CHANNEL,
    BadRequestError,
    parse_message,
    read_id,
    read_question,
    read_turn,
)
from what_matters_engine.processor import TurnProcessor, own_store

logger = logging.getLogger(__name__)

DEFAULT_TURN_SECONDS = 8.0


class ChannelSettingError(RasaException):
    """The channel must not start with these settings."""


class EngineNotReadyError(RasaException):
    """Rasa came up without our model, processor or tracker store."""


class TurnOutput(OutputChannel):
    """Collects what is said in one turn, in order, one entry per response."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        """Return the channel's name, which variations of a response may ask for."""
        return CHANNEL

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep the text, the buttons and the custom part of a response."""
        buttons = message.get("buttons") or []
        self.messages.append(
            {
                "text": message.get("text") or None,
                "buttons": [{"title": button["title"], "payload": button["payload"]} for button in buttons],
                "custom": message.get("custom") or None,
            }
        )


class WhatMattersChannel(InputChannel):
    """Serves turns, readiness, purging and parsing under /webhooks/what_matters."""

    def __init__(self, secret: str, turn_seconds: float) -> None:
        """Take the shared secret and the time limit of a turn; raises ChannelSettingError."""
        if not secret.strip():
            raise ChannelSettingError("the engine does not start without WHATMATTERS_ENGINE_SECRET")
        if not 0 < turn_seconds < LOCK_LIFETIME:
            raise ChannelSettingError(f"WHATMATTERS_TURN_SECONDS lies between 0 and {LOCK_LIFETIME}")
        self._authorization = f"Bearer {secret}".encode()
        self._turn_seconds = turn_seconds

    @classmethod
    def name(cls) -> str:
        """Return the name that stands in the address."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WhatMattersChannel:
        """Build the channel from credentials.yml and prepare Rasa, which has loaded nothing yet.

        Raises ChannelSettingError or WordsInLogsError.
        """
        try:
            turn_seconds = float(os.environ.get("WHATMATTERS_TURN_SECONDS") or DEFAULT_TURN_SECONDS)
        except ValueError:
            raise ChannelSettingError("WHATMATTERS_TURN_SECONDS is a number") from None
        channel = cls(str((credentials or {}).get("secret") or ""), turn_seconds)
        log_privacy.install()
        action_validation.install()
        processor.install()
        return channel

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Return the routes; `on_new_message` is left alone: without a model it drops messages silently."""
        face = Blueprint(CHANNEL)
        face.listener("after_server_start")(_refuse_unless_ready)

        @face.middleware("request")
        async def authorize(request: Request) -> HTTPResponse | None:
            given = request.headers.get("authorization", "").encode()
            known = hmac.compare_digest(given, self._authorization)
            return None if known else json({"error": "unauthorized"}, 401)

        @face.post("/turns")
        async def take_turn(request: Request) -> HTTPResponse:
            return await _take_turn(request, self._turn_seconds)

        @face.delete("/conversations/<conversation>")
        async def purge(request: Request, conversation: str) -> HTTPResponse:
            return await _purge(request, conversation, self._turn_seconds)

        face.get("/ready")(_ready)
        face.post("/parse")(_parse)
        return face


async def _take_turn(request: Request, seconds: float) -> HTTPResponse:
    agent: Agent = request.app.ctx.agent
    try:
        turn = read_turn(_body(request), agent.domain.intents if agent.domain else ())
    except BadRequestError as error:
        return json({"error": str(error)}, 422)
    output = TurnOutput()
    ok = True
    try:
        _store_of(agent)
        await asyncio.wait_for(agent.handle_message(turn.message(output)), seconds)
    except Exception as error:
        ok = False
        logger.error("turn %s of conversation %s failed: %s", turn.turn, turn.conversation, _named(error))
    return json({"messages": output.messages, "ok": ok})


async def _ready(request: Request) -> HTTPResponse:
    agent: Agent = request.app.ctx.agent
    try:
        await _store_of(agent).check()
    except Exception as error:
        logger.error("not ready: %s", _named(error))
        return json({"ready": False, "reason": type(error).__name__}, 503)
    return json({"ready": True, "model": agent.model_name})


async def _parse(request: Request) -> HTTPResponse:
    agent: Agent = request.app.ctx.agent
    try:
        text, state = read_question(_body(request))
    except BadRequestError as error:
        return json({"error": str(error)}, 422)
    try:
        _store_of(agent)
        intent = (await agent.processor.parse_message(parse_message(text, state)))["intent"]
    except Exception as error:
        logger.error("parsing failed: %s", _named(error))
        return json({"error": type(error).__name__}, 503)
    return json({"intent": intent["name"], "confidence": intent["confidence"]})


async def _purge(request: Request, conversation: str, seconds: float) -> HTTPResponse:
    agent: Agent = request.app.ctx.agent
    try:
        conversation = read_id(conversation, "conversation")
    except BadRequestError as error:
        return json({"error": str(error)}, 422)
    try:
        await asyncio.wait_for(_forget(agent, conversation), seconds)
    except Exception as error:
        logger.error("conversation %s could not be forgotten: %s", conversation, _named(error))
        return json({"error": type(error).__name__}, 503)
    return empty()


async def _forget(agent: Agent, conversation: str) -> None:
    async with agent.lock_store.lock(conversation):
        await _store_of(agent).delete(conversation)


def _store_of(agent: Agent) -> Any:
    if not agent.is_ready() or not isinstance(agent.processor, TurnProcessor):
        raise EngineNotReadyError("no model of ours is loaded")
    return own_store(agent.processor.tracker_store)


async def _refuse_unless_ready(app: Sanic, _: Any) -> None:
    # Rasa serves on without a model, and with another store, when either cannot be loaded.
    await _store_of(app.ctx.agent).check()
    logger.info("the engine is ready with model %s", app.ctx.agent.model_name)


def _body(request: Request) -> object:
    try:
        return request.json
    except Exception:
        raise BadRequestError("a JSON object") from None


def _named(error: BaseException | None) -> str:
    """Say what went wrong and where, without the errors' own words: those may quote the person's."""
    parts = []
    while error is not None:
        label = f"({error})" if isinstance(error, processor.TurnFailedError) else ""
        places = traceback.extract_tb(error.__traceback__)[-1:]
        place = "".join(f" at {Path(frame.filename).name}:{frame.lineno}" for frame in places)
        parts.append(f"{type(error).__name__}{label}{place}")
        error = error.__cause__
    return " < ".join(parts)
