"""The word that somebody uses for a death, so that the assistant can use the same one."""

import re

from bot.model.bereft import Word
from bot.understanding.commands import plain

_SAID = {
    Word.DIED: r"\b(?:died|dead|death|dying|die|killed|suicide|stillborn|miscarried|miscarriage)\b",
    Word.PASSED: r"\b(?:passed(?! (?:the|my|a|an|it|out|by|through|over to|him|her|me|us|them|his|your)\b)|passing)\b",
    Word.LOST: r"\b(?:lost|losing) (?:him|her|them|my|our|a|the|both)\b"
    r"(?! (?:way|keys?|job|appetite|temper|mind|hair|phone)\b)",
    Word.GONE: r"\b(?:is|has|hes|shes|theyre|are|have) (?:now |just |really )?gone\b"
    r"(?! (?:to|home|into|in|out|back|off|on|through|down|up|quiet|well)\b)",
}
_SHAPES = {word: re.compile(shape) for word, shape in _SAID.items()}


def word_for_death(text: str) -> Word | None:
    """Return the word these words use for a death, died before any other; None where they use none."""
    words = plain(text)
    return next((word for word, shape in _SHAPES.items() if shape.search(words)), None)
