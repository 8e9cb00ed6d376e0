"""Grief that comes up while somebody works at something else: short, and said of now. A longer message is an answer.

So it is with a death that is told as news: "my wife died in March", not "how it was when my wife died".
"""

import re

from bot.understanding.answers import door, names_kin
from bot.understanding.commands import plain

LONGEST = 16
_SURFACES = re.compile(
    r"\b(?:cant|cannot|couldnt|could not|wont) stop (?:crying|weeping|sobbing)\b"
    r"|\b(?:im|i am|ive been|i keep|i just keep|just|started|i started|sat here|sitting here) (?:just |only )?"
    r"(?:crying|weeping|sobbing|in tears|welling up|in (?:absolute )?bits)\b"
    r"|\b(?:makes|made|making|its making|has made|got) me (?:cry|weep|sob|well up|in tears)\b"
    r"|\bin (?:floods of )?tears\b"
    r"|\bi(?: already| really| just| still)* miss (?:him|her|them|my \w+) (?:so (?:much|badly)|already|terribly"
    r"|dreadfully|every (?:day|minute))\b|^i(?: already| really| just| still)* miss (?:him|her|them)(?: so)?(?: now)?$"
    r"|\b(?:breaks|breaking|broke) my heart\b|\bmy heart is breaking\b"
    r"|\b(?:cant|cannot) bear (?:it|this|to (?:think|lose)|losing|the thought)\b"
    r"|\b(?:dont|do not) know (?:how|what) (?:ill|i will|im going to|i am going to|to|i can|id)"
    r" (?:\w+ )?without (?:him|her|them)\b"
)


def surfaces(text: str) -> bool:
    """Say whether these words tell of grief that comes up now: "I can't stop crying", "I miss him so much already"."""
    words = plain(text)
    return len(words.split()) <= LONGEST and _SURFACES.search(words) is not None


_NO_NEWS = re.compile(
    r"\b(when|where|how|why|because|cos|since|before|after|like|as|if|that|who|which|what|until|till|want|wish|hope"
    r"|matters?|day|year|time|not|never|nearly|almost)\b"
)
_DIED = re.compile(r"\b(died|passed|is dead|dead|lost|killed|took|ended|hanged|stillborn|miscarriage)\b")


def tells_of_a_death(text: str) -> bool:
    """Say whether the words tell that somebody close has died, and little else."""
    words = plain(text)
    died = _DIED.search(words)
    if died is None or len(words.split()) > LONGEST or _NO_NEWS.search(words[: died.start()]):
        return False
    return names_kin(text) and door(text) == "grieving" and not text.rstrip().endswith("?")
