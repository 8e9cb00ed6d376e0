"""A plan that is not wanted any more: to be deleted, or left for writing things down."""

import re

from bot.understanding.commands import plain

_LEAD = (
    r"(?:(?:ok|okay|oh|no|yes|well|right|so|and|but|actually|please|sorry|just|now|can|could|would|will|you|i|we|want|need"
    r"|to|id|like|lets|let|us|changed my mind|ive changed my mind) )*"
)
_THE_PLAN = (
    r"(?:(?:the|my|this|that|our|whole|entire|all of|all) )*"
    r"(?:(?:talk|conversation) plan|plan(?: (?:for|of) (?:the|my|our|this|that) (?:talk|conversation|chat))?)"
)
_END = r"(?: (?:please|now|then|thanks|thank you|altogether|completely|for me|again|any ?more|after all|for good))*"
_DELETES = re.compile(
    rf"{_LEAD}(?:delete|bin|scrap|wipe|erase|get rid of|throw away|throw out|chuck(?: out| away)?|remove|cancel"
    rf"|ditch|lose|clear|drop|tear up|forget(?: about)?) {_THE_PLAN}(?: (?:away|out|off))?{_END}"
    rf"|{_LEAD}(?:dont|do not|no longer) (?:want|need) {_THE_PLAN}(?: any ?more| now| after all)"
    rf"|{_THE_PLAN} (?:can|should) (?:go|be deleted|be binned|be scrapped){_END}"
)

_NOT_A_PLAN = (
    r"(?:i |we )?(?:(?:dont|do not|didnt|did not) (?:really )?(?:want|need|wish|mean|like)(?: to)?|not)"
    r"(?: (?:plan|planning|make|do|a|any|the|this|anything|talk|talks|conversation|chat))+"
)
_WRITES = (
    r"(?:i |we |can |could |lets |let me |id |ill |just |only |rather |really |simply |want to |wanted to |need to "
    r"|like to |would |prefer to |here to )*(?:write|put|get|type|note|jot)"
    r" (?:it|this|that|them|things|stuff|something|everything"
    r"|(?:my|some) (?:\w+ )?(?:wishes|words|thoughts|notes|things))"
    r"(?: all)?(?: down| on paper| out| in writing)+"
)
_JOINS = r"(?: (?:and|but|so|no|please|instead))* "
_WRITES_INSTEAD = re.compile(
    rf"{_LEAD}(?:{_NOT_A_PLAN}{_JOINS}{_WRITES}|{_WRITES}{_JOINS}{_NOT_A_PLAN}"
    rf"|{_WRITES} instead(?: of planning| of a plan)?)"
    rf"{_END}"
)
_ONLY_WRITES = re.compile(rf"{_LEAD}{_WRITES}{_END}")
_NO_PLAN = re.compile(rf"{_LEAD}{_NOT_A_PLAN}{_END}")


def drops_plan(text: str) -> bool:
    """Say whether the words ask for the plan to be deleted, and nothing else: "scrap the plan"."""
    return _DELETES.fullmatch(plain(text)) is not None


def writes_instead(text: str) -> bool:
    """Say whether somebody wants to write things down and no plan: "I don't want to plan, just to write it down"."""
    return _WRITES_INSTEAD.fullmatch(plain(text)) is not None


def only_writes(text: str) -> bool:
    """Say whether somebody wants to write things down, and says no more: an answer where a hope is asked for."""
    return _ONLY_WRITES.fullmatch(plain(text)) is not None


def wants_no_plan(text: str) -> bool:
    """Say whether somebody does not want to plan, and says no more: "I don't want to plan anything"."""
    return _NO_PLAN.fullmatch(plain(text)) is not None and " plan" in f" {plain(text)}"
