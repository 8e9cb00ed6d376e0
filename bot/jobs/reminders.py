"""Reminders: those whose moment has come are written to their person, once; at night only where that was asked for.

The one question whether to go on keeping, after a very long silence, goes the same way.

Each is marked as sent in the same unit of work in which a channel writes it down: both or neither. So none is lost, and
none comes twice.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.model.ids import PersonId
from bot.model.messages import Choice, Message, Reply
from bot.records.reminders import Reminder, Then
from bot.records.unit_of_work import Begin, UnitOfWork
from bot.responses import fixed_responses
from bot.stages import reminder_keep

log = logging.getLogger(__name__)

EVERY = timedelta(seconds=30)


class Reach(Protocol):
    """Writes to somebody who has not just written."""

    async def __call__(self, person: PersonId, reminder: str, take: Callable[[UnitOfWork], Reply | None], /) -> bool:
        """Write down what `take` gives for a channel of the person's; say whether there is one.

        `take` is called in the unit of work that writes it down, and only where there is a channel. It may give None:
        then nothing is to be sent any more.
        """
        ...


async def keep_reminding(begin: Begin, reach: Reach, wait: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
    """Send what is due, every 30 seconds, until cancelled; a failure is logged and does not end it."""
    said = fixed_responses("reminder")
    while True:
        try:
            for reminder, then in await asyncio.to_thread(_due, begin):
                words = said["utter_reminder_keep" if reminder.asks_to_keep else "utter_reminder_here"]
                await _deal_with(begin, reach, reminder, then, words)
        except Exception as error:  # noqa: BLE001  (what goes wrong must not end everybody's reminders)
            log.error("reminders failed and will be tried again (%s)", type(error).__name__)  # noqa: TRY400
        await wait(EVERY.total_seconds())


async def _deal_with(begin: Begin, reach: Reach, reminder: Reminder, then: Then, words: tuple[Message, ...]) -> None:
    """Send one, or note that it is not sent. Whatever goes wrong with it keeps nobody else's back."""
    try:
        if then is not Then.SEND:
            await asyncio.to_thread(_let_go, begin, reminder, then)
        elif not await reach(reminder.person, reminder.id, partial(_take, reminder.id, words)):
            log.warning("reminder %s has no channel to go to", reminder.id)
            await asyncio.to_thread(_let_go, begin, reminder, Then.MISS)
    except Exception as error:  # noqa: BLE001  (as above)
        log.error("reminder %s failed and will be tried again (%s)", reminder.id, type(error).__name__)  # noqa: TRY400


def _due(begin: Begin) -> list[tuple[Reminder, Then]]:
    """Return the reminders about which something is to be done now, and what."""
    with begin(reading=True) as records:
        judged = [(each, _judged(records, each)) for each in records.reminders.due(records.clock.now())]
    return [(each, then) for each, then in judged if then is not Then.WAIT]


def _judged(records: UnitOfWork, reminder: Reminder) -> Then:
    """Say what is to be done about a reminder; one that cannot be judged waits."""
    try:
        return records.reminders.then(reminder)
    except SQLAlchemyError:
        raise
    except Exception as error:  # noqa: BLE001  (as above)
        log.error("reminder %s cannot be judged (%s)", reminder.id, type(error).__name__)  # noqa: TRY400
        return Then.WAIT


def _let_go(begin: Begin, reminder: Reminder, then: Then) -> None:
    """Note that a reminder was missed, or is not wanted any more."""
    with begin() as records:
        if then is Then.CANCEL:
            records.reminders.cancel(reminder.person, reminder.asked_at)
        else:
            records.reminders.miss(reminder.id)
        records.commit()
    log.info("reminder %s of %s: %s", reminder.id, reminder.person, then.value)


def _take(reminder_id: str, words: tuple[Message, ...], records: UnitOfWork) -> Reply | None:
    """Mark a reminder as sent and return what is to be written; None where it is not to be sent now.

    Decided again in this unit of work: meanwhile the person may have stopped it, or another process sent it.
    """
    reminder = records.reminders.get(reminder_id)
    if (
        reminder is None
        or records.reminders.then(reminder) is not Then.SEND
        or not records.reminders.claim(reminder.id)
    ):
        return None
    if reminder.asks_to_keep:
        reminder_keep.open_for(records, reminder.person)
    log.info("reminder %s of %s: %s", reminder.id, reminder.person, Then.SEND.value)
    return _with_own_buttons(records, reminder.person, words)


def _with_own_buttons(records: UnitOfWork, person: PersonId, words: tuple[Message, ...]) -> Reply:
    """Give the buttons ids of the person's own, as every reply does; those of the last reply end."""
    buttons = [(choice.title, choice.choice) for message in words for choice in message.choices]
    ids = iter(records.choices.replace(person, buttons))
    return Reply(
        tuple(
            replace(each, choices=tuple(Choice(choice.title, next(ids)) for choice in each.choices)) for each in words
        )
    )
