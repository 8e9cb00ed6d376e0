"""What the door answers: fixed, reviewed replies from data/responses/safety.yml. It needs no store and no engine."""

from dataclasses import dataclass

from bot.model.messages import Choice, Message, Reply
from bot.model.safety import Asked, SafetyIntent, Verdict
from bot.responses import FixedResponse, fixed_responses

_RESPONSES = fixed_responses("safety")

_OF_INTENT = {
    SafetyIntent.EMERGENCY: "utter_safety_emergency",
    SafetyIntent.SUICIDAL: "utter_safety_suicidal",
    SafetyIntent.PASSIVE_DEATH_WISH: "utter_safety_passive_death_wish",
    SafetyIntent.URGENT_SYMPTOMS: "utter_safety_urgent_symptoms",
    SafetyIntent.SAFEGUARDING: "utter_safety_safeguarding",
    SafetyIntent.DEATH_JUST_HAPPENED: "utter_safety_death_just_happened",
}
_OF_CHOICE = {
    "safety-safe": "utter_safety_safe",
    "safety-not-safe": "utter_safety_emergency",
    "safety-thoughts-yes": "utter_safety_suicidal",
    "safety-thoughts-no": "utter_safety_no_thoughts",
    "safety-death-expected": "utter_safety_death_expected",
    "safety-death-unexpected": "utter_safety_death_unexpected",
    "safety-carry-on": "utter_safety_carry_on",
}
_ASKS = {
    "utter_safety_suicidal": Asked.SAFE_NOW,
    "utter_safety_passive_death_wish": Asked.THOUGHTS,
}
_CARRY_ON = frozenset({"utter_safety_safe", "utter_safety_no_thoughts", "utter_safety_carry_on"})


@dataclass(frozen=True, slots=True)
class SafetyReply:
    """A fixed reply, the question it asks back (if any), and whether the conversation then carries on."""

    reply: Reply
    asks: Asked | None
    carries_on: bool


def reply_to(verdict: Verdict) -> SafetyReply:
    """Return the reply to what was found; reassurance is answered by carrying on."""
    return _reply("utter_safety_safe" if verdict.intent is None else _OF_INTENT[verdict.intent])


def press(choice: str) -> SafetyReply | None:
    """Return the reply to one of the door's own buttons, or None when it is not one of them."""
    name = _OF_CHOICE.get(choice)
    return _reply(name) if name else None


def _reply(name: str) -> SafetyReply:
    return SafetyReply(_shown(_RESPONSES[name]), _ASKS.get(name), name in _CARRY_ON)


def _shown(response: FixedResponse) -> Reply:
    *before, last = response.bubbles
    choices = tuple(Choice(title, payload) for title, payload in response.buttons)
    return Reply((*(Message(text) for text in before), Message(last, choices)))
