"""Plan, the day and the hour: what words mean by the person's own clock, and how it is said back."""

import re
from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.model import own_time
from bot.model.own_time import Hour, Wanted
from bot.model.plan import Plan
from bot.stages import moments
from bot.stages.conversation import Conversation
from bot.stages.moment_words import HEDGES
from bot.understanding.ruled_out import without_ruled_out

_IN_PLACE = re.compile(r"^\s*or\b|\binstead\b(?! of\b)", re.IGNORECASE)
"""Said of a day that comes in the place of another."""


def own_zone(talk: Conversation) -> ZoneInfo:
    """Return the zone by which the person's days and hours are meant."""
    return talk.records.reminders.zone(talk.person)


def day_in_words(plan: Plan, moment: datetime, own: ZoneInfo, now: datetime) -> str:
    """Return what was understood, such as "Sunday 29 November, about 2pm"; without an hour where none was said."""
    local = moment.astimezone(own)
    year = "" if local.year == now.astimezone(own).year else f" {local.year}"
    day = f"{local:%A} {local.day} {local:%B}{year}"
    clock = _clock(local.time())
    return {Hour.UNSAID: day, Hour.ABOUT: f"{day}, about {clock}", Hour.NAMED: f"{day} at {clock}"}[plan.hour]


def _clock(shown: time) -> str:
    """Return a time of day as people write it: "2pm", "11:30am", "midday"."""
    if shown == time(12):
        return "midday"
    minutes = f":{shown:%M}" if shown.minute else ""
    return f"{shown.hour % 12 or 12}{minutes}{'am' if shown < time(12) else 'pm'}"


def dated(talk: Conversation, plan: Plan, words: str, earlier: Plan | None = None) -> Plan:
    """Return the plan with the moment that the words mean, and say it; without one where it is past or not clear.

    `earlier` is the plan that a bare day or a bare hour puts right: its hour, or its day, stays.
    """
    own = own_zone(talk)
    found = _put_right(talk, words, earlier) if earlier else moment_of(talk, words)
    if found is None:
        talk.say("utter_plan_as_you_said" if without_ruled_out(words) is None else "utter_plan_day_not")
        return plan
    wanted, hour = found
    moment = own_time.at(wanted.day, wanted.hour, own)
    if moment <= talk.now:
        talk.say("utter_plan_past")
        return plan
    with_day = replace(plan, moment=moment, hour=hour)
    talk.say("utter_plan_that_is", when=day_in_words(with_day, moment, own, talk.now))
    return with_day


def moment_of(talk: Conversation, words: str) -> tuple[Wanted, Hour] | None:
    """Return the day and hour that words name: all of them, or their first sentence where the rest names none.

    A day that will not do is not the one that is meant.
    """
    now = talk.now.astimezone(own_zone(talk))
    left = without_ruled_out(words)
    if left is not None:
        return moments.near(left, now)
    words = _IN_PLACE.sub(" ", words)
    first, _, rest = words.partition(". ")
    told = rest and not moments.names_time(rest)
    return moments.near(words, now) or (moments.near(first, now) if told else None)


def _put_right(talk: Conversation, words: str, earlier: Plan) -> tuple[Wanted, Hour] | None:
    found = moment_of(talk, words)
    if earlier.moment is None or not moments.only_time(words, besides=HEDGES):
        return found
    before = earlier.moment.astimezone(own_zone(talk))
    if found is None:
        return moment_of(talk, f"{before:%A} {before.day} {before:%B} {before.year} at {words.removeprefix('at ')}")
    wanted, hour = found
    if hour is Hour.UNSAID and earlier.hour is not Hour.UNSAID:
        return replace(wanted, hour=before.time()), earlier.hour
    return found
