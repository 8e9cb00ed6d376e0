"""Plan, once it is made: a file for one's own calendar, a reminder on the day before, what matters, an end."""

import re
from datetime import datetime, timedelta

from bot.model.own_time import USUAL_HOUR, Wanted, moment_of
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages import plan_holding, reminder
from bot.stages.conversation import Conversation, passes
from bot.stages.plan_dates import own_zone
from bot.stages.plan_parts import answer_part
from bot.understanding.answers import says_no
from bot.understanding.commands import is_for_calendar, plain, stops_reminders

_REMINDING = re.compile(r"\b(remind\w*|nudge\w*|alert\w*|calendar|time ?zone)\b")
_DAY_BEFORE = re.compile(r"\b(day|night|evening) before\b")


def ask_ready(talk: Conversation) -> None:
    """Offer what may help from here; only what can be had."""
    buttons = []
    if _coming(talk):
        buttons.append(Button("Put the talk in my calendar", "choose:plan_calendar"))
    if _can_be_reminded(talk):
        buttons.append(Button("Remind me the day before", "choose:plan_remind"))
    buttons += [
        Button("Work out what matters first", "focus_on_what_matters"),
        Button("Change my plan", "choose:change"),
        Button("That is all", "choose:enough"),
    ]
    talk.say("utter_plan_ask_ready", buttons=tuple(buttons))


def answer_ready(talk: Conversation, said: Said) -> None:
    """Give what was asked for and ask again, until it is enough."""
    if said.choice == "plan_calendar":
        _give_file(talk)
    elif said.choice == "plan_remind":
        _remind(talk)
    elif said.choice == "change":
        talk.move(Question.PLAN_CHANGE)
    elif said.choice == "enough" or passes(said) or says_no(said.words):
        talk.say("utter_plan_end")
        talk.finish()
    elif not plan_holding.holds(talk, said):
        talk.say("utter_plan_say_ready")


def set_reminder(talk: Conversation, words: str) -> bool:
    """Take "put it in my calendar" and "remind me the day before" as said of the plan; say whether they were.

    A bare day and hour, where the plan asks for one, is the answer to that, however much it reads like a reminder.
    """
    if talk.position.question is Question.PLAN_WHEN and words and not _REMINDING.search(plain(words)):
        answer_part(talk, Said("inform", words))
        return True
    if talk.position.question is not Question.PLAN_READY or stops_reminders(words):
        return False
    if is_for_calendar(words):
        _give_file(talk)
    elif _DAY_BEFORE.search(plain(words)):
        _remind(talk)
    else:
        return False
    return True


def _give_file(talk: Conversation) -> None:
    moment = _coming(talk)
    if moment:
        reminder.give_file(talk, moment)
    else:
        talk.say("utter_plan_no_day")


def _remind(talk: Conversation) -> None:
    wanted = _day_before(talk)
    if wanted:
        reminder.settle(talk, wanted)
    else:
        talk.say("utter_plan_no_day")


def _coming(talk: Conversation) -> datetime | None:
    """Return the moment of the plan, while it is still to come."""
    moment = talk.draft.plan.moment
    return moment if moment and moment > talk.now else None


def _day_before(talk: Conversation) -> Wanted | None:
    moment = _coming(talk)
    return Wanted(moment.astimezone(own_zone(talk)).date() - timedelta(days=1), USUAL_HOUR) if moment else None


def _can_be_reminded(talk: Conversation) -> bool:
    """Say whether a channel can write first, and the day before is to come, not too far, and not set already."""
    wanted, waits = _day_before(talk), talk.records.reminders.open_of(talk.person)
    if wanted is None or not talk.facts.can_write_first(talk.person):
        return False
    moment = moment_of(wanted, own_zone(talk))
    is_set = waits is not None and waits.due_at == moment
    return not is_set and talk.now < moment <= talk.now + timedelta(days=talk.facts.draft_days)


ASKS = {Question.PLAN_READY: ask_ready}
ANSWERS = {Question.PLAN_READY: answer_ready}
