"""Whether a number that was rung is wrong, or only nobody answered it."""

import re

from bot.understanding.commands import plain

_NO_ANSWER = re.compile(
    r"\b(?:(?:rang|rings|ringing|rung) out|(?:rang|rings|ringing|rung) and (?:rang|rings|ringing|rung)"
    r"|no answer|no reply|not answering|engaged|busy|voicemail|answer ?phone|answering machine"
    r"|(?:no ?one|nobody|no body|didnt|dont|doesnt|not|never|wont|none of them) (?:\w+ )?"
    r"(?:pick\w* (?:it )?up|picking up|answer\w*|there)"
    r"|(?:on|put me on|been on) hold|(?:in|stuck in) a queue)\b"
)
_WRONG = re.compile(
    r"\b(?:wrong|dead|disconnected|not (?:recognised|in service|in use)|unobtainable|doesnt exist|not exist|out of date"
    r"|old number|somebody else|someone else|different (?:people|number|place|company))\b"
)


_MORE_NUMBERS = re.compile(
    r"\b(?:(?:you|u|youre|all (?:you|u|i|this)|this|it)\b(?: \w+){0,4} (?:giv\w+|gave|send\w*|sent|get|got|have"
    r"|do|does)"
    r"(?: (?:is|me|us|out|people|give|send|get))* (?:more |just |only |phone |telephone |bloody |a |another "
    r"|list of |of )*"
    r"numbers"
    r"|(?:dont|do not|didnt|stop|no|not|enough|sick of|tired of|fed up with|too many|another|just|only|nothing but)"
    r"(?: (?:want|need|ask\w*|giving|sending|for|me|us|a|any|another|more|of|list|the|all|your|these|bloody))*"
    r" (?:phone |telephone |helpline )?numbers?)\b"
)
_THE_NUMBER = re.compile(r"\b(?:wrong|that number|number (?:is|isnt|was|wasnt|doesnt|does)|right number)\b")


def tires_of_numbers(text: str) -> bool:
    """Say whether somebody is given numbers where they want something else: "you just give me phone numbers"."""
    words = plain(text)
    said_wrong = _WRONG.search(words) or _THE_NUMBER.search(words) or _NO_ANSWER.search(words)
    return _MORE_NUMBERS.search(words) is not None and not said_wrong


MOST_WORDS = 14
_OF_A_NUMBER = re.compile(
    r"\b(?:rang|rung|phoned|called|tried|numbers?|helpline|the (?:first|second|third|last|other)(?: one)?|both"
    r"|that one)\b"
)
_NO_SERVICE = re.compile(
    r"\b(?:doctor|gp|surgery|hospital|nurse|111|999|ward|he|she|him|her|my|our|door|god|busy (?:with|on|at|day|week))\b"
)


def tells_of_no_answer(text: str) -> bool:
    """Say whether a short statement tells that one of the numbers shown was not answered: "the first one rang out"."""
    words = plain(text)
    short = len(words.split()) <= MOST_WORDS and not text.rstrip().endswith("?")
    return short and nobody_answered(text) and bool(_OF_A_NUMBER.search(words)) and not _NO_SERVICE.search(words)


def which(text: str) -> int | None:
    """Return the place in a list that words name ("the second one"), from 0; else None."""
    found = re.search(r"\b(first|second|third)\b", plain(text))
    return ("first", "second", "third").index(found[1]) if found else None


def nobody_answered(text: str) -> bool:
    """Say whether the words tell that nobody answered, and not that the number is another's: "it just rang out"."""
    words = plain(text)
    return _NO_ANSWER.search(words) is not None and _WRONG.search(words) is None
