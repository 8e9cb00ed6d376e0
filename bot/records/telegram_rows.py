"""The rows of chats on Telegram, and what only the key of a chat opens.

Each chat has a key of its own, wrapped by the key file: once its row is gone, nothing of it can be read.
"""

import base64
import hmac
import logging
from functools import cached_property

from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import ChatId, SessionToken
from bot.records.named_keys import CHATS, NamedKeys
from bot.records.sessions import hash_of
from bot.store.crypto import SealError, new_key, seal, unseal
from bot.store.keys import Keys
from bot.store.tables.telegram import ChatRow

log = logging.getLogger(__name__)


class ChatRows:
    """Finds and opens rows of chats. Words are sealed and opened with a name for `what` they are."""

    def __init__(self, session: Session, clock: Clock, keys: Keys) -> None:
        self._session = session
        self._clock = clock
        self._keys = keys

    def id_of(self, number: int) -> ChatId:
        """Return the id of the chat that Telegram gives this number."""
        return ChatId(hash_of(self.token_of(number)))

    def token_of(self, number: int) -> SessionToken:
        """Return the token with which this chat speaks. It is stored nowhere: the number and the key file give it."""
        derived = hmac.digest(self._naming_key, str(number).encode(), "sha256")
        return SessionToken(base64.urlsafe_b64encode(derived).decode().rstrip("="))

    def get(self, chat: ChatId) -> ChatRow | None:
        """Return the row of a chat, or None when it is not (or no longer) known."""
        return self._session.get(ChatRow, chat)

    def opened(self, number: int) -> ChatRow:
        """Return the row of the chat that Telegram gives this number; a new one, the first time."""
        chat = self.id_of(number)
        row = self.get(chat)
        if row is None:
            key = new_key()
            row = ChatRow(
                id=chat,
                wrapped_key=self._keys.wrap(key, key_of(chat)),
                sealed_number=seal(key, str(number).encode(), f"telegram/{chat}/number"),
                told=False,
                leaving=False,
                created_at=self._clock.now(),
            )
            self._session.add(row)
            self._session.flush()
        return row

    def number(self, row: ChatRow) -> int:
        """Return what Telegram calls a chat."""
        return int(self.unseal(row, row.sealed_number, "number"))

    def seal(self, row: ChatRow, words: str, what: str) -> bytes:
        """Seal words of a chat."""
        return seal(self._key(row), words.encode(), f"telegram/{row.id}/{what}")

    def unseal(self, row: ChatRow, sealed: bytes, what: str) -> str:
        """Return what is sealed. Raises SealError where it is damaged."""
        return unseal(self._key(row), sealed, f"telegram/{row.id}/{what}").decode()

    def opens(self, row: ChatRow, sealed: bytes, what: str) -> str | None:
        """Return what is sealed, or None where it is damaged: one row must not hold up the others for ever."""
        try:
            return self.unseal(row, sealed, what)
        except SealError:
            log.error("%s of chat %s cannot be opened; it is passed over", what, row.id)  # noqa: TRY400
            return None

    def mark(self, row: ChatRow, words: str) -> bytes:
        """Return what tells, under the chat's key, whether other words are the same."""
        return hmac.digest(self._key(row), f"telegram/{row.id}/words\0{words}".encode(), "sha256")

    @cached_property
    def _naming_key(self) -> bytes:
        return NamedKeys(self._session, self._keys).get(CHATS)

    def _key(self, row: ChatRow) -> bytes:
        return self._keys.unwrap(row.wrapped_key, key_of(row.id))


def key_of(chat: str) -> str:
    """Return what the wrapped key of a chat is bound to."""
    return f"telegram/{chat}/key"
