"""What a team sees of what was shared with it, and what it says back.

Every method is one transaction that asks anew for consent and for membership of the team. What is shown is audited and
stored before a word is returned.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from bot.model.dates import day_of
from bot.model.position import Door
from bot.model.staff import Staff
from bot.model.teamwork import InboxPage, InboxState, Progress, SharedWithTeam
from bot.records.commitments import Promise
from bot.records.summaries import Summary
from bot.records.team_access import NotSharedError
from bot.records.team_shares import TeamShare
from bot.records.unit_of_work import Begin, UnitOfWork
from bot.stages import team_reading, team_words
from bot.stages.share_pages import WRITTEN_BY
from bot.stages.team_words import InvalidError

__all__ = ["InvalidError", "NotSharedError", "TeamPages"]

_STILL_TO_DO = frozenset({Progress.PLANNED, Progress.PARTLY})
_NO_WORDS = {
    Progress.PLANNED: "Write what your team will do.",
    Progress.DONE: "Write what your team did.",
    Progress.PARTLY: "Write what was done, and what was not.",
    Progress.NOT_POSSIBLE: "Write why it was not possible.",
}
_NO_SUCH_LINE = "Choose something that is on this page."
_LINE_CHANGED = "These words were changed since you opened the page. Read them again first."


@dataclass(frozen=True, slots=True)
class _Open:
    """A share that was just found to stand, and its newest version, in the unit of work that found it."""

    records: UnitOfWork
    share: TeamShare
    kept: Summary


class TeamPages:
    """Reads what was shared with teams and keeps what they say back. `names` gives the name of an account by its id."""

    def __init__(self, begin: Begin, names: Callable[[str], str]) -> None:
        self._begin = begin
        self._names = names

    def inbox(self, staff: Staff, team: str, state: InboxState | None, page: int) -> InboxPage:
        """Return one page of what is shared with a team, of one state if given. Raises NotSharedError."""
        with self._begin() as records:
            records.teamwork.shares.require_member(staff, team)
            shown = records.teamwork.inbox.show(staff, team, state, page, day_of(records.clock.now()))
            records.commit()
        return shown

    def open(self, staff: Staff, share: str, *, printed: bool = False) -> SharedWithTeam:
        """Return one person's page. The person can see that it was opened. Raises NotSharedError."""
        with self._acting(staff, share) as here:
            shares = here.records.teamwork.shares
            seen = shares.versions_opened(here.share) | {here.kept.version}
            action = "team page printed" if printed else "team page opened"
            shares.opened(here.share, staff, here.kept.version, action)
            shown = _page(here, seen)
        return self._named(shown)

    def promise(
        self,
        staff: Staff,
        share: str,
        line: str,
        words: str,
        due: date | None,
        *,
        state: Progress = Progress.PLANNED,
    ) -> str:
        """Say what the team will do about a line (or did, or cannot do), and return its id. The person is told.

        Raises NotSharedError or InvalidError.
        """
        with self._acting(staff, share) as here:
            version, line_id = _line(here, line)
            said = team_words.written("words", words, _NO_WORDS[state])
            day = due if state in _STILL_TO_DO else None
            team_words.not_past(day, day_of(here.records.clock.now()))
            promise = Promise(version, line_id, state, said, day)
            return here.records.teamwork.commitments.add(here.share, staff.id, promise)

    def change(self, staff: Staff, share: str, commitment: str, state: Progress, words: str) -> None:
        """Say what became of it. Empty words keep those that were there, but not for what is not possible.

        The person is told. Raises NotSharedError or InvalidError.
        """
        with self._acting(staff, share) as here:
            needed = state is Progress.NOT_POSSIBLE or words.strip()
            said = team_words.written("words", words, _NO_WORDS[state]) if needed else ""
            here.records.teamwork.commitments.change(here.share, staff.id, commitment, state, said)

    def ask(self, staff: Staff, share: str, question: str) -> str:
        """Ask the person something that they may ignore, and return its id. Raises NotSharedError or InvalidError."""
        with self._acting(staff, share) as here:
            asked = team_words.written("question", question, "Write your question.")
            return here.records.teamwork.questions.ask(here.share, staff.id, asked)

    def reflect(self, staff: Staff, share: str, statement: int, together: bool, words: str, *, people: int = 1) -> str:
        """Keep what was learnt beside the person's words, and return its id. Raises NotSharedError or InvalidError."""
        with self._acting(staff, share) as here:
            number = team_words.statement_number(statement)
            there = team_words.number_of_people(people, together=together)
            said = team_words.written("words", words, "Write what you learnt.", team_words.LONGEST_REFLECTION)
            return here.records.teamwork.reflections.add(here.share, staff.id, number, there, said, together=together)

    @contextmanager
    def _acting(self, staff: Staff, share: str) -> Iterator[_Open]:
        with self._begin() as records:
            found = records.teamwork.shares.for_staff(staff, share)
            kept = records.summaries.latest(found.person, found.door)
            if kept is None:
                raise NotSharedError
            yield _Open(records, found, kept)
            records.commit()

    def _named(self, shown: SharedWithTeam) -> SharedWithTeam:
        """Put names in place of accounts; afterwards, since looking them up may open a transaction of its own."""
        accounts = {each.made_by for each in shown.commitments} | {each.changed_by for each in shown.commitments}
        accounts |= {each.asked_by for each in shown.questions} | {each.made_by for each in shown.reflections}
        names = {account: self._names(account) for account in sorted(accounts)}
        return replace(
            shown,
            commitments=tuple(
                replace(each, made_by=names[each.made_by], changed_by=names[each.changed_by])
                for each in shown.commitments
            ),
            questions=tuple(replace(each, asked_by=names[each.asked_by]) for each in shown.questions),
            reflections=tuple(replace(each, made_by=names[each.made_by]) for each in shown.reflections),
        )


