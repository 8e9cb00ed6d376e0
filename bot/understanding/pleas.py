"""Help asked for now, in a statement and beside something else: "I can't lift him", "the nurse isn't answering".

So is a thing of care that has just begun and is told as news: "they've put him on a driver".

Short, and said of this moment: "someone to get him up when he slides" is what good support looks like.
"""

import re

from bot.understanding.commands import plain
from bot.understanding.needs import asked_of_a_need, need_named

LIFTING = "lifting_and_falls"
DRIVER = "syringe_driver"
LONGEST = 12
_OF_ALWAYS = re.compile(
    r"\b(?:someone|somebody|anyone|people|who|when|if|because|cos|since|so that|always|never|want|wish|would|likes?"
    r"|matters?|needs?|hate|hope|used to|any ?more|worry|worries|worried|afraid|every|sometimes)\b"
)
_STAFF = (
    r"(?:(?:district|night|community|palliative|hospice|macmillan|marie curie|out of hours|twilight|on call|the|my|our"
    r"|his|her|their) )*(?:nurses?|gps?|doctors?|surgery|hospice|helpline|111|carers?|team|line|ward)"
)
_NOT_THERE = (
    r" ?(?:(?:is|are|s|re) not|isnt|arent|aint|not|wont|still (?:isnt|arent|not|hasnt)|hasnt|havent|never|cant|dont"
    r"|doesnt|didnt|(?:keeps?|just) (?:not|ringing|going))(?: (?:even|been|still))*"
    r" (?:pick(?:ing|ed)?(?: it| the phone| their phone)? up|answer(?:ing|ed)?"
    r"(?: the phone| me)?|(?:ring(?:ing)?|rung|call(?:ing|ed)?|phon(?:ing|ed)) (?:me |us )?back"
    r"|(?:come|coming|came|turned up|here)(?: yet)?"
    r"|out|to voicemail)"
)
_NOBODY_ANSWERS = re.compile(
    rf"^(?:(?:oh|and|but|the|sorry|help|please|hang on|now) )*{_STAFF}{_NOT_THERE}"
    r"(?: (?:now|yet|still|again|at all))*$"
    rf"|^(?:i )?(?:cant|cannot) (?:get (?:hold of|through to)|reach|raise) (?:the |a |any )?{_STAFF}"
    r"(?: (?:now|at all))*$"
)


def plea(text: str) -> str:
    """Return the intent that answers such words, or ""."""
    words = plain(text)
    if not words or len(words.split()) > LONGEST or _OF_ALWAYS.search(words):
        return ""
    named = need_named(text)
    if _NOBODY_ANSWERS.match(words):
        return "ask_out_of_hours"
    if named == DRIVER:
        return asked_of_a_need(text, "choosing") or ""
    return "ask_carer_support" if named == LIFTING else ""
