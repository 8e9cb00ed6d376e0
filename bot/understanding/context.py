"""The one rule of context: while a question waits, an answer is an answer, however many trigger words it holds.

Only danger, clear commands and real questions interrupt it.
"""

import re
from collections.abc import Sequence

from bot.model.leaving import only_left
from bot.model.other_sense import is_another_sense
from bot.understanding.answers import lets_go_without_copy, line_command
from bot.understanding.asides import aside
from bot.understanding.commands import command, plain
from bot.understanding.differently import sees_differently
from bot.understanding.errands import ABOUT_THE_CHAT, is_one, put_plainly
from bot.understanding.in_passing import asked_in_passing, takes_a_moment
from bot.understanding.no_answer import in_another_language, meant, only_a_gesture, only_keys
from bot.understanding.plainly import HALT, plainly
from bot.understanding.planning import tells_of_a_no

Ranking = Sequence[tuple[str, float]]

FALLBACK = "nlu_fallback"
ANSWER = "inform"

SAFETY = frozenset(
    {"emergency", "suicidal", "passive_death_wish", "urgent_symptoms", "safeguarding", "death_just_happened"}
)
_TO_THE_CHAT = frozenset(
    {
        "skip", "go_back", "pause", "resume", "stop", "start_over", "help", "ask_clarify", "ask_why_asking", "greet",
        "goodbye", "thank", "review_summary", "edit_summary", "share_summary", "record_summary", "get_copy",
        "ask_who_viewed", "withdraw_consent", "delete_my_data", "ask_who_are_you", "ask_privacy", "set_reminder",
        "report_directory_error", "express_uncertainty", "give_feedback",
    }
)  # fmt: skip
QUESTIONS = frozenset(
    {
        "ask_how_to_start_talking", "ask_talk_to_children", "ask_advance_care_planning", "ask_adrt", "ask_lpa",
        "ask_cpr", "ask_place_of_care", "ask_what_to_expect", "ask_comfort", "ask_out_of_hours", "ask_carer_support",
        "ask_money", "ask_wills_funerals", "ask_organ_donation", "ask_digital_legacy", "ask_spiritual",
        "ask_assisted_dying", "ask_medical_advice", "find_support", "volunteer_help",
    }
)  # fmt: skip
"""Of living and dying. Said as a statement, "no resuscitation", each is as likely what matters to somebody."""
_TOLD = frozenset(
    {
        "express_distress", "express_fear", "express_anger", "express_guilt", "express_loneliness", "express_peace",
        "bereavement_support", "bereaved_child", "bereaved_suicide", "bereaved_sudden", "baby_loss",
        "anticipatory_grief", "plan_conversation", "focus_on_what_matters", "reflect_on_conversation", "chitchat",
        "out_of_scope", "abusive",
    }
)  # fmt: skip
"""Feelings, losses and other matters. Told in answer to a question they are the answer, and are kept; they interrupt
it only when they are put as a question themselves, or when the words put the open one aside: "never mind that"."""
INTERRUPTIONS = _TO_THE_CHAT | QUESTIONS
"""What may interrupt a waiting question when it is likely enough. Yes and no never do: consent hangs on them, so
they are read word for word or not at all."""

_PUTS_ASIDE = re.compile(
    r"\b(never ?mind (that|this|me|what)|forget (that|this)|put that aside|(that|this|the|your|good|silly) questions?"
    r"|leave (that|this) (for|to|be|one)|(instead of|not about) (that|this)|youre asking|you ask(ed)?"
    r"|(cant|cannot|couldnt|wont|not able to|not going to) (even )?(answer|do this|focus|concentrate|get into)"
    r"|(cant|cannot) (even )?think (straight|about (that|this|it|what))|before (i|we) (answer|go on|carry on|get to))\b"
    r"|^(oh |no |ok |right )*(hang on|hold on|sorry (to|but|its|cant|i cant|not))\b"
)
"""Words that speak of the open question itself, so as not to answer it."""

LEAST_OPEN = 0.20
"""With nothing asked, a guess less likely than this is not acted on: two meanings are offered instead."""
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
        "privacy", "morning", "evening", "print", "copy", "share", "delete", "end", "enough", "we talked",
        "we have talked", "weve talked", "this was not right", "that was not right", "something was not right",
        "complaint", "complain", "feedback", "did they answer",
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

_POSTCODE = re.compile(r"^\s*[a-z]{1,2}\d{1,2}[a-z]?(\s*\d[a-z]{2})?\s*[.!]?\s*$", re.IGNORECASE)
"""Where somebody lives: an answer, whatever the language model makes of four letters and numbers."""

_NAMES_EVERYTHING = re.compile(
    r"\b(every\w*|all|any\w*|data|records?|accounts?|the lot|whole|info\w*|details|(?<!was )me|my|mine|stuff|profile"
    r"|history|files?|trace|system|computer|server|books|none|nothing|gdpr|forgotten|complete\w*|permanent\w*|for ?ever"
    r"|for good|summary|notes|(what|things) (i|ive|weve|we|he|she)|about us|closed?|chat|conversation|messages"
    r"|it|this|gone|destroy\w*)\b"
)
"""Only words that may mean all of it are guessed to ask for deleting; "take the crying off" is about a line."""

