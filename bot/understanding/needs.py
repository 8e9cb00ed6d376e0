"""Questions that name what they are about. Several needs share one intent: the words decide between their texts.

They also find a need in words that the language model has not met.
"""

import re
from typing import Final

from bot.understanding.asking import asks_later, is_question
from bot.understanding.commands import plain
from bot.understanding.need_words import NEEDS, Need
from bot.understanding.need_words_just_after import NEEDS_JUST_AFTER
from bot.understanding.need_words_of_care import NEEDS_OF_CARE
from bot.understanding.need_words_of_grief import NEEDS_OF_GRIEF

MOST_WORDS_TOLD: Final = 12
"""Longer statements tell more than that something is asked about."""
_ALL: Final = (*NEEDS_JUST_AFTER, *NEEDS_OF_CARE, *NEEDS_OF_GRIEF, *NEEDS)
TEXTS: Final = frozenset(need.text for need in _ALL)
_AFTER_A_DEATH: Final = {
    "time_off_to_care": "time_off_after_a_death",
    "equipment_at_home": "giving_back_equipment",
    "easing_breathlessness": "looking_back_at_the_end",
    "easing_pain": "looking_back_at_the_end",
    "swallowing_and_choking": "looking_back_at_the_end",
}
"""Which text is meant once somebody has died."""
_NO_ANSWERS: Final = frozenset({"how_to_complain"})
"""What is asked of others, even where it is only told while a question waits: "I want to complain about the ward"."""
_OF_ONES_OWN_BODY: Final = frozenset({"bleeding_after_a_miscarriage", "naming_a_baby"})
"""Asked by whoever needs it, in words for which no other text is meant."""
_MARKS = re.compile(r"['’]")
_ASKS_WITHIN = re.compile(
    r"\b(?:(?:do|does|can|could|will|would|am|are|should|must) (?:i|we|he|she|they|it|there|anyone|someone)"
    r"|is there|what happens|what (?:is|are|does|do) (?:that|this|it|they|an?)"
    r"|who (?:collects?|takes?|fetch\w*|pays?|comes?|gets?|do))\b"
    r"|^(?:so |and |but )*(?:is|are|was|were|will|does|do|did|can|could|would|how likely) (?!you\b|nothing\b|not\b)\w"
)
"""An asking in the middle of what is told, without a mark before it; or of a thing, "is choking likely"."""


def need_named(text: str, *, after_a_death: bool = False, after_a_baby: bool = False) -> str:
    """Return the text that the words name, or "". `after_a_death`: the conversation is about one already.

    `after_a_baby`: about that of a baby, or the end of a pregnancy.
    """
    need = _named(text, after_a_death=after_a_death, after_a_baby=after_a_baby)
    name = need.text if need else ""
    return _AFTER_A_DEATH.get(name, name) if after_a_death else name


def asked_of_a_need(text: str, state: str) -> str | None:
    """Return the intent under which a need is asked that the words name, or None.

    While an open question waits, only a question asks: a statement may be its answer.
    """
    need = _named(text) or _of_ones_own_body(text)
    if need is None:
        return None
    if asks(text):
        return need.intent
    told = (
        need.told and (state != "answering" or need.text in _NO_ANSWERS) and len(plain(text).split()) <= MOST_WORDS_TOLD
    )
    return need.intent if told else None


def is_told_of_a_need(text: str, *, after_a_baby: bool = False) -> bool:
    """Say whether a short statement after a death names a need that has a text: "his gas bill came"."""
    need = _named(text, after_a_death=True, after_a_baby=after_a_baby)
    return bool(need and need.told and len(plain(text).split()) <= MOST_WORDS_TOLD)


def asks(text: str) -> bool:
    """Say whether something is asked, in any part of the words."""
    return bool(is_question(text) or asks_later(text) or _ASKS_WITHIN.search(plain(text)))


def _of_ones_own_body(text: str) -> Need | None:
    need = _named(text, after_a_baby=True)
    return need if need and need.text in _OF_ONES_OWN_BODY else None


def _named(text: str, *, after_a_death: bool = False, after_a_baby: bool = False) -> Need | None:
    words = " ".join(re.sub(r"[^\w\s]", " ", _MARKS.sub("", text)).split())
    return next((need for need in _ALL if _is_named(need, words, _known(need, after_a_death, after_a_baby))), None)


def _known(need: Need, after_a_death: bool, after_a_baby: bool) -> bool:
    return (need.of_a_death and after_a_death) or (need.of_a_baby and after_a_baby)


def _is_named(need: Need, words: str, known: bool) -> bool:
    beside = known or need.beside.search(words)
    return bool(need.words.search(words) and beside) and not need.unless.search(words)
