"""Postcode districts: what somebody typed, read as one; the nations it lies in; and groups of districts with a name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from unicodedata import normalize

import yaml

from bot.model.directory import Nation

_FILE = Path(__file__).with_name("places.yml")
_LOCAL: Final = "dorset"
_OUTWARD: Final = r"(?P<area>[A-Z]{1,2})(?P<district>[1-9][0-9]?|0|[1-9][A-Z])"
_INWARD: Final = r"[0-9][ABD-HJLNP-UW-Z]{2}"
_TYPED: Final = re.compile(rf"{_OUTWARD.replace(')(', ') ?(', 1)}(?: [0-9][A-Z]{{0,2}}| ?{_INWARD})?")
_POSTCODE: Final = re.compile(rf"(?:{_OUTWARD} ?{_INWARD}|GIR ?0AA)")
_WITH_ZERO: Final = frozenset({"BL", "BS", "CM", "CR", "FY", "HA", "PR", "SL", "SS"})
"""The only areas that have a district 0."""
_WITH_LETTER: Final = frozenset({"E", "EC", "N", "NW", "SE", "SW", "W", "WC"})
"""The only areas with districts such as EC1A; all of them are in London."""
_LONGEST: Final = 20
_WORDS: Final = frozenset(
    {"so", "me", "al", "ha", "hi", "ml", "pa", "la", "da", "ba", "ab", "ca", "ch", "co", "pe", "st"}
)
"""Areas that are something else in small letters."""


@dataclass(frozen=True, slots=True)
class District:
    """An outward code such as "DT1", its area "DT", and its nations: several where it lies on a border.

    `local` is the county that this copy knows well, "Dorset", or empty.
    """

    code: str
    area: str
    nations: frozenset[Nation]
    local: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Districts with a name of their own."""

    name: str
    districts: tuple[str, ...]


def bare_area(typed: str) -> bool:
    """Say whether "SP" or "sp" alone is typed: a postcode area, but for two letters that are a word of their own."""
    area = typed.strip(" .")
    return area.upper() in _nations() and len(area) > 1 and (area.isupper() or area not in _WORDS)


@lru_cache(maxsize=4096)
def read_district(typed: str) -> District | None:
    """Read "dt1", "DT1 1AA" or "dt 1"; None for anything that is no postcode of the UK."""
    found = _TYPED.fullmatch(" ".join(normalize("NFKC", typed[:_LONGEST]).upper().split()))
    if not found:
        return None
    area, district = found["area"], found["district"]
    nations = _nations().get(f"{area}{district}") or _nations().get(area)
    odd = (district == "0" and area not in _WITH_ZERO) or (district[-1].isalpha() and area not in _WITH_LETTER)
    if nations is None or odd:
        return None
    code = f"{area}{district}"
    local = groups()[_LOCAL]
    return District(code, area, nations, local.name if code in local.districts else "")


def is_postcode(text: str) -> bool:
    """Whether this has the form of a whole postcode, such as DT1 1AA."""
    return bool(_POSTCODE.fullmatch(" ".join(text.upper().split())))


def is_covered(text: str) -> bool:
    """Whether this is a district ("DT1") or an area ("BH") of the UK, as entries list them."""
    return text in _nations() or ((found := read_district(text)) is not None and found.code == text)


@lru_cache(maxsize=4096)
def nations_of(districts: tuple[str, ...]) -> frozenset[Nation]:
    """Every nation that these districts or areas may lie in."""
    found = (read_district(code) for code in districts)
    return frozenset(nation for district in found if district for nation in district.nations)


@cache
def groups() -> Mapping[str, Group]:
    """The groups that entries may name, by their short names."""
    return MappingProxyType(
        {name: Group(said["name"], tuple(said["covers"].split())) for name, said in _said()["groups"].items()}
    )


@cache
def _nations() -> Mapping[str, frozenset[Nation]]:
    """The nations of each area, and of each district that differs from its area."""
    named = [*_said()["areas"].items(), *_said()["borders"].items()]
    return {
        code: frozenset(Nation(name) for name in names.split(", ")) for names, codes in named for code in codes.split()
    }


@cache
def _said() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content
