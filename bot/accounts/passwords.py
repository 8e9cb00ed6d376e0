"""Passwords: which may be chosen, and how they are checked. Only argon2id hashes are held."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 200
_MOST_AT_ONCE = 2
_hasher = PasswordHasher(time_cost=3, memory_cost=19456, parallelism=1)  # one round more than OWASP's least
_HASHING = BoundedSemaphore(_MOST_AT_ONCE)

_LISTED = Path(__file__).with_name("commonest.txt")
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORTEST_NAME = 4
_FEWEST_DIFFERENT = 5
_LOOKS_LIKE = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})


class WeakPasswordError(Exception):
    """The password may not be chosen; the message says why, for the person who chose it."""


def check_choice(password: str, *known: str) -> None:
    """Refuse a password that is easily guessed. `known` is what others know: the email address, the name.

    Raises WeakPasswordError.
    """
    plain = _plain(password)
    if len(plain) < SHORTEST:
        raise WeakPasswordError(f"Your password needs at least {SHORTEST} characters. Three or four words do well.")
    if len(plain) > LONGEST:
        raise WeakPasswordError(f"Your password can have at most {LONGEST} characters.")
    if any(_is_made_of(plain, name) for each in known for name in (each, each.partition("@")[0])):
        raise WeakPasswordError("Your password is too close to your name or your email address. Choose another.")
    if _is_common(plain):
        raise WeakPasswordError("That password is easy to guess. Choose another. Three or four words do well.")


def hash_password(password: str) -> str:
    """Return the hash to keep. Slow on purpose, so it is done outside any transaction."""
    with _HASHING:
        return _hasher.hash(_plain(password))


def password_matches(password_hash: str | None, password: str) -> bool:
    """Check a password. Slow on purpose, so outside any transaction, and for few at once.

    Without a hash it is checked against nobody's: it takes as long, and never matches.
    """
    with _HASHING:
        try:
            matches = _hasher.verify(password_hash or _nobody(), _plain(password)[: LONGEST + 1])
        except (VerificationError, InvalidHashError):
            return False
    return matches and password_hash is not None


def needs_rehash(password_hash: str) -> bool:
    """Say whether a hash was made with weaker settings than today's."""
    return _hasher.check_needs_rehash(password_hash)


@cache
def _nobody() -> str:
    return _hasher.hash("nobody has this password")


def _plain(password: str) -> str:
    """The same password from every keyboard: letters with marks are written in one way."""
    return unicodedata.normalize("NFKC", password)


def _is_common(password: str) -> bool:
    low = password.lower()
    if len(set(low)) < _FEWEST_DIFFERENT or _is_a_row(low) or re.fullmatch(r"(.{1,6})\1+", low):
        return True
    inner = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", low)
    spelt = (_letters(low), _letters(inner.translate(_LOOKS_LIKE)))
    return any(_is_said_again(letters, word) for letters in spelt for word in _commonest())


@cache
def _commonest() -> frozenset[str]:
    lines = _LISTED.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _is_made_of(password: str, known: str) -> bool:
    """Whether a name, with or without figures and signs around it, is all there is."""
    words, names = _letters(password.lower()), _letters(known.lower())
    return len(names) >= _SHORTEST_NAME and (_is_said_again(words, names) or password.lower() == known.lower())


def _is_said_again(words: str, word: str) -> bool:
    return bool(words) and not words.replace(word, "")


def _is_a_row(low: str) -> bool:
    """Whether it runs along the alphabet, the digits or the keyboard, over and over if need be."""
    return any(low in sign * LONGEST for row in _ROWS for sign in (row, row[::-1], f"{row[1:]}{row[0]}"))


def _letters(low: str) -> str:
    return "".join(sign for sign in low if sign.isalpha())
