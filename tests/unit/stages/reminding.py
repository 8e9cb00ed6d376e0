"""A reminder, as a test asks for one and looks at it."""

from dataclasses import replace

from bot.model.position import Question
from tests.unit.stages.talking import Talk
from tests.unit.team_store import open_teams

R = "utter_reminder_"
WHEN = Question.REMINDER_WHEN


def reached(begin, facts):
    """Somebody whom a channel can write to first. It is Saturday 21 November 2026, 09:30."""
    open_teams(begin)
    return Talk(begin, replace(facts, can_write_first=lambda person: True))


def waits(talk):
    """When they are reminded, by their own clock, or None."""
    with talk.begin(reading=True) as records:
        reminder = records.reminders.open_of(talk.person)
        return reminder and f"{reminder.due_at.astimezone(records.reminders.zone(talk.person)):%d %b %H:%M}"


def told(talk, response=R + "set", name="when"):
    return talk.value(response, name)


def remind(talk, words="tomorrow"):
    said = talk.does("set_reminder", words)
    assert R + "set" in said
    return talk
