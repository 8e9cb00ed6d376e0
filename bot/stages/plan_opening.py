"""Plan, the first words: three ways to begin, made from the person's own answers; or words of their own.

Each asks first whether now is all right. What was typed is quoted as a note, so no sentence breaks on it.
"""

from dataclasses import replace

from bot.model.plan import Part
from bot.model.position import Door, Question
from bot.model.saying import Said, Say
from bot.stages.conversation import Conversation, passes, quoted
from bot.stages.plan_parts import TAKE_OUT, go_on, take
from bot.understanding.answers import number
from bot.understanding.planning import hard_to_hear, not_yet
from bot.understanding.talked_about import talked_about
from bot.understanding.tones import tone_named, wants_none

_LINES = {
    "gentle": ("utter_plan_gentle", "utter_plan_gentle_note"),
    "plain": ("utter_plan_plain", "utter_plan_plain_note"),
    "light": ("utter_plan_light", "utter_plan_light_note"),
}
"""For each tone: the line without a word of the person's own, and the one that quotes what they hope for."""
_ABOUT = {
    "gentle": ("utter_plan_gentle_about", "utter_plan_gentle_note_about"),
    "plain": ("utter_plan_plain_about", "utter_plan_plain_note_about"),
    "light": ("utter_plan_light_about", "utter_plan_light_note_about"),
}
"""The same where the talk is with others, about the one whom the record is about."""


def ask_tone(talk: Conversation) -> None:
    """Offer three ways to begin."""
    if talk.draft.plan.first:
        talk.say("utter_focus_earlier", buttons=(TAKE_OUT,), words=talk.draft.plan.first)
    talk.say("utter_plan_three_ways")
    for tone in _LINES:
        say_line(talk, tone)
    talk.say("utter_plan_ask_tone")


def answer_tone(talk: Conversation, said: Said) -> None:
    """Take a tone by button, name or number, or words of their own."""
    tone = _tone(said)
    if tone:
        talk.draft = replace(talk.draft, plan=replace(talk.draft.plan.saying(Part.FIRST, ""), tone=tone))
        go_on(talk)
    elif said.choice == "own" or wants_none(said.words):
        talk.move(Question.PLAN_WORDS)
    else:
        _take_own(talk, said, "utter_plan_say_tone")


def ask_words(talk: Conversation) -> None:
    """Ask how the person would begin."""
    if talk.draft.plan.first:
        talk.say("utter_focus_earlier", buttons=(TAKE_OUT,), words=talk.draft.plan.first)
    talk.say("utter_plan_ask_words")


def answer_words(talk: Conversation, said: Said) -> None:
    """Take the person's own first words."""
    _take_own(talk, said, "utter_focus_in_your_words")


def _take_own(talk: Conversation, said: Said, ask_again: str) -> None:
    if said.choice == "take_out" or passes(said) or not_yet(said.words):
        _leave(talk, said)
    elif said.intent == "affirm" or not said.words:
        talk.say(ask_again)
    else:
        take(talk, Part.FIRST, said.words)
        go_on(talk)


def say_line(talk: Conversation, tone: str) -> None:
    """Say the line of a tone, with what the person hopes for where that is short and fit to be said."""
    note, about = quoted(talk.draft.plan.hope), _about(talk)
    bare, with_a_note = (_ABOUT if about else _LINES)[tone]
    values = {"whom": about} if about else {}
    if note and not hard_to_hear(note):
        talk.says.append(Say(with_a_note, values | {"words": note}))
    else:
        talk.says.append(Say(bare, values))


def _about(talk: Conversation) -> str:
    """Return whom the talk is about, as the speaker would say it to somebody else; "" where it is with them."""
    of_them = talk.draft.about if talk.position.door is Door.CLOSE else ""
    return talked_about(talk.draft.plan.who, of_them)


def _leave(talk: Conversation, said: Said) -> None:
    if said.choice == "take_out":
        take(talk, Part.FIRST, "")
        talk.say("utter_plan_taken_out")
    else:
        talk.say("utter_focus_left_aside")
    go_on(talk)


def _tone(said: Said) -> str:
    """Return the tone that was chosen, or an empty string."""
    if said.choice in _LINES:
        return said.choice
    nth = number(said.words, len(_LINES)) if said.words else None
    return tuple(_LINES)[nth - 1] if nth else tone_named(said.words)


ASKS = {Question.PLAN_TONE: ask_tone, Question.PLAN_WORDS: ask_words}
ANSWERS = {Question.PLAN_TONE: answer_tone, Question.PLAN_WORDS: answer_words}
