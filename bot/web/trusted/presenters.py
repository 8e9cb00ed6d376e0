"""What a trusted person reads: how it stands, what would happen, and what they can say."""

from dataclasses import dataclass

from bot.model.dates import with_time
from bot.model.release import Say, Stage, TrustedView

NOT_CHOSEN = "Choose one of the answers"
NOT_SENT = "Your answer was not sent. You are asked again after the PIN."
NO_CHANGE = "Nothing has changed."
COUNTS_NO_MORE = "What was said before is stopped. It counts no more."
CAN_BE_UNDONE = (
    "It can be undone. Until the notes open, either of you can stop it by this link.",
    "A message from the person here stops it too.",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to choose, with what it does where that is not plain."""

    value: str
    text: str
    hint: str = ""

    @property
    def item(self) -> dict[str, str]:
        """The answer as a radio button."""
        plain = {"value": str(self.value), "text": self.text}
        return plain | ({"hint": self.hint} if self.hint else {})


@dataclass(frozen=True, slots=True)
class StandingView:
    """The page behind the PIN. `done` says what just came of an answer; without `answers` there is no form.

    `faults` holds what was wrong with the answer, or nothing.
    """

    heading: str
    lines: tuple[str, ...]
    question: str = ""
    answers: tuple[Answer, ...] = ()
    done: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def fault(self) -> str | None:
        return self.faults[0] if self.faults else None

    @property
    def asks(self) -> tuple[str, ...]:
        """What the form asks, or nothing where there is no form."""
        return (self.question,) if self.answers else ()

    @property
    def items(self) -> list[dict[str, str]]:
        """The answers as radio buttons."""
        return [answer.item for answer in self.answers]


def present_standing(found: TrustedView, said: Say | None, fault: str = "") -> StandingView:
    """Return the page for how it stands. `said` is what was answered just now, None where nothing was asked yet."""
    if said is Say.STOP:
        return _stopped()
    done = (NO_CHANGE,) if said is Say.NOTHING else ()
    faults = (fault,) if fault else ()
    if found.stage is Stage.OPEN:
        return StandingView(*_open(found), done, faults)
    if found.stage is Stage.WAITING:
        return StandingView(*_waiting(found), done, faults)
    if found.you_said:
        return StandingView(*_one_said(), done, faults)
    return StandingView(*_asked(found), done, faults)


_LEAVE = Answer(Say.NOTHING, "Leave it as it is")
_Parts = tuple[str, tuple[str, ...], str, tuple[Answer, ...]]


def _asked(found: TrustedView) -> _Parts:
    other_said = found.stage is Stage.ONE
    lines = (
        *((COUNTS_NO_MORE,) if found.stopped else ()),
        "They chose you and one other person to say so.",
        "The other person has said that they died." if other_said else "The other person has not said so.",
        f"Once you have both said so, we wait {days(found.delay_days)}.",
        "Then the people they chose can read some of their notes.",
        "You cannot read the notes by this link.",
        "We note who said so and when. If the person writes here again, they are told.",
        *CAN_BE_UNDONE,
    )
    wrong = Answer(Say.STOP, "No, stop it", "What the other person said then counts no more.")
    neither = Answer(Say.NOTHING, "I am not sure" if other_said else "No, or I am not sure", "Nothing changes.")
    answers = (Answer(Say.DIED, "Yes, they have died"), *((wrong,) if other_said else ()), neither)
    question = "Has the person who gave you this link died?"
    return question, lines, "Your answer", answers


def _one_said() -> _Parts:
    lines = (
        "You have said that the person who gave you this link has died.",
        "The other person they trust has not said so yet. Nothing opens until they do.",
        *CAN_BE_UNDONE,
    )
    answers = (_LEAVE, Answer(Say.STOP, "Take it back", "Then nobody has said so."))
    return "We have your answer", lines, "Do you want to change it?", answers


def _waiting(found: TrustedView) -> _Parts:
    opens = with_time(found.opens_at) if found.opens_at else ""
    lines = (
        "You have both said that the person who gave you this link has died.",
        f"Their notes open on {opens}, to the people they chose. Until then nobody can read them.",
        *CAN_BE_UNDONE,
    )
    stop = Answer(Say.STOP, "Stop it", "Then both of you have to say so again before anything opens.")
    return (
        "Both of you have said so",
        lines,
        "Do you want to stop it?",
        (_LEAVE, stop),
    )


def _open(found: TrustedView) -> _Parts:
    opened = with_time(found.opens_at) if found.opens_at else ""
    lines = (
        f"The notes opened on {opened}, to the people they chose.",
        "If this is a mistake, you can close the notes. What was read or printed cannot be taken back.",
    )
    stop = Answer(Say.STOP, "Close the notes", "Then both of you have to say so again before anything opens.")
    return "The notes are open", lines, "Do you want to close them?", (_LEAVE, stop)


def _stopped() -> StandingView:
    lines = (
        "What was said before counts no more, and nobody can read the notes.",
        "Both of you can say it again by the same links.",
    )
    return StandingView("It is stopped", lines)


def days(count: int) -> str:
    """Return a number of days in words."""
    return "1 day" if count == 1 else f"{count} days"
