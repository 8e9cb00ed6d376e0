"""A wish to write down what matters, put in a whole sentence: "ok write down what matters"."""

import re

from bot.understanding.commands import plain

_LEAD = (
    r"(?:(?:ok|okay|so|now|right|yes|and|please|then|well|can|could|may|shall|we|i|you|lets|let|us|me|help|want|need"
    r"|like|id|would|to|time|just|first) )*"
)
_WRITES = re.compile(
    rf"{_LEAD}(?:(?:write|put|get|note|set|work|jot|list|say|add|keep)(?: (?:it|that|this|down|out|up))*"
    r"|(?:write|writing)(?: down)?)"
    r" (?:what|the things? that|things that) (?:matters?|is important|are important|counts?)(?: (?:most|to me|to him"
    r"|to her|to us|to them|to mum|to dad|down|now|then|please|first|instead|here))*"
)


def writes_what_matters(text: str) -> bool:
    """Say whether the words ask to write down what matters, and nothing else."""
    return _WRITES.fullmatch(plain(text)) is not None
