"""Improve: feedback in two taps. Only counted: no person, no words."""

from collections.abc import Callable
from functools import partial

from bot.model.feedback import BECAUSE, USEFUL
from bot.model.saying import Button
from bot.stages.conversation import Conversation

ASK = "was_it_useful"
BUTTON = Button("Was this useful?", f"choose:{ASK}")
LEAVE = "because_nothing"


def ask(talk: Conversation) -> None:
    """Ask whether it was useful."""
    talk.say("utter_improve_ask_useful", tuple(Button(title, f"choose:{value}") for value, title in USEFUL.items()))


def _useful(value: str, talk: Conversation) -> None:
    talk.records.feedback.count(value)
    reasons = tuple(Button(title, f"choose:{reason}") for reason, title in BECAUSE.items())
    talk.say("utter_improve_ask_because", (*reasons, Button("Leave it there", f"choose:{LEAVE}")))


def _because(value: str, talk: Conversation) -> None:
    talk.records.feedback.count(value)
    talk.say("utter_improve_counted")


def _leave(talk: Conversation) -> None:
    talk.say("utter_improve_counted")


FROM_ANYWHERE: dict[str, Callable[[Conversation], None]] = {
    ASK: ask,
    LEAVE: _leave,
    **{value: partial(_useful, value) for value in USEFUL},
    **{value: partial(_because, value) for value in BECAUSE},
}
