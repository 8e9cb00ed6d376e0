"""Links to a person's own copy: signed, good for half an hour, and stored nowhere."""

import base64
from datetime import timedelta
from functools import cached_property

from cryptography.fernet import Fernet, InvalidToken

from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.records.named_keys import COPIES, NamedKeys

GOOD_FOR = timedelta(minutes=30)


class CopyExpiredError(Exception):
    """The link to a copy is too old, was altered, or its person is gone."""


class Copies:
    """Makes and reads links to a person's own copy."""

    def __init__(self, clock: Clock, named_keys: NamedKeys) -> None:
        self._clock = clock
        self._named_keys = named_keys

    @cached_property
    def _fernet(self) -> Fernet:
        return Fernet(base64.urlsafe_b64encode(self._named_keys.get(COPIES)))

    def link(self, person: PersonId) -> str:
        """Return a token that stands for the person for half an hour."""
        return self._fernet.encrypt_at_time(person.encode(), self._seconds()).decode()

    def person(self, token: str) -> PersonId:
        """Return whom a token stands for. Raises CopyExpiredError."""
        try:
            opened = self._fernet.decrypt_at_time(token, int(GOOD_FOR.total_seconds()), self._seconds())
        except (InvalidToken, ValueError) as error:
            raise CopyExpiredError from error
        return PersonId(opened.decode())

    def _seconds(self) -> int:
        return int(self._clock.now().timestamp())
