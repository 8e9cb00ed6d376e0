"""A plan of a conversation, as a test looks at it, and the questions that lead to it."""

from bot.model.position import Question

P = "utter_plan_"
F = "utter_focus_"
Q = Question
ASKED = (Q.PLAN_WHO, Q.PLAN_OTHERS, Q.PLAN_WHEN, Q.PLAN_WHERE, Q.PLAN_HOPE, Q.PLAN_HARD)


def plan_of(talk):
    return talk.draft.plan


def card(talk):
    """What the card reads, as it was shown last."""
    return "\n".join(say.values["lines"] for say in talk.heard if say.response == P + "part")


def reminded(talk):
    """When they are reminded, by the clock of the store, or None."""
    with talk.begin(reading=True) as records:
        waits = records.reminders.open_of(talk.person)
        return waits and f"{waits.due_at:%d %b %H:%M}"
