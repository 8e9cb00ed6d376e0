"""What the gateway may ask of the engine, read and checked, and as messages for Rasa.

What a person typed never becomes a command here; only a button, which the gateway names by its intent, does.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.shared.core.constants import USER_INTENT_BACK, USER_INTENT_RESTART, USER_INTENT_SESSION_START

CHANNEL = "what_matters"
STATES = ("open", "answering", "choosing")
COMMANDS = frozenset({USER_INTENT_BACK, USER_INTENT_RESTART, USER_INTENT_SESSION_START})

_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}")
_LEADING_COMMAND = re.compile(r"^[\s/]+")


class BadRequestError(ValueError):
    """The body of a request is not as agreed; the message names the field and never repeats its value."""


@dataclass(frozen=True)
class Turn:
    """One message of one person: `text` or `intent`, never both."""

    conversation: str
    turn: str
    state: str
    text: str | None
    intent: str | None

    def message(self, output: OutputChannel) -> UserMessage:
        """Return it for Rasa; a button carries its meaning with it and is not parsed."""
        parsed = None
        if self.intent is not None:
            meaning = {"name": self.intent, "confidence": 1.0}
            parsed = {
                "text": f"/{self.intent}",
                "intent": meaning,
                "intent_ranking": [meaning],
                "entities": [],
            }
        return UserMessage(
            f"/{self.intent}" if self.text is None else self.text,
            output,
            self.conversation,
            parse_data=parsed,
            input_channel=CHANNEL,
            message_id=self.turn,
            metadata={"turn": self.turn, "state": self.state},
        )


def read_turn(body: object, intents: Container[str]) -> Turn:
    """Return the turn in a request's JSON body; raises BadRequestError."""
    fields = _fields(body)
    if ("text" in fields) == ("intent" in fields):
        raise BadRequestError("exactly one of text and intent")
    text, intent = None, None
    if "text" in fields:
        text = plain_text(fields["text"])
    else:
        intent = fields["intent"]
        if not isinstance(intent, str) or intent not in intents or intent in COMMANDS:
            raise BadRequestError("intent")
    return Turn(
        conversation=read_id(fields.get("conversation"), "conversation"),
        turn=read_id(fields.get("turn"), "turn"),
        state=_state(fields.get("state")),
        text=text,
        intent=intent,
    )


def read_question(body: object) -> tuple[str, str]:
    """Return (text, state) of a request to parse; state is "open" unless given. Raises BadRequestError."""
    fields = _fields(body)
    return plain_text(fields.get("text")), _state(fields.get("state", "open"))


def read_id(value: object, field: str) -> str:
    """Return an id that is safe to log and to store; raises BadRequestError."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise BadRequestError(field)
    return value


def plain_text(value: object) -> str:
    """Return what a person typed as words only; Rasa takes a leading "/" for a command. Never empty.

    Raises BadRequestError.
    """
    if not isinstance(value, str):
        raise BadRequestError("text")
    # Half a character (a lone surrogate) is valid JSON, but cannot be stored or sent on.
    whole = value.encode("utf-8", "replace").decode("utf-8")
    return _LEADING_COMMAND.sub("", whole).rstrip() or "…"


def parse_message(text: str, state: str) -> UserMessage:
    """Return a message that is only to be understood, not answered; `text` is from plain_text."""
    return UserMessage(text, input_channel=CHANNEL, metadata={"state": state})


def _fields(body: object) -> Mapping[str, Any]:
    if not isinstance(body, dict):
        raise BadRequestError("a JSON object")
    return {name: value for name, value in body.items() if value is not None}


def _state(value: object) -> str:
    if value not in STATES:
        raise BadRequestError("state")
    return str(value)
