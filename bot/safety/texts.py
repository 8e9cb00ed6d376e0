"""Reads the fixed crisis texts from data/responses/safety.yml: no Rasa, no store, nothing filled in."""

import re
from pathlib import Path
from typing import Any

import yaml

from bot.model.messages import Choice, Link, Message, Reply
from bot.settings import ROOT

FILE = ROOT / "data" / "responses" / "safety.yml"
LINKS = {
    "999": Link("Call 999", "tel:999"),
    "111": Link("Call NHS 111", "tel:111"),
    "116 123": Link("Call Samaritans: 116 123", "tel:116123"),
    "85258": Link("Text SHOUT to 85258", "sms:85258?body=SHOUT"),
    "0808 808 8141": Link("Call Hourglass: 0808 808 8141", "tel:08088088141"),
    "0808 2000 247": Link("Call the Domestic Abuse Helpline: 0808 2000 247", "tel:08082000247"),
    "0800 1111": Link("Call Childline: 0800 1111", "tel:08001111"),
    "0808 800 5000": Link("Call the NSPCC: 0808 800 5000", "tel:08088005000"),
}
"""Every phone number that a crisis text may hold, with the link that dials it."""
_NUMBER = re.compile("|".join(rf"(?<!\d){number}(?!\d)" for number in LINKS))
_BLANK_LINE = re.compile(r"\n\s*\n")


class TextsError(Exception):
    """The file of crisis texts is missing, unreadable or incomplete; nothing may start without it."""


def load(path: Path = FILE) -> dict[str, Reply]:
    """Return each text by the name of its response. Raises TextsError."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        responses = content["responses"]
        return {name: _reply(name, variations, path) for name, variations in responses.items()}
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise TextsError(f"the crisis texts in {path} cannot be read: {error!r}") from error


def _reply(name: str, variations: list[dict[str, Any]], path: Path) -> Reply:
    if len(variations) != 1 or variations[0].keys() - {"text", "buttons"}:
        raise TextsError(f"{path}, {name}: a crisis text has one variation, with a text and perhaps buttons")
    bubbles = [bubble.strip() for bubble in _BLANK_LINE.split(variations[0]["text"]) if bubble.strip()]
    if not bubbles:
        raise TextsError(f"{path}, {name}: the text is empty")
    choices = tuple(Choice(button["title"], button["payload"]) for button in variations[0].get("buttons", ()))
    messages = [Message(text=bubble, links=_links(bubble)) for bubble in bubbles]
    messages[-1] = Message(text=bubbles[-1], choices=choices, links=_links(bubbles[-1]))
    return Reply(tuple(messages))


def _links(bubble: str) -> tuple[Link, ...]:
    return tuple(LINKS[number] for number in dict.fromkeys(_NUMBER.findall(bubble)))