_QUESTION = re.compile(
    r"^(so |and |but |ok |sorry |please |um |er |hang on |hold on |wait )*(who|what|whats|where|wheres|when|whens|why"
    r"|how|hows|which|tell me|explain|show me|(can|could|will|would|do|does|did|is|are|am|should|may|has|have)"
    r" (i|you|we|they|he|she|it|my|your|our|his|her|the|there|this|that|someone|anyone|somebody|anybody|people))\b"
)
_BARE_WISH = re.compile(
    r"^(what|who) (matters|im|id)\b|^(how|when|where|what|who) (i|im|we|my|he|hes|she|shes|they|it|its|the)\b"
)
"""Begins like a question and tells something: "when I'm gone", "who I love", "what matters is the dog"."""


_FOR_WHOM = re.compile(
    r"(?:its |it is |this is |just )*(?:for|about) (?:me|myself|my \w+|someone|somebody)(?: close(?: to me)?)?"
    r"(?: please| thanks)*"
)
"""Who something is for, and no more: an answer to a choice."""


def _word_for_word(text: str, state: str) -> str | None:
    """Return what these words mean whatever the language model makes of them, or None."""
    if takes_a_moment(text):
        return "pause"
    exact = command(text)
    if exact is not None and not (state == "answering" and plain(text) in _MAY_BE_ANSWERS):
        return exact
    if said_aside := aside(text, state):
        return said_aside
    if asked_in_passing(text):
        return "ask_in_passing"
    return meant(text) or _in_this_place(text, state)


def _in_this_place(text: str, state: str) -> str | None:
    """Return what these words mean because of what waits for them, or None."""
    if state == "answering" and (only_a_gesture(text) or only_keys(text)):
        return FALLBACK
    if state != "answering" and tells_of_a_no(text):
        return "plan_conversation"
    if sees_differently(text):
        return "see_differently"
    chosen = state == "choosing" and (
        _FOR_WHOM.fullmatch(plain(text)) or text.strip(" .)").isdigit() or lets_go_without_copy(text)
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
    if ranking and ranking[0][0] == "death_just_happened" and only_left(text):
        return ANSWER, 1.0
    danger = sum(confidence for intent, confidence in ranking if intent in SAFETY)
    noticed = bool(ranking) and ranking[0][0] in SAFETY and danger >= LEAST_SAFETY
    if noticed and not is_another_sense(text, ranking[0][0]):
        if not (_BEREAVED_BY_SUICIDE.search(words) and not _DANGER_ALL_THE_SAME.search(words)):
            return ranking[0]
        ranking = [("bereaved_suicide", danger), *ranking]
    if meant := _meant_beside_danger(text, state):
        return meant, 1.0
    everything = _NAMES_EVERYTHING.search(words) is not None
    rest = [
        (
            "edit_summary" if intent == "delete_my_data" and not everything else intent,
            confidence / max(1 - danger, 1e-6),
        )
        for intent, confidence in ranking
        if intent not in SAFETY
    ]
    if state == "open":
        return _when_open(rest, text)
    return _when_asked(rest, text, choosing=state == "choosing")


def _meant_beside_danger(text: str, state: str) -> str | None:
    """Return what words mean that no guess is to be made of, once they are known to be no danger, or None."""
    if in_another_language(text):
        return FALLBACK if state == "open" else ANSWER
    return plainly(text, state)


def _when_asked(ranking: Ranking, text: str, *, choosing: bool) -> tuple[str, float]:
    words = plain(text)
    if _NOT_THAT.search(words) and (choosing or not _takes_back_a_yes(ranking, words)):
        return ("deny" if choosing else ANSWER), 1.0
    if _NO_SENTENCE.search(text):
        return ANSWER, 1.0
    turned_away = is_question(text) or _PUTS_ASIDE.search(words)
    may_interrupt = INTERRUPTIONS | _TOLD if turned_away else INTERRUPTIONS
    if is_question(HALT.sub("", words)) and HALT.match(words):
        may_interrupt -= {"pause"}
    interruptions = [(intent, confidence) for intent, confidence in ranking if intent in may_interrupt]
    likely = sum(confidence for _, confidence in interruptions)
    errand = interruptions[0][0] if interruptions and not choosing else ""
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
    if is_question(text):
        return LEAST_QUESTION
    if intent in _TOLD:
        return LEAST_TOLD
    return LEAST_STATEMENT if intent in QUESTIONS else LEAST_INTERRUPTION


def _when_open(ranking: Ranking, text: str) -> tuple[str, float]:
    if not ranking or not any(character.isalpha() for character in text):
        return FALLBACK, 1.0
    intent, confidence = ranking[0]
    return (intent, min(confidence, 1.0)) if confidence >= LEAST_OPEN else (FALLBACK, confidence)


def is_question(text: str) -> bool:
    """Say whether the words ask something, rather than tell something that begins like a question."""
    if text.rstrip().endswith("?"):
        return True
    words = plain(text)
    return bool(_QUESTION.search(words)) and not _BARE_WISH.search(words)
