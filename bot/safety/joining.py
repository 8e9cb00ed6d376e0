"""Wanting to be with somebody who has died: "I just want to be with her". While she lives, it is love and no more.

Read only where a death is known. The reply acknowledges it and asks.
"""

import re

from bot.safety.normalise import plain

PATTERN = "passive_death_wish.joining"
_KIN = (
    r"(?:(?:my|our) (?:late )?(?:darling |lovely |little )?(?:wife|husband|partner|mum|mam|mom|dad|mother"
    r"|father|son|daughter|baby|boy|girl|child|children|sister|brother|twin|nan|gran|grandad|friend|love))"
)
_LED = (
    r"(?:(?:i|and|but|so|all|honestly|really|just|only|still|sometimes|to be honest|tbh|now|do|id|ill|would|im|am|that"
    r"|is|some (?:days|nights)|every (?:day|night)|the thing is|oh|god|please) )*"
)
_WISH = (
    r"(?:want|wanna|wish i (?:could|was|were)|long|longing|ache|need|like|love|prefer|rather|wanting|hoping|hope|ready"
    r"|wish)"
)
_BE = r"(?:to )?(?:just |only )?(?:go )?(?:and |to )?(?:be )?"
_WITH = rf"{_BE}(?:with|to) (?:him|her|them)|{_BE}where (?:he|she|they) (?:is|are)"
_WITH_KIN = rf"{_BE}with {_KIN}(?= (?:again|up there|in heaven|now))"
"""Somebody of the family may be alive: which of them died is not known here."""
_ONCE_MORE = (
    r"(?: (?:again|now|too|so (?:much|badly|bad)|that is all|thats all|already|tonight|today|soon|up there|in heaven"
    r"|forever|for ever|more than anything|instead|together|wherever (?:he|she|they) (?:is|are)))*"
)
_JOINS = re.compile(rf"{_LED}{_WISH} (?:{_WITH}|{_WITH_KIN}){_ONCE_MORE}")


def wants_to_join(text: str) -> bool:
    """Say whether a message, or one sentence of it, says no more than that the writer wants to be with the dead."""
    return any(_joins(each) for each in re.split(r"[.!?;\n]+|, (?:and|but) ", plain(text).replace("'", "")))


def _joins(sentence: str) -> bool:
    return _JOINS.fullmatch(" ".join(re.sub(r"[^\w\s]+", " ", sentence).split())) is not None
