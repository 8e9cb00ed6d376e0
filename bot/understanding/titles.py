"""Titles of buttons that mean the same whatever is open, typed out after the button itself has ended."""

from bot.understanding.commands import plain

_VALUES = {
    "support for me": "support_for_me",
    "who can listen to me": "support_for_me",
    "what to do after a death": "after_death",
}


def value_of(text: str) -> str:
    """Return the value of the button that has these words for its title, or ""."""
    return _VALUES.get(plain(text), "")
