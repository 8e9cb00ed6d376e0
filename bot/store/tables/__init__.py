"""Every table of the store, by what it is about. Importing this package makes all of them known."""

from bot.store.tables import (
    accounts,
    audit_chain,
    complaints,
    directory,
    feedback,
    joining,
    people,
    releases,
    reminders,
    teamwork,
    telegram,
)
from bot.store.tables.base import Table

__all__ = [
    "Table",
    "accounts",
    "audit_chain",
    "complaints",
    "directory",
    "feedback",
    "joining",
    "people",
    "releases",
    "reminders",
    "teamwork",
    "telegram",
]
