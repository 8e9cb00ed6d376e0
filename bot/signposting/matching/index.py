"""Every entry that may be offered, laid out in columns, so that rules and ranking take the same time for thousands."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

from bot.model.directory import Entry, Hours, Loss, Nation, Need, Relationship, Way
from bot.signposting.matching.features import ILL_CHILD, Features, features, shown
from bot.signposting.matching.schedules import Schedules
from bot.signposting.reading.lexicon import lexicon

Rows = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.float32]
Truths = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.uint64]

Key = TypeVar("Key")

_FIT: Final = (1.0, 0.8, 0.65, 0.5)
"""How well a service answers its first need, its second, and so on."""
_GRADES: Final = {"A": 0.5, "B": 0.25}
NO_LEAST, NO_MOST = -1, 999


def bits(words: Iterable[StrEnum | str], every: Mapping[str, int]) -> int:
    """Return a number with one bit set for each word."""
    found = 0
    for word in words:
        found |= 1 << every[word]
    return found


@dataclass(frozen=True, slots=True)
class Columns:
    """One value for each entry, in their order."""

    fit: Numbers
    nations: Bits
    losses: Bits
    relationships: Bits
    ways: Bits
    kinds: Bits
    youngest: Rows
    oldest: Rows
    for_young: Truths
    for_children: Truths
    local: Truths
    grade: Numbers
    checked: Rows
    schedule: Rows


class Index:
    """The entries of one version of the directory."""

    def __init__(self, entries: Sequence[Entry], before: "Index | None" = None) -> None:
        """`before`: an older one, from which all that has not changed is taken over."""
        known = before.features if before is not None else {}
        self.features: dict[str, Features] = {}
        for entry in entries:
            if shown(entry):
                old = known.get(entry.id)
                self.features[entry.id] = old if old is not None and old.entry is entry else features(entry)
        self.rows = tuple(found for found in self.features.values() if found.reachable)
        kinds = {ILL_CHILD, *lexicon().kinds.values(), *(kind for row in lexicon().rows for kind in row.kinds)}
        self.kind_bits = {kind: at for at, kind in enumerate(sorted(kinds))}
        every = tuple(dict.fromkeys(row.entry.hours for row in self.rows))
        kept = before.schedules if before is not None and before.schedules.are(every) else None
        self.schedules: Schedules = kept or Schedules(every)
        self.columns = self._columns(every)
        alike = before is not None and _stand_alike(self.rows, before.rows)
        self._wide, self._near, self._area = before.places if before is not None and alike else self._places()
        self._said = before.said if before is not None and alike else self._words()

    @property
    def places(self) -> "Places":
        """Which rows help where."""
        return self._wide, self._near, self._area

    @property
    def said(self) -> dict[str, Rows]:
        """Which rows have a word in their name or in whom they are for."""
        return self._said

    def serving(self, needs: Iterable[Need], codes: Sequence[str]) -> Rows:
        """Return the rows that help with one of these needs, everywhere or at one of these places."""
        found = []
        for need in needs:
            found.append(self._wide[need])
            for code in codes:
                area = area_of(code)
                found.append(self._near[need, code])
                found.append(self._area[need, area] if code == area else self._near[need, area])
        return _joined(found)

    def around(self, needs: Iterable[Need], codes: Sequence[str]) -> Rows:
        """Return the rows that help with one of these needs anywhere in the postcode areas of these places."""
        return _joined([self._area[need, area] for need in needs for area in {area_of(code) for code in codes}])

    def reaches(self, row: int, codes: Sequence[str]) -> bool:
        """Whether a service helps everywhere, or at one of these places."""
        districts = self.rows[row].entry.districts
        areas = {area_of(district) for district in districts}
        return not districts or any(
            code in districts or area_of(code) in districts or (code == area_of(code) and code in areas)
            for code in codes
        )

    def saying(self, typed: Iterable[str]) -> Numbers:
        """Return for every row how much of a text is also said of the service; a rare word counts more."""
        found = np.zeros(len(self.rows), dtype=np.float32)
        for word in {one.removesuffix("s") for one in typed if one not in lexicon().filling}:
            rows = self._said.get(word)
            if rows is not None:
                found[rows] += 1 - np.log1p(len(rows)) / np.log(len(self.rows) + 2)
        return found

    def _words(self) -> dict[str, Rows]:
        said: defaultdict[str, list[int]] = defaultdict(list)
        for at, row in enumerate(self.rows):
            for word in row.words:
                said[word].append(at)
        return {word: np.array(rows, dtype=np.int32) for word, rows in said.items()}

    def _columns(self, schedules: Sequence[tuple[Hours, ...]]) -> Columns:
        rows = self.rows
        schedule_of: dict[tuple[Hours, ...], int] = {hours: at for at, hours in enumerate(schedules)}
        fit = np.zeros((len(rows), len(Need)), dtype=np.float32)
        for at, row in enumerate(rows):
            for rank, need in enumerate(row.entry.needs):
                fit[at, NEEDS[need]] = max(fit[at, NEEDS[need]], _FIT[min(rank, len(_FIT) - 1)])
        every_nation = bits(Nation, NATIONS)
        entries = [row.entry for row in rows]
        return Columns(
            fit=fit,
            nations=_bits(bits(entry.nations, NATIONS) or every_nation for entry in entries),
            losses=_bits(bits(entry.losses, LOSSES) for entry in entries),
            relationships=_bits(bits(entry.relationships, RELATIONSHIPS) for entry in entries),
            ways=_bits(bits(row.ways, WAYS) for row in rows),
            kinds=_bits(bits(row.kinds, self.kind_bits) for row in rows),
            youngest=_rows(NO_LEAST if entry.minimum_age is None else entry.minimum_age for entry in entries),
            oldest=_rows(NO_MOST if entry.maximum_age is None else entry.maximum_age for entry in entries),
            for_young=np.array([row.for_young for row in rows], dtype=np.bool_),
            for_children=np.array([row.for_children for row in rows], dtype=np.bool_),
            local=np.array([bool(entry.districts) for entry in entries], dtype=np.bool_),
            grade=np.array([_GRADES.get(entry.grade, 0) for entry in entries], dtype=np.float32),
            checked=_rows(entry.assured_date.toordinal() if entry.assured_date else 0 for entry in entries),
            schedule=_rows(schedule_of[entry.hours] for entry in entries),
        )

    def _places(self) -> "Places":
        wide: defaultdict[Need, list[int]] = defaultdict(list)
        near: defaultdict[tuple[Need, str], list[int]] = defaultdict(list)
        area: defaultdict[tuple[Need, str], list[int]] = defaultdict(list)
        for at, row in enumerate(self.rows):
            for need in dict.fromkeys(row.entry.needs):
                if not row.entry.districts:
                    wide[need].append(at)
                for code in dict.fromkeys(row.entry.districts):
                    near[need, code].append(at)
                for one in dict.fromkeys(area_of(code) for code in row.entry.districts):
                    area[need, one].append(at)
        return _frozen(wide), _frozen(near), _frozen(area)


def area_of(code: str) -> str:
    """Return the letters of an outward code: DT of DT1."""
    return code.rstrip("0123456789") if code[-1:].isdigit() else code[:-2] if any(map(str.isdigit, code)) else code


NEEDS: Final[dict[str, int]] = {need: at for at, need in enumerate(Need)}
NATIONS: Final[dict[str, int]] = {nation: at for at, nation in enumerate(Nation)}
LOSSES: Final[dict[str, int]] = {loss: at for at, loss in enumerate(Loss)}
RELATIONSHIPS: Final[dict[str, int]] = {one: at for at, one in enumerate(Relationship)}
WAYS: Final[dict[str, int]] = {way: at for at, way in enumerate(Way)}
_NONE: Final[Rows] = np.zeros(0, dtype=np.int32)


Places = tuple[dict[Need, Rows], dict[tuple[Need, str], Rows], dict[tuple[Need, str], Rows]]


def _stand_alike(rows: Sequence[Features], before: Sequence[Features]) -> bool:
    """Whether the same services help with the same at the same places, in the same words. Few edits change that."""
    return len(rows) == len(before) and all(
        new is old
        or (
            new.entry.id == old.entry.id
            and (new.entry.needs, new.entry.districts, new.words) == (old.entry.needs, old.entry.districts, old.words)
        )
        for new, old in zip(rows, before, strict=True)
    )


class _Missing(dict[Key, Rows]):
    """A table in which what is missing has no rows."""

    def __missing__(self, key: Key) -> Rows:
        return _NONE


def _frozen(found: Mapping[Key, list[int]]) -> dict[Key, Rows]:
    return _Missing({key: np.array(rows, dtype=np.int32) for key, rows in found.items()})


def _joined(found: Sequence[Rows]) -> Rows:
    return np.unique(np.concatenate(found)) if found else _NONE


def _bits(values: Iterable[int]) -> Bits:
    return np.array(list(values), dtype=np.uint64)


def _rows(values: Iterable[int]) -> Rows:
    return np.array(list(values), dtype=np.int32)
