"""The gateway's side of the dialogue engine: one HTTP client on loopback."""

import logging
from dataclasses import dataclass, replace
from typing import Any, Protocol

import httpx

from bot.model.ids import PersonId, TurnId
from bot.model.position import Expecting

log = logging.getLogger(__name__)

LONGEST_READ = 2000
"""Characters of a message that are classified; the words themselves never depend on this."""


class EngineDownError(Exception):
    """The engine did not answer, answered with an error, or got only half way through a turn."""


@dataclass(frozen=True, slots=True)
class EngineMessage:
    """One message of the engine: text, buttons as (title, payload), links as (title, url).

    `safety` names a safety intent that the engine noticed; such a message has no text, the safety door answers it.
    `told` are the ids of what it tells of once: a team's notices, and first looks at a link.
    """

    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    safety: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What is put to the engine: an `intent` when it is known, else `text` to be understood."""

    turn: TurnId
    state: Expecting
    intent: str | None = None
    text: str = ""


class Engine(Protocol):
    """What the gateway needs of a dialogue engine."""

    async def hear(self, person: PersonId, heard: Heard) -> list[EngineMessage]:
        """Return what is to be said. Raises EngineDownError when there was no whole answer."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Drop what the engine holds about a conversation; failures are logged, not raised."""
        ...

    async def is_ready(self) -> bool:
        """Say whether a message would be answered now."""
        ...


class RasaEngine:
    """Rasa behind our own input channel."""

    def __init__(self, base_url: str, secret: str, turn_seconds: float) -> None:
        self._client = httpx.AsyncClient(
            base_url=f"{base_url}/webhooks/what_matters",
            headers={"Authorization": f"Bearer {secret}"},
            timeout=httpx.Timeout(turn_seconds + 2, connect=2),
            trust_env=False,
        )

    async def hear(self, person: PersonId, heard: Heard) -> list[EngineMessage]:
        """Put one message to Rasa."""
        body: dict[str, Any] = {"conversation": person, "turn": heard.turn, "state": heard.state.value}
        body |= {"intent": heard.intent} if heard.intent else {"text": heard.text[:LONGEST_READ]}
        try:
            response = await self._client.post("/turns", json=body)
            response.raise_for_status()
            answer = response.json()
            whole, messages = answer["ok"], _messages(answer["messages"])
        except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError) as error:
            log.warning("turn %s of %s: engine did not answer (%s)", heard.turn, person, type(error).__name__)
            raise EngineDownError from error
        if not whole or not messages:
            log.warning("turn %s of %s: engine answered in part", heard.turn, person)
            raise EngineDownError
        return messages

    async def forget(self, person: PersonId) -> None:
        """Ask Rasa to drop the tracker."""
        try:
            (await self._client.delete(f"/conversations/{person}")).raise_for_status()
        except httpx.HTTPError as error:
            log.warning("tracker of %s not dropped yet (%s)", person, type(error).__name__)

    async def is_ready(self) -> bool:
        """Ask Rasa whether a model is loaded and our tracker store is in use."""
        try:
            return (await self._client.get("/ready")).status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _messages(raw: list[dict[str, Any]]) -> list[EngineMessage]:
    """Put links behind the text they belong to; a blank line in a text starts a new message."""
    messages: list[EngineMessage] = []
    for item in raw:
        custom = item.get("custom") or {}
        if custom.get("safety"):
            messages.append(EngineMessage("", safety=custom["safety"]))
        links = tuple((link["title"], link["url"]) for link in custom.get("links", ()))
        told = tuple(str(each) for each in custom.get("told", ()))
        if (links or told) and messages:
            last = messages.pop()
            messages.append(replace(last, links=last.links + links, told=last.told + told))
        paragraphs = [part.strip("\n") for part in (item.get("text") or "").split("\n\n") if part.strip()]
        buttons = tuple((button["title"], button["payload"]) for button in item.get("buttons") or ())
        if buttons and not paragraphs and messages:
            last = messages.pop()
            messages.append(replace(last, buttons=last.buttons + buttons))
        for place, paragraph in enumerate(paragraphs, start=1):
            messages.append(EngineMessage(paragraph, buttons if place == len(paragraphs) else ()))
    return messages
