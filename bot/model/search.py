"""What somebody looks for, in codes alone, so that it can be kept with their place in the conversation."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Self

from bot.model.directory import Entry, Looking, Loss, Need, Relationship, Way

MOST_WRONG = 40
"""So many services are remembered as having a wrong number."""


class Grief(StrEnum):
    """Which words of the assistant's fit somebody's grief. Each has its own two messages."""

    ANY = "any"
    PARTNER = "partner"
    PARENT = "parent"
    CHILD = "child"
    BABY = "baby"
    BABY_TOLD = "baby_told"
    BABY_EARLY = "baby_early"
    """Called a baby, and lost before 24 weeks: the same words, and other services first."""
    PREGNANCY = "pregnancy"
    SIBLING = "sibling"
    FRIEND = "friend"
    SUICIDE = "suicide"
    SUDDEN = "sudden"
    EXPECTED = "expected"
    YEARS_AGO = "years_ago"
    BEFORE = "before"
    BEFORE_BABY = "before_baby"
    YOUNG = "young"


@dataclass(frozen=True, slots=True)
class Search:
    """What is known of what somebody looks for.

    `children`: there are children in the family, beside whoever it is for. `other`: who died is none of the
    relationships. `grief` is what their words said of it, `said` the one whose messages they were given. `asked` holds
    the questions put so far, `shown` the ids of the services shown last.
    `wrong` holds those whose number they said is wrong, each with the day: "id 2026-11-22".
    """

    needs: tuple[Need, ...] = ()
    losses: tuple[Loss, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    ways: tuple[Way, ...] = ()
    district: str = ""
    age: int | None = None
    for_child: bool = False
    children: bool = False
    other: bool = False
    grief: Grief | None = None
    said: Grief | None = None
    asked: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def looking(self) -> Looking:
        """The same for the finder."""
        return Looking(
            district=self.district,
            needs=self.needs,
            losses=self.losses,
            relationships=self.relationships,
            age=self.age,
            for_child=self.for_child,
            ways=frozenset(self.ways),
        )

    @property
    def tells_anything(self) -> bool:
        """Say whether anything is known but the place and the way."""
        return bool(self.needs or self.losses or self.relationships or self.for_child or self.age is not None)

    @property
    def tells_of_a_death(self) -> bool:
        """Say whether somebody has died. Whoever grieves before a death has lost nobody yet."""
        before = Need.ANTICIPATORY_GRIEF in self.needs
        return bool(self.losses) or (Need.BEREAVEMENT in self.needs and not before)

    def over(self, shown: Iterable[str]) -> Self:
        """Return what stays when the search is over: what was shown, and which numbers are wrong."""
        return replace(type(self)(), shown=tuple(shown), wrong=self.wrong)

    def with_wrong(self, service: str, on: date) -> Self:
        """Return a copy that also remembers that this service's number was wrong on this day."""
        others = tuple(other for other in self.wrong if other.partition(" ")[0] != service)
        return replace(self, wrong=(*others, f"{service} {on}")[-MOST_WRONG:])

    def is_wrong(self, entry: Entry) -> bool:
        """Say whether they said that its number is wrong, and nobody has checked it since."""
        days = dict(each.partition(" ")[::2] for each in self.wrong)
        return entry.id in days and (entry.assured_date is None or str(entry.assured_date) <= days[entry.id])

    def to_json(self) -> dict[str, Any]:
        """Return plain types, without what is empty."""
        return {key: value for key, value in asdict(self).items() if value not in (None, "", (), False)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave. A code of another version is left out."""
        known = {each.name for each in fields(cls)}
        values = {key: value for key, value in data.items() if key in known}
        for name, kind in _CODES.items():
            if name in values:
                values[name] = tuple(kind(code) for code in values[name] if code in set(kind))
        for name in ("grief", "said"):
            if name in values:
                values[name] = Grief(values[name]) if values[name] in set(Grief) else None
        for name in ("asked", "shown", "wrong"):
            if name in values:
                values[name] = tuple(str(code) for code in values[name])
        return cls(**values)


@dataclass(frozen=True, slots=True)
class AfterDeath:
    """Where somebody is in what to do after a death: the present step, those they have done, and the nation's code.

    `told`: what was read to them last, so that it is not read again before they go on. `asked`: how often they were
    asked where the person died, since they began.
    """

    step: str = ""
    done: tuple[str, ...] = field(default_factory=tuple)
    nation: str = ""
    told: str = ""
    asked: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return plain types, without what is empty."""
        return {key: value for key, value in asdict(self).items() if value not in ("", (), 0)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave."""
        done = tuple(str(code) for code in data.get("done", ()))
        asked = data.get("asked", 0)
        return cls(
            str(data.get("step", "")),
            done,
            str(data.get("nation", "")),
            str(data.get("told", "")),
            asked if isinstance(asked, int) else 0,
        )


_CODES: dict[str, type[StrEnum]] = {"needs": Need, "losses": Loss, "relationships": Relationship, "ways": Way}
