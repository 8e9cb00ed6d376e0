"""Help asked for now, while what matters or a talk is worked at: whom to ask comes first, and the question waits."""

from dataclasses import replace

from bot.model.again import Again
from bot.model.position import Expecting, Question
from bot.model.saying import Button, Said
from bot.stages import information
from bot.stages.conversation import Conversation
from bot.understanding.pleas import plea

_KEEP = Button("Keep it as my answer", "choose:told_too")
_ASKS_FOR_IT = frozenset({Question.PLAN_HARD, Question.FOCUS_CARING, Question.FOCUS_SUPPORT})
"""Where such words may well be the answer: they are kept, and answered too."""


def is_answered(talk: Conversation, said: Said) -> bool:
    """Say whom to ask; say whether the words were that and no more. They can be kept as the answer all the same."""
    here = talk.position
    at_work = str(here.question or "").partition("_")[0] in {"focus", "plan"}
    if not at_work or here.expecting is not Expecting.ANSWERING or said.intent != "inform" or said.choice:
        return False
    intent = plea(said.words)
    if not intent:
        return False
    information.answer(talk, intent, said.words)
    if here.question in _ASKS_FOR_IT:
        return False
    talk.draft = replace(talk.draft, told_too=said.words)
    talk.say("utter_session_told_too", (_KEEP,))
    talk.at(again=Again.ASIDE)
    return True
