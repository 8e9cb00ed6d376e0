"""Somebody who is to be at a planned talk as well: "can my brother come too", "I want Tom there as well"."""

import re

from bot.understanding.commands import plain
from bot.understanding.taken_back import names_one_person

_LEAD = r"\W*(?:(?:oh|and|but|so|ok|okay|yes|also|actually|please|well|right|hi)\b[\s,.!]*)*"
_TOO = r"(?:too|as well|also|along|with (?:me|us)|there|if (?:he|she|they) (?:likes?|wants?|can)|please|then)"
_COMES = r"(?:comes?|joins?(?: us| in)?|(?:be|is) (?:there|here|with us|present|included)|sits? in|takes? part)"
_WHO = r"(?P<who>(?:\S+\s+){0,2}?\S+)"
_SHAPES = tuple(
    re.compile(rf"{_LEAD}{shape}[\s.!?]*", re.IGNORECASE)
    for shape in (
        (
            rf"(?:can|could|may|should|shall|might|is it (?:ok|okay|all right) if)\s+{_WHO}\s+(?:also\s+)?{_COMES}"
            rf"(?:\s+{_TOO})*"
        ),
        (
            rf"{_WHO}(?:['’]s|\s+(?:is|will|will be|can|should|might|could|wants to|would like to))\s+"
            rf"(?:coming|joining|{_COMES})(?:\s+{_TOO})*\s+(?:too|as well|also|along)"
        ),
        (
            rf"(?:(?:can|could|may|shall)\s+(?:i|we|you)\s+|let['’]?s\s+|i\s+(?:want|need)\s+to\s+|i['’]?d\s+like\s+to\s+)?"
            rf"(?:add|invite|bring|include|ask)\s+{_WHO}(?:\s+(?:{_TOO}|to (?:it|that|the plan|the list)))*"
        ),
        rf"(?:i\s+(?:want|need)|i['’]?d\s+like)\s+{_WHO}\s+(?:to\s+{_COMES}|there|with\s+us)(?:\s+{_TOO})*",
    )
)
_NOBODY = re.compile(
    r"(?:(?:no|oh|just|only|well) )*(?:no|nobody|no one|noone|none|nobody else|no one else|not anyone|no thanks|nope"
    r"|just (?:us|me|the two of us|her|him|them)|(?:just )?the two of us|us two)"
)


MOST_WORDS = 14


def comes_too(text: str) -> str:
    """Return who is to come as well, as typed, where the words say no more than that; else ""."""
    if len(text.split()) > MOST_WORDS:
        return ""
    for shape in _SHAPES:
        found = shape.fullmatch(text)
        if found and names_one_person(found["who"]):
            return found["who"]
    return ""


def is_nobody(words: str) -> bool:
    """Say whether what was said of who else may be there is that nobody is."""
    return _NOBODY.fullmatch(plain(words)) is not None
