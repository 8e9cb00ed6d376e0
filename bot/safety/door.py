"""Answers a verdict, or a press on one of the door's own buttons, with fixed text. Needs nothing else to be up."""

from dataclasses import dataclass
from functools import cache

from bot.model.messages import Message, Reply
from bot.model.safety import Asked, SafetyIntent, Told, Verdict
from bot.safety import texts
from bot.safety.texts import TextsError

_BY_PATTERN = (
    ("emergency.self_harm.", "utter_safety_emergency_self_harm"),
    ("suicidal.other.", "utter_safety_suicidal_other"),
    ("passive_death_wish.other.", "utter_safety_passive_death_wish_other"),
    ("safeguarding.own.", "utter_safety_safeguarding_own"),
    ("answer.any.misread", "utter_safety_misread"),
    ("answer.any.", "utter_safety_safe"),
    ("answer.safe_now.reassured", "utter_safety_safe"),
    ("answer.safe_now.so_do_i", "utter_safety_suicidal"),
    ("answer.safe_now.", "utter_safety_not_safe"),
    ("answer.thoughts.reassured", "utter_safety_thoughts_no"),
    ("death_just_happened.with_staff", "utter_safety_death_with_staff"),
    ("death_just_happened.seen_to", "utter_safety_death_seen_to"),
    ("answer.death_expected.nobody", "utter_safety_death_mistaken"),
    ("answer.death_expected.expected", "utter_safety_death_expected"),
    ("answer.death_expected.past", "utter_safety_death_past"),
    ("answer.death_expected.", "utter_safety_death_unexpected"),
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
    "safety-death-past": "utter_safety_death_past",
    "safety-death-nobody": "utter_safety_death_mistaken",
    "safety-carry-on": "utter_safety_carry_on",
    "safety-carry-on-death": "utter_safety_carry_on_death",
    "safety-stop-here": "utter_safety_stop_here",
    "safety-young-safe": "utter_safety_young_safe",
    "safety-young-not-safe": "utter_safety_young_emergency",
    "safety-young-thoughts": "utter_safety_young_suicidal",
}
_YOUNG = {
    "utter_safety_emergency": "utter_safety_young_emergency",
    "utter_safety_emergency_self_harm": "utter_safety_young_emergency",
    "utter_safety_not_safe": "utter_safety_young_emergency",
    "utter_safety_suicidal": "utter_safety_young_suicidal",
    "utter_safety_suicidal_other": "utter_safety_young_suicidal_other",
    "utter_safety_passive_death_wish": "utter_safety_young_passive_death_wish",
    "utter_safety_passive_death_wish_other": "utter_safety_young_suicidal_other",
    "utter_safety_safeguarding": "utter_safety_young_safeguarding",
    "utter_safety_death_just_happened": "utter_safety_young_death_just_happened",
    "utter_safety_death_with_staff": "utter_safety_young_death_just_happened",
    "utter_safety_death_seen_to": "utter_safety_young_death_just_happened",
    "utter_safety_safe": "utter_safety_young_safe",
    "utter_safety_thoughts_no": "utter_safety_young_safe",
    "utter_safety_misread": "utter_safety_young_safe",
}
"""What takes the place of a text when the writer says, or said just before, that they are under 18."""
_ASIDES = {
    "safety-nation": "utter_safety_not_in_england",
    "safety-kept": "utter_safety_kept",
    "safety-tell": "utter_safety_tell_someone",
    "safety-tell-other": "utter_safety_tell_someone_other",
    "safety-tell-private": "utter_safety_tell_someone_private",
    "safety-tell-young": "utter_safety_tell_someone_young",
}
"""Texts to read on the side: what stands before the colon of a button's id."""
_OFFERED_ON = {
    "suicidal": "utter_safety_suicidal",
    "suicidal-other": "utter_safety_suicidal_other",
    "passive": "utter_safety_passive_death_wish",
    "passive-other": "utter_safety_passive_death_wish_other",
    "urgent": "utter_safety_urgent_symptoms",
    "safeguarding": "utter_safety_safeguarding",
    "own": "utter_safety_safeguarding_own",
    "death": "utter_safety_death_expected",
    "young": "utter_safety_young_suicidal",
    "young-other": "utter_safety_young_suicidal_other",
    "young-passive": "utter_safety_young_passive_death_wish",
    "young-safeguarding": "utter_safety_young_safeguarding",
    "young-death": "utter_safety_young_death_just_happened",
}
"""Where they are offered: what stands behind the colon. The last bubble there, with its question, is said again."""
_TELLS = {
    "utter_safety_emergency": Told.EMERGENCY,
    "utter_safety_emergency_self_harm": Told.EMERGENCY,
    "utter_safety_not_safe": Told.EMERGENCY,
    "utter_safety_suicidal": Told.SUICIDAL,
    "utter_safety_suicidal_other": Told.SUICIDAL,
    "utter_safety_passive_death_wish": Told.PASSIVE_DEATH_WISH,
    "utter_safety_passive_death_wish_other": Told.PASSIVE_DEATH_WISH,
    "utter_safety_urgent_symptoms": Told.URGENT_SYMPTOMS,
    "utter_safety_safeguarding": Told.SAFEGUARDING,
    "utter_safety_safeguarding_own": Told.SAFEGUARDING,
    "utter_safety_death_just_happened": Told.DEATH_JUST_HAPPENED,
    "utter_safety_death_expected": Told.DEATH_JUST_HAPPENED,
    "utter_safety_death_with_staff": Told.DEATH_JUST_HAPPENED,
    "utter_safety_death_seen_to": Told.DEATH_JUST_HAPPENED,
    "utter_safety_death_unexpected": Told.DEATH_JUST_HAPPENED,
} | dict.fromkeys(_YOUNG.values(), Told.YOUNG)
_REASSURED = ("utter_safety_safe", "utter_safety_thoughts_no", "utter_safety_misread", "utter_safety_young_safe")
_ASKS = dict.fromkeys((*_TELLS, *_REASSURED), Asked.STILL_IN_DANGER) | {
    "utter_safety_suicidal": Asked.SAFE_NOW,
    "utter_safety_suicidal_other": Asked.SAFE_NOW,
    "utter_safety_passive_death_wish": Asked.THOUGHTS,
    "utter_safety_passive_death_wish_other": Asked.SAFE_NOW,
    "utter_safety_death_just_happened": Asked.DEATH_EXPECTED,
    "utter_safety_young_suicidal": Asked.SAFE_NOW,
    "utter_safety_young_suicidal_other": Asked.SAFE_NOW,
    "utter_safety_young_passive_death_wish": Asked.THOUGHTS,
}
"""What each leaves open. Where nothing is asked in words, "I am fine, really" is still no answer to anything else."""
_AFTER = {
    Told.YOUNG: "utter_safety_after_young",
    Told.EMERGENCY: "utter_safety_after_emergency",
    Told.SUICIDAL: "utter_safety_after_suicidal",
    Told.SAFEGUARDING: "utter_safety_after_safeguarding",
    Told.URGENT_SYMPTOMS: "utter_safety_after_urgent_symptoms",
    Told.DEATH_JUST_HAPPENED: "utter_safety_after_death_just_happened",
    Told.PASSIVE_DEATH_WISH: "utter_safety_after_passive_death_wish",
}
_ASKED_BACK = {
    Told.YOUNG: "utter_safety_young_emergency",
    Told.EMERGENCY: "utter_safety_emergency",
    Told.SUICIDAL: "utter_safety_suicidal",
    Told.SAFEGUARDING: "utter_safety_safeguarding",
    Told.URGENT_SYMPTOMS: "utter_safety_urgent_symptoms",
    Told.PASSIVE_DEATH_WISH: "utter_safety_passive_death_wish",
}
"""Whose last bubble, with its way on, follows when somebody asks about a reply. After a death the steps answer."""
_YOUNG_ASKED: dict[Asked | None, str] = {
    Asked.SAFE_NOW: "utter_safety_young_suicidal",
    Asked.THOUGHTS: "utter_safety_young_passive_death_wish",
}
"""The same for somebody under 18, by the question that is open."""
_QUESTION = {Asked.SAFE_NOW: "utter_safety_suicidal", Asked.THOUGHTS: "utter_safety_passive_death_wish"}
"""Whose last bubble asks again what has no clear answer yet."""
_SAME_AGAIN = "utter_safety_same_again"
_WHETHER_TO_TELL = "utter_safety_whether_to_tell"
_CARRIES_ON = frozenset({"utter_safety_carry_on", "utter_safety_carry_on_death"})
_SETTLES = frozenset(
    {
        "utter_safety_death_expected",
        "utter_safety_death_past",
        "utter_safety_death_with_staff",
        "utter_safety_death_seen_to",
    }
)
"""After these, whether the same death was expected is not asked again."""
_TAKES_BACK = {"utter_safety_death_mistaken": Told.DEATH_JUST_HAPPENED}
"""What was never so: no line comes back to it, and no reminder ends because of it."""


