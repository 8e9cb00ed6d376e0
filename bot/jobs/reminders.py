"""Reminders: those whose moment has come are written to their person, once; at night only where that was asked for.

Each is marked as sent, and that is stored, before it is handed over: one that is lost in between is lost, and none
comes twice.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.model.ids import PersonId
from bot.model.messages import Choice, Message, Reply
from bot.model.own_time import is_quiet
from bot.model.safety import Told
from bot.records.reminders import Reminder
from bot.records.unit_of_work import Begin, UnitOfWork
from bot.responses import fixed_responses

log = logging.getLogger(__name__)

EVERY = timedelta(seconds=30)
TOO_LATE = timedelta(hours=24)
ON_TIME = timedelta(minutes=15)
"""A reminder so late is still at its hour, which may be an hour in the night that the person named."""


class Reach(Protocol):
    """Writes to somebody who has not just written."""

    async def __call__(self, person: PersonId, message_id: str, reply: Reply) -> bool:
        """Hand this over for a channel of the person's; say whether there is one. The same id again is the same one."""
        ...


class _Then(Enum):
    """What is to be done about a reminder whose moment has come."""

    SEND = "send"
    WAIT = "wait"
    MISS = "miss"
    CANCEL = "cancel"


async def keep_reminding(begin: Begin, reach: Reach, wait: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
    """Send what is due, every 30 seconds, until cancelled; a failure is logged and does not end it."""
    words = fixed_responses("reminder")["utter_reminder_here"]
    while True:
        try:
            for reminder in await asyncio.to_thread(_due, begin):
                await _deal_with(begin, reach, reminder, words)
        except (SQLAlchemyError, OSError) as error:
            log.error("reminders failed and will be tried again (%s)", type(error).__name__)  # noqa: TRY400
        await wait(EVERY.total_seconds())


async def _deal_with(begin: Begin, reach: Reach, reminder: Reminder, words: tuple[Message, ...]) -> None:
    """Take one and hand it over. Whatever goes wrong with it keeps nobody else's back."""
    try:
        reply = await asyncio.to_thread(_take, begin, reminder.id, words)
    except Exception as error:  # noqa: BLE001
        log.error("reminder %s failed and will be tried again (%s)", reminder.id, type(error).__name__)  # noqa: TRY400
        return
    if reply is None:
        return
    try:
        reached = await reach(reminder.person, reminder.id, reply)
    except Exception as error:  # noqa: BLE001
        log.warning("reminder %s could not be handed over (%s)", reminder.id, type(error).__name__)
    else:
        if not reached:
            log.warning("reminder %s has no channel to go to", reminder.id)


def _due(begin: Begin) -> list[Reminder]:
    """Return the reminders about which something is to be done now."""
    with begin(reading=True) as records:
        now = records.clock.now()
        return [each for each in records.reminders.due(now) if _then(records, each, now) is not _Then.WAIT]


def _take(begin: Begin, reminder_id: str, words: tuple[Message, ...]) -> Reply | None:
    """Mark a reminder as sent, missed or cancelled; return what is to be handed over, if it is to be sent.

    Decided again in this transaction: meanwhile the person may have stopped it, or another process sent it.
    """
    with begin() as records:
        reminder, now = records.reminders.get(reminder_id), records.clock.now()
        then = _then(records, reminder, now) if reminder and reminder.due_at <= now else _Then.WAIT
        if reminder is None or then is _Then.WAIT:
            return None
        reply = None
        if then is _Then.CANCEL:
            records.reminders.cancel(reminder.person)
        elif then is _Then.MISS:
            records.reminders.miss(reminder.id)
        elif records.reminders.claim(reminder.id):
            reply = _with_own_buttons(records, reminder.person, words)
        records.commit()
    log.info("reminder %s of %s: %s", reminder.id, reminder.person, then.value)
    return reply


def _then(records: UnitOfWork, reminder: Reminder, now: datetime) -> _Then:
    """Say what is to be done. While a reply about danger is the latest, it waits; where somebody died, it is let go."""
    here, late = records.people.position(reminder.person), now - reminder.due_at
    if here.told is Told.DEATH_JUST_HAPPENED:
        return _Then.CANCEL
    if late > TOO_LATE:
        return _Then.MISS
    at_night = is_quiet(now, records.reminders.zone(reminder.person))
    if here.told or here.asked or (at_night and late > ON_TIME):
        return _Then.WAIT
    return _Then.SEND


def _with_own_buttons(records: UnitOfWork, person: PersonId, words: tuple[Message, ...]) -> Reply:
    """Give the buttons ids of the person's own, as every reply does; those of the last reply end."""
    buttons = [(choice.title, choice.choice) for message in words for choice in message.choices]
    ids = iter(records.choices.replace(person, buttons))
    return Reply(
        tuple(
            replace(each, choices=tuple(Choice(choice.title, next(ids)) for choice in each.choices)) for each in words
        )
    )
