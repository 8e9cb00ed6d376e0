"""Going on with a conversation that was begun elsewhere: what is asked before, and what is said after."""

import asyncio
from collections.abc import Callable
from functools import partial

from bot.channels.engine import Engine
from bot.channels.hearing import Hearing
from bot.channels.joining import Joined, JoinStore, Outcome
from bot.channels.known import Before, Sent
from bot.channels.lines import LEAVE_IT, STAY_HERE, Lines
from bot.channels.locks import Locks
from bot.channels.turn_store import TurnStore
from bot.model.messages import Reply


class GoingOn:
    """Joins a session to another conversation, after a yes."""

    def __init__(self, store: TurnStore, engine: Engine, lines: Lines, hearing: Hearing, locks: Locks) -> None:
        self._store = store
        self._joining = JoinStore(store.begin)
        self._engine = engine
        self._lines = lines
        self._hearing = hearing
        self._locks = locks

    async def join(self, token: str, code: str) -> Reply:
        """Ask whether this session is to go on with the conversation that the code opens, or say why it cannot."""
        return await self._join(token, partial(self._joining.join, token, code))

    async def answer(self, token: str, sent: Sent, before: Before) -> Reply | None:
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

    async def look_at_code(self, code: str, token: str | None) -> Outcome:
        """Return what opening a code in the browser with this session would lead to. It uses nothing up."""
        return await asyncio.to_thread(self._joining.look, code, token)

    async def open_code(self, code: str, token: str | None, *, leave_draft: bool) -> Joined:
        """Open a code in a browser. A session it had ends; what that conversation held is looked at as in `join`."""
        joined = await asyncio.to_thread(self._joining.open_here, code, token, leave_draft=leave_draft)
        if joined.forgotten is not None:
            await self._engine.forget(joined.forgotten)
        return joined

    async def _join(self, token: str, joining: Callable[[], Joined]) -> Reply:
        async with self._locks.of(await asyncio.to_thread(self._store.person, token)):
            joined = await asyncio.to_thread(joining)
        if joined.forgotten is not None:
            await self._engine.forget(joined.forgotten)
        said = Reply(self._lines.joining[joined.outcome])
        if joined.outcome in {Outcome.ASKED, Outcome.HOLDS_A_DRAFT}:
            return said
        # The other conversation has a lock of its own, taken only now: two at once could wait for each other for ever.
        asked_as = "arrive" if joined.outcome is Outcome.JOINED else "resume"
        return await self._hearing.then_carry_on(token, said, asked_as)
