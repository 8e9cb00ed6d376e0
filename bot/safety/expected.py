"""A death that is expected has signs like an emergency: "he's end of life and his breathing has gone rattly".

Where the message itself says that dying is expected, their own nursing line comes first, and 999 if it gets worse fast:
the reply to symptoms. Only for these signs, of somebody else, and with no word of anything sudden or done.
"""

import re

from bot.safety.normalise import plain

_EXPECTED = re.compile(
    r"\b(palliative|end of life|hospice|dying|syringe driver|just in case (meds|medicines?|box|drugs)"
    r"|(nurse|doctor|gp)s? (said|say|says|reckons?) (its |it is )?(hours|days|not long|a matter of))\b"
)
_SIGN = re.compile(
    r"\bbreathing (is|has|s|keeps|sounds)? ?(gone |got |going |all |very |a bit |really )*"
    r"(rattl|bubbl|gurgl|nois|shallow|slow)"
    r"|\brattl(y|ing|e|es)\b"
    r"|\b(hands|feet|fingers|knees|legs|toes) (have |has |are |is |gone |going |all |turned |turning )*"
    r"(blue|purple|mottled|grey|cold)\b"
    r"|\b(stopped|not|isnt|hasnt been) (eating|drinking)\b"
    r"|\b(isnt|is not|not|s not) (waking|rousing)( up)?\b|\b(wont|will not|doesnt|does not) wake( up)?\b"
)
_SOMETHING_ELSE = re.compile(
    r"\b(im|i am|i have|ive|my (own )?(breath\w*|hands|feet|legs|chest)"
    r"|(cant|cannot|can not) (get \w+ |catch \w+ )?breath\w*"
    r"|(not|stopped|isnt) breathing|chok\w*|gasping|struggl\w*|fighting|bleed\w*|blood|pain|overdose\w*|took"
    r"|taken|taking|gave|given|tablets?|pills?|meds|dose\w*|morphine|oramorph|patch\w*|fell|fallen|fit|fits|fitting|seizures?"
    r"|lips|face|tongue|stroke|collapsed|sudden\w*|child\w*|baby|kill\w*|suicid\w*|himself|herself|myself|help|999"
    r"|ambulance|diabet\w*|insulin|sugar|hypo|chemo\w*|temperature|fever)\b"
)


def is_expected(text: str) -> bool:
    """Say whether the words tell of signs of dying in somebody whose death they say is expected."""
    words = plain(text).replace("'", "")
    return bool(_EXPECTED.search(words) and _SIGN.search(words)) and not _SOMETHING_ELSE.search(words)
