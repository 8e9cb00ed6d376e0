"""The one rule of context: while a question waits, an answer is an answer, however many trigger words it holds.

Only danger, clear commands and real questions interrupt it.
"""

import re

from bot.understanding.answers import line_command
from bot.understanding.commands import command, plain

FALLBACK = "nlu_fallback"
ANSWER = "inform"

SAFETY = frozenset(
    {"emergency", "suicidal", "passive_death_wish", "urgent_symptoms", "safeguarding", "death_just_happened"}
)
COMMANDS = frozenset(
    {
        "skip", "go_back", "pause", "resume", "stop", "start_over", "help", "ask_clarify", "ask_why_asking", "greet",
        "goodbye", "thank", "review_summary", "edit_summary", "share_summary", "record_summary", "get_copy",
        "ask_who_viewed", "withdraw_consent", "delete_my_data", "ask_who_are_you", "ask_privacy", "set_reminder",
        "report_directory_error", "express_uncertainty",
    }
)  # fmt: skip
NEVER_GUESSED = frozenset({"affirm", "deny", "choose", "arrive"})
"""While a question waits, yes and no are read word for word or not at all: consent hangs on them."""

_ABOUT_THE_CHAT = {
    "skip": re.compile(r"\b(question|next one|the one after|not that one|pass on (this|that))\b"),
    "go_back": re.compile(r"\b(question|the one before|wrong button|last answer)\b"),
    "pause": re.compile(r"\b((can|could) we pause|back in \w+ minutes|finish this (later|tomorrow)|need to pause)\b"),
    "stop": re.compile(r"\b(questions?|the chat|this chat|close it|stop this)\b"),
    "start_over": re.compile(r"\b(start|begin) (it |this |the whole thing |all )?(again|over|afresh)\b"),
    "goodbye": re.compile(r"\b(bye|goodbye|have to go now|got to go now)\b"),
}
"""These end or move a conversation, and the words just said go with the turn. So while a question waits they are only
guessed when the sentence speaks of the chat itself: "the question before", never "go back to Ireland"."""

LEAST_OPEN = 0.20
LEAST_QUESTION = 0.45
LEAST_COMMAND = 0.50
LEAST_COMMAND_WITHOUT_A_WORD_FOR_IT = 0.85
LEAST_SAFETY = 0.60
LEAST_SAFETY_OPEN = 0.50
MOST_COMMAND_WORDS = 12

_MAY_BE_ANSWERS = frozenset({"privacy", "morning", "evening", "print", "copy", "share", "delete", "end", "enough"})
"""Single words that command something, and that can as well be what matters to somebody."""

_NOT_THAT = re.compile(r"\b(dont|do not|not to|never) (\w+ )?(delete|share|keep|erase|remove|wipe|stop sharing)\b")
"""Words against doing something are never taken for the command to do it."""

_BEREAVED_BY_SUICIDE = re.compile(
    r"\b(my|his|her|our|their) \w+( \w+)? (died by suicide|(took|ended) (his|her|their) own life|committed suicide"
    r"|killed (himself|herself|themselves)|hanged (himself|herself))\b"
)
_ABOUT_ME = re.compile(
    r"\b(same|join (him|her|them)|with (him|her|them)|myself|(im|i am|ill|i will|want|going) to|my (own )?life)\b"
)
"""Somebody has died. The language model alone is not sure enough to call that danger; the safety door reads it too."""

_WORDS_FOR = {
    "help": re.compile(r"\b(help|supposed to|what can (you|i))\b"),
    "ask_privacy": re.compile(r"\b(private|confidential|safe|secret|see|read|stored|kept)\b"),
    "ask_clarify": re.compile(r"\b(you mean|understand|simpl\w+|that means?)\b"),
    "ask_who_viewed": re.compile(r"\b(who|anyone|anybody|looked|opened)\b"),
    "withdraw_consent": re.compile(r"\b(sharing|share|consent|permission)\b"),
    "delete_my_data": re.compile(r"\b(delete|erase|wipe|wiped|forget)\b"),
    "set_reminder": re.compile(r"\bremind\w*\b"),
}
"""Words without which a sentence that answers a question is only taken for a command when the model is very sure."""

_QUESTION = re.compile(
    r"\?\s*$|^(so |and |but |ok |sorry |please |um |er )*(who|what|whats|where|wheres|when|why|how|hows|which|can"
    r"|could|will|would|do|does|did|is|are|am|should|may|tell me|explain|show me)\b"
)
_BARE_WISH = re.compile(r"^(what|who) (matters|i|we|im|id)\b|^(how|when|where|what|who) (i|we|my|he|she|they|it)\b")


def act_on(intent: str, confidence: float, text: str, state: str) -> tuple[str, float]:
    """Return the intent to act on, with its confidence, for a message read as `intent` while `state` holds.

    `state` is `open` (nothing is asked), `answering` (an open question waits) or `choosing` (a choice waits).
    """
    exact = command(text)
    if exact is not None and not (state == "answering" and plain(text) in _MAY_BE_ANSWERS):
        return exact, 1.0
    words = plain(text)
    if intent == "suicidal" and _BEREAVED_BY_SUICIDE.search(words) and not _ABOUT_ME.search(words):
        intent = "bereaved_suicide"
    if state == "open":
        return _when_open(intent, confidence, text)
    return _when_asked(intent, confidence, text, choosing=state == "choosing")


def _when_asked(intent: str, confidence: float, text: str, *, choosing: bool) -> tuple[str, float]:
    if intent in SAFETY and confidence >= LEAST_SAFETY:
        return intent, confidence
    if _NOT_THAT.search(plain(text)):
        return ("deny" if choosing else ANSWER), 1.0
    if _interrupts(intent, confidence, text) and not (choosing and line_command(text)):
        return intent, confidence
    return ANSWER, 1.0


def _when_open(intent: str, confidence: float, text: str) -> tuple[str, float]:
    if not any(character.isalpha() for character in text):
        return FALLBACK, 1.0
    if confidence < LEAST_OPEN or (intent in SAFETY and confidence < LEAST_SAFETY_OPEN):
        return FALLBACK, confidence
    return intent, confidence


def _interrupts(intent: str, confidence: float, text: str) -> bool:
    if intent == ANSWER or intent in NEVER_GUESSED or intent in SAFETY:
        return False
    words = plain(text)
    if intent in _ABOUT_THE_CHAT:
        return confidence >= LEAST_COMMAND and _ABOUT_THE_CHAT[intent].search(words) is not None
    if intent in COMMANDS and len(words.split()) <= MOST_COMMAND_WORDS:
        named = intent in _WORDS_FOR and _WORDS_FOR[intent].search(words) is not None
        if confidence >= (LEAST_COMMAND if named else LEAST_COMMAND_WITHOUT_A_WORD_FOR_IT):
            return True
    return confidence >= LEAST_QUESTION and is_question(text)


def is_question(text: str) -> bool:
    """Say whether the words ask something, rather than tell something that begins like a question."""
    words = text.strip().lower().replace("\u2019", "'").replace("'", "")
    return bool(_QUESTION.search(words)) and not _BARE_WISH.search(words)
