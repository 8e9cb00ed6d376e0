"""A store with a chosen number of people, and nothing else in it but their team."""

from functools import partial
from pathlib import Path

from bench.growth.store import Say, new_store
from bench.people import kept
from bot.model.clock import SystemClock
from bot.records.unit_of_work import UnitOfWork


def fill(folder: Path, size: int, say: Say) -> None:
    """Make a store in `folder`, and put `size` people into it. `say` hears how far it is."""
    clock = SystemClock()
    with new_store(folder) as place:
        begin = partial(UnitOfWork, place.database, clock, place.keys)
        kept.keep(place, begin, size, clock.now(), lambda rows: say(f"{rows:,} rows of the audit"))
