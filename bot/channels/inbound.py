"""The one way in for every channel: safety first, then the dialogue engine; always an answer, nothing lost, nothing twice.

A message is screened before anything else, in every state, and a crisis is answered here even when the store and the
engine are down. Anything else is written down (sealed) before the engine hears of it, so that a fault at any point
loses nothing; what a turn did is stored once, however often it is tried.
"""

import asyncio
import logging
import secrets
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakValueDictionary

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.engine import Engine, EngineDownError, EngineMessage, Heard
from bot.channels.lines import TRY_AGAIN, Lines
from bot.model.ids import PersonId, SessionToken, TurnId
from bot.model.messages import Choice, Link, Message, Reply
from bot.model.position import Expecting
from bot.model.safety import Asked, Verdict
from bot.model.saying import Said
from bot.records.crypto import SealError
from bot.records.turns import Turn
from bot.records.unit_of_work import Begin
from bot.safety import door
from bot.safety.screen import screen
from bot.understanding.answers import clean
from bot.understanding.commands import command

log = logging.getLogger(__name__)

LONGEST_MESSAGE = 50_000
MOST_TRIES = 4
"""After so many failures a turn is set aside (its words held for later), so that it cannot block the conversation."""
_NUDGES = frozenset({"resume", "greet", "affirm", "help", "ask_clarify"})
_STORE_ERRORS = (SQLAlchemyError, OSError, SealError)


