"""Leaving: what stays and until when, for a pause, a stop, a goodbye or a change of mind."""

import re

from bot.model.again import Again
from bot.model.position import Question
from bot.stages import plan, reminder, share_leaving, share_team
from bot.stages.conversation import LEFT_IS_NO, Conversation
from bot.stages.returning import ELSE, GO_ON
from bot.understanding.asides import changes_mind
from bot.understanding.in_passing import takes_a_moment

_THIS = re.compile(r"\b(?:this|that|it|shar\w+)\b", re.IGNORECASE)
"""To stop what is being made; "stop" alone keeps the place."""


def leave(talk: Conversation, intent: str, words: str = "") -> None:
    """Say what stays and until when, for a pause, a stop or a goodbye; nothing of it to whoever is back in a moment.

    The open question stays open, but for those that delete, stop sharing or start over: leaving is a no to them.
    """
    if intent == "pause" and takes_a_moment(words):
        talk.say("utter_session_take_your_time")
        talk.at(again=Again.MOMENT)
        return
    if talk.position.question is Question.RECORD_COPY:
        talk.move(Question.RECORD_CHECK)
        talk.say("utter_session_nothing_changed")
    elif talk.position.question in LEFT_IS_NO:
        talk.turn_back()
        talk.say("utter_session_nothing_changed")
    if changes_mind(words):
        _change_mind(talk)
        return
    if intent == "stop" and talk.position.question in share_leaving.MAKING and _THIS.search(words):
        share_leaving.drop(talk)
    if intent == "goodbye":
        talk.say("utter_session_goodbye")
    elif intent == "stop":
        talk.say("utter_session_stop")
        if talk.records.reminders.cancel(talk.person):
            talk.say("utter_reminder_stopped")
    else:
        talk.say("utter_session_pause", buttons=reminder.buttons(talk))
    _say_what_stays(talk)


def _say_what_stays(talk: Conversation) -> None:
    if plan.is_waiting(talk):
        talk.say("utter_plan_waits", days=str(talk.facts.draft_days))
    if talk.draft.lines or talk.draft.reflections:
        talk.say("utter_session_draft_waits", days=str(talk.facts.draft_days))
    elif plan.is_waiting(talk):
        return
    elif talk.records.summaries.has_any(talk.person):
        talk.say("utter_session_kept_stays")
    else:
        talk.say("utter_session_write_any_time")


def _change_mind(talk: Conversation) -> None:
    """Turn away from what was begun: nothing is shared or deleted, and what was written stays."""
    if talk.position.question in _SHARING:
        share_team.forget_choice(talk)
        talk.finish()
        talk.say("utter_share_not_now", buttons=(ELSE,))
    else:
        talk.say("utter_session_mind_changed", buttons=(GO_ON, ELSE))


_SHARING = frozenset(question for question in Question if question.startswith("share_")) - LEFT_IS_NO
