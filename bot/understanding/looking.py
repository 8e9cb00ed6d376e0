"""What somebody says while they look for support."""

import re

from bot.understanding.commands import plain

MOST_WORDS = 14
_SHOWN = r"(?:numbers?|names?|details|websites?|services?|list|them|those|it|ones?|lot|people|you (?:gave|showed|said))"
_AGAIN = re.compile(rf"\b{_SHOWN}\b.*\bagain\b|\bagain\b.*\b{_SHOWN}\b")
_WHAT_NUMBER = re.compile(r"(?:sorry |but |and |so |ok )*(?:what|which) numbers?(?: is it| was it| was that)?")
_ASKS = re.compile(r"\b(?:what|whats|which|who|show|tell|give|can|could|send|see|need|lost|where)\b")
_NO_MORE = re.compile(r"\b(?:never|not|dont|cant|rang|tried|ring|die|hurt|see (?:him|her|them)) (?:\w+ ){0,3}again\b")


def asks_again(text: str) -> bool:
    """Say whether these words ask for services that were shown before: "what was that number again"."""
    words = plain(text)
    if _WHAT_NUMBER.fullmatch(words):
        return True
    asks = _AGAIN.search(words) and _ASKS.search(words)
    return bool(asks) and len(words.split()) <= MOST_WORDS and not _NO_MORE.search(words)
