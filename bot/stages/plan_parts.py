"""Plan, the questions: who with, who else, when, where, what is hoped for, what feels hard. Each may be left open."""

from dataclasses import replace

from bot.model.plan import Part
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages.conversation import Conversation, passes, quoted
from bot.stages.plan_dates import dated, moment_of
from bot.understanding.plan_changes import place_beside
from bot.understanding.planning import (
    correction,
    names_somebody,
    not_yet,
    second_thought,
    tells_of_a_no,
    who_stays_away,
)

QUESTIONS = {
    Part.WHO: Question.PLAN_WHO,
    Part.OTHERS: Question.PLAN_OTHERS,
    Part.WHEN: Question.PLAN_WHEN,
    Part.WHERE: Question.PLAN_WHERE,
    Part.HOPE: Question.PLAN_HOPE,
    Part.HARD: Question.PLAN_HARD,
    Part.FIRST: Question.PLAN_TONE,
}
_PART_OF = {question: part for part, question in QUESTIONS.items()} | {Question.PLAN_WORDS: Part.FIRST}
_TOLD_HOW_FAR = frozenset({Part.WHEN, Part.HOPE, Part.FIRST})
"""How far they have come is said now and then, not at every question."""
_ADVICE = {
    "advice_children": "utter_plan_advice_children",
    "advice_unwilling": "utter_plan_advice_unwilling",
    "advice_several": "utter_plan_advice_several",
}
TAKE_OUT = Button("Take it out", "choose:take_out")
_USE_OPENING = Button("Use those words", "choose:opening")
LONGEST_NAME = 40
"""Longer words for somebody make a question hard to read, so it is asked without them."""


def ask_who(talk: Conversation) -> None:
    """Ask who the conversation is with."""
    _show_earlier(talk, Part.WHO)
    talk.say("utter_plan_ask_who")


def ask_others(talk: Conversation) -> None:
    """Ask who else may be there, and who not."""
    _show_earlier(talk, Part.OTHERS)
    if who := _name(talk):
        talk.say("utter_plan_ask_others_besides", words=who)
    else:
        talk.say("utter_plan_ask_others")


def ask_when(talk: Conversation) -> None:
    """Ask for a day and a time."""
    _show_earlier(talk, Part.WHEN)
    if who := _name(talk):
        talk.say("utter_plan_ask_when_with", words=who)
    else:
        talk.say("utter_plan_ask_when")


def ask_where(talk: Conversation) -> None:
    """Ask for a place."""
    _show_earlier(talk, Part.WHERE)
    talk.say("utter_plan_ask_where")


def ask_hope(talk: Conversation) -> None:
    """Ask what the person hopes for."""
    _show_earlier(talk, Part.HOPE)
    _offer_opening(talk)
    if who := _name(talk):
        talk.say("utter_plan_ask_hope_with", words=who)
    else:
        talk.say("utter_plan_ask_hope")


def _offer_opening(talk: Conversation) -> None:
    """Offer words that came before the plan, as they were written."""
    if talk.draft.opening and not talk.draft.plan.hope:
        talk.say("utter_focus_opening", buttons=(_USE_OPENING,), words=talk.draft.opening)


def ask_hard(talk: Conversation) -> None:
    """Ask what feels hard, with advice for those who want some."""
    _show_earlier(talk, Part.HARD)
    talk.say("utter_plan_ask_hard")


def answer_part(talk: Conversation, said: Said) -> None:
    """Take the answer to the open question in the person's own words, or leave it open."""
    part = part_asked(talk)
    if part is Part.HOPE and said.choice == "opening" and talk.draft.opening:
        words, talk.draft = talk.draft.opening, replace(talk.draft, opening="")
        take(talk, part, words)
        go_on(talk)
    elif said.choice == "take_out":
        talk.draft = replace(talk.draft, plan=talk.draft.plan.saying(part, ""))
        talk.say("utter_plan_taken_out")
        go_on(talk)
    elif part is Part.HARD and said.choice in _ADVICE:
        talk.say(_ADVICE[said.choice])
    elif part is Part.OTHERS and said.intent == "deny" and said.words:  # nobody else is an answer
        take(talk, part, said.words)
        go_on(talk)
    elif passes(said) or not_yet(said.words):
        unsure = said.intent == "express_uncertainty" or not_yet(said.words)
        talk.say("utter_focus_not_known" if unsure else "utter_focus_left_aside")
        go_on(talk)
    elif said.intent == "affirm" or not said.words:
        talk.say("utter_focus_in_your_words")
    else:
        take(talk, part, _told_ahead(talk, part, said.words))
        if part is Part.HARD and tells_of_a_no(said.words):
            talk.say("utter_plan_advice_unwilling")
        go_on(talk)


