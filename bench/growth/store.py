"""A store of a chosen size: real tables, invented services, and a team with whom invented people share."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

from bench.growth import services, summaries
from bench.growth.rows import Place
from bot.accounts.accounts import Accounts
from bot.model.clock import SystemClock
from bot.model.staff import Grant, Role
from bot.settings import Settings
from bot.signposting.directory import Directory
from bot.store import migrate
from bot.store.crypto import load_key
from bot.store.database import connect
from bot.store.keys import KeyFile
from bot.store.transaction import Transaction

_AT_ONCE: Final = 500
_ACTOR: Final = "command line"
_ELSEWHERE: Final = "database-url"
"""The file of a folder whose store is not in the folder itself, but on a server."""
_TEAM, _NAME, _EMAIL = "The Garden Team (invented)", "Robin Reader", "robin@example.org"

Say = Callable[[str], None]


def settings_in(folder: Path) -> Settings:
    """Return settings under which nothing real is read or written, whatever the environment says."""
    elsewhere = folder / _ELSEWHERE
    own = f"sqlite:///{folder / 'what-matters.db'}"
    return Settings(
        data_dir=folder,
        database_url=elsewhere.read_text(encoding="utf-8") if elsewhere.exists() else own,
        key_file=folder / "key",
        redis_url=None,
        telegram_token=None,
        oidc_issuer="",
        oidc_client_id="",
        oidc_client_secret=None,
        host="127.0.0.1",
        public_url="http://127.0.0.1",
    )


def keep_elsewhere(folder: Path, url: str) -> None:
    """Have the store of `folder` in this database, whose tables are not made yet."""
    folder.mkdir(exist_ok=True)
    (folder / _ELSEWHERE).write_text(url, encoding="utf-8")


@contextmanager
def new_store(folder: Path) -> Iterator[Place]:
    """Make a store in `folder` with a team and an account that reads for it."""
    settings, clock = settings_in(folder), SystemClock()
    keys = KeyFile(load_key(settings.key_file, create=True))
    migrate.upgrade(settings.database_url)
    database = connect(settings.database_url)
    try:
        accounts = Accounts(partial(Transaction, database, clock), keys, clock)
        team = accounts.add_team(_TEAM)
        account, _ = accounts.add(_EMAIL, _NAME, _ACTOR, (Grant(Role.REVIEWER, team.id),))
        yield Place(database, keys, team.id, account)
    finally:
        database.dispose()


def fill(folder: Path, size: int, say: Say) -> None:
    """Make a store in `folder`, and put `size` services into it and `size` shares with one team.

    The services that a new store comes with are left out, so that the number is exact. `say` hears how far it is.
    """
    clock = SystemClock()
    with new_store(folder) as place:
        directory = Directory(partial(Transaction, place.database, clock))
        entries = islice(services.invented(clock.now().date()), size)
        there = 0
        while some := list(islice(entries, _AT_ONCE)):
            directory.add(some, _ACTOR)
            there += len(some)
            say(f"{there:,} services")
        summaries.share(place, size, clock.now(), lambda many: say(f"{many:,} shares"))
