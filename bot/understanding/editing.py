"""What somebody asks to have done to their own words: take something out, put other words, add something.

Strict about the shape; which line is meant is for the words of the lines to say.
"""

import re
from dataclasses import dataclass
from enum import Enum

from bot.understanding.all_about import all_about
from bot.understanding.answers import NUMBERED
from bot.understanding.commands import plain
from bot.understanding.requests import put_plainly


class Change(Enum):
    """What is asked for. The values are those of the choices at a summary that is read back."""

    REMOVE = "remove"
    CHANGE = "change"
    REPLACE = "replace"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change asked for, in the words as typed: `about` or `number` points at a line; `old` goes and `new` comes.

    `every`: all that is about it is meant, however many lines that are.
    """

    change: Change
    about: str = ""
    old: str = ""
    new: str = ""
    number: str = ""
    every: bool = False


_ASKED = (
    r"\s*(?:(?:please|can you|could you|can we|can i|i(?:'|\u2019)?d like to|i would like to|i want to|id like you to"
    r"|actually|no|oh|ok|okay|sorry|and|also|just|yes|but|wait)[\s,.]+)*"
)
_BIT = (
    r"(?:(?:the|that|this|my|any|all the|what)\s+)?(?:(?:last|first|whole)\s+)?(?:bits?|lines?|parts?|one|ones|things?"
    r"|stuff|words|sentence|i (?:said|wrote|put))\s+(?:about|with|on|where|that says|saying|that mentions)\s+"
)
_ALTER = r"(?:change|edit|correct|fix|reword)"
_NOT_ONE = (
    r"(?:(?:the|line|number|my|a|that|this)\s+)*(?:\d|(?:one|two|three|four|five|six|all|both|it|that|this|them|bit|part)\b"
    r"|first|second|third|fourth|fifth|last|every|line|nothing|words|summary)"
)
_LINE = r"(?:(?:the|line|number)\s+)*"
_TO = r"(?:to|into)(?:\s+(?:say|read))?:?"
_TAKE = (
    r"(?:(?:take|cross|leave|cut)\s+out|take\s+(?:away|off)|remove|delete|cross\s+off|get\s+rid\s+of|lose|drop|scrap)"
)
_POLITE = r"(?:\s*,?\s*(?:please|thanks|thank you))*\s*"
_TAKEN = r"(?:\s*,?\s*(?:please|thanks|thank you|out|off|then))*[\s.!]*"
_QUOTES = "“”\"'‘’"
_SHAPES = (
    (Change.REPLACE, r"(?:put|write|say|use)\s+(?P<new>.+?)\s+(?:instead of|rather than|in place of)\s+(?P<old>.+?)"),
    (Change.REPLACE, r"instead of\s+(?P<old>.+?),?\s+(?:put|write|say|use)\s+(?P<new>.+?)"),
    (Change.REPLACE, r"(?:replace|swap)\s+(?P<old>.+?)\s+(?:with|for|by)\s+(?P<new>.+?)"),
    (Change.REPLACE, r"(?:it|that) (?:should|ought to|needs to) (?:say|be|read)\s+(?P<new>.+?),?\s+not\s+(?P<old>.+?)"),
    (Change.REPLACE, r"i (?:said|wrote|put|typed)\s+(?P<old>.+?),? but i (?:mean|meant)\s+(?P<new>.+?)"),
    (Change.REPLACE, r"i meant?\s+(?P<new>.+?),?\s+not\s+(?P<old>.+?)"),
    (
        Change.CHANGE,
        rf"{_ALTER}\s+{_LINE}(?P<number>{NUMBERED})(?:\s+(?:line|one))?\s+{_TO}\s+(?P<new>.+?)",
    ),
    (Change.REPLACE, rf"change\s+(?!{_BIT})(?P<old>.+?)\s+(?:to|into)\s+(?P<new>.+?)"),
    (Change.CHANGE, rf"{_ALTER}\s+{_BIT}(?P<about>.+?)\s+(?:to|into)(?:\s+say)?:?\s+(?P<new>.+?)"),
    (Change.CHANGE, rf"{_ALTER}\s+{_BIT}(?P<about>.+?)"),
    (Change.REMOVE, rf"{_TAKE}\s+{_BIT}(?P<about>.+?)"),
    (Change.REMOVE, rf"take\s+{_BIT}(?P<about>.+?)\s+(?:out|off|away)"),
    (Change.REMOVE, rf"(?:take|leave|cross|cut)\s+out\s+(?!{_NOT_ONE})(?P<about>(?:the |my )?\w+(?:\s+\w+)?)"),
    (Change.REMOVE, rf"(?:not|don['\u2019]?t (?:put|keep|have|show))\s+{_BIT}(?P<about>.+?)"),
    (Change.ADD, r"(?:add|put in|also put|also say)\s+that\s+(?!(?:in|down|on)\s*[.,;:!])(?P<new>.+?)"),
)
_EDITS = tuple(
    (change, re.compile(_ASKED + shape + (_TAKEN if change is Change.REMOVE else _POLITE), re.IGNORECASE | re.DOTALL))
    for change, shape in _SHAPES
)
_NO_WORDS = frozenset(
    {"it", "that", "this", "them", "my summary", "the summary", "my plan", "the plan", "my notes", "my mind",
     "the time", "everything", "the day", "the subject", "a line", "something", "things", "the line", "the words",
     "the heading"}
)  # fmt: skip
MOST_WORDS = 40


_ADDS = re.compile(
    rf"{_ASKED}(?:add|put in|write in|put|insert)\s+(?:"
    r"(?:a|an|another|one more|some|a few)\s+(?:new |other |more |extra )?(?:lines?|bits?|things?|words?"
    r"|parts?|points?)"
    r"|something(?:\s+(?:else|more|new))?|some more|one more|more|another(?:\s+one)?)"
    rf"(?:\s+(?:in|on|there|here|as well|too|to (?:it|that|my summary|the summary|the list)))*{_POLITE}[\s.!]*",
    re.IGNORECASE,
)


def asks_to_add(text: str) -> bool:
    """Say whether the words ask to add a line, and not yet which: "add a line", "can I put something else in"."""
    return _ADDS.fullmatch(text.strip().rstrip("?")) is not None


def edit(text: str) -> Edit | None:
    """Return the change to a summary that these words ask for, or None."""
    if about := all_about(text):
        return Edit(Change.REMOVE, about=about, every=True)
    text = text if text.rstrip().endswith("?") else put_plainly(text)
    if text.rstrip().endswith("?") or len(text.split()) > MOST_WORDS:
        return None
    for change, shape in _EDITS:
        found = shape.fullmatch(text)
        if found:
            parts = {name: words.strip().strip(_QUOTES).strip() for name, words in found.groupdict().items() if words}
            if all(parts.values()) and plain(parts.get("old", "some words")) not in _NO_WORDS:
                about, old, new, number = (parts.get(name, "") for name in ("about", "old", "new", "number"))
                return Edit(change, about, old, new, number)
    return None


def holds(line: str, old: str) -> bool:
    """Say whether a line holds these words, as whole words."""
    return _whole(old).search(line) is not None


def replaced(line: str, old: str, new: str) -> str:
    """Return the line with other words in place of these, and nothing else changed; never "the" twice in a row."""
    first, *more = new.split()
    if more and holds(line, f"{first} {old}"):
        old = f"{first} {old}"
    return _whole(old).sub(lambda _found: new, line)


def _whole(words: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
