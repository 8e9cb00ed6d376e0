"""Keys for one use each, such as links to a copy. Derived from the key file until it is changed; then kept, wrapped.

So what hangs on such a key, as the name of a chat does, outlives a change of the key file.
"""

from sqlalchemy.orm import Session

from bot.store.keys import Keys
from bot.store.tables.people import NamedKeyRow

COPIES = "links to a person's own copy"
CHATS = "tokens of chats on Telegram"
AUDIT = "the chain of the audit"
EVERY = (COPIES, CHATS, AUDIT)


class NamedKeys:
    """Gives a key by the name of its use."""

    def __init__(self, session: Session, keys: Keys) -> None:
        self._session = session
        self._keys = keys

    def get(self, name: str) -> bytes:
        """Return 32 bytes. Raises SealError where the key file belongs to another store."""
        row = self._session.get(NamedKeyRow, name)
        return self._keys.derive(name) if row is None else self._keys.unwrap(row.wrapped_key, belongs_to(name))


def belongs_to(name: str) -> str:
    """Return what a wrapped key of this name is bound to."""
    return f"named_keys/{name}"
