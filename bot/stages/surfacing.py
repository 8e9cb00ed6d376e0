"""Grief that surfaces while a talk is planned, or what matters is told: it is heard first, and the question waits."""

from dataclasses import replace

from bot.model.position import Door, Expecting, Question
from bot.model.saying import Button, Said
from bot.stages.conversation import Conversation
from bot.stages.returning import GO_ON
from bot.understanding.surfacing import surfaces

_STOP = Button("Stop here for now", "pause")
_KEEP = Button("Keep it as my answer", "choose:told_too")
_LISTENS = {Door.CLOSE: "anticipatory_grief", Door.GRIEVING: "bereavement_support"}
_ASKS_FOR_IT = frozenset({Question.PLAN_HARD, Question.FOCUS_CARING})
"""What feels hard, and what matters to the one who cares: there such words are the answer."""


def hear(talk: Conversation, said: Said) -> bool:
    """Acknowledge grief and let the person choose; say whether the words were that. They can be kept as the answer."""
    here = talk.position
    at_work = here.expecting is Expecting.ANSWERING and here.question not in _ASKS_FOR_IT
    if not (
        at_work and _stage(here.question) in {"plan", "focus"} and said.intent == "inform" and surfaces(said.words)
    ):
        return False
    talk.draft = replace(talk.draft, told_too=said.words)
    somebody = Button("Talk to somebody", _LISTENS.get(here.door or Door.ME, "find_support"))
    talk.say("utter_session_surfacing", (GO_ON, _STOP, somebody, _KEEP))
    return True


def is_heard(talk: Conversation, said: Said) -> bool:
    """Say whether this turn was such words, so that the question waits until the person chooses."""
    return said.intent == "inform" and bool(said.words) and talk.draft.told_too == said.words


def _stage(question: Question | None) -> str:
    return question.partition("_")[0] if question else ""
