"""Short whole sentences that the language model takes for something else: at a bedside, and of what was just said."""

import re

from bot.understanding.asides import takes_off
from bot.understanding.commands import command, plain
from bot.understanding.editing import edit
from bot.understanding.planning import wish
from bot.understanding.privacy import asked as asked_of_privacy

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

HALT = re.compile(
    r"^(?:(?:oh|no|so|sorry|but|well) )*(?:hang on|hold on|wait|just a (?:minute|second|sec)) "
    r"(?:(?:a (?:minute|second|sec|bit)|sorry|no|so|but|and|though|then|hang on|wait) )*"
)
"""Before a question it does not ask for a pause."""
_ASKED_AFTER_A_HALT = frozenset(
    {"ask_privacy", "ask_who_viewed", "ask_who_are_you", "ask_why_asking", "ask_clarify", "help", "go_back",
     "review_summary", "get_copy"}
)  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?;,\n]+\s*")


def plainly(text: str, state: str) -> str | None:
    """Return what short whole sentences mean that the language model takes for something else, or None."""
    words = plain(text)
    asked = next((intent for intent, sentence in _PLAIN_QUESTIONS.items() if sentence.search(words)), None)
    asked = "ask_privacy" if asked_of_privacy(text) else asked or _after_a_halt(words)
    asked = asked or ("plan_conversation" if wish(text) else None)
    if asked or state == "choosing":
        return asked or ("edit_summary" if edit(text) else None)
    if state == "open" and edit(text):
        return "edit_summary"
    return "edit_summary" if takes_off(_SENTENCE_END.split(text.strip(" .!?\n"))[-1]) else None


def _after_a_halt(words: str) -> str | None:
    """Return what is asked behind "hang on" or "wait", or None."""
    meant = command(HALT.sub("", words)) if HALT.match(words) else None
    return meant if meant in _ASKED_AFTER_A_HALT else None
