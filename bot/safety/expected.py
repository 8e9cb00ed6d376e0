"""A death that is expected has signs like an emergency: "he's end of life and his breathing has gone rattly".

Where the message itself says that dying is expected, their own nursing line comes first, and 999 if it gets worse fast:
the reply to symptoms. Only for these signs, of somebody else, and with no word of anything sudden or done.
"""

import re

from bot.safety.little_said import says_little
from bot.safety.normalise import plain

_NURSE = r"\b(nurses?|doctors?|gps?|sister|hospice|macmillan|consultant|paramedics?|district nurses?)"
_EXPECTED = re.compile(
    r"\b(palliative|end of life|hospice|dying|syringe driver|just in case (meds|medicines?|box|drugs)"
    rf"|{_NURSE} ((has|have|had|just|only|already|always) )*(said|says|say|told (me|us)|tells (me|us)|warned (me|us)"
    r"|reckons?)( (that|to|its|it is|it was|it would be|itd be|thats|this is|that is|this was|all|quite|perfectly|just"
    r"|part of|what))* (expect(ed)?( (it|this|that))?|normal|natural|happens|dying)"
    r"|(nurse|doctor|gp)s? (said|say|says|reckons?) (its |it is )?(hours|days|not long|a matter of))\b"
)
_SIGN = re.compile(
    r"\bbreathing (is|has|s|keeps|sounds)? ?(gone |got |going |all |very |a bit |really )*"
    r"(rattl|bubbl|gurgl|nois|shallow|slow|funny|strange|odd|weird|different|uneven|patchy)"
    r"|\bbreath\w* (is |has |s |keeps |got |gone |going |all |very |just )*(chang\w*|up and down|all over)"
    r"|\b(stops?|stopping|stop) (and|n|then) (starts?|starting)\b|\bbreath\w* .{0,30}\bgaps?\b|\bgaps?\b.{0,30} breath"
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
    r"|taken|taking|gave|given|tablets?|pills?|meds|dose\w*|morphine|oramorph|patch\w*|fell|fallen|fit|fits"
    r"|fitting|seizures?"
    r"|lips|face|tongue|stroke|collapsed|sudden\w*|child\w*|baby|kill\w*|suicid\w*|himself|herself|myself|help|999"
    r"|ambulance|diabet\w*|insulin|sugar|hypo|chemo\w*|temperature|fever|worse|unexpected\w*)\b"
    r"|\bbut (now|its|it is|this|hes|shes|his|her)\b|\bnot (normal|expected|natural)\b|\b(nobody|never|no one)\b"
)
_HAS_DIED = re.compile(
    r"\b(died|dead|passed|pulse|last breath|slipp\w+|peace\w*|all over|(he|she|s|has|is|have) gone(?! (funny"
    r"|strange|odd|weird"
    r"|all|very|a bit|rattl\w*|slow|shallow|different|noisy|quiet|blue|cold|mottled)))\b"
)
MOST_WORDS = 40
_THEIRS = (
    r"(?:his|her|their|(?:mum|dad|nan|gran|grandad)s?"
    r"|(?:my|our) (?:wife|husband|mother|father|partner|mum|dad|nan|gran|grandad|grandma)s?)"
)
_WHEN = (
    r"(?: (?:tonight|today|lately|this (?:morning|evening|week)|overnight|a bit|a lot|slightly"
    r"|over the last \w+ \w+))*"
)
_GOT = r"(?: (?:is|has|s|sounds|seems|looks|been|a bit|slightly|started to|starting to|slowly|just|got|gone|very|all))*"
_CHANGED = re.compile(rf"\b{_THEIRS} breathing{_GOT}(?: (?:chang(?:ed|ing|es?)|different))+{_WHEN}\b")
_DOWNHILL = re.compile(
    rf"\b(?:{_THEIRS}|he|hes|she|shes)(?: (?:is|has|s|just|really|all))* (?:gone|going|went|goes)"
    r" (?:(?:right|very|so|a bit|really) )*(?:downhill|down hill)"
    rf"(?: (?:fast|quickly|rapidly|quick|so|very|and|again|since \w+))*{_WHEN}\b"
)
_SLOWER = re.compile(
    rf"\b{_THEIRS} breathing{_GOT} (?:rattl(?:y|ing)|gurgly|bubbly|nois(?:y|ier)|slow(?:er|ed|ing down)?|shallow(?:er)?"
    rf"|uneven|patchy|up and down){_WHEN}\b"
)
_RATTLES = re.compile(
    r"\b(?:(?:he|hes|she|shes|mums?|dads?|nans?|his|her|chest|throat|has|is|s|been|got|making|makes|made|started"
    r"|starting|keeps|theres|there|a|an|this|that|some|sort of|kind of|sounds?|like|sounding|all|very|bit|slight|awful"
    r"|horrible|funny|wet) )*(?:rattl(?:e|es|ing|y)|gurgl(?:e|es|ing|y)|bubbl(?:ing|y)|crackl(?:e|es|ing|y))"
    rf"(?: (?:noises?|sounds?|in|his|her|the|throat|chest|when|he|she|breathes?|breathing|with|each|every|breath|as"
    rf"|away|at the back of|of))*{_WHEN}\b"
)


def is_slow_change(text: str, *, ill: bool) -> bool:
    """Say whether somebody's breath has changed, and no more; where they are known to be `ill`, whether it rattles."""
    words = " ".join(re.sub(r"[^\w\s]+|\n+", " , ", plain(text).replace("'", "")).split())
    if words.count(" ") > MOST_WORDS or _SOMETHING_ELSE.search(words):
        return False
    rest = _DOWNHILL.sub(" , ", _CHANGED.sub(" , ", words))
    if ill:
        rest = _RATTLES.sub(" , ", _SLOWER.sub(" , ", rest))
    return rest != words and says_little(rest)


def has_died(text: str) -> bool:
    """Say whether the words may tell that it is over, not only of signs."""
    return _HAS_DIED.search(plain(text).replace("'", "")) is not None


def is_expected(text: str) -> bool:
    """Say whether the words tell of signs of dying in somebody whose death they say is expected."""
    words = plain(text).replace("'", "")
    return bool(_EXPECTED.search(words) and _SIGN.search(words)) and not _SOMETHING_ELSE.search(words)
