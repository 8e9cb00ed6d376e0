"""Going on with a conversation that was begun elsewhere: who may, and what becomes of the one that was here.

A link may come from somebody who wants to read along. So a chat joins nothing without a clear yes, and a page has a
button. A conversation that holds nothing is let go then, a draft is left behind, and a kept summary never is.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.channels.known import UnknownSessionError
from bot.model.draft import Draft
from bot.model.ids import PersonId, SessionToken
from bot.model.saying import Said
from bot.records.joining import JoinChannel, JoinCode
from bot.records.sessions import mark_of
from bot.records.unit_of_work import Begin, UnitOfWork


class Outcome(StrEnum):
    """What came of it. `STAYED`: the answer was no. `NOT_ASKED`: nothing was waiting for an answer.

    `ASKED`: a yes is waited for; `HOLDS_A_DRAFT` the same, where it would leave a draft behind.
    """

    JOINED = "joined"
    ASKED = "asked"
    ALREADY_THE_SAME = "already the same"
    HOLDS_A_DRAFT = "holds a draft"
    HOLDS_A_SUMMARY = "holds a summary"
    NOT_GOOD = "not good"
    STAYED = "stayed"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Joined:
    """What came of it; `token` is a session opened for it, `forgotten` the person who had nothing here."""

    outcome: Outcome
    token: SessionToken | None = None
    forgotten: PersonId | None = None


class JoinStore:
    """What the gateway asks of the record store. Each method is one short transaction, to be called in a thread."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def join(self, token: str, code: str) -> Joined:
        """Say what a code would lead to. Raises UnknownSessionError.

        Where it can be joined, that is asked about, always; `answer` takes the yes or no.
        """
        with self._begin() as records:
            here, channel = _session(records, token)
            found = records.joining.find(code, channel)
            outcome = _look(records, found, here)
            if outcome is Outcome.JOINED:
                outcome = Outcome.ASKED
            if found is not None and outcome in {Outcome.ASKED, Outcome.HOLDS_A_DRAFT}:
                _wait_for_a_yes(records, here, found.id)
            records.commit()
        return Joined(outcome)

    def answer(self, token: str, *, yes: bool, message_id: str = "") -> Joined:
        """Take the answer to whether the other conversation is to be joined. Raises UnknownSessionError.

        `message_id` is that of a typed answer: a repeat of it answers nothing else. A repeated yes is told the same.
        """
        with self._begin() as records:
            here, channel = _session(records, token)
            code_id = records.people.position(here).joining
            if not code_id:
                again = yes and _has_joined(records, here, channel, message_id)
                return Joined(Outcome.JOINED if again else Outcome.NOT_ASKED)
            _wait_for_a_yes(records, here, "")
            found = records.joining.held(code_id, channel)
            outcome = _look(records, found, here, leave_draft=True) if yes else Outcome.STAYED
            forgotten = None
            if outcome is Outcome.JOINED and found is not None:
                forgotten = _move(records, token, here, found)
            now = records.sessions.person(token)
            if message_id and now is not None and records.turns.find(now, message_id) is None:
                records.turns.answer(records.turns.begin(now, message_id, Said("choose"), understood=True), None)
            records.commit()
        return Joined(outcome, forgotten=forgotten)

    def has_joined(self, token: str, message_id: str) -> bool:
        """Say whether this very message was the typed yes by which the session joined just now."""
        with self._begin(reading=True) as records:
            here = records.sessions.person(token)
            return here is not None and _has_joined(records, here, records.sessions.channel(token), message_id)

    def look(self, code: str, token: str | None) -> Outcome:
        """Return what opening a code in a browser would lead to. Nothing is used up."""
        with self._begin(reading=True) as records:
            here = records.sessions.person(token) if token else None
            return _look(records, records.joining.find(code, JoinChannel.WEB), here)

    def open_here(self, code: str, token: str | None, *, leave_draft: bool) -> Joined:
        """Open a code in a browser, which gets a new session; the one it may have had ends."""
        with self._begin() as records:
            here = records.sessions.person(token) if token else None
            found = records.joining.find(code, JoinChannel.WEB)
            outcome = _look(records, found, here, leave_draft=leave_draft)
            if outcome is not Outcome.JOINED or found is None:
                return Joined(outcome)
            new = records.sessions.open(found.person, JoinChannel.WEB)
            forgotten = None
            if token and here is not None:
                forgotten = _move(records, token, here, found)
                records.sessions.close(token)
            else:
                _use(records, found)
            _tell_the_others(records, new, found.person)
            records.commit()
        return Joined(outcome, new, forgotten)


def _session(records: UnitOfWork, token: str) -> tuple[PersonId, str]:
    person = records.sessions.person(token)
    if person is None:
        raise UnknownSessionError
    return person, records.sessions.channel(token)


def _look(records: UnitOfWork, found: JoinCode | None, here: PersonId | None, *, leave_draft: bool = False) -> Outcome:
    if found is None or (found.person != here and not found.good):
        return Outcome.NOT_GOOD
    if found.person == here:
        return Outcome.ALREADY_THE_SAME
    held = _held(records, here) if here is not None else None
    if held is None or (held is Outcome.HOLDS_A_DRAFT and leave_draft):
        return Outcome.JOINED
    return held


def _held(records: UnitOfWork, person: PersonId) -> Outcome | None:
    """Return what stands in the way of leaving a conversation, or None where it holds nothing.

    Words that still wait for their answer count as a draft: they may become one.
    """
    if records.summaries.has_any(person) or records.shares.of(person) or records.teamwork.of(person):
        return Outcome.HOLDS_A_SUMMARY
    draft = records.drafts.get(person)
    if draft != Draft(next_line=draft.next_line) or records.turns.waiting(person):
        return Outcome.HOLDS_A_DRAFT
    return None


def _wait_for_a_yes(records: UnitOfWork, person: PersonId, code_id: str) -> None:
    records.people.place(person, replace(records.people.position(person), joining=code_id))


def _has_joined(records: UnitOfWork, person: PersonId, channel: str, message_id: str) -> bool:
    typed = not message_id or records.turns.find(person, message_id) is not None
    return typed and records.joining.was_used(person, channel)


def _tell_the_others(records: UnitOfWork, token: str, person: PersonId) -> None:
    """Note which session joined: another one is told so at its next turn."""
    records.people.place(person, replace(records.people.position(person), joined=mark_of(token)))


def _move(records: UnitOfWork, token: str, here: PersonId, found: JoinCode) -> PersonId | None:
    """Let the session speak as the other person; return who spoke here before when they are forgotten."""
    _use(records, found)
    _tell_the_others(records, token, found.person)
    records.sessions.speak_as(token, found.person)
    if records.sessions.any_of(here) or _held(records, here) is not None:
        return None  # a draft left behind goes in its time, as any does
    records.people.forget(here, "person")
    records.erase()
    return here


def _use(records: UnitOfWork, found: JoinCode) -> None:
    if not records.joining.use(found):  # cannot be: who writes waits for the one before
        raise RuntimeError("a code was used up in the middle of a transaction")
    records.audit.note("person", "joined", found.person, found.channel)
