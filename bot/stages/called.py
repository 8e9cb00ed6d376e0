"""Somebody as the assistant says them: whoever typed "my sister Wren" hears of "your sister Wren"."""

import re
from collections.abc import Mapping

from bot.model.kin import KIN

OF_PEOPLE = frozenset({"recipient", "recipients", "trusted", "names", "first", "others"})
"""The values of responses that name people, as the person typed them."""
_MINE = re.compile(rf"(^|, | and )(?:my|My|our|Our(?=\s+(?:[a-z]|(?i:{KIN})\b)))\b")
"""Ours where it is said of somebody. "Our Lady's Hospice" is a name."""


def as_said(names: str) -> str:
    """Return names, as typed, in the assistant's mouth. What is kept and what readers see stays as it was typed."""
    return _MINE.sub(r"\1your", names)


def spoken(values: Mapping[str, str]) -> dict[str, str]:
    """Return the values of a response with people as the assistant says them.

    Each of these is there a second time with a capital in its own name, to begin a sentence with.
    """
    people = {name: as_said(value) for name, value in values.items() if name in OF_PEOPLE}
    begins = {name.capitalize(): _begun(people[name], values[name]) for name in people}
    return {**values, **people, **begins}


def _begun(said: str, typed: str) -> str:
    return said if said == typed else said[:1].upper() + said[1:]
