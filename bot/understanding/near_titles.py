"""The title of a shown button, nearly typed out: "nope show me" for "No, show me what I said".

Nothing that agrees, keeps, shares, sends or deletes is ever pressed by words that are only near.
"""

import re
from collections.abc import Mapping

from bot.understanding.commands import plain

LONGEST = 10
FEWEST = 2
"""Words of its own that must be typed."""
_NO = frozenset({"no", "nope", "nah", "na"})
_ENOUGH = ("thats it", "thats all", "that is it", "that is all", "im done", "all done", "thats the lot", "nothing else")
"""Said in place of a no, or behind it."""
_BESIDE = frozenset(
    {"oh", "ok", "okay", "well", "right", "um", "er", "just", "please", "thanks", "thank", "you", "ta", "love", "now",
     "then", "so", "and", "but", "can", "could", "it", "yes", "yeah", "cheers", "more"}
)  # fmt: skip
_BINDS = frozenset(
    {"yes", "keep", "share", "send", "delete", "died", "safe", "set", "make", "start", "stop", "dead"}
)  # fmt: skip


_TO_SEE = re.compile(
    r"\b(?:(?:let me|can i|could i|i want to|id like to|ill) (?:just )?(?:see|look at|read|hear|check)|read me|tell me"
    r"|let me (?:have a )?look(?: at)?)\b"
)
"""Other words for "show me"."""


def near(text: str, titles: Mapping[str, str]) -> str:
    """Return the id of the one button whose title these words nearly are, or ""."""
    words = plain(text)
    if not words or len(words.split()) > LONGEST or text.rstrip().endswith("?"):
        return ""
    found = [choice for choice, title in titles.items() if _is_near(words, plain(title))]
    return found[0] if len(found) == 1 else ""


def _is_near(typed: str, title: str) -> bool:
    if _BINDS.intersection(title.split()):
        return False
    meant, declines = _own(_TO_SEE.sub("show me", typed))
    own, is_a_no = _own(title)
    if len(meant) < FEWEST or declines != is_a_no:
        return False
    return meant == own or (is_a_no and own[: len(meant)] == meant)


def _own(words: str) -> tuple[list[str], bool]:
    """Return the words without what only stands beside them, and whether they begin with a no."""
    rest, declines = words, False
    for enough in _ENOUGH:
        if f" {enough} " in f" {rest} ":
            rest, declines = f" {rest} ".replace(f" {enough} ", " ").strip(), True
    own = [word for word in rest.split() if word not in _BESIDE]
    while own and own[0] in _NO:
        own, declines = own[1:], True
    return own, declines
