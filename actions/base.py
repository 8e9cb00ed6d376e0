"""What every action shares: open a unit of work, let a stage decide, store, say. Nothing is decided here."""

import asyncio
from abc import ABC, abstractmethod
from dataclasses import replace
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.model.ids import PersonId, TurnId
from bot.model.position import Position
from bot.model.saying import Said, Say
from bot.records.unit_of_work import Begin
from bot.stages.conversation import Conversation, Facts


class StageAction(Action, ABC):
    """One action. `once` actions change something and do so at most once a turn, however often Rasa asks."""

    once: ClassVar[bool] = True
    easier: ClassVar[bool] = False
    """Whether the rest of the turn is said in easier words, whatever the person chose. The next action ends it."""

    def __init__(self, begin: Begin, facts: Facts) -> None:
        self._begin = begin
        self._facts = facts

    @abstractmethod
    def name(self) -> str:
        """The name in domain.yml."""

    @abstractmethod
    def decide(self, talk: Conversation, said: Said) -> None:
        """Call the stage function."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Deal with the present turn and say what follows from it."""
        message = tracker.latest_message
        turn = TurnId((message.get("metadata") or {}).get("turn", ""))
        intent = message["intent"]["name"]
        guesses = tuple((str(one["name"]), float(one["confidence"])) for one in message.get("intent_ranking") or ())
        said = Said(intent, guesses=guesses)
        says, here = await asyncio.to_thread(self._deal_with, PersonId(tracker.sender_id), turn, said)
        for say in says:
            _utter(dispatcher, say)
        return [
            SlotSet("door", here.door),
            SlotSet("about_them", here.about_them),
            SlotSet("easy_read", here.easy_read or self.easier),
        ]

    def _deal_with(self, person: PersonId, turn: TurnId, said: Said) -> tuple[list[Say], Position]:
        with self._begin() as records:
            if not records.people.exists(person):
                return [], Position()
            held = records.turns.said(turn) if self.once else None
            talk = Conversation(records, person, self._facts, held=bool(turn))
            if held is not None:
                return held, talk.position
            received = records.turns.get(turn)
            if received:
                said = replace(said, words=received.words, choice=received.choice, how=received.how)
                records.consents.said = received.how
            self.decide(talk, said)
            talk.store()
            if self.once and not talk.forgotten:
                records.turns.apply(turn, said.intent, talk.says)
            records.commit()
        for each in talk.afterwards:
            each()
        return talk.says, Position() if talk.forgotten else talk.position


def _utter(dispatcher: CollectingDispatcher, say: Say) -> None:
    buttons = [{"title": button.title, "payload": button.payload} for button in say.buttons]
    dispatcher.utter_message(response=say.response, buttons=buttons or None, **say.values)
    if say.told:
        dispatcher.utter_message(json_message={"told": list(say.told)})
    if say.links:
        links = [{"title": title, "url": url} for title, url in say.links]
        dispatcher.utter_message(json_message={"links": links})
