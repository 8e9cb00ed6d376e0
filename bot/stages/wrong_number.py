"""A number that is wrong: which of the services shown last, then it is reported and not shown to this person again."""

import hashlib
from functools import partial

from bot.model.dates import day_of
from bot.model.directory import Entry
from bot.model.ids import PersonId
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages import after_death, by_name, no_answer
from bot.stages.conversation import Conversation, passes
from bot.stages.services import is_for_a_crisis
from bot.understanding.answers import number
from bot.understanding.commands import plain
from bot.understanding.ringing import nobody_answered, tires_of_numbers, which


def start(talk: Conversation, words: str = "") -> None:
    """Report the number that is meant at once when that is clear; else ask which."""
    if not nobody_answered(words) and by_name.show_named(talk, words):
        return
    shown = _shown(talk)
    place = which(words)
    pointed = shown[place] if place is not None and place < len(shown) else None
    meant = _named(words, shown) or pointed or (shown[0] if len(shown) == 1 else None)
    if tires_of_numbers(words):
        talk.say("utter_signposting_no_more_numbers")
    elif nobody_answered(words):
        no_answer.tell(talk, meant, shown)
    elif meant:
        _report(talk, meant)
    elif shown:
        talk.turn_aside(Question.SIGNPOSTING_WRONG)
    elif not after_death.explain(talk, words):
        talk.say("utter_signposting_wrong_none_shown")


def ask_which(talk: Conversation) -> None:
    """Ask which of the services shown last has the wrong number."""
    buttons = tuple(Button(entry.name, f"choose:{entry.id}") for entry in _shown(talk))
    talk.say("utter_signposting_ask_wrong", buttons=(*buttons, Button("None of these", "deny")))


def answer_which(talk: Conversation, said: Said) -> None:
    """Report the number of the one that is named."""
    shown = _shown(talk)
    nth = number(said.words, len(shown))
    chosen = next((entry for entry in shown if entry.id == said.choice), None) or _named(said.words, shown)
    if nth and not chosen:
        chosen = shown[nth - 1]
    if nobody_answered(said.words):
        talk.turn_back()
        no_answer.tell(talk, chosen, shown)
    elif chosen:
        talk.turn_back()
        _report(talk, chosen)
    elif passes(said) or talk.position.misses:
        talk.say(_LEFT)
        talk.turn_back()
    else:
        talk.say("utter_signposting_say_wrong")


def leave(talk: Conversation, intent: str) -> None:
    """Let it go, where something else is asked or told meanwhile, and after a danger: it is not asked a second time."""
    here = talk.position
    if here.question is Question.SIGNPOSTING_WRONG and (here.told is not None or intent not in _STAYS):
        talk.turn_back()


def was_let_go(talk: Conversation) -> bool:
    """Say whether this turn let it go with nothing reported, so that its words may be of what was open before."""
    return any(say.response == _LEFT for say in talk.says)


def any_shown(talk: Conversation) -> bool:
    """Say whether there is a service that could be meant."""
    return bool(_shown(talk))


def _report(talk: Conversation, entry: Entry) -> None:
    talk.afterwards.append(partial(talk.facts.support.report, entry.id, _reporter(talk.person)))
    if is_for_a_crisis(entry):
        talk.say("utter_signposting_wrong_noted", name=entry.name)
        return
    talk.at(search=talk.position.search.with_wrong(entry.id, day_of(talk.now)))
    talk.say("utter_signposting_wrong_reported", name=entry.name)


def _reporter(person: PersonId) -> str:
    """Return what stands for this person in a report: nothing leads from it back to them."""
    return hashlib.sha256(f"number report by {person}".encode()).hexdigest()


def _shown(talk: Conversation) -> tuple[Entry, ...]:
    entries = (talk.facts.support.entry(service) for service in talk.position.search.shown)
    return tuple(entry for entry in entries if entry is not None and entry.phones)


def _named(words: str, shown: tuple[Entry, ...]) -> Entry | None:
    """Return the one service whose name, or telling first word of it, stands in the words."""
    said = f" {plain(words)} "
    found = [entry for entry in shown if any(f" {name} " in said for name in _names(entry))]
    return found[0] if len(found) == 1 else None


def _names(entry: Entry) -> set[str]:
    name = plain(entry.name)
    return {name, name.split()[0]} - _TELL_NOTHING


_LEFT = "utter_signposting_wrong_left"
_STAYS = frozenset(
    {"report_directory_error", "go_back", "inform", "choose", "affirm", "deny", "skip", "express_uncertainty",
     "easy_read", "ask_clarify", "nlu_fallback"}
)  # fmt: skip
"""What asks it, answers it, or asks how to."""
_TELL_NOTHING = frozenset(
    {
        "a", "age", "at", "bereavement", "care", "carer", "carers", "child", "death", "dorset", "help", "line",
        "local", "my", "national", "support", "talk", "the", "young",
    }
)  # fmt: skip
"""First words of names that may stand in any message."""


ASKS = {Question.SIGNPOSTING_WRONG: ask_which}
ANSWERS = {Question.SIGNPOSTING_WRONG: answer_which}
