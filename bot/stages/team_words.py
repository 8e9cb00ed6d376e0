"""What a team may write to a person or beside their words: long enough, short enough, and nothing hidden in it."""

import unicodedata
from datetime import date

LONGEST = 2000
"""Characters in what reaches the person, who reads it in a chat."""
LONGEST_REFLECTION = 7000
"""Characters in a reflection: three parts of the longest length, each under its question."""
STATEMENTS = range(1, 8)
MOST_PEOPLE = 50

_LINE_ENDS = str.maketrans(dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n") | {"\t": " "})
_TURNS_TEXT_AROUND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


class InvalidError(Exception):
    """What was written cannot be kept. The message is a sentence for the one who wrote it; `field` is where."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def cleaned(words: str) -> str:
    """Return words without control characters, halves of characters and signs that turn text around."""
    one_kind_of_line_end = words.replace("\r\n", "\n").translate(_LINE_ENDS)
    return "".join(sign for sign in one_kind_of_line_end if _stays(sign)).strip()


def written(field: str, words: str, missing: str, longest: int = LONGEST) -> str:
    """Return words fit to be kept. Raises InvalidError; `missing` is what it says when there are none."""
    kept = cleaned(words)
    if not any(unicodedata.category(sign)[0] not in "ZCM" for sign in kept):
        raise InvalidError(field, missing)
    if len(kept) > longest:
        raise InvalidError(field, f"Use {longest:,} characters or fewer.")
    return kept


def not_past(due: date | None, today: date) -> date | None:
    """Return the day. Raises InvalidError when it has gone by."""
    if due is not None and due < today:
        raise InvalidError("due", "This day has gone by. Choose today or a later day.")
    return due


def statement_number(statement: int) -> int:
    """Return the number of one of the seven statements. Raises InvalidError."""
    if statement not in STATEMENTS:
        raise InvalidError("statement", "Choose one of the seven statements.")
    return statement


def number_of_people(people: int, *, together: bool) -> int:
    """Return how many were there: one alone, or a number that can be together. Raises InvalidError."""
    if not together:
        return 1
    if not 1 <= people <= MOST_PEOPLE:
        raise InvalidError("people", f"Enter how many people were there, up to {MOST_PEOPLE}.")
    return people


def _stays(sign: str) -> bool:
    return sign == "\n" or (unicodedata.category(sign) not in {"Cc", "Cs"} and sign not in _TURNS_TEXT_AROUND)
