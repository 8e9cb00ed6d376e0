"""The form that asks for the PIN of a shared link, and the ways in which a PIN can fail."""

import unicodedata
from dataclasses import dataclass

from bot.pages.environment import page_title

LEFT_OUT = ("Pd", "Cf")
"""Unicode kinds: hyphens and dashes, and marks that nobody sees."""
PIN_MISSING = "Enter the PIN"
PIN_DIGITS = 6
PIN_LENGTH = f"The PIN has {PIN_DIGITS} numbers. Check it, and enter it again."
PIN_NOT_A_NUMBER = "The PIN has numbers only. Check it, and enter it again."


@dataclass(frozen=True, slots=True)
class PinView:
    """The form that asks for the PIN. `errors` holds what was wrong, or nothing."""

    title: str
    errors: tuple[str, ...] = ()

    @property
    def error(self) -> str | None:
        return self.errors[0] if self.errors else None


def present_pin(error: str = "") -> PinView:
    name = "Enter the PIN"
    return PinView(page_title(name, error=bool(error)), (error,) if error else ())


def wrong_pin(tries_left: int) -> str:
    if tries_left == 1:
        return "That PIN is not right. You have 1 try left. After that, the link closes."
    return f"That PIN is not right. You have {tries_left} tries left."


def read_pin(typed: str) -> tuple[str, str]:
    """Return the PIN as plain digits and an empty string, or an empty string and what is wrong with it.

    Spaces and hyphens are left out and digits of any script are read, for a PIN is often copied or dictated.
    """
    kept = [sign for sign in typed if not sign.isspace() and unicodedata.category(sign) not in LEFT_OUT]
    if not kept:
        return "", PIN_MISSING
    digits = [unicodedata.decimal(sign, None) for sign in kept]
    if None in digits:
        return "", PIN_NOT_A_NUMBER
    if len(digits) != PIN_DIGITS:  # none of ours: it costs no try
        return "", PIN_LENGTH
    return "".join(map(str, digits)), ""
