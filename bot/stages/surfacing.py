"""Grief that surfaces while a talk is planned, or what matters is told: it is heard first, and the question waits."""

from dataclasses import replace

from bot.model.position import Door, Expecting, Question
from bot.model.saying import Button, Said
from bot.stages import after_death, signposting
from bot.stages.conversation import Conversation
from bot.stages.returning import GO_ON
from bot.understanding.surfacing import surfaces, tells_of_a_death

_STOP = Button("Stop here for now", "pause")
_KEEP = Button("Keep it as my answer", "choose:told_too")
_FOR_ME = Button("Support for me", "bereavement_support")
_LISTENS = {Door.CLOSE: "anticipatory_grief", Door.GRIEVING: "bereavement_support"}
_ASKS_FOR_IT = frozenset({Question.PLAN_HARD, Question.FOCUS_CARING})
"""What feels hard, and what matters to the one who cares: there such words are the answer."""


def hear(talk: Conversation, said: Said) -> bool:
    """Acknowledge grief and let the person choose; say whether the words were that. They can be kept as the answer."""
    here = talk.position
    at_work = here.expecting is Expecting.ANSWERING and here.question not in _ASKS_FOR_IT
    if not (at_work and _stage(here.question) in {"plan", "focus"} and said.intent == "inform"):
        return False
    if _begins_with_a_death(talk, said.words):
        signposting.add(talk, said.words)
        buttons = (_FOR_ME, after_death.BUTTON, GO_ON, _KEEP)
    elif surfaces(said.words):
        somebody = Button("Talk to somebody", _LISTENS.get(here.door or Door.ME, "find_support"))
        buttons = (GO_ON, _STOP, somebody, _KEEP)
    else:
        return False
    talk.draft = replace(talk.draft, told_too=said.words)
    talk.say("utter_session_surfacing", buttons)
    return True


def _begins_with_a_death(talk: Conversation, words: str) -> bool:
    """Say whether a death is the first that is told, so that what is asked may be beside the point."""
    first = talk.position.question is Question.FOCUS_WHAT and not talk.draft.lines
    return first and talk.position.door in {Door.ME, Door.CLOSE} and tells_of_a_death(words)


def is_heard(talk: Conversation, said: Said) -> bool:
    """Say whether this turn was such words, so that the question waits until the person chooses."""
    return said.intent == "inform" and bool(said.words) and talk.draft.told_too == said.words


def _stage(question: Question | None) -> str:
    return question.partition("_")[0] if question else ""
