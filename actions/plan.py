"""Plan: prepare a conversation."""

from actions.base import StageAction
from bot.model.saying import Said
from bot.stages import plan
from bot.stages.conversation import Conversation


class ActionPlanStart(StageAction):
    """Begins a plan, goes on with one, or shows it."""

    def name(self) -> str:
        return "action_plan_start"

    def decide(self, talk: Conversation, said: Said) -> None:
        plan.start(talk, said.words)
