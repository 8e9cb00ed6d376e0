"""The token that every form carries: made from a secret in a cookie, so that only our own page can have it."""

import hashlib
import hmac

FIELD = "csrf"
_MADE_FOR = b"what-matters forms"


def csrf_of(secret: str) -> str:
    """Return the token for the forms of a browser whose cookie holds `secret`."""
    return hmac.new(secret.encode(), _MADE_FOR, hashlib.sha256).hexdigest()


def csrf_matches(secret: str, sent: str) -> bool:
    """Say whether a form's token belongs to this cookie. Without a cookie none does."""
    return bool(secret) and hmac.compare_digest(csrf_of(secret).encode(), sent.encode("utf-8", "replace"))
