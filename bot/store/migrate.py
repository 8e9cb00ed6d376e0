"""Bringing a store's tables up to date, with Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.store.database import connect

_FOLDER = Path(__file__).parent / "migrations"


def upgrade(database_url: str) -> None:
    """Create or bring up to date every table at the URL. Running it twice does nothing more."""
    command.upgrade(_config(database_url), "head")


def is_current(database_url: str) -> bool:
    """Say whether the store at the URL has the newest tables."""
    engine = connect(database_url)
    try:
        with engine.execution_options(reading=True).connect() as connection:
            there = MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()
    return there == ScriptDirectory.from_config(_config(database_url)).get_current_head()


def _config(database_url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["database_url"] = database_url
    return config
