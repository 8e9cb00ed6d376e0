"""Words that tell of a step after a death that it is done, and which: "registered him on the Tuesday"."""

import re

from bot.understanding.asking import is_question
from bot.understanding.commands import plain

MOST_WORDS = 12
_STEPS = {
    "certificate": r"(?:medical |death )?certificates?|medical examiner|examiner",
    "register": r"registered|registers?|registrar|registration|registering|register office",
    "tell_us_once": r"tell us once|government offices|dwp|passport office",
    "funeral": r"funeral|cremation|cremated|crematorium|burial|buried|wake|memorial|funeral director|undertaker",
    "benefits": r"bereavement (?:support|payment|benefit)|benefits?",
    "others": r"banks?|building society|utilities|insurance|landlord|council|employer|pension",
    "estate": r"probate|solicitor|estate|the will",
}
"""What names a step, by its code in `bot.stages.after_death_steps`."""
_NAMES = {code: re.compile(rf"\b(?:{words})\b") for code, words in _STEPS.items()}
GOING_THERE = re.compile(
    r"\b(?:go|going|come|turn up|attend\w*|invited|welcome|asked|wear|miss\w*) (?:\w+ ){0,3}"
    r"(?:funeral|cremation|burial|wake)\b"
    r"|\b(?:funeral|cremation|burial|wake)\b.*\b(?:invited|asked|welcome|wanted|wear)\b"
)
"""Going to a funeral, which no step is about."""
_WHOM_TO_TELL = re.compile(
    r"\bwho(?: all| else)? (?:do|should|must|have|has|needs?) (?:i |we )?(?:\w+ ){0,3}(?:tell|notify|inform"
    r"|let know|told)\b"
)
_ALL_NAMES = "|".join(_STEPS.values())
_IT = r"(?:that|this|it|that one|this one|that bit|that step|all that|all of (?:it|that)|them all|those)"
_WHO = r"(?:ive|i have|weve|we have|i|we|(?:my|his|her|our) \w+(?: has| have)?|(?:he|she|they)(?:s|ve| has| have)?)"
_LEAD = r"(?:(?:yes|yep|ok|oh|ah|no need|already|just|we|well) )*"
_DONE = (
    r"(?:registered|rung|rang|phoned|called|sorted|booked|arranged|spoken to|spoke to|told|notified|informed|done|did"
    r"|finished|sent|applied|claimed|dealt with|seen to|been to|went to|had|got|saw|seen|signed|collected|paid|held"
    r"|buried|cremated)"
)
_SURE = r"(?:registered|rung|rang|phoned|sorted|booked|arranged|spoken to|told them|done|dealt with|buried|cremated)"
_MORE = r"(?:(?: already| just| all| been| both| now)*)"
_WHEN = r"(?: (?:one|as well|too|and that|already|now|yesterday|today|thanks|thank you|last \w+|on \w+))*"
_ENDED = r"(?:done|sorted|over|booked|arranged|registered|finished|on \w+|last \w+|yesterday|today|this week)"
_SHAPES = (
    rf"^{_LEAD}{_WHO}{_MORE} {_SURE}\b",
    rf"^{_LEAD}(?:{_WHO}{_MORE} )?{_DONE} {_IT}{_WHEN}$",
    rf"^{_LEAD}(?:{_WHO}{_MORE} )?{_DONE} (?:\w+ ){{0,4}}(?:{_ALL_NAMES})\b",
    rf"^{_LEAD}{_SURE} (?:him|her|it|them|the|my|everything)\b",
    rf"^{_LEAD}(?:the |his |her |my )?(?:{_IT}|{_ALL_NAMES}) ?(?:was|were|is|s|has been|all){_MORE} {_ENDED}\b",
    r"^(?:its |it is |its been |thats |all |already )*(?:been )?(?:done|sorted)(?: already| now| thanks| that)*$",
)
_TELLS = tuple(re.compile(shape) for shape in _SHAPES)
_NOT_DONE = re.compile(
    r"\b(but|not|no(?! need)|nobody|never|nothing|none|closed|cant|cannot|couldnt|wont|wouldnt|didnt|doesnt|havent"
    r"|hasnt|isnt|wasnt|waiting|wait|until|still|yet|tomorrow|next|trying|tried|engaged|voicemail|answerphone|how"
    r"|when|who|what"
    r"|married|worst|awful|terrible|hard)\b"
)


def says_done(text: str) -> bool:
    """Say whether words tell that a step is done, and that nothing of it failed."""
    words = plain(text)
    if not words or len(words.split()) > MOST_WORDS or _NOT_DONE.search(words) or is_question(text):
        return False
    return any(shape.search(words) for shape in _TELLS)


def step_named(text: str) -> str:
    """Return the code of the one step that the words name, or "" where they name none or two."""
    words = plain(text)
    if _WHOM_TO_TELL.search(words):
        return "tell_us_once"
    if GOING_THERE.search(words) and is_question(text):
        return ""
    named = [code for code, shape in _NAMES.items() if shape.search(words)]
    if named == ["certificate", "others"]:  # a bank wants to see it
        return "others"
    return named[0] if len(named) == 1 else ""
