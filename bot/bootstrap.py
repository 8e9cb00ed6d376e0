"""The one place where real parts are made and joined. Doors receive what they need; they build nothing."""

from dataclasses import dataclass
from functools import partial

from sqlalchemy import Engine as Database

from bot.model.clock import Clock, SystemClock
from bot.records.crypto import load_key
from bot.records.unit_of_work import Begin, UnitOfWork
from bot.settings import Settings
from bot.stages.conversation import Facts
from bot.stages.share_pages import SharedPages
from bot.store.database import connect


@dataclass(frozen=True, slots=True)
class Parts:
    """What the doors are given."""

    settings: Settings
    database: Database
    begin: Begin
    facts: Facts
    shared_pages: SharedPages
    clock: Clock


def build(settings: Settings, clock: Clock | None = None) -> Parts:
    """Return the parts for these settings. Raises KeyFileError when the key file is missing or open to others."""
    clock = clock or SystemClock()
    key = load_key(settings.key_file, create=False)
    database = connect(settings.database_url)
    begin = partial(UnitOfWork, database, clock, key)
    facts = Facts(settings.organisation, settings.public_url, settings.draft_days)
    return Parts(settings, database, begin, facts, SharedPages(begin), clock)