def _told_ahead(talk: Conversation, part: Part, words: str) -> str:
    """Take what is said beside an answer and would be asked next: a place, who is not to be there; return the rest."""
    plan = talk.draft.plan
    if part is Part.WHEN:
        rest, beside, about = *place_beside(words), Part.WHERE
    elif part is Part.WHO:
        rest, beside, about = *who_stays_away(words), Part.OTHERS
    else:
        return words
    if not beside or plan.has(about):
        return words
    ahead = (*plan.told_ahead, about)
    talk.draft = replace(talk.draft, plan=replace(plan.saying(about, beside), told_ahead=ahead))
    return rest


def take(talk: Conversation, part: Part, words: str, *, puts_right: bool = False) -> None:
    """Put words into the plan; say back which day was understood. One that puts another right may be half of it."""
    before = talk.draft.plan
    plan = before.saying(part, words)
    if part is Part.WHEN and words:
        plan = dated(talk, plan, words, before if puts_right else None)
    talk.draft = replace(talk.draft, plan=plan)


def put_right(talk: Conversation, said: Said) -> bool:
    """Change an earlier answer where the words say that it was a slip or is to be different; say whether they do."""
    if said.intent != "inform":
        return False
    slip = correction(said.words)
    words = slip or second_thought(said.words)
    part = _part_meant(talk, words, slip=bool(slip)) if words else None
    if part is None or not talk.draft.plan.has(part):
        return False
    if quote := quoted(words):
        talk.say("utter_plan_put_right", words=quote)
    else:
        talk.say("utter_plan_put_right_long")
    take(talk, part, words)
    return True


def _part_meant(talk: Conversation, words: str, *, slip: bool) -> Part | None:
    """Return the earlier answer that these words are to replace: by what they are, else the one just before.

    From the card a part is asked for by name, so there is no answer just before it.
    """
    question, trail = talk.position.question, talk.position.trail
    here = _PART_OF.get(question) if question else None
    before = _PART_OF.get(trail[-1][0]) if trail and here and not talk.draft.plan.made else None
    if here is not Part.WHEN and moment_of(talk, words):
        return Part.WHEN
    if here not in _OF_PEOPLE and names_somebody(words):
        return before if before in _OF_PEOPLE else Part.WHO
    return before if slip else None


_OF_PEOPLE = frozenset({Part.WHO, Part.OTHERS})


def go_on(talk: Conversation) -> None:
    """Ask for the next part; whoever has come to the card goes back to it."""
    plan = talk.draft.plan
    if plan.to_ask:
        first, *rest = plan.to_ask
        talk.draft = replace(talk.draft, plan=replace(plan, to_ask=tuple(rest)))
        talk.move(QUESTIONS[first])
        return
    following = tuple(Part)[tuple(Part).index(part_asked(talk)) + 1 :]
    following = tuple(part for part in following if part not in plan.told_ahead)
    if plan.made or not following:
        to_card(talk)
        return
    if following[0] in _TOLD_HOW_FAR:
        talk.say("utter_plan_how_far", place=str(len(Part) - len(following) + 1), all=str(len(Part)))
    talk.move(QUESTIONS[following[0]])


def to_card(talk: Conversation, question: Question = Question.PLAN_CHECK) -> None:
    """Go to the card, or to a question about it; from now on each change leads back there."""
    talk.draft = replace(talk.draft, plan=replace(talk.draft.plan, made=bool(talk.draft.plan)))
    talk.move(question)


def part_asked(talk: Conversation) -> Part:
    """Return the part that the open question is about."""
    return _PART_OF[talk.position.question] if talk.position.question else Part.WHO


def _name(talk: Conversation) -> str:
    """Return the person's words for whom they talk with, or an empty string where they are too long for a question."""
    words = quoted(talk.draft.plan.who)
    return words if len(words) <= LONGEST_NAME else ""


def _show_earlier(talk: Conversation, part: Part) -> None:
    if earlier := talk.draft.plan.words(part):
        talk.say("utter_focus_earlier", buttons=(TAKE_OUT,), words=earlier)


ASKS = {
    Question.PLAN_WHO: ask_who,
    Question.PLAN_OTHERS: ask_others,
    Question.PLAN_WHEN: ask_when,
    Question.PLAN_WHERE: ask_where,
    Question.PLAN_HOPE: ask_hope,
    Question.PLAN_HARD: ask_hard,
}
ANSWERS = dict.fromkeys(ASKS, answer_part)
