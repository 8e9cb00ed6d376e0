"""A text that is too long for one message: the app cuts it into several, and here it is one again. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from bot.channels.telegram.incoming import Incoming, Kind
from bot.channels.telegram.pieces import LONGEST, length

NEARLY = 3500
"""As Telegram counts. Apps cut at 4096 or shortly before, where a word ends."""
AT_ONCE = 2
"""Seconds between two parts at the most."""


def is_cut(update: Incoming) -> bool:
    """Say whether a text may be the first part of a longer one."""
    return update.kind is Kind.WORDS and length(update.words) >= NEARLY


def parts_of_first(waiting: Sequence[Incoming]) -> list[Incoming]:
    """Return the first update with those that go on with its text: they follow at once."""
    parts = list(waiting[:1])
    for update in waiting[1:]:
        if not is_cut(parts[-1]) or update.kind is not Kind.WORDS or update.sent - parts[-1].sent > AT_ONCE:
            break
        parts.append(update)
    return parts


def joined(parts: Sequence[Incoming]) -> Incoming:
    """Return the parts as one: the first of them, with the words of all."""
    words = "".join(part.words + ("" if length(part.words) >= LONGEST else "\n") for part in parts[:-1])
    return replace(parts[0], words=words + parts[-1].words)
