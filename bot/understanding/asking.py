"""What is put as a question, from its first word or in a later part of a message."""

import re
from itertools import pairwise

from bot.understanding.commands import plain

_QUESTION = re.compile(
    r"^(so |and |but |ok |sorry |please |um |er |hang on |hold on |wait )*(who|what|whats|where|wheres|when|whens|why"
    r"|how|hows|which|tell me|explain|show me|(can|could|will|would|do|does|did|is|are|am|should|may|has|have)"
    r" (i|you|we|they|he|she|it|my|your|our|his|her|the|there|this|that|someone|anyone|somebody|anybody|people))\b"
)
_BARE_WISH = re.compile(
    r"^(what|who) (matters|im|id)\b|^(how|when|where|what|who) (i|im|we|my|he|hes|she|shes|they|it|its|the)\b"
)
"""Begins like a question and tells something: "when I'm gone", "who I love", "what matters is the dog"."""
_ASKS_PLAINLY = re.compile(
    r"^(so |and |but |ok |sorry |please )*(how (long|soon|bad)|(can|could|will|would) you (please )?(tell|say|explain)"
    r"|(can|could|will|would|do|does|am|should|may) (i|we|he|she|they|it|that|this|there|anyone|someone|somebody)"
    r"|(is|are) (he|she|it|that|this|there|they) (\w+ing|allowed|ok|okay|all ?right|normal|going)"
    r"|what (will|happens|happened|can|should|do|does) |who (do|can|should) (i|we)|why (is|are|does|do|cant|wont) )\b"
)
"""Put as a question even without its mark, and behind something that is told."""
_ENDS = re.compile(r"[.!?;:,\n–—…-]+\s+|\n")


def is_question(text: str) -> bool:
    """Say whether the words ask something, rather than tell something that begins like a question."""
    if text.rstrip().endswith("?"):
        return True
    words = plain(text)
    return bool(_QUESTION.search(words)) and not _BARE_WISH.search(words)


def where_it_asks(text: str) -> int:
    """Return where the first part that asks something begins, 0 where none does."""
    return next((start for start, part in parts(text) if is_question(part)), 0)


def asks_later(text: str) -> bool:
    """Say whether a part behind the first one plainly asks something."""
    behind = [part for start, part in parts(text) if start]
    return any(part.rstrip().endswith("?") or _ASKS_PLAINLY.search(plain(part)) for part in behind)


def parts(text: str) -> list[tuple[int, str]]:
    """Return each part of a message, as its marks divide it, and where it begins."""
    ends = [0, *(match.end() for match in _ENDS.finditer(text)), len(text)]
    return [(start, text[start:end]) for start, end in pairwise(ends) if start < end]
