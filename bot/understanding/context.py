"""The one rule of context: while a question waits, an answer is an answer, however many trigger words it holds.

Only danger, clear commands and real questions interrupt it.
"""

import re
from collections.abc import Sequence

from bot.model.leaving import only_left
from bot.model.other_sense import is_another_sense
from bot.understanding.answers import lets_go_without_copy, line_command
from bot.understanding.asides import aside
from bot.understanding.asking import asks_later, is_question
from bot.understanding.babies import may_not_live
from bot.understanding.bad_news import is_bad_news, is_pain
from bot.understanding.commands import command, plain
from bot.understanding.copies import asks_for_copy, asks_to_hand_over
from bot.understanding.differently import sees_differently
from bot.understanding.errands import ABOUT_THE_CHAT, asks_for_a_reminder, is_one, put_plainly
from bot.understanding.got_wrong import is_for_a_person, told_wrong
from bot.understanding.in_passing import asked_in_passing, takes_a_moment
from bot.understanding.in_view import in_view
from bot.understanding.kinds import ANSWER, ASKED, FALLBACK, GRIEF, INTERRUPTIONS, QUESTIONS, SAFETY, TOLD
from bot.understanding.losses import looks_ahead, nobody_has_died, speaks_of_a_loss
from bot.understanding.manners import is_manners, may_take_leave
from bot.understanding.naming import means_all_parts
from bot.understanding.needs import asked_of_a_need, asks
from bot.understanding.no_answer import in_another_language, meant, only_a_gesture, only_keys
from bot.understanding.pasted import is_about_me
from bot.understanding.pasting import asks_to_paste
from bot.understanding.plainly import HALT, plainly
from bot.understanding.planning import tells_of_a_no
from bot.understanding.pointing import asks_which
from bot.understanding.relaying import answer_passed_on
from bot.understanding.somebody import asks_for_somebody
from bot.understanding.to_the_chat import WHAT_TO_SAY, asked_again, doubts, said_to_chat
from bot.understanding.unsaying import unsays
from bot.understanding.whom import only_says_whom, put_right

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
LEAST_SAFETY = 0.90
"""The door has judged these words already and with more to go by, so the language model must be very sure."""
NEVER = 2.0
MOST_MOVE_WORDS = 14

_MAY_BE_ANSWERS = frozenset(
    {
        "privacy", "morning", "evening", "print", "copy", "delete", "end", "enough", "we talked",
        "we have talked", "weve talked", "this was not right", "that was not right", "something was not right",
        "complaint", "complain", "feedback", "did they answer", "its wrong", "thats wrong",
    }
)  # fmt: skip
"""Single words that command something, and that can as well be what matters to somebody; and why it does."""

_NOT_THAT = re.compile(r"\b(dont|do not|not to|never) (\w+ )?(delete|share|keep|erase|remove|wipe|stop sharing)\b")
"""Words against doing something are never taken for the command to do it."""

_NO_SENTENCE = re.compile(r"[{}\[\]<>\\|=^`~]")
"""Signs that stand in no sentence said to the chat. The language model has never met them and may guess anything."""

_BEREAVED_BY_SUICIDE = re.compile(
    r"\b(my|his|her|our|their) \w+( \w+)? (died by suicide|(took|ended) (his|her|their) own life|committed suicide"
    r"|killed (himself|herself|themselves)|hanged (himself|herself))\b"
)
"""Somebody has died. The language model alone is not sure enough to call that danger; the safety door reads it too."""
_DANGER_ALL_THE_SAME = re.compile(
    r"\b(same|join (him|her|them)|with (him|her|them)|myself|(im|i am|ill|i will|want|going) to|my (own )?life"
    r"|nearly|almost|tried)\b"
)

_POSTCODE = re.compile(r"^\s*[a-z]{1,2}\d{1,2}[a-z]?(\s*\d[a-z]{2}|\s+\d[a-z]?)?\s*[.!]?\s*$", re.IGNORECASE)
"""Where somebody lives: an answer, whatever the language model makes of four letters and numbers."""

_NAMES_EVERYTHING = re.compile(
    r"\b(every\w*|all|any\w*|data|records?|accounts?|the lot|whole|info\w*|details|(?<!was )me|my|mine|stuff|profile"
    r"|history|files?|trace|system|computer|server|books|none|nothing|gdpr|forgotten|complete\w*"
    r"|permanent\w*|for ?ever"
    r"|for good|summary|notes|(what|things) (i|ive|weve|we|he|she)|about us|closed?|chat|conversation|messages"
    r"|it|this|gone|destroy\w*)\b"
)
"""Only words that may mean all of it are guessed to ask for deleting; "take the crying off" is about a line."""

_GOES_ON = re.compile(
    r"\b(next|back|on|where|wheres?|whaur|left|leave|off|continue|finish\w*|rest|pick\w*|up to|questions?"
    r"|got (to|tae)"
    r"|last|reach|ready|start\w*|yesterday|proceed|saying|asking|item|place|more|thread|resume|whats after)\b"
)
"""A question without one of these does not ask to go on where they were: "when can we try again"."""

_LEAVING = frozenset({"pause", "stop", "goodbye"})
_MAY_LEAVE = re.compile(
    r"\b(later|tomorrow|back|break|pause|tired|sleep\w*|rest|nap|lie down|today|tonight|enough|stop\w*|finish\w*|bye"
    r"|leave it|another (day|time)|(got|have|need|must|going) (to )?go|till|until|door|phone|kettle|loo"
    r"|toilet|nurse)\b"
)
"""Without one of these, words behind "hang on" or "wait" are no end of the talk: they go on with it."""
LEAST_GOING_ON = 2
_BETWEEN = re.compile(r"\b(?:between|torn) (?:\w+ ){1,6}(?:and|or) \w")
"""Undecided, and between what: that is what somebody has to say."""
_FOR_WHOM = re.compile(
    r"(?:its |it is |this is |just )*(?:for|about) (?:me|myself|my \w+|someone|somebody)(?: close(?: to me)?)?"
    r"(?: please| thanks)*"
)
"""Who something is for, and no more: an answer to a choice."""


