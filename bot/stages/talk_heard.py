"""The account of a talk that has been had, told where something else is asked: it is looked back on, and is no line."""

from bot.model.position import Door, Question
from bot.model.saying import Said
from bot.stages import plan_changes, reflect
from bot.stages.conversation import Conversation
from bot.understanding.talk_had import had_a_talk

_OF_WHAT_MATTERS = frozenset({Question.FOCUS_WHAT, Question.FOCUS_WHY, Question.FOCUS_SUPPORT, Question.FOCUS_MORE})
_AT = _OF_WHAT_MATTERS | plan_changes.ON_THE_CARD


def turns_to_it(talk: Conversation, said: Said) -> bool:
    """Look back on a talk that the words tell of; say whether they do. The question waits."""
    here = talk.position
    if here.question not in _AT or said.intent != "inform" or said.choice or here.door is Door.WRITING:
        return False
    if not had_a_talk(said.words):
        return False
    reflect.start(talk, said.words)
    return True
