"""Sharing with teams and what they say back, in one place: the person's side here, the team's in the parts."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.headings import Heading
from bot.model.ids import PersonId
from bot.model.position import Door
from bot.model.teamwork import Commitment, TeamQuestion
from bot.records.audit import Audit
from bot.records.commitments import Commitments
from bot.records.consent import Consents
from bot.records.notices import Notice, NoticeKind, Notices
from bot.records.people import People
from bot.records.questions import Questions
from bot.records.reflections import Reflections
from bot.records.summaries import Summaries
from bot.records.team_inbox import TeamInbox
from bot.records.team_shares import Look, TeamShare, TeamShares
from bot.store.tables.teamwork import NoticeRow


class Teamwork:
    """What people share with teams. The methods are for the conversation; `bot.stages.team_pages` uses the parts."""

    def __init__(
        self,
        session: Session,
        clock: Clock,
        *,
        people: People,
        consents: Consents,
        summaries: Summaries,
        audit: Audit,
    ) -> None:
        self._notices = Notices(session, clock, audit)
        self.shares = TeamShares(session, clock, people, consents, audit)
        self.inbox = TeamInbox(session, clock, people, audit)
        self.commitments = Commitments(
            session, clock, people=people, summaries=summaries, audit=audit, notices=self._notices
        )
        self.questions = Questions(session, clock, people, audit, self._notices)
        self.reflections = Reflections(session, clock, people, audit)

    def share(  # noqa: PLR0917  (as in the sentence said yes to: who, with whom, called what, which parts, until when)
        self, person: PersonId, team: str, called: str, sections: tuple[Heading, ...], until: datetime, door: Door
    ) -> str:
        """Share sections just agreed to with a team; return the id of the share. `called` may be empty.

        It takes the place of an earlier share of this door with this team. Raises NoConsentError when nothing may be
        kept, TeamClosedError when nobody would read it.
        """
        return self.shares.share(person, team, called, sections, until, door)

    def of(self, person: PersonId) -> tuple[TeamShare, ...]:
        """Return every share with a team that the person made, newest first, also ended ones (`stands` is false)."""
        return self.shares.of(person)

    def stop(self, share: str) -> None:
        """Stop a share: the team sees nothing of it any more. Raises NotSharedError when it is unknown."""
        self.shares.stop(share)

    def looked(self, person: PersonId) -> tuple[Look, ...]:
        """Return when which team looked at which version, newest first."""
        return self.shares.looked(person)

    def notices(self, person: PersonId) -> tuple[Notice, ...]:
        """Return what is still to be told to the person, oldest first.

        What was promised is told also after they stopped sharing; a question is not, as its answer would reach nobody.
        """
        untold = self._notices.untold(person)
        shares = {share.id: share for share in self.of(person)} if untold else {}
        # Each share is opened once, however much of it is still to be told.
        made = {
            each.id: each
            for share in _with(untold, NoticeKind.COMMITMENT)
            for each in self.commitments.of(shares[share])
        }
        asked = {
            each.id: each for share in _with(untold, NoticeKind.QUESTION) for each in self.questions.of(shares[share])
        }
        notices = (
            _commitment(row, shares[row.share_id], made[row.subject])
            if row.kind == NoticeKind.COMMITMENT
            else _question(row, shares[row.share_id], asked[row.subject])
            for row in untold
        )
        return tuple(notice for notice in notices if notice is not None)

    def told(self, notices: Iterable[int]) -> None:
        """Note that the person was told these. Telling twice is harmless."""
        self._notices.told(notices)

    def answer(self, question: str, words: str) -> None:
        """Keep the person's answer to a team's question. Raises QuestionClosedError when it would reach nobody."""
        self.questions.answer(question, words)

    def leave(self, question: str) -> None:
        """Note that the person chose not to answer. Raises QuestionClosedError when there is no such question."""
        self.questions.leave(question)

    def drop_expired_notices(self) -> int:
        """Remove what was still to be told about shares that have expired; return how many there were."""
        return self._notices.drop_expired()


def _with(untold: tuple[NoticeRow, ...], kind: NoticeKind) -> frozenset[str]:
    """The shares of which something of this kind is to be told."""
    return frozenset(row.share_id for row in untold if row.kind == kind)


def _commitment(row: NoticeRow, share: TeamShare, made: Commitment) -> Notice:
    return Notice(
        id=row.id,
        kind=NoticeKind.COMMITMENT,
        share=share.id,
        team=share.team,
        subject=made.id,
        words=made.words,
        made_by=made.changed_by,
        created_at=row.created_at,
        about=made.about,
        promised=made.promised,
        state=made.state,
        due=made.due,
    )


def _question(row: NoticeRow, share: TeamShare, asked: TeamQuestion) -> Notice | None:
    if not share.stands:
        return None
    return Notice(
        id=row.id,
        kind=NoticeKind.QUESTION,
        share=share.id,
        team=share.team,
        subject=asked.id,
        words=asked.question,
        made_by=asked.asked_by,
        created_at=row.created_at,
    )
