"""Reads a reflection: which statement, how many were there, and what helped, what got in the way, what next."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.model.statements import STATEMENTS
from bot.stages.team_words import LONGEST, MOST_PEOPLE
from bot.web.staff.filled import FaultsError

PARTS = {"helped": "What helped?", "hindered": "What got in the way?", "next": "What next?"}
TOO_LONG = f"Use {LONGEST:,} characters or fewer."
NO_STATEMENT = "Choose one of the seven."
NO_TOGETHER = "Choose alone or together."
NO_PEOPLE = f"Enter how many people were there, as a number from 2 to {MOST_PEOPLE}."
NO_WORDS = "Write something in one of the three boxes."


@dataclass(frozen=True, slots=True)
class Reflected:
    """What was reflected on, ready to keep: the parts that were filled in, each under its question."""

    statement: int
    people: int
    words: str

    @property
    def together(self) -> bool:
        return self.people > 1


def read_reflection(form: Mapping[str, str]) -> Reflected:
    """Return what the form says. Names are never asked for, only a number of people. Raises FaultsError."""
    faults: dict[str, str] = {}
    numbers = {str(each.number): each.number for each in STATEMENTS}
    if form.get("statement", "") not in numbers:
        faults["statement"] = NO_STATEMENT
    people = _people(form, faults)
    parts = {name: form.get(name, "").strip() for name in PARTS}
    faults.update({name: TOO_LONG for name, words in parts.items() if len(words) > LONGEST})
    if not any(parts.values()):
        faults[next(iter(PARTS))] = NO_WORDS
    if faults:
        raise FaultsError(faults)
    words = "\n\n".join(f"{PARTS[name]}\n{words}" for name, words in parts.items() if words)
    return Reflected(numbers[form["statement"]], people, words)


def _people(form: Mapping[str, str], faults: dict[str, str]) -> int:
    together = form.get("together", "")
    if together not in {"alone", "together"}:
        faults["together"] = NO_TOGETHER
        return 1
    if together == "alone":
        return 1
    typed = form.get("people", "").strip()
    people = int(typed) if typed.isdecimal() and len(typed) <= len(str(MOST_PEOPLE)) else 0
    if not 2 <= people <= MOST_PEOPLE:  # noqa: PLR2004  (two are the fewest that are together)
        faults["people"] = NO_PEOPLE
    return people
