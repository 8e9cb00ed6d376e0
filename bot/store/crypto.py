"""Sealing. Each person has a key for their words; the key file wraps it, and seals the few secrets of accounts.

AES-256-GCM throughout: a sealed value is 12 bytes of nonce followed by cipher text and tag. What a value belongs to
(person, table, row) is bound in as associated data, so that a sealed value copied to another row does not open.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12
_KEY = 32


class KeyFileError(Exception):
    """The key file is missing where it must exist, is not readable, or is open to other users of the machine."""


class KeyChangeError(KeyFileError):
    """A change of the key file was begun and not finished: some keys open with the old one, some with the new."""


class SealError(Exception):
    """A sealed value does not open: wrong key, another row's value, or damaged bytes."""


def load_key(path: Path, *, create: bool) -> bytes:
    """Return the 32-byte master key at `path`; with `create`, make it (mode 0600) when there is none.

    Raises KeyFileError when the file is absent and may not be made, has a wrong length, others can read it, or a change
    of it was begun and not finished.
    """
    if create and not path.exists():
        make_key(path)
    if next_key(path).exists():
        raise KeyChangeError("A change of the key file was not finished. Run: what-matters key rotate")
    return read_key(path)


def next_key(path: Path) -> Path:
    """Return where the next key lies while the key file at `path` is being changed."""
    return path.with_name(f"{path.name}.next")


def read_key(path: Path) -> bytes:
    """Return the 32 bytes of a key file, whether or not it is being changed. Raises KeyFileError."""
    if not path.exists():
        raise KeyFileError(f"There is no key file at {path}. Restore it from your backup of keys.")
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeyFileError(f"Other users can read the key file {path}. Run: chmod 600 {path}")
    key = path.read_bytes()
    if len(key) != _KEY:
        raise KeyFileError(f"The key file {path} is damaged: it holds {len(key)} bytes, not {_KEY}.")
    return key


def make_key(path: Path) -> None:
    """Write a whole key under another name, then give it its own: nobody ever sees half a key, or a second one."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f"{path.name}.{os.urandom(8).hex()}")
    handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(_KEY))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(beside, path)
    finally:
        beside.unlink()


def new_key() -> bytes:
    """Return a fresh random 32-byte key for one person."""
    return AESGCM.generate_key(bit_length=_KEY * 8)


def seal(key: bytes, data: bytes, belongs_to: str) -> bytes:
    """Return `data` sealed under `key` and bound to `belongs_to`."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, belongs_to.encode())


def unseal(key: bytes, sealed: bytes, belongs_to: str) -> bytes:
    """Open what `seal` gave. Raises SealError when it does not open."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], belongs_to.encode())
    except (InvalidTag, ValueError) as error:
        raise SealError(f"A sealed value of {belongs_to} does not open with this key.") from error
