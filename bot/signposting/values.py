"""What each field of an entry may hold: reads values from a form or a file, and says kindly what is wrong with them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import yaml

from bot.model.directory import Hours, Loss, Nation, Need, Phone, Relationship, Way
from bot.signposting.hours import HoursError, read_hours
from bot.signposting.places import groups, is_covered

OLDEST: Final = 120
_LONGEST: Final = 500
_EMAIL: Final = re.compile(r"[^@\s<>\"',;]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z]{2,}")
_URL: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][^\s<>\"]*)?")
_PHONE: Final = re.compile(r"\+?[0-9][0-9 ()-]*")
_SHORTEST_NUMBER: Final = 3
_LONGEST_NUMBER: Final = 16
_TYPES: Final = ("voice", "text", "textphone")
_WITHDRAWN: Final = Path(__file__).with_name("withdrawn.yml")


class ValueFaultError(ValueError):
    """A value cannot be used: what is wrong, and how to mend it."""

    def __init__(self, wrong: str, mend: str) -> None:
        super().__init__(f"{wrong}. Mend: {mend}.")
        self.wrong = wrong
        self.mend = mend


@dataclass(frozen=True, slots=True)
class _Withdrawn:
    was: str
    mend: str


def is_email(text: str) -> bool:
    return bool(_EMAIL.fullmatch(text))


def is_url(text: str) -> bool:
    return bool(_URL.fullmatch(text))


def is_phone(text: str) -> bool:
    digits = sum(letter.isdigit() for letter in text)
    return bool(_PHONE.fullmatch(text)) and _SHORTEST_NUMBER <= digits <= _LONGEST_NUMBER


def check_in_use(number: str) -> None:
    """Refuse a number that is known to reach nobody any more. Raises ValueFaultError."""
    if found := _withdrawn().get(_digits(number)):
        raise ValueFaultError(f"{number} is an old number of {found.was}", found.mend)


def read(field: str, value: Any) -> Any:
    """Read one field of an entry, typed as there. Raises ValueFaultError."""
    return _READERS[field](value)


def _text(value: Any, longest: int = _LONGEST) -> str:
    if not isinstance(value, str):
        raise ValueFaultError("it is not text", "write it in words, or leave it empty")
    said = " ".join(value.split())
    if len(said) > longest:
        raise ValueFaultError(f"it is longer than {longest} letters", "say it in fewer words")
    if not said.isprintable():
        raise ValueFaultError("it holds a letter that cannot be shown", "type it again by hand")
    return said


def _needed(value: Any) -> str:
    said = _text(value)
    if not said:
        raise ValueFaultError("it is empty", "write it as in other entries")
    return said


def _who_for(value: Any) -> str:
    said = _needed(value).removesuffix(".")
    return said[4:] if said.lower().startswith("for ") else said


def _age(value: Any) -> int | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    said = str(value).strip()
    if isinstance(value, bool) or not said.isdecimal() or int(said) > OLDEST:
        raise ValueFaultError("it is no age", f"give whole years from 0 to {OLDEST}, or leave it empty")
    return int(said)


def _email(value: Any) -> str:
    said = _text(value)
    if said and not is_email(said):
        raise ValueFaultError("it is no email address", "write it like help@example.org, or leave it empty")
    return said


def _url(value: Any) -> str:
    said = _text(value)
    if said and not is_url(said):
        raise ValueFaultError("it is no web address", "give a whole one that starts with https://, or leave it empty")
    return said


def _yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueFaultError("it is neither yes nor no", "choose one of the two")
    return value


def _grade(value: Any) -> str:
    said = _text(value)
    if len(said) > 1:
        raise ValueFaultError("it is more than one letter", "choose from: A, B, C, X, or leave it empty")
    return said


def _several(value: Any) -> list[Any]:
    """A list, or text with one thing in each line or between commas."""
    if isinstance(value, str):
        return [part.strip() for part in re.split(r"[,\n]", value) if part.strip()]
    if not isinstance(value, Iterable) or isinstance(value, Mapping):
        raise ValueFaultError("it is not a list", "give one thing in each line")
    return list(value)


def _lines(value: Any) -> list[Any]:
    return [part.strip() for part in value.split("\n") if part.strip()] if isinstance(value, str) else _several(value)


def _words_of(words: type[StrEnum]) -> Callable[[Any], tuple[StrEnum, ...]]:
    def read_words(value: Any) -> tuple[StrEnum, ...]:
        chosen = []
        for one in _several(value):
            if one not in set(words):
                raise ValueFaultError(f"“{one}” is not one of the words", "choose from: " + ", ".join(words))
            chosen.append(words(one))
        return tuple(dict.fromkeys(chosen))

    return read_words


def _needs(value: Any) -> tuple[StrEnum, ...]:
    if not (needs := _words_of(Need)(value)):
        raise ValueFaultError("there is none", "choose at least one, best fitting first, from: " + ", ".join(Need))
    return needs


def _districts(value: Any) -> tuple[str, ...]:
    found: list[str] = []
    for one in _several(value):
        for code in str(one).split():
            if code in groups():
                found += groups()[code].districts
            elif is_covered(code.upper()):
                found.append(code.upper())
            else:
                mend = "write the first half of postcodes, such as DT1, or a group: " + ", ".join(groups())
                raise ValueFaultError(f"“{code}” is no postcode district of the UK", mend)
    return tuple(dict.fromkeys(found))


def _phones(value: Any) -> tuple[Phone, ...]:
    return tuple(_phone(one) for one in _lines(value))


def _phone(value: Any) -> Phone:
    """A number, a number with its type and a note, or a line such as "85258, text, send SHOUT"."""
    if isinstance(value, Mapping):
        value = Phone(str(value.get("number", "")), value.get("type", "voice"), value.get("description", ""))
    elif not isinstance(value, Phone):
        number, kind, note, *_ = (*(part.strip() for part in str(value).split(",", 2)), "", "")
        value = Phone(number, kind or "voice", note)
    if not is_phone(value.number):
        raise ValueFaultError(f"“{value.number}” is no phone number", "use digits and spaces, such as 0800 123 4567")
    if value.type not in _TYPES:
        raise ValueFaultError(f"“{value.type}” is no kind of number", "choose from: " + ", ".join(_TYPES))
    check_in_use(value.number)
    return Phone(value.number, value.type, _text(value.description))


def _hours(value: Any) -> tuple[Hours, ...]:
    found = []
    for one in _lines(value):
        try:
            line = f"{','.join(one.days)} {one.opens}-{one.closes}" if isinstance(one, Hours) else str(one)
            found.append(read_hours(line))
        except HoursError as error:
            raise ValueFaultError(f"“{one}” is not understood", str(error)) from None
    return tuple(found)


def _names(value: Any) -> tuple[str, ...]:
    return tuple(_needed(one) for one in _several(value))


def _places(value: Any) -> tuple[str, ...]:
    places = tuple(_needed(one) for one in _lines(value))
    if any(place.count(", ") < 2 for place in places):  # noqa: PLR2004
        raise ValueFaultError("it is no whole address", "write street, town, postcode with commas between")
    return places


def _digits(number: str) -> str:
    return "".join(letter for letter in number if letter.isdigit())


@cache
def _withdrawn() -> Mapping[str, _Withdrawn]:
    rows = yaml.safe_load(_WITHDRAWN.read_text(encoding="utf-8"))
    return {_digits(row["number"]): _Withdrawn(row["was"], row["mend"]) for row in rows}


_READERS: Final[Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        "name": _needed,
        "who_for": _who_for,
        "needs": _needs,
        "losses": _words_of(Loss),
        "relationships": _words_of(Relationship),
        "nations": _words_of(Nation),
        "districts": _districts,
        "minimum_age": _age,
        "maximum_age": _age,
        "phones": _phones,
        "email": _email,
        "url": _url,
        "hours": _hours,
        "hours_note": _text,
        "places": _places,
        "languages": _names,
        "access": _words_of(Way),
        "next_step": _text,
        "alert": _text,
        "fees": _text,
        "source": _text,
        "grade": _grade,
        "held_back": _text,
        "closed": _yes_no,
    }
)
FIELDS: Final = frozenset(_READERS)
"""Every field of an entry that a person or a seed file may write."""
