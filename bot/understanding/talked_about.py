"""Whom a talk is about, where it is with somebody else: with brothers, about mum."""

import re

from bot.model.kin import CALLED, KIN
from bot.understanding.commands import plain

_ABOUT = re.compile(rf"\b(?:about|over|re) (?P<whom>(?:(?:my|our) )?(?:{KIN}))\b")
_PEOPLE = re.compile(
    rf"\b(?:(?:{KIN})s?|family|kids?|child(?:ren)?|siblings?|in ?laws?|doctors?|nurses?|carers?|team)\b"
)
_SAME = (
    frozenset({"mum", "mummy", "mam", "mom", "mother"}),
    frozenset({"dad", "daddy", "father"}),
    frozenset({"nan", "nana", "nanna", "gran", "granny", "grandma", "grandmother"}),
    frozenset({"grandad", "granddad", "grandpa", "grandfather"}),
    frozenset({"husband", "wife", "partner", "boyfriend", "girlfriend", "fiance"}),
)


def talked_about(who: str, of_them: str) -> str:
    """Return whom a talk with `who` is about, as said to others ("Mum", "my wife"), or "" where it may be with them.

    `of_them`: whom the record is about ("your mum", "Dave").
    """
    words = plain(who)
    if told := _ABOUT.search(words):
        return _as_said(told["whom"])
    whom = of_them.removeprefix("your ")
    people = {each.group().removesuffix("s") for each in _PEOPLE.finditer(words)}
    if not whom or not people or plain(whom) in words or people & _meant(plain(whom)):
        return ""
    return _as_said(f"my {whom}" if of_them.startswith("your ") else whom)


def _meant(whom: str) -> frozenset[str]:
    """Return every word for the same one."""
    last = whom.rpartition(" ")[2]
    return next((same for same in _SAME if last in same), frozenset({last}))


def _as_said(whom: str) -> str:
    bare = whom.removeprefix("my ").removeprefix("our ")
    return bare.capitalize() if re.fullmatch(CALLED, bare) else whom
