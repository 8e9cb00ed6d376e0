"""Phone numbers, NHS numbers and postcodes: told by their digits rather than by their words."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from bot.understanding.entities.cut import DASHES, HYPHENS
from bot.understanding.entities.kinds import NHS_NUMBER, PHONE, POSTCODE_DISTRICT

_BETWEEN = frozenset("-.()") | DASHES
_MOST_BETWEEN = 2
"""Marks that may stand between two groups of digits of one number, and how many of them."""
_ORDINAL = re.compile(r"[0-9](st|nd|rd|th)")
_GAP = re.compile(r"[ \0]{0,3}")
_LONGEST_PHONE, _PHONE_DIGITS, _SHORT_PHONE_DIGITS, _NHS_DIGITS = 15, 11, 10, 10
_MOBILE_PART, _LEAST_AREA_CODE = 3, 3
_NHS_GROUPS = ((10,), (3, 3, 4), (3, 7), (6, 4), (5, 5), (4, 3, 3), (4, 6), (1,) * 10, (2,) * 5)
_FULL_POSTCODE = re.compile(
    r"(?<![a-z0-9])([a-z]{1,2})([ \0]?)([0-9][a-z0-9]?)[ \0]{0,3}([0-9][abd-hjlnp-uw-z]{2})(?![a-z0-9])"
)
_OUTWARD = re.compile(r"(?<![a-z0-9])([a-z]{1,2})()([0-9]{1,2}[a-z]?)(?![a-z0-9])")
_NEAR, _MENTION = 3, 4
"""How many words away a word may stand that makes a district something else, or that names a postcode."""


class Codes:
    """Phone numbers, NHS numbers and postcodes, which are told by their digits rather than by their words."""

    def __init__(self, postcode: dict[str, Any], phone: dict[str, str]) -> None:
        self._areas = frozenset(postcode["areas"].split())
        self._highest: dict[str, int] = postcode["highest"]
        self._letter_after = {area: frozenset(numbers.split()) for area, numbers in postcode["letter_after"].items()}
        self._names_it = frozenset(postcode["names_it"].split())
        self._place_words = frozenset(postcode["place_words"].split())
        self._not_near = frozenset(postcode["not_near"].split())
        self._with_care = frozenset(postcode["only_with_care"].split())
        self._slang = frozenset(postcode["slang"].split())
        self._ten_digits = tuple(phone["ten_digits"].split())
        self._whole = frozenset(phone["whole"].split())

    def find(self, text: str, flat: str, pieces: list[tuple[int, int]]) -> dict[int, tuple[int, str, str]]:
        """Return for the place of a first piece: the place after the last one, the kind and the code."""
        codes = {first: (after, POSTCODE_DISTRICT, code) for first, after, code in self._postcodes(text, flat, pieces)}
        taken = {at for first, (after, *_) in codes.items() for at in range(first, after)}
        at, alone = 0, True
        while at < len(pieces):
            start, end = pieces[at]
            if at in taken or not _is_number(flat, start):
                alone = alone or at in taken or flat[start] not in _BETWEEN
                at += 1
                continue
            groups = _groups(flat, pieces, at)
            found = self._phone(flat, pieces, at, groups) or (_nhs(flat, pieces, at, groups) if alone else None)
            if found:
                first, after, kind, code = found
                codes[first] = (after, kind, code)
                at, alone = after, True
                continue
            at += 1
            alone = at < len(pieces) and not _GAP.fullmatch(flat, end, pieces[at][0])
        return codes

    def _phone(
        self, flat: str, pieces: list[tuple[int, int]], at: int, places: list[int]
    ) -> tuple[int, int, str, str] | None:
        groups = [flat[slice(*pieces[number])] for number in places]
        plus = at > 0 and flat[pieces[at - 1][0]] == "+"
        for count in range(len(places), 0, -1):
            national = self._national(groups[:count], plus=plus)
            if national:
                first = at - 1 if plus else at
                if first and flat[pieces[first - 1][0]] == "(":
                    first -= 1
                return first, places[count - 1] + 1, PHONE, national
        return None

    def _national(self, groups: list[str], *, plus: bool) -> str | None:
        digits = "".join(groups)
        if (plus and digits.startswith("44")) or digits.startswith("0044") or groups[0].startswith("44"):
            national = "0" + re.sub(r"^(?:00)?440?", "", digits)
            return national if self._is_phone(national) else None
        if plus or not digits.startswith("0"):
            return None
        one_by_one = max(map(len, groups)) <= 2  # noqa: PLR2004  (single figures or pairs of them)
        short_start = len(groups) > 1 and groups[0] in {"0", "07"} and len(groups[1]) >= _MOBILE_PART
        usual = len(groups[0]) >= _LEAST_AREA_CODE or one_by_one or short_start
        return digits if usual and self._is_phone(digits) else None

    def _is_phone(self, digits: str) -> bool:
        if digits in self._whole:
            return True
        if len(digits) == _SHORT_PHONE_DIGITS:
            return digits.startswith(self._ten_digits)
        return len(digits) == _PHONE_DIGITS and digits[1] in "1235789"

    def _postcodes(self, text: str, flat: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
        starts = [start for start, _ in pieces]
        free = 0
        full = {found.start(): found for found in _FULL_POSTCODE.finditer(flat)}
        alone = {found.start(): found for found in _OUTWARD.finditer(flat)}
        for start in sorted(full.keys() | alone.keys()):
            first = bisect_left(starts, start)
            if start < free or first == len(starts) or starts[first] != start:
                continue
            for found, whole in ((full.get(start), True), (alone.get(start), False)):
                if found is None or not self._is_district(found.group(1), found.group(3), whole=whole):
                    continue
                after = bisect_left(starts, found.end())
                if whole and found.group(2) and _ORDINAL.fullmatch(found.group(4)):
                    continue
                if not whole and not self._meant(text, flat, pieces, first, after):
                    continue
                yield first, after, f"{found.group(1)}{found.group(3)}".upper()
                free = found.end()
                break

    def _is_district(self, area: str, district: str, *, whole: bool) -> bool:
        digits = district.rstrip("abcdefghijklmnopqrstuvwxyz")
        if area not in self._areas or (digits[0] == "0" and (len(digits) > 1 or not whole)):
            return False
        if digits != district and digits not in self._letter_after.get(area, ()):
            return False
        return int(digits) <= self._highest.get(area, 99)

    def _meant(self, text: str, flat: str, pieces: list[tuple[int, int]], first: int, after: int) -> bool:
        """Say whether a district without the rest of its postcode is one, and not a road, a vitamin or a word."""
        code = flat[pieces[first][0] : pieces[after - 1][1]]
        typed = text[pieces[first][0] : pieces[after - 1][1]]
        before = _neighbours(flat, pieces, range(first - 1, -1, -1), _MENTION)
        behind = _neighbours(flat, pieces, range(after, len(pieces)), _NEAR)
        if self._names_it.intersection(before):
            return True
        placed = bool(before) and before[0] in self._place_words
        if code in self._slang and typed == code:
            return placed
        if code[1].isalpha() and code not in self._with_care:
            return True
        if self._not_near.intersection((*before[:_NEAR], *behind)):
            return False
        return placed or not (before or behind or code in self._with_care)


def _neighbours(flat: str, pieces: list[tuple[int, int]], places: range, most: int) -> list[str]:
    """Return the nearest words, nearest first."""
    words: list[str] = []
    for place in places[: 4 * most]:
        start, end = pieces[place]
        if flat[start].isalpha() and len(words) < most:
            words.append(flat[start:end])
    return words


def _is_number(flat: str, start: int) -> bool:
    return flat[start].isascii() and flat[start].isdigit()


def _groups(flat: str, pieces: list[tuple[int, int]], first: int) -> list[int]:
    """Return the places of the groups of digits that stand together from here on, as many as a phone could have."""
    places = [first]
    digits = pieces[first][1] - pieces[first][0]
    at = first
    while digits < _LONGEST_PHONE and at + 1 < len(pieces):
        if not _GAP.fullmatch(flat, pieces[at][1], pieces[at + 1][0]):
            break
        at += 1
        start, end = pieces[at]
        if _is_number(flat, start):
            places.append(at)
            digits += end - start
        elif flat[start] not in _BETWEEN or at - places[-1] > _MOST_BETWEEN:
            break
    return places


def _nhs(flat: str, pieces: list[tuple[int, int]], at: int, places: list[int]) -> tuple[int, int, str, str] | None:
    groups = [flat[slice(*pieces[number])] for number in places]
    lengths = tuple(map(len, groups))
    count = next((n for n in range(1, len(groups) + 1) if sum(lengths[:n]) == _NHS_DIGITS), 0)
    if not count or lengths[:count] not in _NHS_GROUPS or (groups[count:] and groups[count][0] != "0"):
        return None
    last = places[count - 1]
    around = flat[max(0, pieces[at][0] - 1) : pieces[at][0]], flat[pieces[last][1] : pieces[last][1] + 1]
    between = {flat[pieces[place][0]] for place in range(at, last) if not _is_number(flat, pieces[place][0])}
    code = "".join(groups[:count])
    if any(map(str.isalpha, around)) or around[0] == "+" or between - HYPHENS or not is_nhs_number(code):
        return None
    return at, last + 1, NHS_NUMBER, code


def is_nhs_number(digits: str) -> bool:
    """Say whether the last of ten digits is the check digit (Modulus 11) of the others. Ten times the same is none."""
    if len(digits) != _NHS_DIGITS or not (digits.isascii() and digits.isdigit()) or len(set(digits)) == 1:
        return False
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - weighed % 11) % 11 == int(digits[-1])
