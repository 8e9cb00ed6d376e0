"""How likely a guess of the language model must be to be acted on, with nothing asked and while a question waits."""

import re
from collections.abc import Callable, Sequence

from bot.understanding.answers import line_command
from bot.understanding.asking import asks_later, is_question
from bot.understanding.babies import early_loss, expects, says_baby
from bot.understanding.commands import plain
from bot.understanding.errands import ABOUT_THE_CHAT, OF_SHARING, asks_for_a_reminder, is_one, put_plainly
from bot.understanding.kinds import ANSWER, ASKED, FALLBACK, GRIEF, INTERRUPTIONS, QUESTIONS, TOLD
from bot.understanding.losses import looks_ahead, nobody_has_died, speaks_of_a_loss
from bot.understanding.manners import may_take_leave
from bot.understanding.naming import means_all_parts
from bot.understanding.needs import asks
from bot.understanding.no_fear import tells_of_no_fear
from bot.understanding.plainly import HALT

Ranking = Sequence[tuple[str, float]]

_PUTS_ASIDE = re.compile(
    r"\b(never ?mind (that|this|me|what)|forget (that|this)|put that aside|(that|this|the|your|good|silly) questions?"
    r"|leave (that|this) (for|to|be|one)|(instead of|not about) (that|this)|youre asking|you ask(ed)?"
    r"|(cant|cannot|couldnt|wont|not able to|not going to) (even )?(answer|do this|focus|concentrate|get into)"
    r"|(cant|cannot) (even )?think (straight|about (that|this|it|what))|before (i|we) (answer|go on|carry on"
    r"|get to))\b"
    r"|^(oh |no |ok |right )*(hang on|hold on|sorry (to|but|its|cant|i cant|not))\b"
)
"""Words that speak of the open question itself, so as not to answer it."""

LEAST_OPEN = 0.20
"""With nothing asked, a guess less likely than this is not acted on: two meanings are offered instead."""
LEAST_ASIDE = 0.50
"""And a guess of one of these, which lead away from what was told, unless it is a question about the chat."""
_LEADS_AWAY = frozenset({"chitchat", "goodbye", "ask_who_are_you", "ask_privacy", "out_of_scope", "set_reminder"})
_OF_THE_CHAT = frozenset({"ask_who_are_you", "ask_privacy"})
LEAST_INTERRUPTION = 0.70
LEAST_QUESTION = 0.40
LEAST_STATEMENT = 0.97
LEAST_ABOUT_THE_CHAT = 0.30
LEAST_MOVE = 0.70
LEAST_TOLD = 0.50
"""How likely it must be, all interruptions taken together, that somebody does not answer the waiting question. In this
order: words to the chat; anything put as a question; a matter of living and dying put as a statement; words that move
or end the conversation and speak of it; such words that do not; what is told in words that put the question aside."""
NEVER = 2.0
MOST_MOVE_WORDS = 14

_NOT_THAT = re.compile(r"\b(dont|do not|not to|never) (\w+ )?(delete|share|keep|erase|remove|wipe|stop sharing)\b")
"""Words against doing something are never taken for the command to do it."""

_NO_SENTENCE = re.compile(r"[{}\[\]<>\\|=^`~]")
"""Signs that stand in no sentence said to the chat. The language model has never met them and may guess anything."""

_GOES_ON = re.compile(
    r"\b(next|back|on|where|wheres?|whaur|left|leave|off|continue|finish\w*|rest|pick\w*|up to|questions?"
    r"|got (to|tae)"
    r"|last|reach|ready|start\w*|yesterday|proceed|saying|asking|item|place|more|thread|resume|whats after)\b"
)
"""A question without one of these does not ask to go on where they were: "when can we try again"."""

_SAYS_WHO_DECIDES = re.compile(
    r"\b(?:i|we|he|she|they|me|mum|dad|my \w+)(?: (?:will|want to|would like to|get to|should|must|alone|that"
    r"|who|still"
    r"|always))* (?:decides?|choos(?:e|es)|says?|picks?) (?:when|how|who|what|where|whether|if|for (?:my|him"
    r"|her)self)\b"
    r"|\b(?:its|that is|thats|it is|will be|be|as) (?:my|our|his|her) (?:own )?(?:decision|choice|say)\b"
    r"|\bup to me (?:when|how|who|what|where|whether|if)\b"
)
_UNDECIDED = re.compile(
    r"\b(?:dont|do not|not|cant|cannot|never|hard|unsure|no idea|how (?:do|can) (?:i|we)|if only)\b"
)
"""Who is to decide is an answer, and no doubt; "I can't decide when" is one."""

_BETWEEN = re.compile(r"\b(?:between|torn) (?:\w+ ){1,6}(?:and|or) \w")
"""Undecided, and between what: that is what somebody has to say."""


