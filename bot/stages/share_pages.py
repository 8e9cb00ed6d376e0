"""What a reader with a link and PIN sees, and what the person sees as their own copy. Consent is asked at each look."""

from dataclasses import replace
from datetime import datetime

from bot.model.draft import Kind, Line, in_order
from bot.model.headings import Heading
from bot.model.position import Door
from bot.model.sharing import SharedLine, SharedSection, SharedSummary
from bot.records.copies import CopyExpiredError
from bot.records.pins import pin_matches
from bot.records.release_links import Released
from bot.records.sharing import Share, ShareClosedError, WrongPinError
from bot.records.summaries import Summary
from bot.records.unit_of_work import Begin, UnitOfWork

WRITTEN_BY = {
    Door.ME: "the person themselves",
    Door.CLOSE: "someone close to the person these notes are about",
    Door.WRITING: "someone helping, as the person said it",
}


class SharedPages:
    """Opens shared summaries and own copies."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def open(self, token: str, pin: str) -> SharedSummary:
        """Return the sections agreed to, for now or for after a death. It is counted and audited before that.

        Raises WrongPinError or ShareClosedError.
        """
        with self._begin() as records:
            after_death = records.release_links.is_readers(token)
            links = records.release_links
            pin_hash = links.count_try(token, trusted=False) if after_death else records.shares.count_try(token)
            records.commit()
        matches = pin_matches(pin_hash, pin)
        with self._begin() as records:
            try:
                share = _unlock(records, token, matches=matches, after_death=after_death)
            except (WrongPinError, ShareClosedError):
                records.commit()
                raise
            kept = records.summaries.latest(share.person, share.door)
            if kept is None:
                raise ShareClosedError
            records.commit()
        shown = _shown(kept, share.sections, recipient=share.recipient, expires_at=share.expires_at)
        return replace(shown, after_death=after_death)

    def own_copy(self, token: str) -> SharedSummary:
        """Return the whole kept summary to the person whose link it is. Raises CopyExpiredError."""
        with self._begin() as records:
            person = records.copies.person(token)
            kept = records.summaries.latest(person) if records.people.exists(person) else None
            if kept is None:
                raise CopyExpiredError
            records.audit.note("person", "own copy opened", person, f"version {kept.version}")
            records.commit()
        return _shown(kept, tuple(Heading), recipient="", expires_at=None)


def _unlock(records: UnitOfWork, token: str, *, matches: bool, after_death: bool) -> Share | Released:
    if after_death:
        return records.release_links.read(token, matches=matches)
    return records.shares.unlock(token, matches=matches)


def _shown(
    kept: Summary, headings: tuple[Heading, ...], *, recipient: str, expires_at: datetime | None
) -> SharedSummary:
    sections = tuple(
        SharedSection(kept.door.over(heading), lines)
        for heading in Heading
        if heading in headings and (lines := _lines(kept, heading))
    )
    return SharedSummary(
        recipient=recipient,
        written_by=WRITTEN_BY.get(kept.door, WRITTEN_BY[Door.ME]),
        sections=sections,
        version=kept.version,
        updated_at=kept.created_at,
        expires_at=expires_at,
        door=kept.door,
        supported=kept.supported,
    )


def _lines(kept: Summary, heading: Heading) -> tuple[SharedLine, ...]:
    return tuple(SharedLine(line.shown, why.words if why else None) for line, why in with_whys(kept, heading))


def with_whys(kept: Summary, heading: Heading) -> tuple[tuple[Line, Line | None], ...]:
    """Return the lines under a heading, most important first, each with the why that explains it, if there is one."""
    here = [line for line in in_order(kept.lines) if line.heading is heading]
    shown: list[tuple[Line, Line | None]] = []
    before: Line | None = None
    for line in here:
        if line.kind is Kind.WHY and before is not None and before.topic == line.topic:
            shown[-1] = (before, line)
        else:
            shown.append((line, None))
        before = line
    return tuple(shown)
