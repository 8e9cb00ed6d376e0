"""Following somebody who has died: "I just want to be with her"; "sometimes I get why he did it", after a suicide.

Read only where a death is known: while she lives, it is love and no more. The reply acknowledges it and asks.
"""

import re

from bot.safety.normalise import plain

PATTERN = "passive_death_wish.joining"
SEES_WHY = "passive_death_wish.sees_why"
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

_SOON = (
    r"(?:soon|very soon|real soon|so soon|sooner than (?:you|they|people) think|tonight|tomorrow|today|before long"
    r"|(?:by|at|this|before|for) (?:christmas|xmas|easter|new year|summer|winter|spring|autumn|\w+day"
    r"|the weekend|weekend|week"
    r"|morning|tonight|tomorrow|his birthday|her birthday|our anniversary)|in a (?:bit|while|few (?:days|weeks"
    r"|hours))|not long now"
    r"|any day now|once (?:this|its|it) \w+(?: \w+){0,2})"
)
_DEAD = r"(?:dad|daddy|da|mum|mummy|mam|mom|nan|nana|gran|grandad|darling|love|sweetheart|my \w+(?: \w+)?)"
_SEES_SOON = re.compile(
    rf"{_LED}(?:(?:will |shall )?(?:see|join|be with|be joining|come to|coming to|be seeing|with|seeing|joining)"
    r" (?:him|her|them)"
    r"|(?:join|be with|be joining|come to|coming to|joining) (?:you|ya)"
    r"|be together|be where (?:he|she|they) (?:is|are))"
    rf"(?: again)?(?: {_SOON})+(?: {_DEAD})?(?: x+)?"
    rf"|{_LED}(?:see|seeing) (?:you|ya)(?: again)?(?: {_SOON})+ {_DEAD}(?: x+)?"
)
"""Without somebody called by name, "see you soon" is said to the assistant."""
_NOT_LONG = re.compile(
    rf"{_LED}(?:(?:it )?(?:wont|will not|not|isnt|its not|it will not) (?:be )?long (?:now )?(?:till|until|til"
    rf"|before|and|now)"
    rf" (?:i|we|ill|im|i will|i am|we will|were|and)(?: (?:am|will|be|are|can|get to))*"
    rf" (?:join|with|see|be with|together|back with|follow|be)(?: (?:him|her|them|you|u|again|too|{_DEAD}))*)"
)

_ONE = (
    r"(?:he|she|they|mum|mam|mom|dad|(?:my|our) (?:wife|husband|partner|mother|father|son|daughter|boy|girl|brother"
    r"|sister|twin|friend|mate|uncle|cousin))"
)
_NOW_AND_THEN = (
    r"(?:(?:i|and|but|so|if|im|honest|honestly|to be|tbh|sometimes|some|most|days|nights|part of me|bits of me|think"
    r"|thinking|feel|like|almost|sort of|kind of|kinda|totally|completely|really|do|can|could|now|just|starting"
    r"|beginning|begin|start|to|know|its|awful|scary|see|is|that|the thing is|at|lately|these|more and more|even"
    r"|actually|well|oh|god) )*"
)
_SEES = r"(?:get|getting|understands?|understanding|understood|see|sees|seeing|relate to|dont blame)"
_DID_IT = (
    r"(?:did it|do it|done it|did what (?:he|she|they) did|doing it|take|took|end|ended|ending|jump(?:ed)?|hung|hang"
    r"|kill(?:ed)?|wanted out|gave up|couldnt go on|(?:go|went) through with it)"
    r"(?: (?:it|it all|his|her|their|own|life|himself|herself|themselves|things|that|off|now|too|sometimes|tbh"
    r"|honestly|though|all|some days|to be honest))*"
)
_WHY = (
    rf"(?:(?:exactly|just|perfectly|well|fully) )*(?:why|how|what made) (?:{_ONE} (?:(?:would|might|must|just"
    rf"|felt like|wanted to|could|chose to|decided to|had to|needed to|have|ever|all) )*{_DID_IT}"
    r"|(?:people|some people|anyone|anybody|folk) (?:would )?(?:do (?:it|that)|kill themselves|end it)"
    r"(?: (?:now|all|too|sometimes))*)"
)
_SEES_WHY = re.compile(
    rf"(?=.*\b(?:i|im|me)\b|(?:get|can see|starting|sometimes|understand)\b){_NOW_AND_THEN}{_SEES} {_WHY}"
)


def sees_why(text: str) -> bool:
    """Say whether a message, or one sentence of it, says that the writer understands why somebody ended their life."""
    return any(_is_whole(_SEES_WHY, each) for each in _sentences(text))


def wants_to_join(text: str) -> bool:
    """Say whether a message, or one sentence of it, says no more than that the writer wants to be with the dead."""
    said = (_JOINS, _SEES_SOON, _NOT_LONG)
    return any(_is_whole(each, sentence) for sentence in _sentences(text) for each in said)


def _sentences(text: str) -> list[str]:
    return re.split(r"[.!?;\n]+|, (?:and|but) ", plain(text).replace("'", ""))


def _is_whole(said: re.Pattern[str], sentence: str) -> bool:
    return said.fullmatch(" ".join(re.sub(r"[^\w\s]+", " ", sentence).split())) is not None
