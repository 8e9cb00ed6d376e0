"""Answers a verdict, or a press on one of the door's own buttons, with fixed text. Needs nothing else to be up."""

from dataclasses import dataclass
from functools import cache

from bot.model.messages import Reply
from bot.model.safety import Asked, SafetyIntent, Verdict
from bot.safety import texts
from bot.safety.texts import TextsError

_BY_PATTERN = (
    ("emergency.self_harm.", "utter_safety_emergency_self_harm"),
    ("suicidal.other.", "utter_safety_suicidal_other"),
    ("answer.safe_now.reassured", "utter_safety_safe"),
    ("answer.safe_now.", "utter_safety_not_safe"),
    ("answer.thoughts.reassured", "utter_safety_thoughts_no"),
)
"""Patterns whose reply differs from that of their intent, by the start of the id."""
_BY_INTENT = {
    SafetyIntent.EMERGENCY: "utter_safety_emergency",
    SafetyIntent.SUICIDAL: "utter_safety_suicidal",
    SafetyIntent.PASSIVE_DEATH_WISH: "utter_safety_passive_death_wish",
    SafetyIntent.URGENT_SYMPTOMS: "utter_safety_urgent_symptoms",
    SafetyIntent.SAFEGUARDING: "utter_safety_safeguarding",
    SafetyIntent.DEATH_JUST_HAPPENED: "utter_safety_death_just_happened",
}
_BY_CHOICE = {
    "safety-safe": "utter_safety_safe",
    "safety-not-safe": "utter_safety_not_safe",
    "safety-not-sure": "utter_safety_not_safe",
    "safety-thoughts-yes": "utter_safety_suicidal",
    "safety-thoughts-sometimes": "utter_safety_suicidal",
    "safety-thoughts-no": "utter_safety_thoughts_no",
    "safety-death-expected": "utter_safety_death_expected",
    "safety-death-unexpected": "utter_safety_death_unexpected",
    "safety-death-not-sure": "utter_safety_death_unexpected",
    "safety-carry-on": "utter_safety_carry_on",
    "safety-stop-here": "utter_safety_stop_here",
}
_ASKS = {
    "utter_safety_suicidal": Asked.SAFE_NOW,
    "utter_safety_suicidal_other": Asked.SAFE_NOW,
    "utter_safety_passive_death_wish": Asked.THOUGHTS,
}
_CARRIES_ON = frozenset({"utter_safety_carry_on"})


@dataclass(frozen=True, slots=True)
class SafetyReply:
    """What to say, and the question it leaves open, if any: hand that back to `screen` with the next message.

    With `carries_on` the conversation goes on at once: its open question is asked again behind the reply.
    """

    reply: Reply
    asks: Asked | None
    carries_on: bool


@cache
def load() -> dict[str, Reply]:
    """Load the texts once. Call it at start, so that a broken file stops the start. Raises TextsError."""
    replies = texts.load()
    needed = {*(name for _, name in _BY_PATTERN), *_BY_INTENT.values(), *_BY_CHOICE.values()}
    if missing := sorted(needed - replies.keys()):
        raise TextsError(f"{texts.FILE} lacks {', '.join(missing)}")
    pressed = {c.choice for reply in replies.values() for message in reply.messages for c in message.choices}
    if dead := sorted(pressed - _BY_CHOICE.keys()):
        raise TextsError(f"{texts.FILE} has buttons that lead nowhere: {', '.join(dead)}")
    return replies


def reply_to(verdict: Verdict) -> SafetyReply:
    """Return the fixed reply to what the screen found. A reassured verdict gets a short line and "Carry on"."""
    for start, name in _BY_PATTERN:
        if verdict.pattern.startswith(start):
            return _say(name)
    return _say(_BY_INTENT[verdict.intent] if verdict.intent else "utter_safety_carry_on")


def press(choice: str) -> SafetyReply | None:
    """Return the reply to one of the door's own buttons, or None when the button is not the door's."""
    name = _BY_CHOICE.get(choice)
    return _say(name) if name else None


def _say(name: str) -> SafetyReply:
    return SafetyReply(load()[name], _ASKS.get(name), name in _CARRIES_ON)
