"""Safety, second net: what only the language model noticed is reported to the gateway, whose one door answers."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.base import StageAction
from bot.model.saying import Said
from bot.stages.conversation import Conversation


class ActionSafety(StageAction):
    """Reports the present safety intent. It says nothing itself and needs no store."""

    def name(self) -> str:
        return "action_safety"

    def decide(self, talk: Conversation, said: Said) -> None:
        """Decide nothing: the door does."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        dispatcher.utter_message(json_message={"safety": tracker.latest_message["intent"]["name"]})
        return []
