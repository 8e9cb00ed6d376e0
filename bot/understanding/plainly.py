"""Short whole sentences that the language model takes for something else: at a bedside, and of what was just said."""

import re

from bot.understanding.asides import takes_off
from bot.understanding.commands import plain

_WHO_IS_ILL = (
    r"(he|she|they|(my |our )?(mum|mam|mom|dad|nan|nana|gran|grandad|husband|wife|brother|sister|son|daughter))"
)
_PLAIN_QUESTIONS = {
    "ask_medical_advice": re.compile(
        rf"^(is|are|will) {_WHO_IS_ILL} (going to |gonna )?(die|dying|go) (tonight|today|tomorrow|soon|this week)\b"
    ),
    "ask_what_to_expect": re.compile(
        rf"^(can|could|will|does|do you think) {_WHO_IS_ILL} (can |could )?(still |even )?hear (me|us|what|anything)\b"
        rf"|^how (will|do|can|would) (i|we) (know|tell) (when|if|that) ({_WHO_IS_ILL}|hes|shes|theyre) ?"
        r"(has |is )?(gone|died|going|dying)$"
    ),
    "find_support": re.compile(
        r"^(would|could|can|will|is there|do you know) (a |any |some )?(charity|charities|volunteers?|someone|somebody"
        r"|anyone)( (that|who) (would|could|can|will))? (take|walk|look after|mind|have|feed) (the|my|our|his|her)"
        r" (dogs?|cats?|pets?)\b"
    ),
}
"""At a bedside. The language model has met too few of these and guesses at organ donation or privacy."""

_SENTENCE_END = re.compile(r"[.!?;,\n]+\s*")


def plainly(text: str, *, choosing: bool) -> str | None:
    """Return what short whole sentences mean that the language model takes for something else, or None."""
    words = plain(text)
    asked = next((intent for intent, sentence in _PLAIN_QUESTIONS.items() if sentence.search(words)), None)
    if asked or choosing:
        return asked
    return "edit_summary" if takes_off(_SENTENCE_END.split(text.strip(" .!?\n"))[-1]) else None
