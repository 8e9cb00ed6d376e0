"""The fixed crisis texts of data/responses/safety.yml, with a link that dials each number in them."""

import re
from dataclasses import replace
from pathlib import Path

from bot.model.messages import Link, Message, Reply
from bot.responses import FOLDER, ResponsesError, fixed_responses

FILE = FOLDER / "safety.yml"
LINKS = {
    "999": Link("Call 999", "tel:999"),
    "111": Link("Call NHS 111", "tel:111"),
    "116 123": Link("Call Samaritans: 116 123", "tel:116123"),
    "85258": Link("Text SHOUT to 85258", "sms:85258?body=SHOUT"),
    "0808 2000 247": Link("Call the Domestic Abuse Helpline: 0808 2000 247", "tel:08082000247"),
    "0800 1111": Link("Call Childline: 0800 1111", "tel:08001111"),
    "0808 808 8000": Link("Call Lifeline (Northern Ireland): 0808 808 8000", "tel:08088088000"),
}
"""Every phone number that a crisis text may hold, with the link that dials it."""
_NUMBER = re.compile("|".join(rf"(?<!\d){number}(?!\d)" for number in LINKS))


class TextsError(Exception):
    """The file of crisis texts is missing, unreadable or incomplete; nothing may start without it."""


def load(path: Path = FILE) -> dict[str, Reply]:
    """Return each text by the name of its response. Raises TextsError."""
    try:
        responses = fixed_responses(path.stem, path.parent)
    except ResponsesError as error:
        raise TextsError(str(error)) from error
    return {
        name: Reply(tuple(_with_links(message) for message in messages), urgent=True)
        for name, messages in responses.items()
    }


def _with_links(message: Message) -> Message:
    return replace(message, links=tuple(LINKS[number] for number in dict.fromkeys(_NUMBER.findall(message.text))))
