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


LONGEST_FEAR = 12
_FEAR = re.compile(
    r"\b(?:im|i am|ive been|i feel|i get|im so|im just|thats|its) (?:(?:so|too|really|just|very|all|still|absolutely"
    r"|quite|a bit|that|more) )*"
    r"(?:scared|frightened|terrified|petrified|afraid|panicking|in a panic|dreading|scary|frightening|terrifying)\b"
    r"|\b(?:scares|frightens|terrifies|scaring|frightening|terrifying) me\b"
    r"|\bi(?: just| really)* (?:(?:cant|cannot) face|dread)\b"
)
_NO_FEAR = re.compile(
    r"\b(?:not|never|isnt|less|if|when|unless|in case) (?:\w+ ){0,2}(?:scared|frightened|afraid|too)\b"
)


def fears(text: str) -> bool:
    """Say whether these words tell of fear that is there now, and little else: "I'm frightened of it all"."""
    words = plain(text)
    return len(words.split()) <= LONGEST_FEAR and _FEAR.search(words) is not None and not _NO_FEAR.search(words)


LONGEST_LAMENT = 16
_LAMENTS = re.compile(
    r"\b(?:its|it is|thats|that is|this is|lifes|life is|how is (?:this|it)|none of (?:it|this) is)"
    r" (?:(?:just|so|really|bloody|fucking|all|not|isnt|never|hardly|totally|very) )*(?:fair|unfair|cruel)\b"
    r"|\b(?:aint|isnt|not) (?:bloody |even )?fair\b"
    r"|^(?:(?:oh|god|but|and|just) )*why (?:me|us|him|her|now|did (?:it|this) have to)\b"
    r"|\bwhat (?:have|did) (?:i|we|he|she) (?:ever )?(?:do|done) to deserve\b"
    r"|\bi (?:really |just |still )?(?:dont|do not) want to (?:die|go|leave (?:them|him|her|you|my \w+))"
    r"(?: (?:yet|now|so soon|at all))*$|\b(?:not|im not|never) ready to (?:die|go|lose)\b"
    r"|\b(?:thought|hoped) (?:i|we)(?:d| would| had| had got)? (?:have |had )?(?:\w+ )?(?:more time|longer|years)\b"
    r"|\bhad (?:so many|such|all these|all those|so much) (?:plans|to do|left)\b"
    r"|\b(?:ive|we|weve|id|i had|he|hes|she|shes)(?: have| has| had|d)? only just (?:retired|married|met|moved|bought"
    r"|had|become|got)\b"
)


_ONLY_FEARS = re.compile(
    r"(?:(?:oh|god|and|but|well|to be honest|honestly|i think|i guess|because|cos|just) )*"
    r"(?:im|i am|ive been|i feel|i get|feeling|i just feel) (?:(?:so|too|really|just|very|all|still|absolutely|quite"
    r"|a bit|bloody|feeling|getting) )*(?:scared|frightened|terrified|petrified|afraid|panicking|panicky|in a panic)"
    r"(?: (?:now|really|to be honest|of (?:it|this|everything|it all|all (?:of )?(?:it|this))|all the time|tonight"
    r"|and (?:alone|lonely|confused|lost)|sorry))*"
)


def only_fears(text: str) -> bool:
    """Say whether these words tell of fear, and not of what: "I'm scared". Of what is an answer."""
    return _ONLY_FEARS.fullmatch(plain(text)) is not None


def laments(text: str) -> bool:
    """Say whether these words cry out at what is happening, and little else: "it's not fair", "why me"."""
    words = plain(text)
    return len(words.split()) <= LONGEST_LAMENT and _LAMENTS.search(words) is not None


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
