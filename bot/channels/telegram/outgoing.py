"""A reply as Telegram takes it: few messages rather than many, each short enough, with links and buttons at the end."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.channels.telegram.pieces import length, pieces
from bot.model.messages import Link, Message
from bot.records.telegram import Outgoing

LONGEST_TOGETHER = 700
"""Characters of bubbles that are sent as one message: each message makes the phone sound."""
_DIGITS = re.compile(r"\D")


def outgoing(parts: Sequence[Sequence[Message]], *, urgent: bool = False) -> list[Outgoing]:
    """Return what is sent for these parts of a reply, in order; no message holds text of two parts."""
    made = [one for part in parts for text, buttons in _together(part) for one in _cut(text, buttons, urgent)]
    return [one if place == 0 else _quietly(one) for place, one in enumerate(made)]


def _together(part: Sequence[Message]) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Yield texts with their buttons. What follows buttons is a message of its own."""
    text = ""
    for message, following in pairwise([*part, None]):
        assert message is not None
        own = _text(message)
        joined = f"{text}\n\n{own}" if text else own
        if text and length(joined) > LONGEST_TOGETHER:
            yield text, ()
            joined = own
        text = joined
        if message.choices or following is None:
            yield text, tuple((choice.title, choice.choice) for choice in message.choices)
            text = ""


def _cut(text: str, buttons: tuple[tuple[str, str], ...], urgent: bool) -> Iterator[Outgoing]:
    cut = list(pieces(text))  # none where there are no words: Telegram takes no such message
    for piece, following in pairwise([*cut, None]):
        assert piece is not None
        yield Outgoing(piece, () if following else buttons, urgent=urgent)


def _quietly(message: Outgoing) -> Outgoing:
    return Outgoing(message.text, message.buttons, message.urgent, quiet=not message.urgent)


def _text(message: Message) -> str:
    """Return the text with its links below it. A phone number that is in the text needs no line of its own."""
    digits = _DIGITS.sub("", message.text)
    lines = [line for link in message.links if (line := _line(link, message.text, digits))]
    return "\n".join([message.text, *lines]).strip()


def _line(link: Link, text: str, digits: str) -> str:
    scheme, _, rest = link.url.partition(":")
    if scheme in {"tel", "sms"}:
        number = rest.partition("?")[0]
        return "" if _DIGITS.sub("", number) in digits else f"{link.title}: {number}"
    return "" if link.url in text else f"{link.title}: {link.url}"
