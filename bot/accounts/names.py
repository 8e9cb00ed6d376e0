"""Email addresses and names as they are kept: the same one typed in two ways is one."""

import unicodedata

LONGEST = 254


class EmailError(Exception):
    """What was typed is no email address."""


def plain_email(typed: str) -> str:
    """Return an address without spaces around it and in small letters, whatever was typed."""
    return unicodedata.normalize("NFKC", typed).strip().lower()


def read_email(typed: str) -> str:
    """Return the address that was typed. Raises EmailError when it cannot be one."""
    email = plain_email(typed)
    local, at, domain = email.rpartition("@")
    strange = any(sign.isspace() or not sign.isprintable() for sign in email)
    if strange or not at or not local or "." not in domain.strip(".") or "@" in local or len(email) > LONGEST:
        raise EmailError("That is not an email address.")
    return email


def one_line(typed: str, longest: int = 120) -> str:
    """Return a name as one line without signs that nobody sees, at most so long."""
    shown = "".join(sign if sign.isprintable() else " " for sign in unicodedata.normalize("NFC", typed))
    return " ".join(shown.split())[:longest].rstrip()
