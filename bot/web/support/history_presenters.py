"""Turns the changes of an entry into words: who did what and when, and each field before and after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.model.dates import with_time
from bot.model.directory import Entry
from bot.signposting.changes import ANYONE, IMPORT, SEED, Change, ChangeKind
from bot.web.support.entry_form import LABELS, as_typed

NOTHING = "(nothing)"
_EMPTY = {"Shown in searches": "yes", "Its number": "not reported"}
_KINDS = {
    ChangeKind.ADDED: "Added",
    ChangeKind.CHECKED: "Marked as checked",
    ChangeKind.CORRECTED: "Corrected",
    ChangeKind.REPORTED: "Number reported as wrong",
    ChangeKind.HIDDEN: "Number hidden after a second report",
    ChangeKind.UNDONE: "A change undone",
}
_ACTORS = {ANYONE: "Somebody using the page", IMPORT: "An import", SEED: "The list that comes with this software"}
_ACCOUNT = "account:"


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One field before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change. `undo` holds its number when it can be undone."""

    what: str
    who: str
    when: str
    differences: tuple[DifferenceView, ...]
    undo: tuple[int, ...]


def present_history(changes: Sequence[Change], name_of: Callable[[str], str]) -> tuple[ChangeView, ...]:
    """Return the changes, newest first."""
    return tuple(_change(change, name_of) for change in changes)


def newest(changes: Sequence[Change]) -> int:
    """Return the number of the newest change that is more than a report, 0 when there is none."""
    return max((change.number for change in changes if change.kind is not ChangeKind.REPORTED), default=0)


def _change(change: Change, name_of: Callable[[str], str]) -> ChangeView:
    return ChangeView(
        _KINDS[change.kind],
        _who(change.actor, name_of),
        with_time(change.at),
        _differences(change.before, change.after),
        (change.number,) if change.can_be_undone else (),
    )


def _who(actor: str, name_of: Callable[[str], str]) -> str:
    if actor.startswith(_ACCOUNT):
        return name_of(actor.removeprefix(_ACCOUNT)) or "Somebody whose account is gone"
    return _ACTORS.get(actor, "This software")


def _differences(before: Entry | None, after: Entry | None) -> tuple[DifferenceView, ...]:
    if before is None or after is None:
        return ()
    old, new = _told(before), _told(after)
    return tuple(DifferenceView(label, old[label], new[label]) for label in old if old[label] != new[label])


def _told(entry: Entry) -> dict[str, str]:
    """Return everything of an entry that can change, by its label, in words."""
    typed, day = as_typed(entry), entry.assured_date
    told = {label: typed[name] for name, label in LABELS.items()}
    told["What it says of itself"] = entry.description
    told["Shown in searches"] = (
        "no, it has closed" if entry.closed else (f"no: {entry.held_back}" if entry.held_back else "")
    )
    told["Its number"] = "reported as wrong" if entry.number_wrong else ""
    told["Checked on"] = f"{day.day} {day:%B %Y}" if day else ""
    told["Checked by"] = entry.assurer_email
    return {label: words or _EMPTY.get(label, NOTHING) for label, words in told.items()}
