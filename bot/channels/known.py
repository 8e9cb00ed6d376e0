"""What the gateway knows of a message, of the turn it becomes, and of what came before it."""

from dataclasses import dataclass

from bot.model.ids import PersonId
from bot.model.messages import Reply
from bot.model.position import Expecting, Question
from bot.model.safety import Asked, Told
from bot.model.saying import Said
from bot.records.turns import Turn


class UnknownSessionError(Exception):
    """The token belongs to no session (never opened, left, or its person is gone)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person sent, tidied: words, or the id of a pressed button; both when a button was typed out.

    `intent` is that of a button which the channel itself put there. `early`: the question now open was not shown yet.
    `followed`: something else was sent after it, before it had an answer.
    """

    message_id: str
    words: str = ""
    choice: str = ""
    intent: str = ""
    early: bool = False
    followed: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known before a message is dealt with.

    `again` is the reply this very message got before, while it is held. `said` is what was said, its intent empty where
    words must be understood; None for a button that is no longer live. `written`: this very message, where it was
    written down before and has no answer yet. `question` is the open one.
    """

    person: PersonId
    again: Reply | None
    waiting: list[Turn]
    said: Said | None
    written: Turn | None
    question: Question | None


@dataclass(frozen=True, slots=True)
class Due:
    """A turn about to be tried, how its message is to be read, and whether the conversation is about a death.

    `settled`: the safety door has answered that death. `question` is the open one.
    """

    turn: Turn
    expecting: Expecting
    mourning: bool
    settled: bool
    question: Question | None


@dataclass(frozen=True, slots=True)
class Before:
    """What came before a message, as far as the safety door needs it; by default nothing is known.

    `asked`: what the door asked last. `expecting`: what the conversation waits for. `young`: in danger just before,
    the writer said that they are under 18, and no ordinary reply has followed yet. `mourning`: the conversation is
    about a death already. `settled`: the door has answered it, not long ago. `typed`: the id of the button whose
    title the message is, word for word. `joining`: the person was asked last whether another conversation is to be
    joined. `over`: somebody has died, and not just now as far as is known. `ill`: it is about somebody whose life may
    be short. `told`: the danger that was answered just before. `of_a_talk`: a talk is being planned or looked back on.
    `after_danger`: danger was answered, however long ago, and no ordinary reply has come back to it yet.
    """

    asked: Asked | None = None
    expecting: Expecting = Expecting.OPEN
    young: bool = False
    mourning: bool = False
    typed: str = ""
    joining: bool = False
    settled: bool = False
    over: bool = False
    ill: bool = False
    told: Told | None = None
    of_a_talk: bool = False
    after_danger: bool = False