_OF_SEEING = re.compile(
    r"\b(see|seen|show\w*|look\w*|read\w*|hear|view|check|review|open|print|tell|repeat|remind|recap|far|what|whats|where"
    r"|summary|draft|notes|list|record|written|wrote|down|back|again|said|says|page|copy|version|words"
    r"|(?:did|do|have) (?:you|u|ya))\b"
)
"""Without one of these nobody asks to see what is written: "it's all I've got" says why something matters."""
_NAMED_IN_AN_ANSWER = {"share_summary": OF_SHARING, "review_summary": _OF_SEEING}
_LACKS: dict[str, Callable[[str], bool]] = {
    "delete_my_data": means_all_parts,
    "set_reminder": lambda text: not asks_for_a_reminder(plain(text)),
    "goodbye": lambda text: not may_take_leave(text),
    "express_fear": tells_of_no_fear,
}
"""What a guess lacks that would bear it out."""


def stands_on_nothing(intent: str, text: str, state: str) -> bool:
    """Say whether a guess at an errand that needs a word for it, or at grief, has none.

    With nothing asked, any may be grief.
    """
    if intent in _LACKS:
        return _LACKS[intent](text)
    if _of_no_baby(intent, text):
        return True
    if intent in _NAMED_IN_AN_ANSWER and state == "answering":
        return not _NAMED_IN_AN_ANSWER[intent].search(plain(text))
    if intent == "resume":
        return asks(text) and not _GOES_ON.search(plain(text))
    return intent in GRIEF and (_of_no_loss(text, state) or (intent != "anticipatory_grief" and nobody_has_died(text)))


def _of_no_baby(intent: str, text: str) -> bool:
    if intent != "baby_loss" or early_loss(text) or says_baby(text):
        return False
    return not (speaks_of_a_loss(text) or expects(text))


def _of_no_loss(text: str, state: str) -> bool:
    if state == "open" and not (looks_ahead(text) or nobody_has_died(text)):
        return False
    return not speaks_of_a_loss(text)


def when_asked(ranking: Ranking, text: str, *, choosing: bool) -> tuple[str, float]:
    words = plain(text)
    if _NOT_THAT.search(words) and (choosing or not _takes_back_a_yes(ranking, words)):
        return ("deny" if choosing else ANSWER), 1.0
    if _NO_SENTENCE.search(text):
        return ANSWER, 1.0
    turned_away = is_question(text) or _PUTS_ASIDE.search(words)
    may_interrupt = INTERRUPTIONS | TOLD if turned_away else INTERRUPTIONS
    if is_question(HALT.sub("", words)) and HALT.match(words):
        may_interrupt -= {"pause"}
    interruptions = [(intent, confidence) for intent, confidence in ranking if intent in may_interrupt]
    likely = sum(confidence for _, confidence in interruptions)
    errand = interruptions[0][0] if interruptions and not choosing else ""
    if errand == "express_uncertainty" and (_BETWEEN.search(words) or _says_who_decides(words)):
        return ANSWER, 1.0
    if is_one(errand) and not put_plainly(errand, words, asked=bool(turned_away)):
        return ANSWER, 1.0
    if interruptions and likely >= _least(interruptions[0][0], text) and not (choosing and line_command(text)):
        return interruptions[0][0], min(likely, 1.0)
    return ANSWER, 1.0


def _says_who_decides(words: str) -> bool:
    return _SAYS_WHO_DECIDES.search(words) is not None and not _UNDECIDED.search(words)


def _takes_back_a_yes(ranking: Ranking, words: str) -> bool:
    """Say whether "don't share it any more" is meant for what is shared already: taken back as easily as given."""
    return bool(ranking) and ranking[0][0] == "withdraw_consent" and bool(re.search(r"\bshar(e|ed|ing)\b", words))


def _least(intent: str, text: str) -> float:
    if intent in ABOUT_THE_CHAT:
        words = plain(text)
        if ABOUT_THE_CHAT[intent].search(words):
            return LEAST_ABOUT_THE_CHAT
        if intent == "give_feedback":  # "it keeps me out of mischief" praises an allotment
            return LEAST_STATEMENT
        return LEAST_MOVE if len(words.split()) <= MOST_MOVE_WORDS else NEVER
    if is_question(text) or (intent in ASKED and asks_later(text)):
        return LEAST_QUESTION
    if intent in TOLD:
        return LEAST_TOLD
    return LEAST_STATEMENT if intent in QUESTIONS else LEAST_INTERRUPTION


def when_open(ranking: Ranking, text: str) -> tuple[str, float]:
    if not ranking or not any(character.isalpha() for character in text):
        return FALLBACK, 1.0
    intent, confidence = ranking[0]
    leads_away = intent in _LEADS_AWAY and not (intent in _OF_THE_CHAT and is_question(text))
    least = LEAST_ASIDE if leads_away else LEAST_OPEN
    return (intent, min(confidence, 1.0)) if confidence >= least else (FALLBACK, confidence)
