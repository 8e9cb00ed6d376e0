"""Addresses of the staff site that several parts name, and the way back after signing in."""

from urllib.parse import quote, urlsplit

START = "/staff"
SIGN_IN = "/staff/sign-in"
NEXT = "next"
_LONGEST = 200
_ALLOWED = ("/staff", "/support")


def safe_next(asked: str) -> str:
    """Return where to go after signing in: a page of ours, or the start for anything else.

    Browsers read an address more freely than one would think: a backslash counts as a slash, and tabs, line ends and
    other control signs are left out. So only plain signs pass, from one slash that no second follows.
    """
    if not asked or len(asked) > _LONGEST or any(not "!" <= sign <= "~" or sign in "\\%" for sign in asked):
        return START
    try:
        parts = urlsplit(asked)
    except ValueError:
        return START
    if parts.scheme or parts.netloc or "/.." in parts.path or "//" in parts.path:
        return START
    inside = any(parts.path == folder or parts.path.startswith(f"{folder}/") for folder in _ALLOWED)
    return asked if inside and not parts.path.startswith(SIGN_IN) else START


def sign_in_for(path: str) -> str:
    """Return the address of the sign-in page that comes back to `path`."""
    back = safe_next(path)
    return SIGN_IN if back == START else f"{SIGN_IN}?{NEXT}={quote(back, safe='/')}"
