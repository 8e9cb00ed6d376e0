"""Who helped to write it, said in a sentence while it is read back: "Ken helped me type it"."""

import re

from bot.understanding.asking import is_question
from bot.understanding.naming import is_reader

_LEAD = (
    r"\s*(?:(?:oh|and|also|by the way|btw|sorry|please|yes|no|but|ok|can you|could you|say|put|put down|add|write"
    r"|note|mention|that|it was|i should say|i forgot to say|down|in)[\s,.:]+)*"
)
_NOT = (
    r"(?!(?:i|it|this|that|he|she|they|we|you|who|what|nobody|somebody|someone|which)\b)"
    r"(?!(?:the|a)\s+(?:helped|typed|wrote|did)\b)"
)
_WHO = rf"{_NOT}(?P<who>\S+(?:\s+\S+){{0,4}}?)"
_WRITE = r"(?:type|write|fill|put|spell)"
_IT = r"(?:it|this|that|these|them|my (?:words|summary|notes))"
_END = r"(?:\s+(?:in|out|up|down|all|for me|with me|today|too|as well|please|thanks|here|together))*[\s.!]*"
_HELPED = re.compile(
    rf"{_LEAD}{_WHO}\s+(?:has\s+|have\s+|['’]s\s+)?(?:"
    rf"helped\s+me(?:\s+to)?\s+{_WRITE}(?:\s+(?:in|down|out))?\s+{_IT}"
    r"|helped\s+me\s+(?:with\s+)?(?:the\s+)?(?:typing|writing|spelling)"
    rf"|helped\s+(?:to\s+)?(?:type|write)\s+{_IT}"
    rf"|(?:typed|wrote)\s+{_IT}(?:\s+(?:out|down|in|up|all))?"
    rf"|(?:did|does|is\s+doing)\s+(?:all\s+)?the\s+(?:typing|writing)){_END}",
    re.IGNORECASE,
)
_HAD_HELP = re.compile(
    rf"{_LEAD}(?:i\s+(?:had|got)\s+(?:some\s+)?help\s+(?:from|off)"
    r"|(?:this\s+was\s+|it\s+was\s+)?(?:typed|written)\s+(?:with\s+(?:the\s+)?help\s+(?:from|of)|by)"
    r"|with\s+(?:the\s+)?help\s+(?:from|of))\s+(?P<who>\S+(?:\s+\S+){0,3}?)"
    rf"(?:\s+(?:to\s+(?:write|type)|(?:with\s+)?(?:typing|writing))(?:\s+{_IT})?)?{_END}",
    re.IGNORECASE,
)


def who_helped(text: str) -> str:
    """Return who helped to write it, as typed, where the words tell that and no more; else ""."""
    found = _HELPED.fullmatch(text) or _HAD_HELP.fullmatch(text)
    who = " ".join(found["who"].split()).rstrip(",.") if found else ""
    return who if who and is_reader(who) and not is_question(text) else ""
