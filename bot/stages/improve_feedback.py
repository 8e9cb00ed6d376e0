"""Improve: feedback in two taps. Only counted: no person, no words."""

from collections.abc import Callable
from functools import partial

from bot.model.feedback import BECAUSE, USEFUL
from bot.model.saying import Button
from bot.stages.conversation import Conversation

ASK = "was_it_useful"
BUTTON = Button("Was this useful?", f"choose:{ASK}")
LEAVE = "because_nothing"
_USEFUL, _BECAUSE = "useful", "because"
"""The two taps."""


def ask(talk: Conversation) -> None:
    """Ask whether it was useful, once."""
    if _USEFUL in talk.position.counted:
        talk.say("utter_improve_counted_before")
        return
    talk.say("utter_improve_ask_useful", tuple(Button(title, f"choose:{value}") for value, title in USEFUL.items()))


def _useful(value: str, talk: Conversation) -> None:
    if not _counts(talk, _USEFUL, value):
        return
    reasons = tuple(Button(title, f"choose:{reason}") for reason, title in BECAUSE.items())
    talk.say("utter_improve_ask_because", (*reasons, Button("Leave it there", f"choose:{LEAVE}")))


def _because(value: str, talk: Conversation) -> None:
    if _counts(talk, _BECAUSE, value):
        talk.say("utter_improve_counted")


def _counts(talk: Conversation, tap: str, value: str) -> bool:
    """Count a tap, once for each conversation; say whether it was counted now. That it was is kept, not what it was."""
    if tap in talk.position.counted:
        talk.say("utter_improve_counted_before")
        return False
    talk.records.feedback.count(value)
    talk.at(counted=(*talk.position.counted, tap))
    return True


def _leave(talk: Conversation) -> None:
    talk.say("utter_improve_counted")


FROM_ANYWHERE: dict[str, Callable[[Conversation], None]] = {
    ASK: ask,
    LEAVE: _leave,
    **{value: partial(_useful, value) for value in USEFUL},
    **{value: partial(_because, value) for value in BECAUSE},
}
