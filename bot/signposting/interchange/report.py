"""What came of an import: how much was written, or every fault with its file, row and field, and how to mend it."""

from dataclasses import dataclass

MOST_TOLD = 200
"""Faults in one report; whoever mends these has mended most of the rest."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file, and a row of it in words, such as "row 4" or "service 3, contacts 1"."""

    file: str
    row: str = ""

    def below(self, more: str) -> "Place":
        """A place inside this one."""
        return Place(self.file, f"{self.row}, {more}" if self.row else more)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one place, and how to mend it. Both are the end of a sentence, without a full stop."""

    place: Place
    field: str
    wrong: str
    mend: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.place.file, self.place.row, self.field) if part)
        told = f"{where}: {self.wrong}. Mend: {self.mend}."
        return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Either faults, and then nothing was written, or the numbers of services. `left_out`: what has no place here."""

    faults: tuple[Fault, ...] = ()
    added: int = 0
    changed: int = 0
    same: int = 0
    left_out: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether everything was taken."""
        return not self.faults

    def lines(self) -> tuple[str, ...]:
        """The report as sentences."""
        told = [str(fault) for fault in self.faults[:MOST_TOLD]]
        if len(self.faults) > MOST_TOLD:
            told.append(f"And {len(self.faults) - MOST_TOLD} more like these.")
        if self.faults:
            told.append("Nothing was taken in. Mend these, and try again.")
        else:
            told += self.left_out
            told.append(f"Services: {self.added} added, {self.changed} changed, {self.same} as they were.")
        return tuple(told)


class UnreadableError(Exception):
    """A file cannot be used at all. `fault` says why."""

    def __init__(self, place: Place, wrong: str, mend: str) -> None:
        super().__init__(wrong)
        self.fault = Fault(place, "", wrong, mend)
