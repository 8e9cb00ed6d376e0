"""A time for somebody's own calendar (RFC 5545). It names no illness, no death, no plan and nobody."""

from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

TITLE = "A reminder for you"
TEXT = "You asked for this reminder. You can write to What Matters when you want to carry on."
LENGTH = timedelta(minutes=15)
_PLACE = "/calendar/"
_END = ".ics"
_SHAPE = "%Y%m%dT%H%M00Z"


def path_of(moment: datetime) -> str:
    """Return the path of the address that gives the file for a moment. The moment is all that is in it."""
    return f"{_PLACE}{moment.astimezone(UTC).strftime(_SHAPE)}{_END}"


def moment_in(name: str) -> datetime | None:
    """Return the moment (UTC) in the last part of such a path, or None where there is none."""
    try:
        moment = datetime.strptime(name, _SHAPE + _END).replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment if path_of(moment) == f"{_PLACE}{name}" else None


def as_ics(moment: datetime, now: datetime) -> bytes:
    """Return a calendar file with one event, which rings once, when it begins."""
    event = Event()
    event.add("uid", f"{moment.astimezone(UTC).strftime(_SHAPE)}@what-matters")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", moment.astimezone(UTC))
    event.add("dtend", moment.astimezone(UTC) + LENGTH)
    event.add("summary", TITLE)
    event.add("description", TEXT)
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", TITLE)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//What Matters//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
