"""Runs one turn, whole or not at all: the one place that knows when a turn went wrong.

Rasa swallows failures: it logs a failed action and goes on, drops a response that cannot be said, stops
quietly when actions go round in circles, and keeps trackers in memory when they cannot be saved. Here each of
these raises a TurnFailedError (or the store's own error) before the tracker is saved, so a failed turn leaves
no trace and can be tried again. Whoever runs a turn needs to know one thing: it returned, or it raised.
"""

from __future__ import annotations

from typing import Any

import rasa.core.agent
from rasa.core.actions.action import Action
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import FailSafeTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActionExecutionRejected, Event, FollowupAction, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException

from what_matters_engine.tracker_store import WordFreeTrackerStore
from what_matters_engine.word_free import kept_slots, kept_value


class WrongTrackerStoreError(RasaException):
    """Conversations would be kept somewhere else than in our word-free store."""


class TurnFailedError(RasaException):
    """A turn did not run to its end; nothing of it is kept in the tracker."""


class ActionFailedError(TurnFailedError):
    """An action raised, refused to run, or said nothing where a response was due."""


class ResponseMissingError(TurnFailedError):
    """There is no variation of a response to say now."""


class TooManyActionsError(TurnFailedError):
    """Rasa's circuit breaker stopped the turn."""


class NothingSaidError(TurnFailedError):
    """The turn ended without a message: no rule answers this intent."""


class TurnProcessor(MessageProcessor):
    """Rasa's processor with every swallowed failure raised, and our store out of its in-memory wrapper."""

    def __init__(self, *, tracker_store: TrackerStore, **parts: Any) -> None:
        """Load the model; raises WrongTrackerStoreError or DomainHoldsWordsError."""
        super().__init__(tracker_store=own_store(tracker_store), on_circuit_break=_too_many_actions, **parts)
        kept_slots(self.domain)

    async def _run_prediction_loop(
        self, output_channel: OutputChannel, tracker: DialogueStateTracker
    ) -> None:
        await super()._run_prediction_loop(output_channel, tracker)
        if not getattr(output_channel, "messages", True):
            raise NothingSaidError("no message")

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        prediction: PolicyPrediction,
    ) -> bool:
        watched = _WatchedAction(action)
        another = await super()._run_action(
            watched, tracker, output_channel, _WatchedGenerator(nlg), prediction
        )
        if watched.failure is not None:
            raise ActionFailedError(action.name()) from watched.failure
        return another

    async def run_anonymization_pipeline(self, tracker: DialogueStateTracker) -> None:
        """Do nothing: the pipeline is ours and only hides words in logs."""


class _WatchedAction(Action):
    """An action that remembers why it failed, because the processor's own handler logs words and goes on."""

    def __init__(self, action: Action) -> None:
        self._action = action
        self.failure: Exception | None = None

    def name(self) -> str:
        return self._action.name()

    def event_for_successful_execution(self, prediction: PolicyPrediction) -> ActionExecuted:
        return self._action.event_for_successful_execution(prediction)

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        try:
            events = await self._action.run(output_channel, nlg, tracker, domain)
            _check_events(events, domain)
        except Exception as error:
            self.failure = error
            return []
        return events


class _WatchedGenerator(NaturalLanguageGenerator):
    """A generator that raises where Rasa's would silently say nothing."""

    def __init__(self, generator: NaturalLanguageGenerator) -> None:
        self._generator = generator

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        said = await self._generator.generate(utter_action, tracker, output_channel, **kwargs)
        if said is None:
            raise ResponseMissingError(utter_action)
        return said


def _check_events(events: list[Event], domain: Domain) -> None:
    slots = kept_slots(domain)
    for event in events:
        if isinstance(event, ActionExecutionRejected):
            raise ActionFailedError("rejected")
        if isinstance(event, FollowupAction) and event.action_name not in domain.action_names_or_texts:
            raise ActionFailedError("unknown follow-up action")
        if isinstance(event, SlotSet) and event.key in slots:
            kept_value(slots[event.key], event.value)


def _too_many_actions(*_: Any) -> None:
    raise TooManyActionsError("circuit breaker")


def own_store(store: TrackerStore) -> WordFreeTrackerStore:
    """Return our store from inside Rasa's wrappers; raises WrongTrackerStoreError when it is not there."""
    while isinstance(store, FailSafeTrackerStore):
        store = store._tracker_store
    if not isinstance(store, WordFreeTrackerStore):
        raise WrongTrackerStoreError(f"conversations would be kept in {type(store).__name__}")
    return store


def install() -> None:
    """Make Rasa's agent use TurnProcessor; Rasa has no setting for it and looks the class up by this name."""
    rasa.core.agent.MessageProcessor = TurnProcessor
