"""Somebody who cares and is worn out: "I've not slept for weeks", "I'm shattered". It is said of the speaker alone."""

import re

from bot.understanding.commands import plain

_VERY = (
    r"(?:(?:so|just|absolutely|completely|totally|utterly|really|very|that|too|always|dead|bloody"
    r"|fucking|getting|both|all"
    r"|pretty|feeling|physically|mentally|emotionally|beyond|been|constantly|still|now|a bit|more or less) )*"
)
_SPENT = (
    r"(?:tired|exhausted|shattered|knackered|worn out|wornout|drained|burnt out|burned out|burning out|wiped out|wiped"
    r"|done in|all in|on my knees|on our knees|dead on my feet|run ragged|running on empty|at breaking point|at the end"
    r" of my tether|at my wits end|at the end of my rope|frazzled|wrecked|weary|sleep deprived|spent)"
)
_ME = r"(?:im|i am|i feel|i felt|ive been|i have been|i get|i was|were|we are|weve been|im feeling)"
_WORN_OUT = re.compile(
    rf"\b{_ME} {_VERY}{_SPENT}\b|^{_VERY}{_SPENT}\b(?! out)"
    r"|\b(?:ive|i have|i|weve|we) (?:\w+ )?(?:not|havent|hardly|barely|never|no|hadnt|dont|cant"
    r"|cannot|didnt)(?: \w+){0,2}"
    r" (?:slept|sleep|rest|rested|stopped|sat down|had a (?:break|night off|minute|day off|rest)|switch(?:ed)? off)\b"
    r"|\b(?:ive|i have|weve|we have|ive had|havent) (?:had |got )?no (?:sleep|rest|break|let up|respite)\b"
    r"|^(?:no|not (?:any|much)) (?:sleep|rest|let up)(?: (?:for|in|since|again|at all))?\b"
    r"|\b(?:im|ive been|i am|were|weve been|i have been) (?:\w+ )?up (?:all|every|half the"
    r"|most of the|at all hours|each)"
    r"|\b(?:three|two|four|five|six|\d) hours?(?: of)? sleep\b|\b(?:its|caring is|this is) wearing me (?:out|down)\b"
    r"|\b(?:im|i am|were|we are|ive been) (?:really |just |honestly |so |still )*(?:(?:not|barely|hardly|no longer)"
    r" (?:really |even )?(?:coping|managing(?! (?:the|my|his|her|to)\b))"
    r"|struggling to (?:cope|manage))\b"
    r"|\bi (?:just )?(?:cant|cannot) keep (?:going|this up|doing this)\b"
)
_COULD = re.compile(
    r"\bi (?:\w+ ){0,2}could (?:(?:have|of|ve|just|cheerfully|happily|really|bloody) )*(?:(?:kill(?:ed)?|murder(?:ed)?"
    r"|strangled?|throttled?|swing for|swung for|brained?|clobber|swear at|scream at|wring|wrung)"
    r" (?:him|her|them|both of them|the (?:old|silly) \w+|(?:his|her) neck|mum|mam|dad|nan|gran|grandad|my \w+"
    r"|the pair of them)"
    r"(?! (?:and|with)\b)|scream|weep)\b"
)
"""A manner of speaking, at the end of a tether. A wish to kill that is meant, the safety door hears before."""
_NOT_NOW = re.compile(r"\b(?:when|if|not|never) (?:im|i am|i get) |\bused to be\b|\bnot (?:\w+ )?(?:tired|exhausted)\b")
_TELLS_MORE = re.compile(
    r"\b(?:needs?|wants?|wanted|would like|likes|loves?|loved|matters?|important|because|hopes?|wish(?:es)?|prefers?"
    r"|so that|someone to|somebody to|help with|help me)\b"
)
LONGEST = 30
"""Words in which somebody says no more than that; a longer message tells of other things too."""


def is_worn_out(text: str) -> bool:
    """Say whether somebody tells that they are worn out, now."""
    words = plain(text)
    if _COULD.search(words):
        return True
    if _NOT_NOW.search(words):
        return False
    return any(_WORN_OUT.search(plain(part)) for part in re.split(r"[.,;:!?\n]+", text)) or bool(
        _WORN_OUT.search(words)
    )


def tells_more(text: str) -> bool:
    """Say whether words of somebody worn out tell something else as well, that may be the answer to a question."""
    words = plain(text)
    return len(words.split()) > LONGEST or _TELLS_MORE.search(words) is not None