def _word_for_word(text: str, state: str) -> str | None:
    """Return what these words mean whatever the language model makes of them, or None."""
    if asked := _asked_of_the_record(text, state):
        return asked
    if takes_a_moment(text):
        return "pause"
    exact = command(text) or _left_after_a_halt(plain(text))
    if exact is not None and not (state == "answering" and plain(text) in _MAY_BE_ANSWERS):
        return exact
    if said_aside := "give_feedback" if told_wrong(text) or is_for_a_person(text) else aside(text, state):
        return said_aside
    if asked_in_passing(text) or (state != "open" and is_manners(text)):
        return "ask_in_passing"
    return meant(text) or _in_this_place(text, state)


def _asked_of_the_record(text: str, state: str) -> str | None:
    """Return what is to be done with what is written: a kind of copy made, an About Me taken as it is; or None."""
    adds = state == "choosing" and in_view(text)
    if is_about_me(text) or (asks_to_paste(text, state) and not adds):
        return "record_summary"
    hands_over = state != "answering" and asks_to_hand_over(text)
    return "get_copy" if hands_over or asks_for_copy(text, state) else None


def _left_after_a_halt(words: str) -> str | None:
    """Return the command to stop or to leave a question that stands behind "hang on" or "wait", or None."""
    meant = command(HALT.sub("", words)) if HALT.match(words) else None
    return meant if meant in _LEAVING or meant == "skip" else None


def _in_this_place(text: str, state: str) -> str | None:
    """Return what these words mean because of what waits for them, or None."""
    if state == "answering" and unsays(text):
        return "edit_summary"
    if state == "answering" and (only_a_gesture(text) or only_keys(text)):
        return FALLBACK
    if state != "open" and answer_passed_on(text):
        return ANSWER
    if state != "answering" and tells_of_a_no(text):
        return "plan_conversation"
    if sees_differently(text):
        return "see_differently"
    chosen = state == "choosing" and (
        _FOR_WHOM.fullmatch(plain(text))
        or asks_which(text)
        or text.strip(" .)").isdigit()
        or lets_go_without_copy(text)
    )
    return ANSWER if chosen or _POSTCODE.match(text) else None


def act_on(ranking: Ranking, text: str, state: str) -> tuple[str, float]:
    """Return the intent to act on, with its confidence (0 to 1), for a message read as `ranking` while `state` holds.

    `ranking`: intents with their confidences, likeliest first. `state` is `open` (nothing is asked), `answering` (an
    open question waits) or `choosing` (a choice waits).
    """
    if exact := _word_for_word(text, state):
        return exact, 1.0
    words = plain(text)
    goes_on = _goes_on_after_a_halt(words)
    if goes_on:
        ranking = [each for each in ranking if each[0] not in _LEAVING]
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
        if intent not in SAFETY and not _stands_on_nothing(intent, text, state)
    ]
    if state == "open":
        intent, confidence = _when_open(rest, text)
        return (ANSWER, 1.0) if goes_on and intent == FALLBACK else (intent, confidence)
    return _when_asked(rest, text, choosing=state == "choosing")


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
    kind = "" if state == "open" else said_to_chat(text)
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
    if (exact := question and (_word_for_word(question, state) or plainly(question, state))) in ASKED:
        return str(exact)
    asked = [(intent, confidence) for intent, confidence in ranking if intent in ASKED]
    likely = sum(confidence for _, confidence in asked)
    return asked[0][0] if question and likely >= LEAST_OPEN else "ask_in_passing"


def _stands_on_nothing(intent: str, text: str, state: str) -> bool:
    """Say whether a guess at a reminder, deleting or grief has no word for it. With nothing asked, any may be grief."""
    if intent == "delete_my_data":
        return means_all_parts(text)
    if intent == "set_reminder":
        return not asks_for_a_reminder(plain(text))
    if intent == "goodbye":
        return not may_take_leave(text)
    if intent == "resume":
        return asks(text) and not _GOES_ON.search(plain(text))
    return intent in GRIEF and (_of_no_loss(text, state) or (intent != "anticipatory_grief" and nobody_has_died(text)))


def _of_no_loss(text: str, state: str) -> bool:
    if state == "open" and not (looks_ahead(text) or nobody_has_died(text)):
        return False
    return not speaks_of_a_loss(text)


def _when_asked(ranking: Ranking, text: str, *, choosing: bool) -> tuple[str, float]:
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
    if errand == "express_uncertainty" and _BETWEEN.search(words):
        return ANSWER, 1.0
    if is_one(errand) and not put_plainly(errand, words, asked=bool(turned_away)):
        return ANSWER, 1.0
    if interruptions and likely >= _least(interruptions[0][0], text) and not (choosing and line_command(text)):
        return interruptions[0][0], min(likely, 1.0)
    return ANSWER, 1.0


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


def _when_open(ranking: Ranking, text: str) -> tuple[str, float]:
    if not ranking or not any(character.isalpha() for character in text):
        return FALLBACK, 1.0
    intent, confidence = ranking[0]
    leads_away = intent in _LEADS_AWAY and not (intent in _OF_THE_CHAT and is_question(text))
    least = LEAST_ASIDE if leads_away else LEAST_OPEN
    return (intent, min(confidence, 1.0)) if confidence >= least else (FALLBACK, confidence)
