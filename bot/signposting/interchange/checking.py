"""Looking at everything in documents that came from outside: fields, ids, links. Nothing that is wrong stays unsaid."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from types import MappingProxyType
from typing import Any, Final

from bot.signposting.documents import is_whole
from bot.signposting.hsds import MANY, ONE, SHAPES, SHARED, Document, Field, Kind, Record
from bot.signposting.interchange.nested import Gathered
from bot.signposting.interchange.report import Fault, Place
from bot.signposting.places import is_postcode
from bot.signposting.rows import typed
from bot.signposting.values import ValueFaultError, check_in_use, is_email, is_url

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,35}")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})?)?")
_TIME: Final = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.0+)?)?(?:Z|[+-]\d{2}:\d{2})?|24:00(?::00)?")
_OLDEST: Final = 150
_FEWEST_DIGITS: Final = 3
_MOST_NESTED: Final = 20
_LATITUDE: Final = 90
_LONGITUDE: Final = 180


def check(gathered: Gathered, today: date) -> list[Document]:
    """The documents with each value in its one usual form; every fault is added to what was gathered."""
    checker = _Checker(gathered, today)
    documents = [checker.record("service", document, Place("")) for document in gathered.documents]
    for before in gathered.documents:
        if not isinstance(before.get("organization"), dict):
            at = gathered.place_of(before, Place(""), "")
            checker.fault(at, "organization", "it is not said who provides the service", "give its organisation")
    return documents


class _Checker:
    def __init__(self, gathered: Gathered, today: date) -> None:
        self._gathered = gathered
        self._today = today
        self._seen: dict[tuple[str, str], Record] = {}
        self._done: dict[int, Record] = {}

    def fault(self, place: Place, field: str, wrong: str, mend: str) -> None:
        self._gathered.faults.append(Fault(place, field, wrong, mend))

    def record(self, name: str, record: Record, parent: Place, more: str = "") -> Record:
        """A record and all that is nested in it, checked. One that several rows share is looked at once."""
        if id(record) in self._done:
            return self._done[id(record)]
        place = self._gathered.place_of(record, parent, more)
        if record.get("id") and isinstance(record["id"], str):
            place = place if record["id"] in place.row else Place(place.file, f"{place.row} ({record['id'][:36]})")
        checked = self._fields(name, record, place)
        for key, child in ONE.get(name, {}).items():
            nested = record.get(key)
            if isinstance(nested, dict):
                checked[key] = self.record(child, nested, place, key)
            elif nested is not None:
                self.fault(place, key, "it is no object", "nest the whole row there")
        for key, child in MANY.get(name, {}).items():
            checked |= self._list(key, child, record.get(key), place)
        self._tell_twice(name, checked, place)
        self._done[id(record)] = checked
        return checked

    def _list(self, key: str, child: str, items: Any, place: Place) -> Record:
        if items is None or items == []:
            return {}
        if not isinstance(items, list):
            self.fault(place, key, "it is no list", "put what belongs there in a list")
            return {}
        found = []
        for number, item in enumerate(items, start=1):
            if not isinstance(item, dict):
                self.fault(place, key, "it holds something that is no row", "nest whole rows there")
            elif is_whole(child, item) or not ONE.get(child):
                found.append(self.record(child, item, place, f"{key} {number}"))
            else:
                self._foreign(f"{key} {number}", item, place)
                found.append(item)
        return {key: found}

    def _tell_twice(self, name: str, record: Record, place: Place) -> None:
        known = (name, str(record.get("id", "")))
        if not known[1]:
            return
        before = self._seen.setdefault(known, record)
        if before is record:
            return
        if name not in SHARED:
            self.fault(place, "id", f"“{known[1]}” is used before", "give each row an id of its own")
        elif before != record:
            self.fault(place, "id", f"“{known[1]}” is used before for something else", "say the same each time")

    def _fields(self, name: str, record: Record, place: Place) -> Record:
        fields = {field.name: field for field in SHAPES[name].fields}
        nested = {*ONE.get(name, ()), *MANY.get(name, ())}
        checked: Record = {}
        for key, value in record.items():
            if key in nested:
                continue
            if key not in fields:
                self._foreign(key, value, place)
                checked[key] = value
            elif value is not None and value != "":
                checked |= self._field(fields[key], value, place)
        for field in fields.values():
            if field.required and record.get(field.name) in (None, "") and field.name not in checked:
                self.fault(place, field.name, "it is not there", _needed(field))
        return checked

    def _field(self, field: Field, value: Any, place: Place) -> Record:
        try:
            return {field.name: self._value(field, value)}
        except ValueFaultError as error:
            self.fault(place, field.name, error.wrong, error.mend)
            return {}

    def _value(self, field: Field, value: Any) -> Any:
        if field.kind in _NUMBERS:
            return _number(field, value)
        if not isinstance(value, str):
            raise ValueFaultError("it is not text", "put it in quotes")
        if len(value) > field.longest:
            raise ValueFaultError(f"it is longer than {field.longest} letters", "say it in fewer")
        if not _is_storable(value):
            raise ValueFaultError("it holds a letter that cannot be kept", "type it again by hand")
        if field.words and value not in field.words:
            raise ValueFaultError(f"“{value[:40]}” is not one of the words", "choose from: " + ", ".join(field.words))
        _KINDS.get(field.kind, _anything)(value)
        if field.kind is Kind.MOMENT:
            return typed(Kind.MOMENT, value).isoformat()
        if field.name == "assured_date" and date.fromisoformat(value) > self._today:
            raise ValueFaultError("this day has not come yet", "give the day of the last check")
        return value

    def _foreign(self, key: str, value: Any, place: Place) -> None:
        """A field that is kept as it is: it only has to be something that can be kept."""
        if not _can_be_kept(key) or not _can_be_kept(value):
            self.fault(place, key[:40], "it cannot be kept as it is", "leave it out, or write it in plain letters")


def _number(field: Field, value: Any) -> float:
    try:
        number = float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else None
    except (ValueError, OverflowError):
        number = None
    if number is None or not isfinite(number):
        raise ValueFaultError("it is no number", "write it in digits, or leave it out")
    if field.kind is Kind.DECIMAL:
        if abs(number) > (_LATITUDE if field.name == "latitude" else _LONGITUDE):
            raise ValueFaultError("there is no such place on Earth", "give degrees")
        return number
    highest = _OLDEST if field.kind is Kind.AGE else 10_000
    if number != int(number) or not 0 <= number <= highest:
        raise ValueFaultError("it is out of range", f"give a whole number from 0 to {highest}, or leave it out")
    return int(number)


def _needed(field: Field) -> str:
    return "choose from: " + ", ".join(field.words) if field.words else "add it; the standard asks for it"


def _anything(value: str) -> None:
    """Text of any kind."""


def _id(value: str) -> None:
    if not _ID.fullmatch(value):
        raise ValueFaultError("it is no id that can be kept", "give a UUID")


def _email(value: str) -> None:
    if not is_email(value):
        raise ValueFaultError("it is no email address", "write it like help@example.org, or leave it out")


def _url(value: str) -> None:
    if not is_url(value):
        raise ValueFaultError("it is no web address", "give a whole one that starts with https://, or leave it out")


def _phone(value: str) -> None:
    if sum(letter in "0123456789" for letter in value) < _FEWEST_DIGITS:
        raise ValueFaultError("it is no phone number", "write it in digits, such as 01305 123456")
    check_in_use(value)


def _postcode(value: str) -> None:
    if not is_postcode(value):
        raise ValueFaultError(f"“{value[:40]}” is no UK postcode", "write it like DT1 1AA, or leave it out")


def _date(value: str) -> None:
    try:
        if _DATE.fullmatch(value):
            date.fromisoformat(value)
            return
    except ValueError:
        pass
    raise ValueFaultError(f"“{value[:40]}” is no date", "write it as year-month-day, such as 2026-11-22")


def _moment(value: str) -> None:
    try:
        if _MOMENT.fullmatch(value):
            typed(Kind.MOMENT, value)
            return
    except (ValueError, OverflowError):
        pass
    raise ValueFaultError(f"“{value[:40]}” is no date and time", "write it like 2026-11-22T09:30:00Z")


def _time(value: str) -> None:
    if not _TIME.fullmatch(value):
        raise ValueFaultError(f"“{value[:40]}” is no time", "write it like 09:30; the end of a day is 24:00")


_NUMBERS: Final = frozenset({Kind.AGE, Kind.WHOLE, Kind.DECIMAL})
_KINDS: Final[Mapping[Kind, Callable[[str], None]]] = MappingProxyType(
    {
        Kind.ID: _id,
        Kind.EMAIL: _email,
        Kind.URL: _url,
        Kind.PHONE: _phone,
        Kind.POSTCODE: _postcode,
        Kind.DATE: _date,
        Kind.MOMENT: _moment,
        Kind.TIME: _time,
    }
)


def _is_storable(text: str) -> bool:
    """Whether every database takes it: no zero byte, no half of a letter."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _can_be_kept(value: Any, depth: int = 0) -> bool:
    if isinstance(value, str):
        return _is_storable(value)
    if isinstance(value, dict):
        return depth < _MOST_NESTED and all(_can_be_kept(each, depth + 1) for pair in value.items() for each in pair)
    if isinstance(value, list):
        return depth < _MOST_NESTED and all(_can_be_kept(each, depth + 1) for each in value)
    return not isinstance(value, float) or isfinite(value)
