"""Words that answer nothing are heard: that none is kept is said the first time, and then no more."""

from dataclasses import replace

from bot.stages.conversation import Conversation

_THEN = ("utter_grief_go_on", "utter_grief_here_too", "utter_grief_no_rush")


def hear_on(talk: Conversation) -> None:
    """Hear them, in other words each time."""
    heard = talk.position.heard
    first = heard.times == 0 and not heard.told
    talk.say("utter_bereavement_heard" if first else _THEN[(heard.times - 1) % len(_THEN)])
    talk.at(heard=replace(heard, times=heard.times + 1, now=True))
