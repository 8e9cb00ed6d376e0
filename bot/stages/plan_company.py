"""Plan, somebody who is to be there as well: they stand beside who else was named, and it is shown."""

from bot.model.plan import Part
from bot.model.position import Question
from bot.model.saying import Said
from bot.stages import plan_parts
from bot.stages.conversation import Conversation
from bot.stages.plan_changes import ON_THE_CARD, Step, change_parts
from bot.understanding.plan_company import comes_too, is_nobody

_WHERE_IT_IS_AN_ANSWER = frozenset({Question.PLAN_WHO, Question.PLAN_OTHERS})
_ON_THE_WAY = frozenset(plan_parts.QUESTIONS.values()) - _WHERE_IT_IS_AN_ANSWER


def is_heard(talk: Conversation, said: Said) -> bool:
    """Add whoever is to come as well, while a plan is made or looked at; say whether somebody is."""
    if talk.position.question not in _ON_THE_WAY | ON_THE_CARD or said.choice:
        return False
    who, others = comes_too(said.words), talk.draft.plan.others
    if not who:
        return False
    change_parts(talk, [Step(Part.OTHERS, who if not others or is_nobody(others) else f"{others}, {who}")])
    return True
