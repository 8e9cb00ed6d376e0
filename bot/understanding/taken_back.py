"""An earlier answer of a plan taken back while another is asked for: "actually at hers", "not my kitchen the cafe".

Only whole messages that are no more than that; which part of the plan they change is for the stage to see.
"""

import re

from bot.model.kin import KIN
from bot.understanding.commands import plain
from bot.understanding.given_names import name_alone

_HALT = r"(?:oh|ah|um|er|hmm|well|ok|okay|right|hang on|hold on|but|and|so)\b[\s,.!:-]*"
_TAKES_BACK = (
    r"(?:no|nope|nah|actually|sorry|wait|scrap that|change that|forget that|not (?:there|then|that)|second thoughts"
    r"|on second thoughts?|(?:i['’]?ve |i have )?changed my mind|(?:i['’]?d |i would )?(?:rather|prefer)|better"
    r"|make it|make that|let['’]?s (?:say|do|make it))\b[\s,.!:;-]*"
)
_LED = re.compile(rf"\s*(?P<lead>(?:(?:{_HALT})*{_TAKES_BACK})+)(?P<words>\S.*?)[\s.!]*", re.IGNORECASE | re.DOTALL)
_FOLLOWED = re.compile(
    rf"\s*(?:{_HALT})*(?P<words>\S.*?)[\s,]+"
    r"(?:instead|after all|(?:would|might|will|could) be (?:better|easier|nicer)|is (?:better|easier))[\s.!]*",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = re.compile(
    r"[\s,]+(?:instead|after all|please|sorry|then|(?:would|might) be (?:better|easier)|is better)\s*$", re.IGNORECASE
)
_NOT = re.compile(
    rf"\s*(?:(?:{_HALT})|(?:no|actually|sorry|wait)\b[\s,.!-]*)*not\s+(?P<rest>\S.*?)[\s.!]*", re.IGNORECASE | re.DOTALL
)
_JOINS = re.compile(r"(?:but|its|it['’]s|make it|rather)\s+", re.IGNORECASE)
_ONLY_NO = re.compile(r"(?:(?:no|nope|nah)[\s,.!]*)+", re.IGNORECASE)
_SMALL = frozenset({"in", "at", "on", "the", "my", "a", "an", "with", "by", "our", "her", "his", "to", "about"})

_NOUN = (
    r"(?:caf[eé]|caff|coffee shop|tea ?room|pub|park|garden|kitchen|house|flat|bungalow|caravan|lounge|sitting room"
    r"|living room|front room|dining room|bedroom|day room|conservatory|shed|allotment|greenhouse|porch|patio|car|van"
    r"|beach|church|chapel|mosque|temple|synagogue|hospice|hospital|ward|bench|library|room|office|restaurant|club|farm"
    r"|woods?|pier|harbour|hotel|care home|day centre|surgery|place|hall|bingo|canal|river|lake|fields?)"
)
_AT = r"(?:in|at|on|by|round|down|over at|outside|inside|near|up at|over)"
_WHOSE = r"(?:the|my|our|his|her|their|a|that|this|your)"
_HERS = rf"(?:mine|ours|hers|his|theirs|yours|(?:(?:my|our|his|her) )?(?:{KIN})s(?: (?:house|place|flat))?)"
_PLACE = re.compile(
    rf"(?:{_AT} )?{_WHOSE} (?:\w+ ){{0,2}}{_NOUN}(?: {_AT} (?:\w+ ){{0,2}}\w+)?|{_AT} {_NOUN}"
    rf"|(?:(?:at|round|over at) )?{_HERS}|(?:at )?home|outside|indoors"
    r"|(?:(?:at|round|over at) )(?P<name>\w+)s(?: (?:house|place|flat))?"
)
_KIN = re.compile(
    rf"(?:with |to )?(?:(?:my|our|the|a) (?:\w+ )?)?(?:{KIN}|carer|nurse|doctor|vicar|priest"
    r"|social worker)(?P<name> \w+)?"
    r"|our(?P<called> \w+)"
)


MOST_WORDS = 16


def taken_back(text: str) -> str:
    """Return what is to stand instead of an earlier answer, as typed ("at hers" of "actually at hers"); else ""."""
    if text.rstrip().endswith("?") or len(text.split()) > MOST_WORDS:
        return ""
    found = _LED.fullmatch(text) or _FOLLOWED.fullmatch(text)
    return _ENDS.sub("", found["words"]).strip(" ,;") if found else ""


def may_only_be_no(text: str) -> bool:
    """Say whether nothing but a no leads in to the words: "no Tom" may say who is not to come."""
    found = _LED.fullmatch(text)
    return found is not None and _ONLY_NO.fullmatch(found["lead"].strip()) is not None


def instead_of(text: str, before: str) -> str:
    """Return what is to stand instead of `before`, where the words turn that down and go on: "not X Y"; else ""."""
    found = None if text.rstrip().endswith("?") or len(text.split()) > MOST_WORDS else _NOT.fullmatch(text)
    if found is None:
        return ""
    words, held = found["rest"].split(), set(plain(before).split())
    for end in range(len(words) - 1, 0, -1):
        turned_down = set(plain(" ".join(words[:end])).split())
        if turned_down - _SMALL and turned_down - _SMALL <= held and words[end - 1].casefold() not in _SMALL:
            return _JOINS.sub("", " ".join(words[end:])).strip(" ,;")
    return ""


def names_a_place(words: str) -> bool:
    """Say whether words are a place and no more: "the cafe", "at hers", "round my sister's"."""
    found = _PLACE.fullmatch(plain(words))
    return found is not None and (found["name"] is None or bool(name_alone(found["name"])))


def names_one_person(words: str, *, by_name: bool = True) -> bool:
    """Say whether words name a person and no more: "my brother", "our Tom"; "Tom" alone where it may be a name."""
    found = _KIN.fullmatch(plain(words))
    if found:
        name = (found["name"] or found["called"] or "").strip()
        typed = re.search(rf"\b{name}\b", words, re.IGNORECASE) if name else None
        return not name or bool(name_alone(name)) or bool(typed and typed[0][:1].isupper())
    return by_name and bool(name_alone(words))
