"""Words that tell something new, where only a choice or a yes is asked for: what may become a line of its own."""

import re

from bot.understanding.answers import nods
from bot.understanding.asking import is_question, parts
from bot.understanding.commands import command, plain

FEWEST = 3
_OF_THE_ACT = re.compile(
    r"^(?:yes|yeah|yep|no|nope|nah|ok|okay|maybe|perhaps|wait|hang on|hold on|sure|right|fine|sorry|hello|hi)\b"
    r"|\b(?:keep\w*|kept|sav(?:e|ed|ing)|delet\w+|draft|copy|copies|summary|button|press\w*|pressed|click\w*|shar(?:e"
    r"|ed|ing)|store\w*|undo|mistake|consent\w*|agree\w*|maybe|perhaps|sure|decid\w+|line|lines"
    r"|screen|wrong|says? (?:yes|no))\b"
)
"""Words about what is asked, or about the draft itself."""
_POINTS = re.compile(r"^(?:the|that) (?:one|bit|part)s? (?:about|with|of|where|on)\b")
"""Words that point at a line, which may not be there."""
_JOINS = re.compile(r"^(?:and|but|also|oh|so|because|cos|by the way|btw)[\s,]+", re.IGNORECASE)
_TO_PUT = re.compile(
    r"[\s,.;!–-]*(?:(?:please|can you|could you|and|so|you can|also|just)\s+)*"
    r"(?:put|add|write|get)\s+(?:that|it|this)(?:\s+(?:one|bit|line))?\s+(?:in|down|on)"
    r"(?:[\s,]+(?:please|thanks|too|as well|there|for me))*[\s.!]*$",
    re.IGNORECASE,
)


def is_new(text: str) -> bool:
    """Say whether the words tell something of their own, and ask and answer nothing: "I want to see the sea"."""
    words = plain(text)
    if len(words.split()) < FEWEST or is_question(text) or nods(text) or command(text) is not None:
        return False
    return _OF_THE_ACT.search(words) is None and _POINTS.match(words) is None


def told_beside(text: str) -> tuple[str, bool]:
    """Return what is told in a message that also asks something, and whether it asks to have that put down; else ""."""
    asks = any(is_question(part) for _, part in parts(text))
    told = [part.strip() for _, part in parts(text) if not is_question(part)] if asks else []
    put = bool(told) and any(_TO_PUT.search(part) for part in told)
    told = [_TO_PUT.sub("", _JOINS.sub("", part)).strip(" ,;") for part in told]
    told = [part for part in told if part and (put or is_new(part))]
    return " ".join(told), put
