"""Reminders, only as asked for: when, by whose clock, and stopping them. bot/jobs/reminders.py sends them.

Where nobody can be written to first, and to whoever asks, a file for their own calendar is given instead.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.exports import calendar
from bot.model import own_time
from bot.model.own_time import Wanted
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages import moments, zones
from bot.stages.conversation import Conversation, passes
from bot.understanding.commands import is_for_calendar, stops_reminders

STOP = "stop_reminders"
"""The value of the button that stops them from anywhere; it stands under each reminder too."""
CALENDAR = "calendar"
"""The value of the button that gives the moment of a reminder as a file, from anywhere too."""
REMIND_ME = Button("Remind me", "set_reminder")
_DAYS = {"in_a_day": ("Tomorrow", 1), "in_three_days": ("In three days", 3), "in_a_week": ("In a week", 7)}


def start(talk: Conversation, words: str = "") -> None:
    """Set a reminder, stop it, or go by another time zone, as the words say; else ask when."""
    if stops_reminders(words):
        stop(talk)
    elif zones.names_zone(words):
        _take_zone(talk, words)
    elif is_for_calendar(words) and talk.records.reminders.open_of(talk.person):
        in_calendar(talk)
    elif not _take_time(talk, words):
        if not talk.facts.can_write_first(talk.person):
            _cannot(talk)
        talk.turn_aside(Question.REMINDER_WHEN)


def in_calendar(talk: Conversation) -> None:
    """Give the reminder that is set as a file; ask when, where none is."""
    waits = talk.records.reminders.open_of(talk.person)
    if waits:
        give_file(talk, _comes(talk, waits.due_at))
    else:
        start(talk)


def stop(talk: Conversation) -> None:
    """Let the reminder go, at once."""
    if talk.records.reminders.cancel(talk.person):
        talk.say("utter_reminder_stopped")
    else:
        talk.say("utter_reminder_none_open")
    _close(talk)


def buttons(talk: Conversation) -> tuple[Button, ...]:
    """Return a button that leads to a reminder, where one can reach the person and none is set."""
    if talk.records.reminders.open_of(talk.person) or not talk.facts.can_write_first(talk.person):
        return ()
    return (REMIND_ME,)


def ask_when(talk: Conversation) -> None:
    """Ask when; a reminder that is set already stays until another takes its place."""
    waits = talk.records.reminders.open_of(talk.person)
    last = talk.now + timedelta(days=talk.facts.draft_days)
    offered = [
        Button(title, f"choose:{value}")
        for value, (title, days) in _DAYS.items()
        if own_time.moment_of(_in(talk, days), _own(talk)) <= last
    ]
    if waits:
        offered += [Button("Leave it as it is", "deny"), Button("No more reminders", f"choose:{STOP}")]
        talk.say("utter_reminder_ask_another", tuple(offered), when=_in_words(_comes(talk, waits.due_at), _own(talk)))
    else:
        asked = "utter_reminder_ask_when" if talk.facts.can_write_first(talk.person) else "utter_reminder_ask_calendar"
        talk.say(asked, (*offered, Button("No reminder", "deny")))


def answer_when(talk: Conversation, said: Said) -> None:
    """Take a day by button or in words, a time zone, or a no."""
    if said.choice in _DAYS:
        settle(talk, _in(talk, _DAYS[said.choice][1]))
    elif passes(said):
        if talk.records.reminders.open_of(talk.person):
            talk.say("utter_reminder_left")
        else:
            talk.say("utter_reminder_none")
        _close(talk)
    elif stops_reminders(said.words):
        stop(talk)
    elif zones.names_zone(said.words) or zones.read(said.words) or zones.also_in_uk(said.words):
        _take_zone(talk, said.words)
    elif not _take_time(talk, said.words):
        talk.say("utter_reminder_say_when")


def _take_time(talk: Conversation, words: str) -> bool:
    wanted = moments.read(words, talk.now.astimezone(_own(talk)))
    if wanted:
        settle(talk, wanted)
    return wanted is not None


def settle(talk: Conversation, wanted: Wanted) -> None:
    """Set the reminder and say when it comes, or say why not and ask again."""
    own = _own(talk)
    moment = own_time.moment_of(wanted, own)
    last = talk.now + timedelta(days=talk.facts.draft_days)
    if moment <= talk.now:
        talk.say("utter_reminder_past")
        talk.turn_aside(Question.REMINDER_WHEN)
    elif not talk.facts.can_write_first(talk.person):
        give_file(talk, moment)
        _close(talk)
    elif moment > last:
        talk.say("utter_reminder_too_far", last=_day_in_words(last, own))
        talk.turn_aside(Question.REMINDER_WHEN)
    else:
        if moment != own_time.at(wanted.day, wanted.hour, own):
            talk.say("utter_reminder_moved")
        talk.records.reminders.set(talk.person, moment)
        _confirm(talk, moment, own)
        _close(talk)


def _take_zone(talk: Conversation, words: str) -> None:
    """Go by another zone. A reminder keeps its day and hour there; where those have passed, it is a day later."""
    own = zones.read(words)
    if own is None:
        if there := zones.also_in_uk(words):
            talk.say("utter_reminder_say_country", place=there)
        else:
            talk.say("utter_reminder_say_zone")
        return
    before, waits = _own(talk), talk.records.reminders.open_of(talk.person)
    talk.records.reminders.go_by(talk.person, own)
    talk.say("utter_reminder_zone", zone=zones.called(own))
    if waits and own != before:
        local = waits.due_at.astimezone(before)
        moment = _next(local.date(), local.time(), own, talk.now)
        talk.records.reminders.set(talk.person, moment)
        _confirm(talk, moment, own)


def _comes(talk: Conversation, due_at: datetime) -> datetime:
    """Return when a reminder comes: one that is late, and waits for the end of the quiet hours, then."""
    return due_at if due_at > talk.now else own_time.after_quiet(talk.now, _own(talk))


def _next(day: date, hour: time, own: ZoneInfo, now: datetime) -> datetime:
    moment = own_time.at(day, hour, own)
    while moment <= now:
        day += timedelta(days=1)
        moment = own_time.at(day, hour, own)
    return moment


def _in(talk: Conversation, days: int) -> Wanted:
    return Wanted(talk.now.astimezone(_own(talk)).date() + timedelta(days=days), own_time.USUAL_HOUR)


def _own(talk: Conversation) -> ZoneInfo:
    return talk.records.reminders.zone(talk.person)


def _confirm(talk: Conversation, moment: datetime, own: ZoneInfo) -> None:
    into = Button("Put it in my calendar", f"choose:{CALENDAR}")
    talk.say("utter_reminder_set", (into,), when=_in_words(moment, own), zone=zones.called(own))


def give_file(talk: Conversation, moment: datetime) -> None:
    own = _own(talk)
    links = (("Open the calendar file", f"{talk.facts.public_url}{calendar.path_of(moment)}"),)
    talk.say("utter_reminder_file", links=links, when=_in_words(moment, own), zone=zones.called(own))


def _cannot(talk: Conversation) -> None:
    telegram = talk.facts.telegram_name()
    if telegram:
        talk.say("utter_reminder_not_here_telegram", telegram=telegram)
    else:
        talk.say("utter_reminder_not_here")


def _close(talk: Conversation) -> None:
    if talk.position.question is Question.REMINDER_WHEN:
        talk.turn_back()


def _in_words(moment: datetime, own: ZoneInfo) -> str:
    """Return a day, date and hour such as "Friday 27 November at 10:00"."""
    return f"{_day_in_words(moment, own)} at {moment.astimezone(own):%H:%M}"


def _day_in_words(moment: datetime, own: ZoneInfo) -> str:
    local = moment.astimezone(own)
    return f"{local:%A} {local.day} {local:%B}"


ASKS = {Question.REMINDER_WHEN: ask_when}
ANSWERS = {Question.REMINDER_WHEN: answer_when}
