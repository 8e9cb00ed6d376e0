"""What a message does to those before it that wait: it may take a yes back, or only ask whether anybody is there."""

from collections.abc import Sequence

from bot.channels.known import Seen, Sent
from bot.model.position import FOR_CONSENT, FOR_GOOD, Question
from bot.model.saying import Said
from bot.records.turns import Turn
from bot.understanding.commands import command
from bot.understanding.relaying import answer_passed_on

_NUDGES = frozenset({"resume", "greet", "affirm", "help", "ask_clarify"})


def takes_back(later: Sequence[str]) -> bool:
    """Say whether what was sent after a yes may take it back: all but manners and another yes. "" is a button."""
    return any(command(words) not in {"affirm", "thank", "greet", "goodbye"} for words in later)


def is_a_yes_to_nothing(sent: Sent, seen: Seen, *, early: bool) -> bool:
    """Say whether a yes was typed before the question now open was shown, or may have been taken back since."""
    if early and seen.written is None and _says_yes(sent.words):
        return True
    return sent.followed and seen.said is not None and can_be_taken_back(seen.said, seen.question)


def can_be_taken_back(said: Said, question: Question | None) -> bool:
    """Say whether this may be a yes to an act that has to be the last word on the question."""
    if question in FOR_GOOD and said.intent in {"affirm", "choose"}:
        return True
    return question in FOR_CONSENT and _says_yes(said.words)


def _says_yes(words: str) -> bool:
    """Say whether this is a yes, also one that is passed on: "she says yes"."""
    return "affirm" in {command(words), command(answer_passed_on(words))}


def is_nudge(sent: Sent, said: Said, waiting: list[Turn]) -> bool:
    """Say whether words sent during a fault only ask "are you there", or repeat what is waiting already."""
    if sent.choice:
        return bool(sent.words) and any((said.intent, said.choice) == (turn.intent, turn.choice) for turn in waiting)
    return command(sent.words) in _NUDGES or any(f"\n{sent.words}\n" in f"\n{turn.words}\n" for turn in waiting)
