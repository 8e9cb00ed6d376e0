"""The six digits of an authenticator app: made from a secret that the app and we share, new every half minute."""

import hmac
import unicodedata
from datetime import datetime

import pyotp

SECONDS = 30
WINDOW = 1
"""Steps before and after now that still count, for clocks that differ."""
_LEFT_OUT = ("Pd", "Cf", "Zs")
_DIGITS = 6


def new_secret() -> str:
    """Return a fresh secret of 160 bits, in the letters that apps take."""
    return pyotp.random_base32(32)


def address(secret: str, email: str, service: str) -> str:
    """Return what the QR code holds."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=service)


def in_groups(secret: str) -> str:
    """Return a secret as one types it: in groups of four."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def plain_code(typed: str) -> str:
    """Return a typed code without spaces and hyphens, in plain figures and capitals."""
    kept = [sign for sign in unicodedata.normalize("NFKC", typed) if unicodedata.category(sign) not in _LEFT_OUT]
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in kept if not sign.isspace()).upper()


def is_six_digits(code: str) -> bool:
    return len(code) == _DIGITS and code.isascii() and code.isdecimal()


def matching_step(secret: str, code: str, now: datetime, last_step: int) -> int | None:
    """Return the step that a code is of, when it is right and later than `last_step`; else None.

    Whoever reads a code over a shoulder, or catches it on its way, cannot use it again.
    """
    generator, here = pyotp.TOTP(secret), int(now.timestamp()) // SECONDS
    found = None
    for step in range(here - WINDOW, here + WINDOW + 1):
        right = hmac.compare_digest(generator.generate_otp(step).encode(), code.encode())
        if right and step > last_step and found is None:
            found = step
    return found
