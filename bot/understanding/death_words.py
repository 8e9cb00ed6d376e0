"""The word that somebody uses for a death, so that the assistant can use the same one."""

from bot.model.bereft import Word
from bot.understanding.losses import death_in


def word_for_death(text: str) -> Word | None:
    """Return the word these words use for a death, died before any other; None where they use none."""
    word = death_in(text)
    return None if word is None else Word(word)
