"""The one way in for every channel: safety first, then the dialogue engine; always an answer, nothing lost or doubled.

A message is screened before anything else, in every state, and a crisis is answered here even when the store and the
engine are down. Anything else is written down (sealed) before the engine hears of it, so that a fault at any point
loses nothing; what a turn did is stored once, however often it is tried.
"""

import asyncio
import logging
import secrets
from dataclasses import replace

from bot.channels.danger import Danger
from bot.channels.engine import Engine, EngineDownError
from bot.channels.going_on import GoingOn
from bot.channels.hearing import Hearing
from bot.channels.joining import Joined, Outcome
from bot.channels.known import Before, Due, Seen, Sent, UnknownSessionError
from bot.channels.lines import TRY_AGAIN, Lines
from bot.channels.locks import Locks
from bot.channels.taking_back import can_be_taken_back, is_a_yes_to_nothing, is_nudge, takes_back
from bot.channels.turn_store import STORE_ERRORS, TurnStore
from bot.model.ids import PersonId, SessionToken
from bot.model.messages import Message, Reply
from bot.model.saying import Said
from bot.safety.judge import Judge, by_patterns
from bot.understanding.answers import clean

__all__ = ["Inbound", "UnknownSessionError", "takes_back"]
log = logging.getLogger(__name__)

LONGEST_MESSAGE = 50_000
"""Characters of one message."""
MOST_TRIES = 4
"""After so many failures a turn may be set aside (its words held for later), or it blocks the conversation."""
PROOFS = 3
"""How often a turn has to fail while the engine answers just before it: a restart or two may come in between."""


