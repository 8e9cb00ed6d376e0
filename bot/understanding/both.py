"""Words that tell something and end in a question to the chat: "the dog, can dogs go in a hospice?"."""

import re

from bot.understanding.commands import command, plain
from bot.understanding.context import is_question

LEAST_TOLD = 2
"""Words before the question; fewer are "so," or "please,"."""
_ENDS = re.compile(r"[.!?;:,\n–—-]+\s+|\n")
_ONLY_LEADS_UP = re.compile(
    r"(?:(?:hi|hello|hey|thanks|thank you|thankyou|please|sorry|ok|okay|yes|no|right|well|so|um|er|oh|just|quick|i|im"
    r"|to|ask|wondering|wonder|know|a|one|question|another|thing|for|you|that|can|have|want|wanted|would|like)\s?)+"
)
"""Manners and "I just want to ask" tell nothing."""


def tells_too(text: str) -> bool:
    """Say whether words that ask something also tell something first, which may be the answer to an open question."""
    if command(text) is not None:
        return False
    before, found = _before_the_question(text)
    words = plain(before)
    return found and len(words.split()) >= LEAST_TOLD and not _ONLY_LEADS_UP.fullmatch(words)


def _before_the_question(text: str) -> tuple[str, bool]:
    """Return what stands before the first part that asks something, and whether something stands there."""
    start = 0
    for end in [*(match.end() for match in _ENDS.finditer(text)), len(text)]:
        if is_question(text[start:end]):
            return text[:start], start > 0
        start = end
    return "", False
