"""Words that tell something and end in a question to the chat: "the dog, can dogs go in a hospice?"."""

import re

from bot.understanding.asking import where_it_asks
from bot.understanding.commands import command, plain
from bot.understanding.to_the_chat import asked_again

LEAST_TOLD = 2
"""Words before the question; fewer are "so," or "please,"."""
_ONLY_LEADS_UP = re.compile(
    r"(?:(?:hi|hello|hey|thanks|thank you|thankyou|please|sorry|ok|okay|yes|no|right|well|so|um|er|oh|just|quick|i|im"
    r"|christ|god|jesus|hang on|hold on|wait|to|ask|wondering|wonder|know|a|one|question|another|thing|for|you|that"
    r"|can|have|want|wanted|would|like)\s?)+"
)
"""Manners and "I just want to ask" tell nothing."""


def tells_too(text: str) -> bool:
    """Say whether words that ask something also tell something first, which may be the answer to an open question."""
    if command(text) is not None or asked_again(text) is not None:
        return False
    start = where_it_asks(text)
    words = plain(text[:start])
    return start > 0 and len(words.split()) >= LEAST_TOLD and not _ONLY_LEADS_UP.fullmatch(words)


def what_is_asked(text: str) -> str:
    """Return the words from the first part that asks something, without what was told before it."""
    return text[where_it_asks(text) :]
