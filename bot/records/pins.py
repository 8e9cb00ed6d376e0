"""What opens a link: a token in its address and a PIN told separately. The store holds hashes of both."""

import hashlib
import secrets
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

MOST_WRONG_PINS = 5
_hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)  # OWASP's least for argon2id
_CHECKING = BoundedSemaphore(2)
NOBODY = _hasher.hash("no such share")
"""The hash of no PIN: checking it takes as long as any other."""


def new_token() -> str:
    """Return what stands in the address of a link."""
    return secrets.token_urlsafe(24)


def new_pin() -> str:
    """Return six digits."""
    return f"{secrets.randbelow(10**6):06d}"


def token_hash(token: str) -> str:
    """Return what the store holds of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def pin_hash(pin: str) -> str:
    """Return what the store holds of a PIN. Slow on purpose."""
    return _hasher.hash(pin)


def pin_matches(hashed: str, pin: str) -> bool:
    """Check a PIN. Slow on purpose, so it is done outside any transaction, and by two readers at once at the most."""
    with _CHECKING:
        try:
            return _hasher.verify(hashed, pin)
        except VerifyMismatchError:
            return False
