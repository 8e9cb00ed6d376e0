"""One message of a person at a time; different people do not wait for each other."""

import asyncio
from weakref import WeakValueDictionary

from bot.model.ids import PersonId


class Locks:
    """A lock for each person whose messages are being dealt with."""

    def __init__(self) -> None:
        self._held: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, person: PersonId) -> asyncio.Lock:
        """Return the lock of a person."""
        lock = self._held.get(person)
        if lock is None:
            lock = self._held[person] = asyncio.Lock()
        return lock
