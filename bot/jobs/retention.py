"""Retention: what was never kept goes, on time. Held replies after minutes, drafts and silent people after days.

What somebody keeps never goes by itself: after a very long silence they are asked about it, once.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from itertools import islice

from bot.model.ids import PersonId
from bot.records.consent import Purpose
from bot.records.unit_of_work import Begin, UnitOfWork

log = logging.getLogger(__name__)

HOLD_REPLIES = timedelta(minutes=10)
"""How long a reply is held, sealed, in case the line drops before it is read."""
HOLD_TURNS = timedelta(days=1)
EVERY = timedelta(minutes=1)
MOST_AT_ONCE = 100
"""People forgotten in one unit of work, so that nobody's message waits behind a long one."""


def retain(begin: Begin, draft_days: int, ask_days: int = 0) -> list[PersonId]:
    """Let go of what is due; return the people who are gone altogether, MOST_AT_ONCE of them when there may be more."""
    with begin() as records:
        now = records.clock.now()
        too_long_ago = now - timedelta(days=draft_days)
        records.turns.tidy(now - HOLD_REPLIES, now - HOLD_TURNS)
        gone = records.people.quiet_since(too_long_ago)[:MOST_AT_ONCE]
        for person in gone:
            records.people.forget(person, "job:retention")
        if ask_days:
            _ask_to_keep(records, now - timedelta(days=ask_days))
        records.drafts.drop_older_than(too_long_ago)
        records.turns.drop_unanswered(too_long_ago)
        records.teamwork.drop_expired_notices()
        records.telegram.tidy()
        records.joining.drop_old()
        records.erase()  # each time: a reader may have kept an earlier unit from emptying the write-ahead log
        records.commit()
    return gone


def _ask_to_keep(records: UnitOfWork, silent_since: datetime) -> None:
    """Have people asked who were silent for so long, each once; nobody who told of a death."""
    silent = records.people.silent_keepers(silent_since)
    wanted = (person for person in silent if records.consents.stands(person, Purpose.KEEP))
    to_ask = (person for person in wanted if not records.people.position(person).about_a_death)
    for person in islice(to_ask, MOST_AT_ONCE):
        records.people.asked_to_keep(person)
        records.reminders.ask_to_keep(person)


async def keep_retaining(
    begin: Begin,
    draft_days: int,
    forget: Callable[[PersonId], Awaitable[None]],
    wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
    *,
    drop_sessions: Callable[[], None] = lambda: None,
    ask_days: int = 0,
) -> None:
    """Run `retain` every minute, and at once where more is due, until cancelled; a failure is logged and tried again.

    `forget` is told of each person who is gone, so that the dialogue engine forgets them too. `drop_sessions` deletes
    what is left of sessions of staff that have ended. `ask_days`: of silence, until somebody is asked whether what they
    keep is to stay; 0 asks nobody.
    """
    while True:
        gone: list[PersonId] = []
        try:
            gone = await asyncio.to_thread(retain, begin, draft_days, ask_days)
            for person in gone:
                await forget(person)
            if gone:
                log.info("retention: %d people who kept nothing are forgotten", len(gone))
            await asyncio.to_thread(drop_sessions)  # last, so that no fault of it keeps anybody from being forgotten
        except Exception as error:  # noqa: BLE001  (what goes wrong must not end it for everybody)
            log.error("retention failed and will be tried again (%s)", type(error).__name__)  # noqa: TRY400
        if len(gone) < MOST_AT_ONCE:
            await wait(EVERY.total_seconds())
