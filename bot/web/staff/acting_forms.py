"""Reads what a team writes to a person. Nothing is corrected quietly: what cannot be kept is sent back, as it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.model.teamwork import Progress
from bot.stages.team_words import LONGEST
from bot.web.staff.filled import FaultsError

FURTHEST = timedelta(days=2 * 366)
FIRST_STATES = (Progress.PLANNED, Progress.DONE, Progress.NOT_POSSIBLE)
"""What can be said of something that nothing was said about before."""
NEEDS_WHY = (Progress.PARTLY, Progress.NOT_POSSIBLE)
TOO_LONG = f"Use {LONGEST:,} characters or fewer."
NO_STATE = "Choose one of these."
NO_WORDS = {
    Progress.PLANNED: "Write what your team will do.",
    Progress.DONE: "Write what your team did.",
    Progress.PARTLY: "Write what was done, and why not all of it.",
    Progress.NOT_POSSIBLE: "Write why it was not possible.",
}
NO_QUESTION = "Write your question."
NOT_A_DATE = "Enter a day, a month and a year, such as 3 12 2026."
PAST = "This day has gone by. Enter today or a later day."
TOO_FAR = "Enter a day within 2 years."


@dataclass(frozen=True, slots=True)
class Promise:
    """What the team says about one line, to begin with."""

    line: str
    state: Progress
    words: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Change:
    """What has become of it. Empty words keep those that were there."""

    commitment: str
    state: Progress
    words: str


def read_promise(form: Mapping[str, str], today: date) -> Promise:
    """Return what the form says. A day counts only for what is still to be done. Raises FaultsError."""
    faults: dict[str, str] = {}
    state = _state(form, FIRST_STATES, faults)
    words = _words(form, "words", faults, NO_WORDS[state or Progress.PLANNED])
    due = _due(form, today, faults) if state is Progress.PLANNED else None
    if state is None or faults:
        raise FaultsError(faults)
    return Promise(form.get("line", ""), state, words, due)


def read_change(form: Mapping[str, str]) -> Change:
    """Return what the form says. Partly and not possible need a because. Raises FaultsError."""
    faults: dict[str, str] = {}
    state = _state(form, tuple(Progress), faults)
    words = _words(form, "words", faults, NO_WORDS[state] if state in NEEDS_WHY else "")
    if state is None or faults:
        raise FaultsError(faults)
    return Change(form.get("commitment", ""), state, words)


def read_question(form: Mapping[str, str]) -> str:
    """Return the question. Raises FaultsError."""
    faults: dict[str, str] = {}
    words = _words(form, "question", faults, NO_QUESTION)
    if faults:
        raise FaultsError(faults)
    return words


def _state(form: Mapping[str, str], allowed: tuple[Progress, ...], faults: dict[str, str]) -> Progress | None:
    chosen = form.get("state", "")
    if chosen in set(allowed):
        return Progress(chosen)
    faults["state"] = NO_STATE
    return None


def _words(form: Mapping[str, str], name: str, faults: dict[str, str], missing: str) -> str:
    words = form.get(name, "").strip()
    if missing and not words:
        faults[name] = missing
    if len(words) > LONGEST:
        faults[name] = TOO_LONG
    return words


def _due(form: Mapping[str, str], today: date, faults: dict[str, str]) -> date | None:
    parts = [form.get(name, "").strip() for name in ("year", "month", "day")]
    if not any(parts):
        return None
    try:
        due = date(*(int(part) if part.isdecimal() else 0 for part in parts))
    except (ValueError, OverflowError):
        faults["day"] = NOT_A_DATE
        return None
    if due < today:
        faults["day"] = PAST
    elif due - today > FURTHEST:
        faults["day"] = TOO_FAR
    return due
