"""Bad news that is told as news: a diagnosis, how long there is. It is heard, and is nobody's answer to what matters.

With a wish in it, or a reason, it is an answer: "to die at home", "because she has cancer".
"""

import re

from bot.model.kin import KIN
from bot.understanding.answers import ILLNESS
from bot.understanding.commands import plain

LONGEST = 18
_LEADS = re.compile(
    rf"(?:(?:i|im|ive|we|weve|he|she|hes|shes|they|theyve|its|it|sorry|hi|hello|hey|well|ok|so|just|only|not)\b"
    rf"|(?:(?:my|our) )?(?:{KIN})s?\b|(?:days|weeks|months)\b)"
)
"""How a part of it begins that is no news by itself: it is of somebody, not of something that matters."""
_BODY = (
    r"(?:liver|lungs?|bones?|brain|spine|pancreas|bowels?|stomach|kidneys?|blood|breasts?|prostate"
    r"|ovar(?:y|ies)|throat|skin"
    r"|lymph|glands?|bladder|neck|head|womb|oesophagus|hip|back|chest|everywhere)"
)
_MY = r"(?:my|his|her|the|our|their|both)"
_STAFF = (
    r"(?:they|theyve|doctors?|consultant|gp|oncologist|hospital|surgeon|specialist|scans?|biops\w+|mri"
    r"|tests?|results?|he|she|nurse)"
)
_NEWS = re.compile(
    rf"\b(?:have|has|got|ive|weve|hes got|shes got|diagnosed with|its|it is|told|is"
    rf"|stage \w+) (?:(?:\w+) ){{0,4}}(?:{ILLNESS})\b"
    r"|\bdiagnos(?:ed|is)\b|\bstage (?:4|four|iv|3|three)\b|\b(?:terminal|incurable|inoperable|palliative)\b"
    rf"|\b(?:found|seen|spotted|its|it is|is|spread|gone) (?:\w+ ){{0,3}}(?:in|to|into|on|all over) {_MY} {_BODY}\b"
    rf"|\b{_STAFF} (?:\w+ ){{0,2}}(?:found|spotted|saw|seen) (?:\w+ ){{0,2}}(?:it|lump|tumours?|shadow"
    rf"|mass|something|more|spots?)\b"
    r"|\b(?:its|it has|has|cancers|the cancer has) (?:now |all )?(?:spread|come back|came back|grown"
    r"|metastasi[sz]ed)\b|\bits back\b"
    r"|\b(?:days|weeks|months|a year|not long|long|time|hours) (?:left|to live|to go|at most|at best)\b"
    r"|^(?:days|weeks|months|hours)(?: maybe| now| at most)*$"
    r"|\b(?:given|gave|got|has|have|only) (?:me |him |her |us |them |only |about |just "
    r"|maybe )*(?:\w+ ){0,3}(?:weeks|months|days)$"
    r"|\bnothing (?:more|else|further|left)? ?(?:that )?(?:they|the doctors|anyone|can"
    r"|to) (?:\w+ )?(?:do|be done|try)\b"
    r"|\bno more (?:treatment|chemo|options)\b|\b(?:stopp?(?:ed|ing)) (?:the |my |his |her )?(?:treatment|chemo)\b"
    r"|\b(?:treatment|chemo|it) (?:hasnt|didnt|isnt|has not|did not) work(?:ed|ing)?\b"
    r"|\b(?:is|are|am|im|hes|shes|theyre|were|\w+s) (?:(?:now|really|actually|going to be"
    r"|slowly) )*dying\b(?! (?:at|in|with|to|for|wish))"
    r"|\b(?:im|i am|hes|shes|he is|she is|\w+s|is) (?:not )?going to die\b|\b(?:im|we are|were"
    r"|i am) losing (?:him|her|them|my \w+)\b"
    r"|\b(?:wont|isnt going to|not going to) (?:make it|get better|recover|see (?:christmas|summer|spring|the year))\b"
)
_NO_NEWS = re.compile(
    r"\b(?:wants?|wanted|wish\w*|hop(?:e|es|ing)|likes?|loves?|loved|matters?|important|prefers?"
    r"|needs?|enjoys?|would|id|if|when"
    r"|because|cos|so that|until|till|before|after|without|even though|although|being|having|knowing"
    r"|afraid|scared|how|why"
    r"|what|where|who|which|never|nobody|died|dead|volunteer\w*|help\w*)\b"
)


def is_bad_news(text: str) -> bool:
    """Say whether the words tell no more than bad news: "I've got MND", "they found it in my liver"."""
    words = plain(text)
    if len(words.split()) > LONGEST or text.rstrip().endswith("?") or _NO_NEWS.search(words):
        return False
    parts = [part for part in map(plain, re.split(r"[.,;!\n]+", text)) if part]
    return _NEWS.search(words) is not None and all(_NEWS.search(part) or _LEADS.match(part) for part in parts)


_NOW = r"(?: (?:any ?more|now|today|right now|at all|alone|on my own|much longer|sorry|at the moment))*"
_NOT_COPING = (
    r"(?:im|i am|ive been|i feel im|i dont think im|were|we are) (?:really |just |still |so |honestly |all )*"
    r"(?:(?:not|barely|hardly|scarcely|no longer|never) (?:really |even |actually )?(?:coping|managing)"
    r"(?: (?:very |so |too |at all )?(?:well|good))?|coping (?:badly|terribly)|struggling(?: to cope| to manage)?"
    r"|(?:not|far from) (?:doing )?(?:so |very |too |really )?(?:ok|okay|all ?right|good|well|great))"
    r"(?: (?:with (?:it all|all (?:of )?(?:this|it)|any of (?:this|it)|everything|it|this)|badly|a lot|so much|really"
    r"|to be honest|tbh|you know))*"
)
_PAIN = re.compile(
    r"(?:(?:oh|god|sorry|no|ok|honestly|please|but|i think|just|look) )*"
    r"(?:i (?:just |really |honestly )?(?:cant|cannot|can not|dont think i can"
    r"|do not think i can)(?: (?:really|even|just))?"
    r"(?: (?:do (?:this|it|any of this)|cope(?: with (?:this|it|any of it))?|face (?:it|this)|bear (?:it|this)"
    r"|handle (?:it|this)|deal with (?:it|this)|take (?:it|this|any more|much more)|stand (?:it|this)"
    r"|breathe for crying))?"
    r"|(?:(?:its|this is|it is|everything is|im|i am) )?(?:all )?(?:too much(?: for me)?"
    r"|falling apart|in bits|in pieces"
    rf"|heartbroken|lost without (?:him|her|them)|devastated|broken)|{_NOT_COPING}){_NOW}"
)


def is_pain(text: str) -> bool:
    """Say whether the words are of nothing but pain: "I can't do this", "it's all too much"."""
    return _PAIN.fullmatch(plain(text)) is not None
