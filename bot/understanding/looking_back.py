"""A wish to look back on a talk that has been: "I want to say how it went", "reflect on the talk with mum"."""

import re

from bot.model.kin import KIN
from bot.understanding.asking import parts
from bot.understanding.commands import plain

_TALK = r"(?:(?:the|that|this|my|our|a) (?:\w+ )?(?:talk|conversation|chat))"
_WITH = rf"(?: (?:with|we had with|i had with) (?:(?:my|our|the) )?(?:{KIN}|\w+(?: and \w+)?|him|her|them))"
_WHEN = r"(?: (?:yesterday|today|last night|this morning|at the weekend|last week|now|please|thanks))*"
_WISH = r"(?:(?:want|wanted|need|like|love|ready|here|came|trying) to|can (?:i|we)|could (?:i|we)|may i|let me|lets)"
_SAYING = (
    r"(?:talk|reflect|think|look back|go over|say|tell you|speak|chat|write|write down)(?: (?:a bit|more|about|on))*"
)
_LOOKS_BACK = re.compile(
    rf"\b{_WISH} {_SAYING} (?:how (?:it|that|things|{_TALK}){_WITH}? (?:went|had gone|has gone)"
    rf"|what was said)(?: with (?:my )?\w+)?{_WHEN}$"
    rf"|^(?:(?:please|ok|no|i|id|would|like|want|can|could|we|lets|to) )*(?:reflect|look back)"
    rf" on (?:it|{_TALK}{_WITH}?){_WHEN}$"
)
_ASKS_HOW = re.compile(r"^(?:how|what|when|should|is|are) ")


def looks_back(text: str) -> bool:
    """Say whether a part of the words asks to look back on a talk. "How do I say how it went" asks something else."""
    return any(_asks(part) for _, part in parts(text))


def only_looks_back(text: str) -> bool:
    """Say whether nothing follows that wish which tells of the talk itself."""
    return any(_asks(part) for _, part in parts(text)[-1:])


_OF_A_TALK = re.compile(
    rf"(?:(?:oh|well|so|and|yes|hi|ok|just|by the way|right) )*(?:we|i|me and \w+|{KIN}|my (?:{KIN})) ?(?:have|ve|had"
    rf"|finally|did|just)?(?: (?:have|had|did|done|finally|just))* (?:{_TALK}|talked|spoke|chatted)\b.*"
)
LONGEST_TOLD = 30


def tells_of_a_talk(text: str) -> bool:
    """Say whether the words tell first of all that a talk has been had: "we had the talk, it went badly"."""
    words = plain(text)
    return len(words.split()) <= LONGEST_TOLD and _OF_A_TALK.fullmatch(words) is not None and "?" not in text


def _asks(part: str) -> bool:
    words = plain(part)
    return _LOOKS_BACK.search(words) is not None and not _ASKS_HOW.match(words)
