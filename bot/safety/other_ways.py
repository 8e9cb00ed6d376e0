"""Short replies to a crisis text that ask for another way: from outside England, or where 999 is not wanted.

Somebody at the end of life may have a plan that says who comes instead. It counts only where another is told of, and
only after an emergency that may be illness: whoever speaks of their own harm is told of 999 as before.
"""

import re

from bot.safety.normalise import plain

_NATION = r"(?:england|scotland|wales|northern ireland|n ireland|ireland|ni|the uk|britain|cymru)"
_ELSEWHERE = re.compile(
    r"(?:(?:but|and|sorry|no|yes|well|oh) )*(?:(?:im|i am|we are|were|i live|we live|i|she lives|he lives|its"
    r"|he is|she is|hes|shes"
    r"|that number is|what about|what if (?:im|i am)|and) )*(?:not )*(?:live |living |based |here )*(?:in|from"
    r"|up in|over in|outside|not) "
    rf"{_NATION}(?: (?:though|here|actually|so|now|not england|what now|who do i (?:ring|call)))*"
    rf"|{_NATION}|(?:im |i am |were |we are )?(?:abroad|overseas|not in this country|in another country"
    rf"|in \w+ not england)"
)
_REFUSED = re.compile(
    r"\b(?:dont|do not|doesnt|didnt|not|no|never|wont|without|refus\w+|against|said no|why|rather not|cant|shouldnt)\b"
    r"(?: \w+){0,5} (?:999|ambulances?|paramedics?|hospital|crew|blue lights?|a and e|aande|resus\w*|cpr)\b"
    r"|\b(?:999|ambulance|paramedics?|hospital) (?:\w+ ){0,3}(?:not|wont|isnt|no) (?:\w+ ){0,2}(?:wanted|needed"
    r"|right|what|come|help|use)\b"
)
_PLANNED = re.compile(
    r"\b(?:end of life|dnr|dnar|dnacpr|respect form|palliative|hospice|care plan|advance (?:decision|directive"
    r"|care plan)|living will"
    r"|just in case|dying|expected|last days|stay at home|die at home|be at home|stays? home|left in peace"
    r"|be left|fast track)\b"
)
_OWN = re.compile(
    r"\b(?:i|im|ive|me|my(?! (?:wife|husband|mum|mam|mom|dad|nan|gran|grandad|partner|brother|sister|son"
    r"|daughter|mother|father|friend)))\b"
)
_HARM = re.compile(
    r"\b(?:took|taken|overdos\w*|swallow\w*|cut|hang\w*|kill\w*|jump\w*|hurt|stab\w*|suicid\w*|tried to|pills)\b"
)
_BESIDE = re.compile(r"\bi (?:dont|do not|wont|cant|will not|cannot|think|know|want)\b")
_MOST_WORDS = 25


def is_elsewhere(text: str) -> bool:
    """Say whether a short message says no more than that the writer is in another country than England."""
    return _ELSEWHERE.fullmatch(_words(text)) is not None


def has_another_plan(text: str) -> bool:
    """Say whether 999 is not wanted for somebody else, whose end of life is planned."""
    words = _words(text)
    if len(words.split()) > _MOST_WORDS or _HARM.search(words) or _OWN.search(_BESIDE.sub(" ", words)):
        return False
    return _REFUSED.search(words) is not None and _PLANNED.search(words) is not None


def _words(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]+", " ", plain(text).replace("'", "")).split())
