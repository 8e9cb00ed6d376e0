"""What a member of staff wrote in a form that could not be taken: shown to them once more, and kept nowhere.

Only what they sent themselves goes back to them. Nothing is read from the store for it.
"""

from collections.abc import Mapping

from bot.web.staff.csrf import FIELD

NOT_WRITTEN = frozenset(
    {
        *(FIELD, "account", "commitment", "line", "reset", "role", "session", "statement"),
        *("state", "together", "people", "day", "month", "year"),
    }
)
"""Fields that are chosen or hidden. A field that is added later counts as written, so that no words are lost."""


def words_in(form: Mapping[str, str]) -> tuple[str, ...]:
    """Return what was written in a form, field by field, as it was typed."""
    return tuple(sent for name, sent in form.items() if name not in NOT_WRITTEN and sent.strip())


def once_more(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return what a page loops over: one list of words, or nothing where nothing was written."""
    return (words,) if words else ()