class UnknownSessionError(Exception):
    """The token belongs to no session (never opened, left, or too old)."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """What a person sent, tidied: words, or the id of a pressed button."""

    message_id: str
    words: str = ""
    choice: str = ""


class Inbound:
    """The gateway between channels and the dialogue engine."""

    def __init__(self, begin: Begin, engine: Engine, lines: Lines) -> None:
        self._begin = begin
        self._engine = engine
        self._lines = lines
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def open_session(self, channel: str) -> SessionToken:
        """Make a person nobody knows anything about, and a session that speaks as them; return its token."""
        return await asyncio.to_thread(self._open_session, channel)

    async def leave(self, token: str) -> None:
        """End this session on this device. The person's record stays."""
        await asyncio.to_thread(self._leave, token)

    async def arrive(self, token: str) -> Reply:
        """Greet a new person, or bring one who returns back to the open question. Raises UnknownSessionError."""
        try:
            person = await asyncio.to_thread(self._person, token)
            async with self._lock(person):
                settled = await self._settle_waiting(person, token)
                return settled or await self._remind(person, token, "arrive")
        except EngineDownError:
            return self._lines.kept
        except _STORE_ERRORS as error:
            return self._store_down(error)

    async def receive(
        self, token: str | None, *, text: str | None = None, choice: str | None = None, message_id: str | None = None
    ) -> Reply:
        """Deal with one message or pressed button and return the reply, which is never empty.

        `message_id` is the client's own id: a repeat gets the same reply and does nothing twice. Raises
        UnknownSessionError, but never for words that tell of danger.
        """
        sent = _Sent(message_id or secrets.token_urlsafe(12), clean(text or ""), choice or "")
        try:
            safety = await self._safety(token, sent)
            return safety or await self._deal_with(token or "", sent)
        except EngineDownError:
            return self._lines.kept
        except _STORE_ERRORS as error:
            return self._store_down(error)

    # --- safety ---------------------------------------------------------------------------------------------------

    async def _safety(self, token: str | None, sent: _Sent) -> Reply | None:
        pressed = door.press(sent.choice) if sent.choice else None
        if pressed is not None:
            answer, verdict = pressed, None
        else:
            asked = await self._asked(token)
            verdict = screen(sent.words, asked) if sent.words else None
            if verdict is None:
                return None
            answer = door.reply_to(verdict)
        await self._note_safety(token, verdict, answer.asks)
        if answer.carries_on:
            return await self._then_carry_on(token, answer.reply)
        return answer.reply

    async def _asked(self, token: str | None) -> Asked | None:
        try:
            return await asyncio.to_thread(self._asked_of, token or "")
        except (UnknownSessionError, *_STORE_ERRORS):
            return None

    async def _note_safety(self, token: str | None, verdict: Verdict | None, asks: Asked | None) -> None:
        try:
            await asyncio.to_thread(self._store_safety, token or "", verdict, asks)
        except (UnknownSessionError, *_STORE_ERRORS) as error:
            log.warning("a safety reply was given; it could not be noted (%s)", type(error).__name__)

    async def _then_carry_on(self, token: str | None, said: Reply) -> Reply:
        try:
            person = await asyncio.to_thread(self._person, token or "")
            async with self._lock(person):
                reminder = await self._remind(person, token or "", "resume")
        except (UnknownSessionError, EngineDownError, *_STORE_ERRORS):
            return said
        return Reply(said.messages + reminder.messages)

    # --- the ordinary way -----------------------------------------------------------------------------------------

    async def _deal_with(self, token: str, sent: _Sent) -> Reply:
        person = await asyncio.to_thread(self._person, token)
        async with self._lock(person):
            person = await asyncio.to_thread(self._person, token)
            if len(sent.words) > LONGEST_MESSAGE:
                return self._lines.too_long
            again = await asyncio.to_thread(self._given_before, person, sent.message_id)
            if again is not None:
                return again
            if sent.choice == TRY_AGAIN or not (sent.words or sent.choice):
                return await self._nothing_new(person, token, sent)
            return await self._turn(person, token, sent)

    async def _nothing_new(self, person: PersonId, token: str, sent: _Sent) -> Reply:
        settled = await self._settle_waiting(person, token)
        if settled is not None:
            return settled
        reminder = await self._remind(person, token, "resume")
        return reminder if sent.choice else Reply(self._lines.empty + reminder.messages)

    async def _turn(self, person: PersonId, token: str, sent: _Sent) -> Reply:
        waiting = await asyncio.to_thread(self._waiting, person)
        if waiting and self._is_nudge(sent, waiting):
            settled = await self._settle_waiting(person, token)
            if settled is not None:
                return settled
        said, known = await asyncio.to_thread(self._resolve, person, sent)
        if said is None:
            reminder = await self._settle_waiting(person, token) or await self._remind(person, token, "resume")
            return Reply(self._lines.stale + reminder.messages)
        await asyncio.to_thread(self._write_down, person, sent, said, known, waiting)
        reply = await self._settle_waiting(person, token, came_back=False)
        return reply or await self._remind(person, token, "resume")

    async def _settle_waiting(self, person: PersonId, token: str, *, came_back: bool = True) -> Reply | None:
        """Have every turn that waits dealt with, oldest first; return the last reply, or None when none waited."""
        reply = None
        for turn in await asyncio.to_thread(self._waiting, person):
            if turn.tries >= MOST_TRIES:
                await asyncio.to_thread(self._set_aside, person, turn)
                continue
            state = await asyncio.to_thread(self._about_to_try, person, turn.id)
            heard = Heard(turn.id, state, intent=turn.intent, text=turn.words)
            messages = await self._engine.hear(person, heard)
            reply = await self._answered(person, token, messages, turn.id)
        if reply is not None and came_back:
            reply = Reply(self._lines.back + reply.messages)
        return reply

    async def _remind(self, person: PersonId, token: str, intent: str) -> Reply:
        """Have the open question asked again; nothing is changed by it."""
        state = await asyncio.to_thread(self._state, person)
        messages = await self._engine.hear(person, Heard(TurnId(""), state, intent=intent))
        return await self._answered(person, token, messages, None)

    async def _answered(
        self, person: PersonId, token: str, messages: list[EngineMessage], turn: TurnId | None
    ) -> Reply:
        reply, forgotten = await asyncio.to_thread(self._hand_out, person, token, messages, turn)
        if forgotten:
            await self._engine.forget(person)
        return reply

    def _is_nudge(self, sent: _Sent, waiting: list[Turn]) -> bool:
        if sent.choice:
            return any(turn.choice and turn.message_id == sent.choice for turn in waiting)
        return command(sent.words) in _NUDGES or any(sent.words == turn.words for turn in waiting)

    def _store_down(self, error: Exception) -> Reply:
        log.error("the record store failed (%s)", type(error).__name__)
        return self._lines.not_kept

    def _lock(self, person: PersonId) -> asyncio.Lock:
        lock = self._locks.get(person)
        if lock is None:
            lock = self._locks[person] = asyncio.Lock()
        return lock

    # --- the store, each in one short transaction, called in a thread ------------------------------------------------

    def _open_session(self, channel: str) -> SessionToken:
        with self._begin() as records:
            token = records.sessions.open(records.people.create(), channel)
            records.commit()
            return token

    def _leave(self, token: str) -> None:
        with self._begin() as records:
            records.sessions.close(token)
            records.commit()

    def _person(self, token: str) -> PersonId:
        with self._begin() as records:
            person = records.sessions.person(token)
        if person is None:
            raise UnknownSessionError
        return person

    def _asked_of(self, token: str) -> Asked | None:
        with self._begin() as records:
            person = records.sessions.person(token)
            return records.people.position(person).asked if person else None

    def _store_safety(self, token: str, verdict: Verdict | None, asks: Asked | None) -> None:
        with self._begin() as records:
            person = records.sessions.person(token)
            if person is None:
                return
            records.people.place(person, replace(records.people.position(person), asked=asks))
            if verdict is not None:
                records.audit.note("job:safety", "safety reply given", person, verdict.pattern)
            records.commit()

    def _state(self, person: PersonId) -> Expecting:
        with self._begin() as records:
            return records.people.position(person).expecting

    def _about_to_try(self, person: PersonId, turn: TurnId) -> Expecting:
        with self._begin() as records:
            records.turns.tried(turn)
            records.commit()
            return records.people.position(person).expecting

    def _waiting(self, person: PersonId) -> list[Turn]:
        with self._begin() as records:
            return records.turns.waiting(person)

    def _given_before(self, person: PersonId, message_id: str) -> Reply | None:
        with self._begin() as records:
            turn = records.turns.find(person, message_id)
            held = records.turns.reply(turn.id) if turn is not None and turn.answered else None
        return _reply_from(held) if held is not None else None

    def _resolve(self, person: PersonId, sent: _Sent) -> tuple[Said | None, bool]:
        """Return what was said and whether its intent is known; None for a button that is no longer live."""
        if not sent.choice:
            return Said("", sent.words), False
        with self._begin() as records:
            payload = records.choices.payload(person, sent.choice)
        if payload is None:
            return None, False
        intent, _, value = payload.partition(":")
        return Said(intent, "", value), True

    def _write_down(self, person: PersonId, sent: _Sent, said: Said, known: bool, waiting: list[Turn]) -> None:
        """Write the turn down; words that follow words nobody could deal with belong to the same answer."""
        with self._begin() as records:
            position = records.people.position(person)
            if position.asked is not None:
                records.people.place(person, replace(position, asked=None))
            records.people.seen(person)
            last = waiting[-1] if waiting else None
            answering = position.expecting is Expecting.ANSWERING
            if last and answering and last.words and not known and last.intent is None:
                records.turns.join(last.id, said.words)
            elif records.turns.find(person, sent.message_id) is None:
                records.turns.begin(person, sent.message_id, said, known)
            records.commit()

    def _set_aside(self, person: PersonId, turn: Turn) -> None:
        with self._begin() as records:
            if turn.words:
                draft = records.drafts.get(person)
                opening = f"{draft.opening}\n{turn.words}".strip()
                records.drafts.put(person, replace(draft, opening=opening))
            records.turns.answer(turn.id, [])
            records.audit.note("job:inbound", "turn set aside", person, turn.id)
            records.commit()
        log.error("turn %s of %s failed %d times and was set aside", turn.id, person, turn.tries)

    def _hand_out(
        self, person: PersonId, token: str, messages: list[EngineMessage], turn: TurnId | None
    ) -> tuple[Reply, bool]:
        """Give every button an opaque id, hold the reply for a repeat, and say whether the person was forgotten."""
        payloads = [payload for message in messages for _, payload in message.buttons]
        with self._begin() as records:
            forgotten = not records.people.exists(person)
            present = (records.sessions.person(token) or person) if forgotten else person
            ids = iter(records.choices.replace(present, payloads) if records.people.exists(present) else [])
            reply = Reply(tuple(_shown(message, ids) for message in messages))
            if turn is not None and not forgotten:
                records.turns.answer(turn, _reply_to(reply))
            records.people.seen(present)
            records.commit()
        return reply, forgotten


def _shown(message: EngineMessage, ids: Any) -> Message:
    choices = tuple(Choice(title, next(ids)) for title, _ in message.buttons)
    return Message(message.text, choices, tuple(Link(title, url) for title, url in message.links))


def _reply_to(reply: Reply) -> list[list[Any]]:
    return [
        [m.text, [[c.title, c.choice] for c in m.choices], [[li.title, li.url] for li in m.links]]
        for m in reply.messages
    ]


def _reply_from(held: list[list[Any]]) -> Reply:
    return Reply(
        tuple(
            Message(text, tuple(Choice(t, c) for t, c in choices), tuple(Link(t, u) for t, u in links))
            for text, choices, links in held
        )
    )
