"""Whose words a helper is here to write down, where the words tell that and nothing else: "helping Stan write his"."""

import re
from typing import NamedTuple

from bot.model.kin import CALLED, KIN
from bot.understanding.commands import plain
from bot.understanding.given_names import name_alone

_OWN = r"(?:(?:(?P<mine>my|our)|the|an?) )?"
_CARES = (
    r"(?:volunteer|nurse|carer|befriender|chaplain|(?:social|support|care|key|link|family) ?worker|hca|helper"
    r"|(?:health ?care|care|nursing) assistant|student(?: nurse)?|home help|keyworker|physio|ot|occupational therapist"
    r"|vicar|priest|imam|manager)"
)
_ROLE = rf"(?:{_CARES}|{KIN}|grandson|granddaughter|grandchild|daughter in law|son in law)"
_HELPER = (
    r"(?:(?:(?:im|i am|its|this is|hi im|here as) (?:just |only |also )*(?:an? |the |one of the |his |her |their )?"
    rf"(?:\w+ ){{0,2}}?{_ROLE}|i work(?= (?:at|in|for|with)\b))"
    r"(?: (?:at|in|from|with|for) (?:the |a )?\w+(?: \w+){0,2}?)?(?: (?:and|here))*)"
)
_LEAD = rf"(?:(?:hi|hello|hiya|good (?:morning|afternoon|evening)|there|ok|so|well|yes|{_HELPER}) )*"
_I_HELP = (
    r"(?:(?:im|i am|ill be|were|we are|i|here to|and|to|just|want to|need to|going to|ive been asked to|asked to) )*"
    r"(?:help|helping|support|supporting|assist|assisting|sit|sitting with|sat with|with)"
)
_SOMEBODY = (
    rf"(?:{_OWN}(?:\w+ ){{0,2}}?"
    rf"(?P<kin>{KIN}|{CALLED}|patients?|resident|neighbour|friend|lady|man|gentleman|woman|client|somebody|someone)"
    r"(?: (?:called|named) (?P<called>\w+)| (?P<after>(?!to\b|and\b|who\b|write\b|fill\b|type\b)\w+))?"
    r"|(?P<name>(?:(?:mr|mrs|miss|ms|dr) )?(?!(?:me|myself|us|you|with|my|our|to|him|her|them)\b)\w+)"
    r"|him|her|them)"
)
_WRITES = (
    r"(?:(?:to|and|who wants to|who would like to|wants to|im|ill|i will|i am) )*"
    r"(?:write|writing|fill|filling|type|typing|do|doing|put|get)"
    r"(?: (?:his|hers|theirs|her|their|it|this|that|things|down|in|out|up|about|me|what|matters|one|of|these|for|him"
    r"|them|to|wishes|summary|own|words))*"
)
_END = r"(?: (?:please|today|now|thanks|thank you))*"
_SHAPE = re.compile(rf"{_LEAD}{_I_HELP} {_SOMEBODY} {_WRITES}{_END}")
_COMES_IN = re.compile(
    rf"{_LEAD}(?:im|i am|were|we are|here)(?: (?:here|just|only|also))* "
    rf"(?:to help|helping|supporting|assisting|sitting with|sat with|typing for|writing for|with) {_SOMEBODY}{_END}"
)
_IS_THE_HELPER = re.compile(
    rf"(?:(?:hi|hello|hiya|ok|so|well|yes) )*(?:im|i am|this is|its) (?:just |only )*(?:\w+ )?"
    rf"(?:(?:his|her|their) (?:\w+ )?{_ROLE}|(?:an? |the )(?:\w+ )?{_CARES})"
    rf"(?: (?:at|in|from|here) (?:the |a )?\w+)?{_END}"
)
_NO_NAMES = frozenset({"patient", "someone", "somebody", "people", "others", "in", "at", "on", "from", "here", "a"})


class WrittenFor(NamedTuple):
    """Somebody whose words are written down. `about`: as the assistant may call them ("Stan", "your dad"), or ""."""

    about: str


def written_for(text: str) -> WrittenFor | None:
    """Return for whom the words say that somebody writes, where they tell no more; else None."""
    return _found(_SHAPE.fullmatch(plain(text)))


def comes_in(text: str) -> WrittenFor | None:
    """Return for whom somebody writes who says only that they help, or who they are: "I'm helping Arthur"; else None.

    It is that only where nothing is written yet: later on, to help somebody may be what matters.
    """
    words = plain(text)
    if _IS_THE_HELPER.fullmatch(words):
        return WrittenFor("")
    found = _COMES_IN.fullmatch(words)
    if found is None:
        return None
    name = found["name"]
    typed = re.search(rf"\b{re.escape(name.split()[-1])}\b", text, re.IGNORECASE) if name else None
    if name and not (name_alone(name.split()[-1]) or (typed and typed[0][:1].isupper())):
        return None
    return _found(found)


def _found(found: re.Match[str] | None) -> WrittenFor | None:
    if found is None:
        return None
    name = found["called"] or found["after"] or found["name"] or ""
    if name and name not in _NO_NAMES:
        return WrittenFor(name.title())
    return WrittenFor(f"your {found['kin']}" if found["mine"] and found["kin"] else "")
