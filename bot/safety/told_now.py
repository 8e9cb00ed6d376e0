"""What is told of a body, of an end or of harm now is no answer to "What matters most to you?", whatever is open.

While an open question waits, the trained screen speaks up late, because dark words are most likely its answer. Where
the words name a body part and how it changed, or a way out for the writer, or blows, it speaks up as soon as ever. By
itself nothing here raises danger.
"""

import re

from bot.model.safety import SafetyIntent
from bot.safety.normalise import plain

_BODY = (
    r"(?:chests?|hearts?|ribs|lips?|tongues?|throats?|faces?|mouths?|jaws?|eyes?|arms?|legs?|hands?|feet|foot|side|belly"
    r"|stomachs?|tummy|skin|heads?|breath|breathing?s?|breathins?|pulse|speech|words|bag|bowels?|wee|pee|catheter|stoma|wound|driver)"
)
_CHANGED = (
    r"(?:feels?|feeling|felt|gone|going|goes|went|turned|turning|getting|got|comes?|coming|came|keeps?|started|stopped"
    r"|changed?|chang(?:ing|es)|different|funny|strange|odd|weird|sw[eo]ll\w*|puff\w*|fat|numb|tight\w*|droop\w*|dropp\w*"
    r"|slurr\w*|blue|purple|mottled|rattl\w*|nois\w*|squeez\w*|crush\w*|elephant|clos(?:es|ed|ing)|burn\w*|bleed\w*|blood\w*|pain\w*|hurts?)"
)
_OF_NOW = rf"\b{_BODY}\b(?: \w+){{0,5}} {_CHANGED}\b|\b{_CHANGED}\b(?: \w+){{0,3}} {_BODY}\b"
_AN_END = (
    r"\bi (?:\w+ ){0,5}(?:end|finish|stop) (?:it|things|this|everything)\b"
    r"|\b(?:drive|driving|jump|jumping|walk|walking|step|stepping) (?:\w+ ){0,4}(?:into|off|under|over|in front of)\b"
    r"|\bif i (?:was|were|am|wasnt|werent|just) (?:\w+ ){0,2}(?:gone|dead|here|around)\b|\bwithout me\b"
    r"|\b(?:find|found|miss|notice) me\b|\bno (?:\w+ )?loss\b"
    r"|\b(?:cant|cannot|can not) take (?:no|any|much) more\b|\bi (?:\w+ ){0,3}(?:stopp\w+|quit\w*"
    r"|not taking) my insulin\b"
    r"|\b(?:wants?|wanted) to (?:\w+ )?(?:die|be dead)\b(?! (?:his|her|their|my|it)\b)|\bbe dead\b"
)
_BLOWS = (
    r"\b(?:hits?|hitting|slap\w*|punch\w*|kick\w*|shook|shak(?:es|ing)|shov\w*|grab\w*|chok\w*|smack\w*|wallop\w*"
    r"|push(?:es|ed|ing)|throttl\w*) (?:\w+ ){0,2}(?:me|us|him|her|them|mum|mam|dad)\b(?! to\b)"
    r"|\bhands? (?:right |tight )?(?:round|around|on|at) (?:my|his|her|mums|dads|their) (?:neck|throat)\b"
    r"|\b(?:lash(?:es|ed|ing)? out|batter\w*|bruis\w*|black and blue)\b"
)
_TELLS = {
    SafetyIntent.EMERGENCY: re.compile(_OF_NOW),
    SafetyIntent.URGENT_SYMPTOMS: re.compile(_OF_NOW),
    SafetyIntent.SUICIDAL: re.compile(_AN_END),
    SafetyIntent.PASSIVE_DEATH_WISH: re.compile(_AN_END),
    SafetyIntent.SAFEGUARDING: re.compile(_BLOWS),
}
_AS_A_WISH = re.compile(
    r"\b(?:keep|keeping|to have|having|hold|holding|wash|washing|clean|want|like|love|need|hope|wish|prefer|if|when"
    r"|no|not|dont|never|should|would|wont|please|used to|matters)\b"
)
"""Of a body that is told of as it is now, nobody says how they would like it. Of an end and of blows they may."""


def is_told_now(text: str, intent: SafetyIntent) -> bool:
    """Say whether the words themselves name a danger of this kind as something of now."""
    tells = _TELLS.get(intent)
    words = " ".join(re.sub(r"[^\w\s]+", " ", plain(text).replace("'", "")).split())
    if tells is None or not tells.search(words):
        return False
    return intent not in _OF_A_BODY or not _AS_A_WISH.search(words)


_OF_A_BODY = frozenset({SafetyIntent.EMERGENCY, SafetyIntent.URGENT_SYMPTOMS})
