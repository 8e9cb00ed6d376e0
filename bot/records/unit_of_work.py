"""The only way to open a transaction on the record store."""

from types import TracebackType
from typing import Protocol, Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.records.audit import Audit
from bot.records.audit_chain import AuditChain
from bot.records.audit_proof import AuditProof
from bot.records.choices import Choices
from bot.records.complaints import Complaints
from bot.records.consent import Consents
from bot.records.copies import Copies
from bot.records.drafts import Drafts
from bot.records.everything import Everything
from bot.records.feedback import Feedback
from bot.records.joining import JoinCodes
from bot.records.named_keys import NamedKeys
from bot.records.people import People
from bot.records.release_links import ReleaseLinks
from bot.records.release_state import ReleaseStates
from bot.records.releases import Releases
from bot.records.reminders import Reminders
from bot.records.sessions import Sessions
from bot.records.sharing import Shares
from bot.records.summaries import Summaries
from bot.records.teamwork import Teamwork
from bot.records.telegram import TelegramChats
from bot.records.themes import Themes
from bot.records.turns import Turns
from bot.store.database import erase_traces
from bot.store.keys import Keys


class UnitOfWork:
    """One transaction: everything inside the `with` is stored by `commit`, or nothing is.

    `erase` asks that, after the commit, deleted bytes also leave the files, as far as the database can. A unit that is
    only `reading` waits for no writer and keeps none waiting.
    """

    def __init__(self, engine: Engine, clock: Clock, keys: Keys, *, reading: bool = False) -> None:
        self._engine = engine.execution_options(reading=True) if reading else engine
        self.clock = clock
        self._keys = keys
        self._erase = False

    def __enter__(self) -> Self:
        session = self._session = Session(self._engine, expire_on_commit=False)
        named_keys = NamedKeys(session, self._keys)
        chain = AuditChain(named_keys)
        self.audit = Audit(session, self.clock, chain)
        self.audit_proof = AuditProof(session, chain, self.audit)
        self.consents = Consents(session, self.clock, self.audit)
        self.people = People(session, self.clock, self._keys, self.audit, self.consents)
        self.sessions = Sessions(session, self.clock)
        self.drafts = Drafts(session, self.clock, self.people)
        self.summaries = Summaries(session, self.clock, self.people, self.consents, self.audit)
        self.shares = Shares(session, self.clock, self.people, self.consents, self.audit)
        releases = ReleaseStates(session, self.clock, self.consents, self.audit)
        self.releases = Releases(
            session, self.clock, people=self.people, consents=self.consents, audit=self.audit, states=releases
        )
        self.release_links = ReleaseLinks(session, self.clock, self.people, self.audit, releases)
        self.teamwork = Teamwork(
            session,
            self.clock,
            people=self.people,
            consents=self.consents,
            summaries=self.summaries,
            audit=self.audit,
        )
        self.complaints = Complaints(session, self.clock, self.people, self.audit)
        self.feedback = Feedback(session)
        self.themes = Themes(session, self.clock, self.summaries, self.audit)
        self.turns = Turns(session, self.clock, self.people)
        self.reminders = Reminders(session, self.clock, self.people)
        self.choices = Choices(session, self.people)
        self.telegram = TelegramChats(session, self.clock, self._keys)
        self.everything = Everything(
            session, people=self.people, consents=self.consents, telegram=self.telegram, audit=self.audit
        )
        self.copies = Copies(self.clock, named_keys)
        self.joining = JoinCodes(session, self.clock)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.close()

    def erase(self) -> None:
        """Ask that what this unit deletes leaves the store's files (docs/operating.md: later on PostgreSQL)."""
        self._erase = True

    def commit(self) -> None:
        """Store everything done so far."""
        self._session.commit()
        if self._erase:
            self._session.close()
            erase_traces(self._engine)


class Begin(Protocol):
    """Starts a unit of work; handed to everything that reads or writes records."""

    def __call__(self, *, reading: bool = False) -> UnitOfWork:
        """Return a unit to be used in a `with`."""
        ...
