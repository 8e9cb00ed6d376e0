"""Whether somebody asks to paste an About Me that they have already, rather than tells of paste and of albums."""

import re

from bot.understanding.commands import plain

_VERB = (
    r"(?:(?:copy and )?past(?:e|ing)|import|upload"
    r"|(?:copy|put|add|bring|send)(?:ing)? (?:it|that|this|mine|them|one|what i (?:have|wrote))"
    r" (?:in|into|over|across|here))"
)
_OWN = r"(?:about me|a summary|my summary|one|it|mine|this|that|notes|a form|an all about me)"
_ASKS = re.compile(
    rf"\b(?:can|could|may|shall|should|is it ok(?:ay)? (?:to|if)|do) (?:(?:i|we|you) )?(?:just |please )?(?:\w+ )?"
    rf"{_VERB}\b"
    rf"|\b(?:want|like|need|going|able|prefer|rather|how) to (?:just )?{_VERB}\b|\bhow (?:do|can|would) i {_VERB}\b"
    rf"|^(?:please |just )?{_VERB}(?: {_OWN})?(?: in| here)?(?: please)?$|\blet me {_VERB}\b|\bill (?:just )?{_VERB}\b"
)
_HAS_ONE = re.compile(
    r"\b(?:ive|i have|we have|weve|i|she has|he has|theyve|mum has|dad has)(?: \w+)? ?"
    r"(?:already|got|have|wrote|written|made|filled in|done|completed)(?: already| \w+)?"
    r" (?:an? |my |the |our |one of those )*(?:prsb )?(?:all )?about me\b"
    r"|\b(?:my|an?) (?:existing|old|own) about me\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:wall\w*|album|scrap ?book|frames?|stamps?|cards?|photos?|pictures?|fish|meat|tomato|curry|glue|toast)\b"
)
_OF_THIS = re.compile(r"\b(?:about me|already|summary|notes|my form)\b")


def asks_to_paste(text: str, state: str) -> bool:
    """Say whether the words ask for it. While an open question waits they must name it, or say there is one already."""
    words = plain(text)
    if _ELSEWHERE.search(words):
        return False
    if _HAS_ONE.search(words):
        return True
    return _ASKS.search(words) is not None and (state != "answering" or _OF_THIS.search(words) is not None)
