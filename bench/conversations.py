"""What is said to each side while its turns are timed, and how one turn goes over HTTP.

The sentences are invented. A turn counts only when it was really answered: a holding message ends the run.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Protocol

import httpx

from bench.errors import BenchError
from bot.channels.lines import Lines


@dataclass(frozen=True, slots=True)
class Step:
    """One thing said. `kind` names it in the table; `press` is the start of a button's title, else `text` is typed."""

    kind: str
    text: str = ""
    press: str = ""


class Conversation(Protocol):
    """Somebody in the middle of talking."""

    async def take(self, step: Step) -> None:
        """Say it and hear the whole reply. Raises BenchError when it was not answered as it ought to be."""


class Assistant(Protocol):
    """One side of the comparison."""

    @property
    def script(self) -> Sequence[Step]:
        """One short conversation from the beginning."""

    @property
    def opening(self) -> Sequence[Step]:
        """The beginning of a long one."""

    @property
    def cycle(self) -> Sequence[Step]:
        """What a long one goes on with, over and over."""

    async def begin(self) -> Conversation: ...


_TO_SUPPORT = (
    Step("arrive", "hello"),
    Step("door", press="For me"),
    Step("what", "sitting in my garden with the radio on"),
    Step("why", "it is where I feel like myself"),
)
_MORE = (
    Step("more", press="Yes"),
    Step("what", "my dog Biscuit being near me"),
    Step("why", "he has kept me company since Joan died"),
    Step("support", "let him sleep on the end of the bed"),
)


class Ours:
    """The chat API of the whole stack: web, engine, actions and the encrypted store."""

    script = (
        *_TO_SUPPORT,
        Step("question", "who can see this?"),
        Step("support", "someone who asks before helping"),
        *_MORE,
        Step("read-back", press="No"),
    )
    opening = (*_TO_SUPPORT, Step("support", "someone who asks before helping"))
    cycle = _MORE

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._holding = {message.text for message in (*Lines().kept.messages, *Lines().not_kept.messages)}

    async def begin(self) -> Conversation:
        answer = await self._client.post("/api/chat/sessions")
        if answer.status_code != HTTPStatus.CREATED:
            raise BenchError(f"No session was opened: status {answer.status_code}.")
        return _OurConversation(self._client, answer.json()["session"], self._holding)


class _OurConversation:
    def __init__(self, client: httpx.AsyncClient, session: str, holding: set[str]) -> None:
        self._client = client
        self._headers = {"Authorization": f"Bearer {session}"}
        self._holding = holding
        self._choices: dict[str, str] = {}

    async def take(self, step: Step) -> None:
        answer = await self._client.post("/api/chat/messages", json=self._message(step), headers=self._headers)
        if answer.status_code != HTTPStatus.OK:
            raise BenchError(f"Our turn {step.kind!r} ended with status {answer.status_code}.")
        messages = answer.json()["messages"]
        if any(message["text"] in self._holding for message in messages):
            raise BenchError(f"Our turn {step.kind!r} got a holding message: the engine did not answer in time.")
        self._choices = {choice["title"]: choice["choice"] for message in messages for choice in message["choices"]}

    def _message(self, step: Step) -> dict[str, str]:
        if not step.press:
            return {"text": step.text}
        for title, choice in self._choices.items():
            if title.startswith(step.press):
                return {"choice": choice}
        raise BenchError(
            f"No button {step.press!r} was offered; the conversation has changed: see bench/conversations.py."
        )


class Stock:
    """The REST webhook of a bot made by `rasa init`, in its in-memory store."""

    script = (
        Step("greet", "hello"),
        Step("mood", "I am so sad"),
        Step("affirm", "yes"),
        Step("greet", "hi"),
        Step("mood", "I feel great"),
        Step("question", "are you a bot?"),
        Step("greet", "good evening"),
        Step("mood", "very bad"),
        Step("affirm", "yes"),
        Step("question", "am I talking to a human?"),
        Step("goodbye", "bye"),
    )
    opening = (Step("greet", "hello"),)
    cycle = (
        Step("mood", "I am so sad"),
        Step("affirm", "yes"),
        Step("question", "are you a bot?"),
        Step("greet", "good evening"),
    )

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._number = 0

    async def begin(self) -> Conversation:
        self._number += 1
        return _StockConversation(self._client, f"person-{self._number}")


class _StockConversation:
    def __init__(self, client: httpx.AsyncClient, sender: str) -> None:
        self._client = client
        self._sender = sender

    async def take(self, step: Step) -> None:
        # Its own stories leave some turns without a word, so an empty answer counts.
        message = {"sender": self._sender, "message": step.text}
        answer = await self._client.post("/webhooks/rest/webhook", json=message)
        if answer.status_code != HTTPStatus.OK:
            raise BenchError(f"The stock bot's turn {step.kind!r} ended with status {answer.status_code}.")
