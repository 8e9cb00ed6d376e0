"""What the language model guesses to be fear, and is only how somebody lives: "I use a ventilator at night"."""

import re

from bot.model.kin import CALLED, KIN
from bot.understanding.commands import plain

_WHO = rf"(?:i|im|ive|he|hes|she|shes|we|(?:{CALLED})s?|(?:my|our) (?:{KIN})s?)"
_DEVICE = (
    r"(?:ventilator|bipap|cpap|niv|nippy|mask|oxygen|nebuliser|inhaler|breathing machine|breathing mask"
    r"|feeding tube|peg"
    r"|suction machine|cough assist|hoist|wheelchair|walking frame|zimmer|stick|catheter|stoma|stoma bag|riser chair"
    r"|hospital bed|pendant|eye gaze|communication aid|syringe driver)"
)
_WHEN = (
    r"(?: (?:at|by|every|each|most|all|during|through|in|for|the|my|of|now|when|i|sleep|go|out|night|nights|day"
    r"|days|time"
    r"|home|to|breathe|eat|talk|get|about|around|and|these|an|hour|hours|\d+|few|as well|too|up|with|on|in"
    r"|out of|bed|transfer|move))*"
)
_HAS = re.compile(
    rf"{_WHO} (?:(?:just|now|also|already|have|has|is|am|been|to|got) )*(?:use|uses|using|wear|wears|wearing"
    rf"|sleep with"
    rf"|sleeps with|on|put on|need|needs)? ?(?:a|an|my|his|her|the|some)? ?(?:home |portable |electric |breathing )*"
    rf"{_DEVICE}{_WHEN}"
)
_LAUGHS = re.compile(r"\b(?:laugh\w*|giggl\w*|in stitches|in hysterics)\b")
_AFRAID = re.compile(
    r"\b(?:scar\w*|afraid|fear\w*|fright\w*|terrif\w*|worr\w*|panic\w*|dread\w*|anxious|nervous|what if|cant"
    r"|cannot|not|no"
    r"|never|stop\w*|fail\w*|die|dying|hate\w*)\b"
)


def tells_of_no_fear(text: str) -> bool:
    """Say whether words only tell what somebody uses from day to day, or how they laughed."""
    words = plain(text)
    return not _AFRAID.search(words) and bool(_HAS.fullmatch(words) or _LAUGHS.search(words))
