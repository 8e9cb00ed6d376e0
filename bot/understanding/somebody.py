"""Asking to talk to a person: "can I talk to somebody", "is there anyone for this", "can I speak to a real person"."""

import re

from bot.model.kin import KIN
from bot.understanding.asking import is_question
from bot.understanding.commands import plain

_LEAD = r"(?:(?:oh|ok|well|so|and|but|please|sorry|hello|hi|no|yes|then|just|really) )*"
_PERSON = (
    r"(?:some(?:one|body)|any(?:one|body)|(?:an? )?(?:(?:real|actual|live|human|proper|nice|other) )*"
    r"(?:persons?|people|human(?: being)?|volunteer|counsellor|listener|parents?))"
)
_THIS = (
    r"(?:this|it|that|him|her|them|everything|grief|(?:what|how) (?:i|ive|im|happened)(?: \w+){0,4}"
    rf"|(?:losing )?(?:my|our) (?:\w+ )?(?:{KIN}|loss|grief|baby|feelings))"
)
_LIKE = (
    r"(?:who|that|whos|thats) (?:(?:has|have|had|also|really|been|gone|went|is|was|will|would|can|could|just) )*"
    r"(?:lost|losing|through|understand\w*|listen\w*|bereaved|grieving|knows? (?:what|about)|happened"
    r"|felt|feels?|cares?)\b.*"
)
_TAIL = (
    rf"(?: (?:here|now|today|tonight|please|instead|else|real|at all|else|(?:on|over) the phone|with|to|for (?:me|us)"
    rf"|about {_THIS}|like (?:me|us|this|that|him|her)|in the same (?:boat|position)|{_LIKE}))*"
)
_TALK = r"(?:talk|speak|chat)(?: (?:to|with))?"
_MAY = (
    r"(?:can|could|may|might|would|do|how (?:can|could|do|would)|who (?:can|could|do|would)"
    r"|is it possible (?:for me )?to"
    r"|is there (?:any )?(?:way|chance) (?:to|i can|of)|where (?:can|do|could)) ?(?:i|we|you)?"
    r"(?: (?:get|find|put me through|let me))?(?: to)?(?: just)?"
)
_WISH = r"(?:i|we|id|im|i am) (?:just |really )*(?:want|need|like|would like|love|hoping|wanting|wish)(?: to)?"
_ASKS = re.compile(
    rf"{_LEAD}(?:{_MAY} {_TALK} {_PERSON}{_TAIL}"
    rf"|who (?:can|could|do|should|would) (?:i|we) (?:{_TALK}|ring|call|phone)(?: to)?{_TAIL}"
    rf"|(?:is|isnt) there {_PERSON}(?: (?:i|we|who|that) (?:can|could|will|would)"
    rf" (?:{_TALK}|ring|call|phone|listen|help)"
    rf"| to (?:{_TALK}|ring|call|phone|listen)| for (?:this|that|me|us|it|people like (?:me|us)|this sort of thing)"
    rf"| {_LIKE})(?: (?:to )?(?:me|us))?{_TAIL})"
)
_WISHES = re.compile(
    rf"{_LEAD}(?:{_WISH} {_TALK} {_PERSON}{_TAIL}|{_WISH} {_PERSON} to (?:{_TALK}|listen)(?: to)?{_TAIL})"
)


def asks_for_somebody(text: str, state: str = "open") -> bool:
    """Say whether a person to talk to is asked for. A wish may be the answer while an open question waits."""
    words = plain(text)
    if _ASKS.fullmatch(words):
        return state != "answering" or is_question(text)
    return state != "answering" and _WISHES.fullmatch(words) is not None
