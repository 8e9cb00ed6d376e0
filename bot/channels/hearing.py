"""What is put to the dialogue engine, and the reply that its messages make."""

import asyncio
import logging
from dataclasses import replace

from bot.channels.danger import Danger
from bot.channels.engine import Engine, EngineDownError, EngineMessage, Heard
from bot.channels.known import Due
from bot.channels.locks import Locks
from bot.channels.turn_store import TurnStore
from bot.model.ids import PersonId, TurnId
from bot.model.messages import Reply
from bot.model.position import Expecting
from bot.model.safety import SafetyIntent
from bot.records.turns import Turn
from bot.safety.mourning import is_old_news

log = logging.getLogger(__name__)

_NO_TURN = TurnId("none")


class Hearing:
    """Speaks with the engine for one person at a time."""

    def __init__(self, store: TurnStore, engine: Engine, danger: Danger, locks: Locks) -> None:
        self._store = store
        self._engine = engine
        self._danger = danger
        self._locks = locks

    async def hear(self, person: PersonId, token: str, due: Due) -> list[EngineMessage]:
        """Have a turn understood. What is no danger is put as what it is: a death told before, words called off."""
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
        if noticed and self._danger.was_called_off(token, turn.words):
            messages = await self._engine.hear(person, replace(heard, intent="inform"))
        elif noticed and _is_old_news(due, noticed):
            told = "bereavement_support" if due.expecting is Expecting.OPEN else "inform"
            messages = await self._engine.hear(person, replace(heard, intent=told))
        return messages

    async def remind(self, person: PersonId, token: str, intent: str) -> Reply:
        """Have the open question asked again; nothing is changed by it."""
        expecting = await asyncio.to_thread(self._store.expecting, person)
        messages = await self._engine.hear(person, Heard(_NO_TURN, expecting, intent))
        reply, _ = await self.answer(person, token, messages, None)
        return reply

    async def then_carry_on(self, token: str, said: Reply, intent: str = "resume") -> Reply:
        """Follow a fixed reply with the open question, where it can be asked."""
        try:
            person = await asyncio.to_thread(self._store.person, token)
            async with self._locks.of(person):
                reminder = await self.remind(person, token, intent)
        except Exception as error:  # noqa: BLE001  (whatever fails here, the fixed reply is given)
            log.warning("a fixed reply was given; nothing else could be said (%s)", type(error).__name__)
            return said
        return Reply(said.messages + reminder.messages)

    async def answer(
        self, person: PersonId, token: str, messages: list[EngineMessage], turn: Turn | None
    ) -> tuple[Reply, bool]:
        """Return the reply that these messages make, and whether the person was forgotten. `turn` is answered by it."""
        noticed = next((message.safety for message in messages if message.safety), None)
        if noticed:
            return await self._danger.noticed(token, SafetyIntent(noticed), turn), False
        answered = turn.id if turn is not None else None
        reply, forgotten = await asyncio.to_thread(self._store.hand_out, person, token, messages, answered)
        if forgotten:
            await self._engine.forget(person)
        return reply, forgotten


def _is_old_news(due: Due, noticed: str) -> bool:
    told = due.mourning or due.settled
    return told and is_old_news(SafetyIntent(noticed), due.turn.words, settled=due.settled)
