"""The one rule of context: while a question waits, an answer is an answer, however many trigger words it holds.

Only danger, clear commands and real questions interrupt it.
"""

import re

from bot.model.leaving import only_left
from bot.model.other_sense import is_another_sense
from bot.understanding.babies import may_not_live
from bot.understanding.bad_news import is_bad_news, is_pain
from bot.understanding.commands import plain
from bot.understanding.kinds import ANSWER, ASKED, FALLBACK, GRIEF, SAFETY
from bot.understanding.likely import LEAST_OPEN, Ranking, stands_on_nothing, when_asked, when_open
from bot.understanding.losses import nobody_has_died
from bot.understanding.needs import asked_of_a_need
from bot.understanding.no_answer import in_another_language
from bot.understanding.plainly import HALT, plainly
from bot.understanding.somebody import asks_for_somebody
from bot.understanding.to_the_chat import WHAT_TO_SAY, asked_again, asks_if_allowed, doubts, said_to_chat
from bot.understanding.whom import only_says_whom, put_right
from bot.understanding.word_for_word import LEAVING, word_for_word

LEAST_SAFETY = 0.90
"""The door has judged these words already and with more to go by, so the language model must be very sure."""

_BEREAVED_BY_SUICIDE = re.compile(
    r"\b(my|his|her|our|their) \w+( \w+)? (died by suicide|(took|ended) (his|her|their) own life|committed suicide"
    r"|killed (himself|herself|themselves)|hanged (himself|herself))\b"
)
"""Somebody has died. The language model alone is not sure enough to call that danger; the safety door reads it too."""
_DANGER_ALL_THE_SAME = re.compile(
    r"\b(same|join (him|her|them)|with (him|her|them)|myself|(im|i am|ill|i will|want|going) to|my (own )?life"
    r"|nearly|almost|tried)\b"
)

_NAMES_EVERYTHING = re.compile(
    r"\b(every\w*|all|any\w*|data|records?|accounts?|the lot|whole|info\w*|details|(?<!was )me|my|mine|stuff|profile"
    r"|history|files?|trace|system|computer|server|books|none|nothing|gdpr|forgotten|complete\w*"
    r"|permanent\w*|for ?ever"
    r"|for good|summary|notes|(what|things) (i|ive|weve|we|he|she)|about us|closed?|chat|conversation|messages"
    r"|it|this|gone|destroy\w*)\b"
)
"""Only words that may mean all of it are guessed to ask for deleting; "take the crying off" is about a line."""

_MAY_LEAVE = re.compile(
    r"\b(later|tomorrow|back|break|pause|tired|sleep\w*|rest|nap|lie down|today|tonight|enough|stop\w*|finish\w*|bye"
    r"|leave it|another (day|time)|(got|have|need|must|going) (to )?go|till|until|door|phone|kettle|loo"
    r"|toilet|nurse)\b"
)
"""Without one of these, words behind "hang on" or "wait" are no end of the talk: they go on with it."""
LEAST_GOING_ON = 2


def act_on(ranking: Ranking, text: str, state: str) -> tuple[str, float]:
    """Return the intent to act on, with its confidence (0 to 1), for a message read as `ranking` while `state` holds.

    `ranking`: intents with their confidences, likeliest first. `state` is `open` (nothing is asked), `answering` (an
    open question waits) or `choosing` (a choice waits).
    """
    if exact := word_for_word(text, state):
        return exact, 1.0
    words = plain(text)
    goes_on = _goes_on_after_a_halt(words)
    if goes_on:
        ranking = [each for each in ranking if each[0] not in LEAVING]
    if ranking and ranking[0][0] == "death_just_happened" and (only_left(text) or nobody_has_died(text)):
        return ANSWER, 1.0
    danger = sum(confidence for intent, confidence in ranking if intent in SAFETY)
    noticed = bool(ranking) and ranking[0][0] in SAFETY and danger >= LEAST_SAFETY
    if noticed and not is_another_sense(text, ranking[0][0]):
        if not (_BEREAVED_BY_SUICIDE.search(words) and not _DANGER_ALL_THE_SAME.search(words)):
            return ranking[0]
        ranking = [("bereaved_suicide", danger), *ranking]
    if meant := _meant_beside_danger(ranking, text, state):
        return meant, 1.0
    everything = _NAMES_EVERYTHING.search(words) is not None
    rest = [
        (
            "edit_summary" if intent == "delete_my_data" and not everything else intent,
            confidence / max(1 - danger, 1e-6),
        )
        for intent, confidence in ranking
        if intent not in SAFETY and not stands_on_nothing(intent, text, state)
    ]
    if state == "open":
        intent, confidence = when_open(rest, text)
        return (ANSWER, 1.0) if goes_on and intent == FALLBACK else (intent, confidence)
    return when_asked(rest, text, choosing=state == "choosing")


def _goes_on_after_a_halt(words: str) -> bool:
    """Say whether "hang on" or "wait" only leads in to words that say more."""
    rest = HALT.sub("", words)
    return rest != words and len(rest.split()) >= LEAST_GOING_ON and not _MAY_LEAVE.search(rest)


def _meant_beside_danger(ranking: Ranking, text: str, state: str) -> str | None:
    """Return what words mean that no guess is to be made of, once they are known to be no danger, or None."""
    if state != "open" and nobody_has_died(text):
        return ANSWER
    if asks_for_somebody(text, state):
        return "find_support"
    if in_another_language(text):
        return FALLBACK if state == "open" else ANSWER
    question = asked_again(text)
    if question is not None:
        return _asked_at_last(ranking, question, state)
    if meant := plainly(text, state) or asked_of_a_need(text, state) or _said_of_loss_or_doubt(ranking, text, state):
        return meant
    kind = said_to_chat(text) if state != "open" or asks_if_allowed(text) else ""
    return "ask_clarify" if kind == WHAT_TO_SAY else "ask_in_passing" if kind else None


def _said_of_loss_or_doubt(ranking: Ranking, text: str, state: str) -> str | None:
    """Return what a doubt before anything began, a baby who may not live, or a name alone means, or None."""
    if state != "answering" and doubts(text):
        return "ask_in_passing"
    if may_not_live(text):
        return ANSWER if state == "answering" else "anticipatory_grief"
    return ANSWER if only_says_whom(text) or put_right(text)[0] or _is_only_heard(ranking, text, state) else None


def _is_only_heard(ranking: Ranking, text: str, state: str) -> bool:
    """Say whether these are bad news, or pain while a question waits: heard by the stage, and no guess made of them."""
    if state == "answering" and is_pain(text):
        return True
    grieves = bool(ranking) and ranking[0][0] in GRIEF
    return state == "open" and is_bad_news(text) and not grieves


def _asked_at_last(ranking: Ranking, question: str, state: str) -> str:
    """Return what somebody asks again who was not answered: never an answer, and at the least a plain word of that."""
    if (exact := question and (word_for_word(question, state) or plainly(question, state))) in ASKED:
        return str(exact)
    asked = [(intent, confidence) for intent, confidence in ranking if intent in ASKED]
    likely = sum(confidence for _, confidence in asked)
    return asked[0][0] if question and likely >= LEAST_OPEN else "ask_in_passing"
