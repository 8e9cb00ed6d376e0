"""Whether words ask for a service by its name or its number, and which words may be the name.

"the number for cruse", "its sands i want", "have you got dementia uk's number". Whether it is one, the directory knows.
"""

import re

from bot.understanding.commands import plain

MOST_WORDS = 14
LONGEST_NAME = 5
_WRONG = re.compile(
    r"\b(?:wrong|dead|old|working|work|works|engaged|invalid|out of date|changed|closed|answer\w*"
    r"|disconnected|fault\w*)\b"
)
_OH = r"(?:(?:no|oh|sorry|hi|hello|please|actually|and|but|so|ok|well|yes) )*"
_NUMBER = (
    r"(?:(?:phone|telephone|tel|contact|helpline|right|new) )*"
    r"(?:numbers?|details|website|web ?site|email|address|helpline)"
)
_NAME = r"(?P<name>.+?)"
_END = r"(?: (?:please|pls|then|thanks|thank you|instead|not that one|now|again))*"
_GIVE = (
    r"(?:have you (?:got )?|do you have |can i have |could i have |what is |whats |give me |send me |i (?:want|need) "
    r"|find me )(?:the )?"
)
_MEANT = (
    r"(?:its|it is|it was|i meant|i mean|i want|i wanted|i need|id like|i asked for|i said|try|give me|show me|find)"
    r" (?:the )?"
)
_HAVE_YOU = (
    r"(?:have you got|do you have|do you know|what about|who are|can i (?:ring|call)"
    r"|how (?:do|can) i (?:ring|call|contact|get hold of|reach)) (?:the )?"
)
_I_WANT = r"(?: (?:i (?:want|need|meant|mean|asked for|said)|one))?"
_SHAPES = (
    rf"(?:.*\b)?{_NUMBER} (?:for|of|to ring|to) (?:the )?{_NAME}",
    rf"{_GIVE}{_NAME} {_NUMBER}",
    rf"{_NAME} {_NUMBER}",
    rf"{_MEANT}{_NAME}{_I_WANT}",
    rf"{_HAVE_YOU}{_NAME}",
    rf"(?:the )?{_NAME} (?:is who|is what|is the one) i (?:want|need|meant)",
)
_OF_A_NUMBER = 3
_ASKS = tuple(re.compile(f"{_OH}{shape}{_END}") for shape in _SHAPES)


def name_asked_for(text: str, *, number: bool = False) -> str:
    """Return the words that stand where the name of a service does, in words that ask for one; "" for none.

    `number`: only where its number is asked for in so many words. "I need calm" may be an answer.
    """
    words = plain(re.sub(r"['’]s\b", "", text))
    if len(words.split()) > MOST_WORDS or _WRONG.search(words):
        return ""
    found = next(
        (match["name"] for shape in (_ASKS[:_OF_A_NUMBER] if number else _ASKS) if (match := shape.fullmatch(words))),
        "",
    )
    return found if len(found.split()) <= LONGEST_NAME else ""


def may_be_a_name(text: str) -> bool:
    """Say whether words are no more than a name would be."""
    return 0 < len(text.split()) <= LONGEST_NAME
