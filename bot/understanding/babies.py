"""What is said of a baby: a loss early in pregnancy in the person's own word, and a baby who may not live."""

import re

from bot.understanding.commands import plain

_A_BABY = re.compile(
    r"\b(?:bab(?:y|ys|ies)|bairn|newborn|infant|stillb\w+|son|daughter|little (?:boy|girl|one)|twins?|boys?|girls?"
    r"|born (?:still|asleep|sleeping))\b"
)
_EARLY = (
    ("miscarriage", re.compile(r"\bmiscarr\w*")),
    ("ectopic", re.compile(r"\bectopic\b")),
    (
        "ended",
        re.compile(
            r"\b(?:termination|terminated|tfmr|abortion|end(?:ed|ing)? (?:the|my|our|a) pregnancy|medical reasons)\b"
        ),
    ),
    (
        "lost",
        re.compile(
            r"\b(?:lost|losing|loss of) (?:it|(?:the|my|our|a) (?:\w+ )?pregnancy)\b"
            r"|\blost (?:\w+ ){0,3}at (?:\w+ ){1,3}weeks\b"
            r"|\bpregnancy (?:\w+ )?loss\b|\b(?:molar pregnancy|chemical pregnancy|pregnancy ended)\b"
        ),
    ),
)
_EXPECTING = re.compile(
    r"\bpregnan\w*\b|\b\d{1,2} ?(?:weeks|wks|weeker)\b(?! (?:to|left|ago|of treatment))|\b(?:twenty"
    r"|thirty|forty)\b.*\bweeks\b"
    r"|\b(?:unborn|foetus|fetus|womb|bump|midwi\w+|maternity|antenatal|anomaly scan|20 week scan|due in \w+|expecting a"
    r"|amnio\w*|nicu|neonatal|special care baby)\b|\b(?:my|our|the|a|this|her|his) (?:\w+ )?(?:baby"
    r"|babies|twins?|newborn)\b|^bab(?:y|ys|ies)\b"
    r"|\b(?:at|after|before|from) birth\b|\bonce (?:he|she|they|it)s? (?:is |are )?born\b|\bborn alive\b"
)
_WONT_LIVE = re.compile(
    r"\b(?:wont|will not|not going to|isnt going to|may not|might not|not expected to|cant"
    r"|unlikely to|doubt(?:ful)? (?:\w+ )?will)"
    r" (?:\w+ )?(?:live|survive|make it|last|be born alive|come home|grow up)\b|\b(?:incompatible"
    r"|not compatible) with life\b"
    r"|\blife (?:limiting|limited|shortening)\b|\b(?:fatal|lethal|terminal|palliative"
    r"|nothing they can do|not viable|no chance)\b"
    r"|\b(?:edwards|pataus?|anencephaly|trisomy (?:13|18)|potters|hypoplastic)\b"
    r"|\b(?:going to|will|might|may) die\b|\bis dying\b|\bs dying\b|\b(?:only )?(?:live|lives|have"
    r"|has|get) (?:\w+ ){0,4}(?:minutes|hours|days)\b"
    r"|\bscan (?:\w+ ){0,3}(?:bad|awful|terrible|not good|wasnt good|worrying|serious|showed|found|wrong|abnormal)\b"
    r"|\b(?:bad|awful|terrible|worrying|abnormal) (?:\w+ )?(?:scan|news at (?:the|our|my) scan)\b"
    r"|\b(?:something|theres|is something|things?) (?:\w+ ){0,2}wrong (?:with|on|at)\b"
    r"|\b(?:seriously|severely|very) (?:ill|poorly|unwell)\b|\bso poorly\b"
)
_IS_OVER = re.compile(
    r"\b(?:died|dead|stillb\w+|miscarr\w*|lost|no heartbeat|born (?:asleep|sleeping)|ectopic|funeral|ago)\b"
    r"|\b(?:terminated|tfmr)\b"
)
_OF_OTHERS = re.compile(
    r"\bmy (?:mum|dad|mother|father|husband|wife|partner|nan|gran|grandad|brother|sister|friend|aunt"
    r"|uncle)(?: \w+){0,2}"
    r" (?:is|has|s|wont|might|may|will)\b|\bbaby (?:brother|sister|of the family)\b|\bwhile (?:im|i am) pregnant\b"
)
LONGEST = 40
_WEEKS = re.compile(r"\b(\d{1,2}) ?(?:weeks|wks|weeker)\b(?! (?:ago|old|later|after|since))")
VIABLE = 24
"""Weeks from which the law speaks of a stillbirth."""


def early_loss(text: str) -> str | None:
    """Return how somebody speaks of a pregnancy that ended (a value of `Early`), or None where they"
    " say baby, or nothing of it.
    """
    words = plain(text)
    if _A_BABY.search(words):
        return None
    return next((how for how, shape in _EARLY if shape.search(words)), None)


def before_24_weeks(text: str) -> bool:
    """Say whether a pregnancy is told of by its weeks, and they are fewer than 24: "we lost our baby at 9 weeks"."""
    weeks = [int(number) for number in _WEEKS.findall(plain(text))]
    return bool(weeks) and max(weeks) < VIABLE


def says_baby(text: str) -> bool:
    """Say whether the words name a baby as one."""
    return _A_BABY.search(plain(text)) is not None


def expects(text: str) -> bool:
    """Say whether the words are of a baby who is not born yet, or of a birth."""
    return _EXPECTING.search(plain(text)) is not None


def may_not_live(text: str) -> bool:
    """Say whether the words tell of a baby, born or not, who may not live: "I'm 20 weeks and the scan was bad"."""
    words = plain(text)
    if (
        len(words.split()) > LONGEST
        or text.rstrip().endswith("?")
        or _IS_OVER.search(words)
        or _OF_OTHERS.search(words)
    ):
        return False
    return bool(_EXPECTING.search(words) and _WONT_LIVE.search(words))
