"""Plan, the card: read back in the person's own words, put right, deleted."""

from dataclasses import replace

from bot.model.plan import Part, Plan
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages.conversation import Conversation, passes
from bot.stages.plan_dates import day_in_words, own_zone
from bot.stages.plan_opening import say_line
from bot.stages.plan_parts import QUESTIONS, to_card
from bot.understanding.answers import agrees_to, leaves_it, lets_go
from bot.understanding.commands import plain
from bot.understanding.planning import part_named

LABELS = {
    Part.WHO: "Who with",
    Part.OTHERS: "Who else",
    Part.WHEN: "When",
    Part.WHERE: "Where",
    Part.HOPE: "I hope for",
    Part.HARD: "Feels hard",
    Part.FIRST: "First words",
}
_MESSAGES = ((Part.WHO, Part.OTHERS), (Part.WHEN, Part.WHERE), (Part.HOPE, Part.HARD), (Part.FIRST,))
"""What stands together in one message of the card."""
_PARTS = {f"part_{part}": part for part in Part}


def ask_check(talk: Conversation) -> None:
    """Read the plan back and ask whether it is right."""
    show(talk)
    unfinished = talk.draft.plan.next_part is not None
    talk.say("utter_plan_ask_check", buttons=(Button("Go on with my plan", "choose:go_on"),) if unfinished else ())


def answer_check(talk: Conversation, said: Said) -> None:
    """Go on when it is right; else to the change that was asked for."""
    named, open_part = part_named(said.words), talk.draft.plan.next_part
    if said.choice == "right" or said.intent == "affirm":
        talk.say("utter_plan_done", days=str(talk.facts.draft_days))
        to_card(talk, Question.PLAN_READY)
    elif said.choice == "go_on" and open_part:
        talk.draft = replace(talk.draft, plan=replace(talk.draft.plan, made=False))
        talk.move(QUESTIONS[open_part])
    elif said.choice == "change" or said.intent == "deny":
        to_card(talk, Question.PLAN_CHANGE)
    elif named:
        to_card(talk, Question.PLAN_CHANGE)
        talk.move(QUESTIONS[Part(named)])
    elif said.choice == "clear_plan" or lets_go(said.words):
        talk.turn_aside(Question.PLAN_CLEAR)
    elif passes(said):
        talk.say("utter_plan_left")
        talk.finish()
    else:
        talk.say("utter_plan_say_check")


def ask_change(talk: Conversation) -> None:
    """Ask which part to change."""
    parts = tuple(Button(LABELS[part], f"choose:part_{part}") for part in Part)
    talk.say("utter_plan_ask_change", buttons=(*parts, Button("Leave it as it is", "deny")))


def answer_change(talk: Conversation, said: Said) -> None:
    """Go to the question about the part that was chosen."""
    named = part_named(said.words)
    if said.choice in _PARTS or named:
        talk.move(QUESTIONS[_PARTS[said.choice] if said.choice in _PARTS else Part(named)])
    elif said.intent == "affirm" and "right" in plain(said.words).split():
        answer_check(talk, said)
    elif passes(said) or said.intent == "affirm" or leaves_it(said.words):
        talk.say("utter_plan_stays")
        talk.move(Question.PLAN_CHECK)
    else:
        talk.say("utter_plan_say_change")


def ask_clear(talk: Conversation) -> None:
    """Ask for a clear yes to deleting the plan."""
    talk.say("utter_plan_ask_clear")


def answer_clear(talk: Conversation, said: Said) -> None:
    """Delete the plan on a clear yes; on anything else it stays."""
    if said.choice == "delete_plan" or (said.intent == "affirm" and agrees_to(said.words, "delete")):
        clear(talk)
        talk.say("utter_plan_cleared")
        talk.at(returning_to=None)
        talk.finish()
        return
    talk.say("utter_plan_stays")
    talk.turn_back()


def clear(talk: Conversation) -> None:
    """Let the plan go, and with it what sealed it, where nothing else is kept."""
    talk.draft = replace(talk.draft, plan=Plan())
    talk.words_let_go = True


def show(talk: Conversation) -> None:
    """Read the plan back, with what it is."""
    talk.say("utter_plan_card")
    read_back(talk)


def read_back(talk: Conversation) -> None:
    """Say the plan in short messages. Nothing is said of what was left open."""
    plan = talk.draft.plan
    for parts in _MESSAGES:
        said = [(part, plan.words(part)) for part in parts if plan.words(part)]
        lines = [f"{LABELS[part]}: “{words}”{_when(talk, plan, part)}" for part, words in said]
        if lines:
            talk.say("utter_plan_part", lines="\n".join(lines))
    if plan.tone:
        talk.say("utter_plan_first_words")
        say_line(talk, plan.tone)


def _when(talk: Conversation, plan: Plan, part: Part) -> str:
    """Return the day that was understood, in brackets."""
    if part is not Part.WHEN or plan.moment is None:
        return ""
    day = day_in_words(plan, plan.moment, own_zone(talk), talk.now)
    return f" (this was {day})" if plan.moment <= talk.now else f" ({day})"


ASKS = {Question.PLAN_CHECK: ask_check, Question.PLAN_CHANGE: ask_change, Question.PLAN_CLEAR: ask_clear}
ANSWERS = {Question.PLAN_CHECK: answer_check, Question.PLAN_CHANGE: answer_change, Question.PLAN_CLEAR: answer_clear}