@dataclass(frozen=True, slots=True)
class SafetyReply:
    """What to say, and the question it leaves open, if any: hand that back to `screen` with the next message.

    `tells`: the danger it speaks of, if any; `after` has the line that the next ordinary reply begins with.
    `takes_back`: the danger that was read where there was none. `settles`: it is known how a death was.
    With `carries_on` the conversation goes on at once: its open question is asked again behind the reply.
    """

    reply: Reply
    asks: Asked | None
    tells: Told | None
    carries_on: bool
    takes_back: Told | None = None
    settles: bool = False


@cache
def load() -> dict[str, Reply]:
    """Load the texts once. Call it at start, so that a broken file stops the start. Raises TextsError."""
    replies = texts.load()
    tables = (_BY_INTENT, _BY_CHOICE, _YOUNG, _ASIDES, _OFFERED_ON, _AFTER)
    needed = {
        _SAME_AGAIN,
        _WHETHER_TO_TELL,
        *(name for _, name in _BY_PATTERN),
        *(name for table in tables for name in table.values()),
    }
    if missing := sorted(needed - replies.keys()):
        raise TextsError(f"{texts.FILE} lacks {', '.join(missing)}")
    pressed = {c.choice for reply in replies.values() for message in reply.messages for c in message.choices}
    if dead := sorted(choice for choice in pressed - _BY_CHOICE.keys() if _aside(choice) is None):
        raise TextsError(f"{texts.FILE} has buttons that lead nowhere: {', '.join(dead)}")
    return replies


