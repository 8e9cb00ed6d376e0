"""Cuts a message to what Telegram takes: at the end of a sentence where there is one, else between words."""

import re
from collections.abc import Iterator

LONGEST = 4096
"""Characters of one message, counted by Telegram in UTF-16 units (an emoji is two)."""
_ENDS = (re.compile(r"\n+"), re.compile(r"[.!?…][\"'”’)]*\s+"), re.compile(r"\s+"))
_LEAST = 0.5
"""A piece is at least so full, else the next kind of place to cut is tried."""


def pieces(text: str, longest: int = LONGEST) -> Iterator[str]:
    """Yield the text in order, in pieces that fit. Nothing but white space at the cuts is left out."""
    left = text.strip()
    while length(left) > longest:
        fits = _fitting(left, longest)
        cut = _cut(left[:fits], left[fits : fits + 1]) or fits
        yield left[:cut].rstrip()
        left = left[cut:].lstrip()
    if left:
        yield left


def length(text: str) -> int:
    """Return the length as Telegram counts it."""
    return len(text) + sum(character > "\uffff" for character in text)


def _fitting(text: str, longest: int) -> int:
    """Return how many characters fit."""
    counted = 0
    for place, character in enumerate(text):
        counted += 2 if character > "\uffff" else 1
        if counted > longest:
            return place
    return len(text)


def _cut(text: str, following: str) -> int:
    """Return where to cut a text that is as long as it may be, or 0 where there is no place for it."""
    if following.isspace() and text.rstrip()[-1:] in ".!?…":
        return len(text)
    for end in _ENDS:
        found = [match.end() for match in end.finditer(text) if match.end() >= len(text) * _LEAST]
        if found:
            return found[-1]
    return 0