def _page(here: _Open, seen: frozenset[int]) -> SharedWithTeam:
    teamwork, share, kept = here.records.teamwork, here.share, here.kept
    sections = team_reading.sections_of(kept, share.sections)
    there = team_reading.lines_of(kept, share.sections)
    commitments = (
        replace(each, line=line if (line := team_reading.on_page(kept, each.line)) in there else "")
        for each in teamwork.commitments.of(share, share.sections)
    )
    return SharedWithTeam(
        share=share.id,
        team=share.team,
        called=share.called,
        written_by=WRITTEN_BY.get(share.door, WRITTEN_BY[Door.ME]),
        sections=sections,
        not_known=team_reading.not_known(sections),
        version=kept.version,
        updated_at=kept.created_at,
        expires_at=share.expires_at,
        earlier=team_reading.changes(here.records.summaries.versions(share.person, share.door, seen), share.sections),
        commitments=tuple(commitments),
        questions=teamwork.questions.of(share),
        reflections=teamwork.reflections.of(share),
        door=share.door,
        supported=kept.supported,
    )


def _line(here: _Open, line: str) -> tuple[int, str]:
    """Return the version and the id in it of a line that the team has on its page. Raises InvalidError."""
    version, line_id = team_reading.read_line(line)
    meant = here.kept
    if version not in {None, here.kept.version}:
        seen = here.records.teamwork.shares.versions_opened(here.share) & {version}
        meant = next(iter(here.records.summaries.versions(here.share.person, here.share.door, seen)), here.kept)
    then = team_reading.lines_of(meant, here.share.sections).get(team_reading.on_page(meant, line_id))
    if then is None or version not in {None, meant.version}:
        raise InvalidError("line", _NO_SUCH_LINE)
    if then not in team_reading.lines_of(here.kept, here.share.sections).values():
        raise InvalidError("line", _LINE_CHANGED)
    return meant.version, line_id