class Inbound:
    """The gateway between channels and the dialogue engine."""

    def __init__(self, store: TurnStore, engine: Engine, lines: Lines, judge: Judge = by_patterns) -> None:
        self._store = store
        self._lines = lines
        self._locks = Locks()
        self._danger = Danger(store, judge)
        self._hearing = Hearing(store, engine, self._danger, self._locks)
        self._going_on = GoingOn(store, engine, lines, self._hearing, self._locks)

    async def open_session(self, channel: str) -> SessionToken:
        """Make a person nobody knows anything about, and a session that speaks as them; return its token."""
        return await asyncio.to_thread(self._store.open_session, channel)

    async def leave(self, token: str) -> None:
        """End this session on this device. The person's record stays."""
        await asyncio.to_thread(self._store.leave, token)

    async def arrive(self, token: str) -> Reply:
        """Greet a new person, or bring one who returns back to the open question. Raises UnknownSessionError."""
        try:
            person = await asyncio.to_thread(self._store.person, token)
            async with self._locks.of(person):
                settled = await self._settle(person, token, late=True)
                return settled or await self._hearing.remind(person, token, "arrive")
        except UnknownSessionError:
            raise
        except EngineDownError:
            return self._lines.kept
        except Exception as error:  # noqa: BLE001  (never silent)
            return self._store_down(error)

    async def receive(
        self,
        token: str | None,
        *,
        text: str | None = None,
        choice: str | None = None,
        intent: str = "",
        message_id: str | None = None,
        early: bool = False,
        followed: bool = False,
    ) -> Reply:
        """Deal with one message or pressed button and return the reply, which is never empty.

        `intent` is what a channel's own button means. `message_id` is the client's own id: a repeat gets the same reply
        and does nothing twice. `early`: it was sent before the question now open was shown. `followed`: what was sent
        after it, before it had an answer, may take it back. Raises UnknownSessionError, but never for words that tell
        of danger.
        """
        own_id = f"choice:{choice}" if choice else message_id or secrets.token_urlsafe(12)
        sent = Sent(own_id[:64], clean(text or ""), choice or "", intent, early, followed)
        try:
            before = await self._danger.before(token or "", sent.words) if sent.words else Before()
            sent = replace(sent, choice=sent.choice or before.typed)
            return (
                await self._safety(token or "", sent, before)
                or await self._going_on.answer(token or "", sent, before)
                or await self._deal_with(token or "", sent, before)
            )
        except UnknownSessionError:
            raise
        except EngineDownError:
            return self._lines.kept
        except STORE_ERRORS as error:
            return self._store_down(error)
        except Exception as error:  # noqa: BLE001  (never silent: a mistake of ours is answered too, and names 999)
            log.error("a message could not be dealt with (%s)", type(error).__name__)  # noqa: TRY400  (no words in logs)
            return self._lines.not_kept

    async def heed(self, token: str, text: str) -> Reply | None:
        """Answer words that tell of danger, and nothing else: for a channel where other messages wait before these."""
        return await self._danger.heed(token, text)

    async def join(self, token: str, code: str) -> Reply:
        """Ask whether this session is to go on with the conversation that the code opens, or say why it cannot.

        Raises UnknownSessionError.
        """
        try:
            return await self._going_on.join(token, code)
        except UnknownSessionError:
            raise
        except Exception as error:  # noqa: BLE001  (never silent)
            return self._store_down(error)

    async def look_at_code(self, code: str, token: str | None) -> Outcome:
        """Return what opening a code in the browser with this session would lead to. It uses nothing up."""
        return await self._going_on.look_at_code(code, token)

    async def open_code(self, code: str, token: str | None, *, leave_draft: bool) -> Joined:
        """Open a code in a browser. A session it had ends; what that conversation held is looked at as in `join`."""
        return await self._going_on.open_code(code, token, leave_draft=leave_draft)

    async def _safety(self, token: str, sent: Sent, before: Before) -> Reply | None:
        answer = await self._danger.answer(token, sent, before)
        if answer is None:
            return None
        return await self._hearing.then_carry_on(token, answer.reply) if answer.carries_on else answer.reply

    async def _deal_with(self, token: str, sent: Sent, before: Before) -> Reply:
        lock = self._locks.of(await asyncio.to_thread(self._store.person, token))
        had_to_wait = lock.locked()
        async with lock:
            # Only now: a message before this one may have had everything about the person deleted.
            seen = await asyncio.to_thread(self._store.look, token, sent)
            if len(sent.words) > LONGEST_MESSAGE:
                return self._lines.too_long
            if seen.again is not None:
                return seen.again
            if before.typed and seen.said is not None and seen.said.words:
                # Its button ended meanwhile: it is words after all, and no words go past the door.
                sent = replace(sent, choice="")
                if danger := await self._safety(token, sent, before):
                    return danger
            if sent.choice == TRY_AGAIN or not (sent.words or sent.choice or sent.intent):
                return await self._nothing_new(token, sent, seen)
            if is_a_yes_to_nothing(sent, seen, early=had_to_wait or sent.early):
                if seen.written is not None:
                    await asyncio.to_thread(self._store.let_go, seen.written.id)
                return await self._hearing.remind(seen.person, token, "resume")
            return await self._turn(token, sent, seen)

    async def _nothing_new(self, token: str, sent: Sent, seen: Seen) -> Reply:
        settled = await self._settle(seen.person, token, late=True)
        if settled is not None:
            return settled
        reminder = await self._hearing.remind(seen.person, token, "resume")
        return reminder if sent.choice else Reply(self._lines.empty + reminder.messages)

    async def _turn(self, token: str, sent: Sent, seen: Seen) -> Reply:
        person, said = seen.person, seen.said
        if said is None or (seen.waiting and is_nudge(sent, said, seen.waiting)):
            now = await self._settle(person, token, late=True) or await self._hearing.remind(person, token, "resume")
            return now if said is not None else Reply(self._lines.stale + now.messages)
        due = await asyncio.to_thread(self._store.write_down, person, sent, said)
        if due is not None:
            reply, _ = await self._try(person, token, due)
            return reply
        settled = await self._settle(person, token, late=bool(seen.waiting))
        return settled or await self._hearing.remind(person, token, "resume")

    async def _settle(self, person: PersonId, token: str, *, late: bool) -> Reply | None:
        """Have every turn that waits dealt with, oldest first; return what they say, or None when none waited."""
        said: tuple[Message, ...] = ()
        waiting = await asyncio.to_thread(self._store.waiting, person)
        for place, turn in enumerate(waiting):
            due = await asyncio.to_thread(self._store.about_to_try, person, turn)
            later = [each.words for each in waiting[place + 1 :]]
            said_before = Said(turn.intent or "", turn.words, turn.choice)
            if takes_back(later) and can_be_taken_back(said_before, due.question):
                await asyncio.to_thread(self._store.let_go, turn.id)
                continue
            try:
                reply, forgotten = await self._try(person, token, due)
            except EngineDownError:
                if not said:
                    raise
                return Reply(said + self._lines.kept.messages)
            # Buttons of earlier turns work no more; what those turns said (a PIN, say) is said nowhere else.
            said = tuple(replace(message, choices=()) for message in said) + reply.messages
            if forgotten:
                break
        return Reply(self._lines.back + said if late else said) if said else None

    async def _try(self, person: PersonId, token: str, due: Due) -> tuple[Reply, bool]:
        turn = due.turn
        try:
            messages = await self._hearing.hear(person, token, due)
        except EngineDownError:
            if turn.tries < MOST_TRIES:
                raise
            return await self._try_at_last(person, token, due)
        return await self._hearing.answer(person, token, messages, turn)

    async def _try_at_last(self, person: PersonId, token: str, due: Due) -> tuple[Reply, bool]:
        """Set a turn aside where the engine answers everything but this one: it must not block the conversation."""
        for _ in range(PROOFS):
            reminder = await self._hearing.remind(person, token, "resume")
            try:
                messages = await self._hearing.hear(person, token, due)
            except EngineDownError:
                continue
            return await self._hearing.answer(person, token, messages, due.turn)
        await asyncio.to_thread(self._store.set_aside, person, due.turn)
        return reminder, False

    def _store_down(self, error: Exception) -> Reply:
        log.error("the record store failed (%s)", type(error).__name__)
        return self._lines.not_kept
