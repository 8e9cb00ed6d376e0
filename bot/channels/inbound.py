"""The one way in for every channel: safety first, then the dialogue engine; always an answer, nothing lost or doubled.

A message is screened before anything else, in every state, and a crisis is answered here even when the store and the
engine are down. Anything else is written down (sealed) before the engine hears of it, so that a fault at any point
loses nothing; what a turn did is stored once, however often it is tried.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from weakref import WeakValueDictionary

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.engine import Engine, EngineDownError, EngineMessage, Heard
from bot.channels.joining import Joined, JoinStore, Outcome
from bot.channels.lines import LEAVE_IT, STAY_HERE, TRY_AGAIN, Lines
from bot.channels.turn_store import Before, Due, Seen, Sent, TurnStore, UnknownSessionError
from bot.model.ids import PersonId, SessionToken, TurnId
from bot.model.messages import Message, Reply
from bot.model.position import FOR_CONSENT, FOR_GOOD, Expecting, Question
from bot.model.safety import SafetyIntent, Verdict
from bot.model.saying import Said
from bot.records.people import UnknownPersonError
from bot.records.turns import Turn
from bot.safety import door
from bot.safety.door import SafetyReply
from bot.safety.judge import Judge, Where, by_patterns
from bot.safety.mourning import is_old_news
from bot.safety.young import writer_is_young
from bot.store.crypto import SealError
from bot.understanding.answers import clean
from bot.understanding.card import code_in
from bot.understanding.commands import command

__all__ = ["Inbound", "UnknownSessionError"]
log = logging.getLogger(__name__)

LONGEST_MESSAGE = 50_000
"""Characters of one message."""
MOST_TRIES = 4
"""After so many failures a turn is set aside (its words held for later), so that it cannot block the conversation."""
SAFETY_PATIENCE = 1.0
"""Seconds that a safety reply waits for the store, which it does not need."""
_NO_TURN = TurnId("none")
_NUDGES = frozenset({"resume", "greet", "affirm", "help", "ask_clarify"})
_STORE_ERRORS = (SQLAlchemyError, OSError, SealError, UnknownPersonError)


class Inbound:
    """The gateway between channels and the dialogue engine."""

    def __init__(self, store: TurnStore, engine: Engine, lines: Lines, judge: Judge = by_patterns) -> None:
        self._store = store
        self._joining = JoinStore(store.begin)
        self._engine = engine
        self._lines = lines
        self._judge = judge
        self._reading = ThreadPoolExecutor(max_workers=4, thread_name_prefix="safety")
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

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
            async with self._lock(person):
                return await self._settle(person, token, late=True) or await self._remind(person, token, "arrive")
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
            before = await self._before(token or "", sent.words) if sent.words else Before()
            sent = replace(sent, choice=sent.choice or before.typed)
            return (
                await self._safety(token or "", sent, before)
                or await self._may_leave(token or "", sent, before)
                or await self._deal_with(token or "", sent, before)
            )
        except UnknownSessionError:
            raise
        except EngineDownError:
            return self._lines.kept
        except _STORE_ERRORS as error:
            return self._store_down(error)
        except Exception as error:  # noqa: BLE001  (never silent: a mistake of ours is answered too, and names 999)
            log.error("a message could not be dealt with (%s)", type(error).__name__)  # noqa: TRY400  (no words in logs)
            return self._lines.not_kept

    async def heed(self, token: str, text: str) -> Reply | None:
        """Answer words that tell of danger, and nothing else: for a channel where other messages wait before these."""
        words = clean(text)
        before = await self._before(token, words) if words else Before()
        verdict, young = await self._screen(words, before) if words else (None, False)
        if verdict is None or verdict.intent is None:
            return None
        answer = door.reply_to(verdict, young=young)
        await self._note_safety(token, verdict, answer)
        return answer.reply

    # --- safety ---------------------------------------------------------------------------------------------------

    async def _safety(self, token: str, sent: Sent, before: Before) -> Reply | None:
        pressed = door.press(sent.choice) if sent.choice else None
        verdict, young = (None, False) if sent.choice or not sent.words else await self._screen(sent.words, before)
        answer = door.reply_to(verdict, young=young) if verdict else pressed
        if answer is None:
            return None
        await self._note_safety(token, verdict, answer)
        return await self._then_carry_on(token, answer.reply) if answer.carries_on else answer.reply

    async def _screen(self, words: str, before: Before) -> tuple[Verdict | None, bool]:
        """Return what was found, and whether the writer says, or said just before, that they are under 18."""
        if code_in(words):  # no code is a word, but to the trained reader some look like a cry for help
            return None, False

        def read() -> tuple[Verdict | None, bool]:
            where = Where(before.asked, before.expecting, before.mourning and before.asked is None)
            verdict = self._judge(words, where)
            return verdict, verdict is not None and (before.young or writer_is_young(words))

        # In a thread, so that nobody else waits while a long text is read; of its own, so that no store holds it up.
        return await asyncio.get_running_loop().run_in_executor(self._reading, read)

    async def _before(self, token: str, words: str = "") -> Before:
        try:
            return await asyncio.wait_for(asyncio.to_thread(self._store.before, token, words), SAFETY_PATIENCE)
        except Exception as error:  # noqa: BLE001  (whatever fails here, danger is still answered)
            log.warning("what came before is not known (%s)", type(error).__name__)
            return Before()

    async def _note_safety(self, token: str, verdict: Verdict | None, answer: SafetyReply) -> None:
        noting = asyncio.to_thread(self._store.note_safety, token, verdict, answer.asks, answer.tells)
        try:
            await asyncio.wait_for(noting, SAFETY_PATIENCE)
        except Exception as error:  # noqa: BLE001  (as above)
            log.warning("a safety reply was given; it could not be noted (%s)", type(error).__name__)

    async def _then_carry_on(self, token: str, said: Reply, intent: str = "resume") -> Reply:
        try:
            person = await asyncio.to_thread(self._store.person, token)
            async with self._lock(person):
                reminder = await self._remind(person, token, intent)
        except Exception as error:  # noqa: BLE001  (as above)
            log.warning("a fixed reply was given; nothing else could be said (%s)", type(error).__name__)
            return said
        return Reply(said.messages + reminder.messages)

    # --- going on with a conversation that was begun elsewhere ----------------------------------------------------

    async def join(self, token: str, code: str) -> Reply:
        """Ask whether this session is to go on with the conversation that the code opens, or say why it cannot.

        Raises UnknownSessionError.
        """
        try:
            return await self._join(token, partial(self._joining.join, token, code))
        except UnknownSessionError:
            raise
        except Exception as error:  # noqa: BLE001  (never silent)
            return self._store_down(error)

    async def look_at_code(self, code: str, token: str | None) -> Outcome:
        """Return what opening a code in the browser with this session would lead to. It uses nothing up."""
        return await asyncio.to_thread(self._joining.look, code, token)

    async def open_code(self, code: str, token: str | None, *, leave_draft: bool) -> Joined:
        """Open a code in a browser. A session it had ends; what that conversation held is looked at as in `join`."""
        joined = await asyncio.to_thread(self._joining.open_here, code, token, leave_draft=leave_draft)
        if joined.forgotten is not None:
            await self._engine.forget(joined.forgotten)
        return joined

    async def _may_leave(self, token: str, sent: Sent, before: Before) -> Reply | None:
        """Take a yes or no to whether another conversation is to be joined; anything else is dealt with as ever."""
        if sent.choice in {LEAVE_IT, STAY_HERE}:
            yes, typed = sent.choice == LEAVE_IT, ""
        else:
            answer = self._lines.may_leave(sent.words)
            if answer is None or not (
                (before.joining and not sent.early)
                or (answer and await asyncio.to_thread(self._joining.has_joined, token, sent.message_id))
            ):
                return None
            yes, typed = answer, sent.message_id
        return await self._join(token, partial(self._joining.answer, token, yes=yes, message_id=typed))

    async def _join(self, token: str, joining: Callable[[], Joined]) -> Reply:
        async with self._lock(await asyncio.to_thread(self._store.person, token)):
            joined = await asyncio.to_thread(joining)
        if joined.forgotten is not None:
            await self._engine.forget(joined.forgotten)
        said = Reply(self._lines.joining[joined.outcome])
        if joined.outcome in {Outcome.ASKED, Outcome.HOLDS_A_DRAFT}:
            return said
        # The other conversation has a lock of its own, taken only now: two at once could wait for each other for ever.
        return await self._then_carry_on(token, said, "arrive" if joined.outcome is Outcome.JOINED else "resume")

    # --- the ordinary way -----------------------------------------------------------------------------------------

    async def _deal_with(self, token: str, sent: Sent, before: Before) -> Reply:
        lock = self._lock(await asyncio.to_thread(self._store.person, token))
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
            if _is_a_yes_to_nothing(sent, seen, early=had_to_wait or sent.early):
                if seen.written is not None:
                    await asyncio.to_thread(self._store.let_go, seen.written.id)
                return await self._remind(seen.person, token, "resume")
            return await self._turn(token, sent, seen)

    async def _nothing_new(self, token: str, sent: Sent, seen: Seen) -> Reply:
        settled = await self._settle(seen.person, token, late=True)
        if settled is not None:
            return settled
        reminder = await self._remind(seen.person, token, "resume")
        return reminder if sent.choice else Reply(self._lines.empty + reminder.messages)

    async def _turn(self, token: str, sent: Sent, seen: Seen) -> Reply:
        person, said = seen.person, seen.said
        if said is None or (seen.waiting and _is_nudge(sent, said, seen.waiting)):
            now = await self._settle(person, token, late=True) or await self._remind(person, token, "resume")
            return now if said is not None else Reply(self._lines.stale + now.messages)
        due = await asyncio.to_thread(self._store.write_down, person, sent, said)
        if due is not None:
            reply, _ = await self._try(person, token, due)
            return reply
        settled = await self._settle(person, token, late=bool(seen.waiting))
        return settled or await self._remind(person, token, "resume")

    async def _settle(self, person: PersonId, token: str, *, late: bool) -> Reply | None:
        """Have every turn that waits dealt with, oldest first; return what they say, or None when none waited."""
        said: tuple[Message, ...] = ()
        waiting = await asyncio.to_thread(self._store.waiting, person)
        for place, turn in enumerate(waiting):
            due = await asyncio.to_thread(self._store.about_to_try, person, turn)
            later = [each.words for each in waiting[place + 1 :]]
            said_before = Said(turn.intent or "", turn.words, turn.choice)
            if takes_back(later) and _can_be_taken_back(said_before, due.question):
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
            messages = await self._hear(person, due)
        except EngineDownError:
            if turn.tries < MOST_TRIES:
                raise
            # The engine answers everything but this turn: it must not block the conversation for ever. Unless it has
            # only just come back.
            reminder = await self._remind(person, token, "resume")
            try:
                messages = await self._hear(person, due)
            except EngineDownError:
                await asyncio.to_thread(self._store.set_aside, person, turn)
                return reminder, False
        return await self._answer(person, token, messages, turn)

    async def _hear(self, person: PersonId, due: Due) -> list[EngineMessage]:
        """Have a turn understood; a death that was told before and is taken for a new one is put as what it is."""
        turn = due.turn
        heard = Heard(turn.id, due.expecting, turn.intent, turn.words)
        try:
            messages = await self._engine.hear(person, heard)
        except EngineDownError:
            raise
        except Exception as error:  # a mistake of ours counts as a try, so that this turn too is set aside in the end
            log.error("turn %s could not be heard (%s)", turn.id, type(error).__name__)  # noqa: TRY400
            raise EngineDownError from error
        noticed = next((message.safety for message in messages if message.safety), None)
        if noticed and due.mourning and is_old_news(SafetyIntent(noticed), turn.words):
            told = "bereavement_support" if due.expecting is Expecting.OPEN else "inform"
            messages = await self._engine.hear(person, replace(heard, intent=told))
        return messages

    async def _remind(self, person: PersonId, token: str, intent: str) -> Reply:
        """Have the open question asked again; nothing is changed by it."""
        expecting = await asyncio.to_thread(self._store.expecting, person)
        messages = await self._engine.hear(person, Heard(_NO_TURN, expecting, intent))
        reply, _ = await self._answer(person, token, messages, None)
        return reply

    async def _answer(
        self, person: PersonId, token: str, messages: list[EngineMessage], turn: Turn | None
    ) -> tuple[Reply, bool]:
        noticed = next((message.safety for message in messages if message.safety), None)
        if noticed:
            return await self._answer_danger(token, SafetyIntent(noticed), turn), False
        answered = turn.id if turn is not None else None
        reply, forgotten = await asyncio.to_thread(self._store.hand_out, person, token, messages, answered)
        if forgotten:
            await self._engine.forget(person)
        return reply, forgotten

    async def _answer_danger(self, token: str, intent: SafetyIntent, turn: Turn | None) -> Reply:
        verdict = Verdict(intent, "noticed by the language model")
        young = (turn is not None and writer_is_young(turn.words)) or (await self._before(token)).young
        answer = door.reply_to(verdict, young=young)
        await self._note_safety(token, verdict, answer)
        if turn is not None:
            try:
                await asyncio.to_thread(self._store.close, turn.id, answer.reply)
            except _STORE_ERRORS as error:
                log.warning("turn %s was answered; that could not be noted (%s)", turn.id, type(error).__name__)
        return answer.reply

    def _store_down(self, error: Exception) -> Reply:
        log.error("the record store failed (%s)", type(error).__name__)
        return self._lines.not_kept

    def _lock(self, person: PersonId) -> asyncio.Lock:
        lock = self._locks.get(person)
        if lock is None:
            lock = self._locks[person] = asyncio.Lock()
        return lock


def takes_back(later: Sequence[str]) -> bool:
    """Say whether what was sent after a yes may take it back: all but manners and another yes. "" is a button."""
    return any(command(words) not in {"affirm", "thank", "greet", "goodbye"} for words in later)


def _is_a_yes_to_nothing(sent: Sent, seen: Seen, *, early: bool) -> bool:
    """Say whether a yes was typed before the question now open was shown, or may have been taken back since."""
    if early and seen.written is None and command(sent.words) == "affirm":
        return True
    return sent.followed and seen.said is not None and _can_be_taken_back(seen.said, seen.question)


def _can_be_taken_back(said: Said, question: Question | None) -> bool:
    """Say whether this may be a yes to an act that has to be the last word on the question."""
    if question in FOR_GOOD and said.intent in {"affirm", "choose"}:
        return True
    return question in FOR_CONSENT and command(said.words) == "affirm"


def _is_nudge(sent: Sent, said: Said, waiting: list[Turn]) -> bool:
    """Say whether words sent during a fault only ask "are you there", or repeat what is waiting already."""
    if sent.choice:
        return bool(sent.words) and any((said.intent, said.choice) == (turn.intent, turn.choice) for turn in waiting)
    return command(sent.words) in _NUDGES or any(f"\n{sent.words}\n" in f"\n{turn.words}\n" for turn in waiting)