def reply_to(verdict: Verdict, *, young: bool = False) -> SafetyReply:
    """Return the fixed reply to what the screen found. A reassured verdict gets a short line and "Carry on".

    `young`: the writer says, or said just before, that they are under 18.
    """
    name = _name(verdict)
    return _say(_YOUNG.get(name, name) if young else name)


def press(choice: str) -> SafetyReply | None:
    """Return the reply to one of the door's own buttons, or None when the button is not the door's."""
    if name := _BY_CHOICE.get(choice):
        return _say(name)
    if (names := _aside(choice)) is None:
        return None
    aside, offered_on = names
    reply = Reply((*load()[aside].messages, load()[offered_on].messages[-1]), urgent=True)
    return SafetyReply(reply, _ASKS.get(offered_on), None, carries_on=False)


def same_again(reply: Reply) -> Reply:
    """Return what is said instead of a reply that was given a moment ago: where it stands, with its way on."""
    return Reply((*load()[_SAME_AGAIN].messages, reply.messages[-1]), urgent=True)


def asked_back(told: Told, asked: Asked | None = None) -> SafetyReply | None:
    """Return what is said to a question about the reply just given: it stands, with its way on and what it asked."""
    name = _stands(told, asked)
    return SafetyReply(same_again(load()[name]), _ASKS.get(name), told, carries_on=False) if name else None


def asked_again(asked: Asked, told: Told | None) -> SafetyReply:
    """Return the door's own question once more, where what came was no clear answer to it."""
    name = (_YOUNG_ASKED if told is Told.YOUNG else _QUESTION)[asked]
    return SafetyReply(same_again(load()[name]), asked, told, carries_on=False)


def told_of_a_plan() -> SafetyReply:
    """Return who is called instead of 999 for somebody whose end of life is planned."""
    return _say(_BY_INTENT[SafetyIntent.URGENT_SYMPTOMS])


def asked_elsewhere(told: Told) -> SafetyReply | None:
    """Return what differs outside England, to whoever says that they are there."""
    return _beside("utter_safety_not_in_england", told)


def asked_who_knows(told: Told, asked: Asked | None = None) -> SafetyReply | None:
    """Return what becomes of what was written, to whoever asks who gets to know of the danger they told."""
    return _beside("utter_safety_kept", told, asked)


def help_has_come() -> SafetyReply:
    """Return what is said to whoever tells that help is there."""
    return _say("utter_safety_safe")


def asked_whether_to_tell(told: Told) -> SafetyReply | None:
    """Return whose choice it is to tell of harm; of any other danger that is not said."""
    return _beside(_WHETHER_TO_TELL, told) if told is Told.SAFEGUARDING else None


def _stands(told: Told, asked: Asked | None) -> str | None:
    return _YOUNG_ASKED.get(asked) if told is Told.YOUNG and asked in _YOUNG_ASKED else _ASKED_BACK.get(told)


def _beside(text: str, told: Told, asked: Asked | None = None) -> SafetyReply | None:
    name = _stands(told, asked)
    if name is None:
        return None
    reply = Reply((*load()[text].messages, load()[name].messages[-1]), urgent=True)
    return SafetyReply(reply, _ASKS.get(name), told, carries_on=False)


def after(told: Told) -> tuple[Message, ...]:
    """Return the line that comes back, once, to what a crisis reply was about."""
    return load()[_AFTER[told]].messages


def _name(verdict: Verdict) -> str:
    for start, name in _BY_PATTERN:
        if verdict.pattern.startswith(start):
            return name
    return _BY_INTENT[verdict.intent] if verdict.intent else "utter_safety_carry_on"


def _aside(choice: str) -> tuple[str, str] | None:
    what, _, where = choice.partition(":")
    return (_ASIDES[what], _OFFERED_ON[where]) if what in _ASIDES and where in _OFFERED_ON else None


def _say(name: str) -> SafetyReply:
    asks, tells, back = _ASKS.get(name), _TELLS.get(name), _TAKES_BACK.get(name)
    return SafetyReply(load()[name], asks, tells, name in _CARRIES_ON, takes_back=back, settles=name in _SETTLES)
