"""What is asked in passing: one plain answer, or the open question made easier. It is asked again after it."""

from bot.model.saying import Button
from bot.stages import misses
from bot.stages.conversation import Conversation
from bot.understanding.in_passing import LEGAL, USUAL, WHEN_THEY_COME, WHOSE, asked_in_passing

_SAYS = {
    LEGAL: "utter_session_is_it_legal",
    USUAL: "utter_session_is_it_usual",
    WHEN_THEY_COME: "utter_session_when_they_come",
    WHOSE: "utter_record_read_back",
}
_EASY_READ = Button("Easy read", "easy_read")


def answer(talk: Conversation, words: str) -> None:
    """Give the one plain answer there is."""
    talk.say(_SAYS.get(asked_in_passing(words), "utter_session_not_understood"))


def clarify(talk: Conversation) -> None:
    """Say how the open question may be answered, and offer easier words; it is asked again in those."""
    misses.missed(talk, "utter_smalltalk_clarify", () if talk.position.easy_read else (_EASY_READ,))
