"""What opens every other key: the key file here, or a key service somewhere else behind the same three calls."""

from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.store.crypto import load_key, seal, unseal


class Keys(Protocol):
    """Wraps keys so that they can lie in the store. A key service of another kind has these three calls too."""

    def wrap(self, key: bytes, belongs_to: str) -> bytes:
        """Return the key (or another short secret), sealed and bound to what it belongs to."""
        ...

    def unwrap(self, wrapped: bytes, belongs_to: str) -> bytes:
        """Return what `wrap` was given. Raises SealError where another key wrapped it, or for something else."""
        ...

    def derive(self, name: str) -> bytes:
        """Return 32 bytes for one use, the same for the same name."""
        ...


class KeyFile:
    """The 32 bytes of a key file, at work."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def wrap(self, key: bytes, belongs_to: str) -> bytes:
        """See `Keys`."""
        return seal(self._key, key, belongs_to)

    def unwrap(self, wrapped: bytes, belongs_to: str) -> bytes:
        """See `Keys`."""
        return unseal(self._key, wrapped, belongs_to)

    def derive(self, name: str) -> bytes:
        """See `Keys`. HKDF with SHA-256, RFC 5869."""
        return HKDF(SHA256(), length=32, salt=None, info=name.encode()).derive(self._key)


def open_key_file(path: Path) -> KeyFile:
    """Return the key file of a store that exists. Raises KeyFileError, as `load_key` does."""
    return KeyFile(load_key(path, create=False))
