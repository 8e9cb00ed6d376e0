"""Reflect: what was said of a talk is read back, and what was learned goes into the notes after a clear yes."""

import re
from collections.abc import Callable

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Door, Question
from bot.model.reflection import Feels, Reflection, Went
from bot.model.saying import Button, Said
from bot.stages import record
from bot.stages.conversation import Conversation, agrees, heading_named, passes
from bot.stages.record_read_back import door_of
from bot.understanding.answers import number
from bot.understanding.commands import plain

_PUTS_IN = re.compile(
    r"(?:(?:yes|yeah|yep|aye|ok|please|you can|oh) )+(?:put|add|write|get) (?:it|that|this) (?:in|down)"
    r"(?: (?:please|then|there|too|now|thanks|(?:in|to) (?:my|the) notes))*"
)

WENT = {
    Went.WELL: "It went well",
    Went.MIXED: "Mixed",
    Went.HARD: "It was hard",
    Went.NOT_YET: "It did not happen",
}
FEELS: dict[Feels | None, str] = {
    Feels.ALL_RIGHT: "All right",
    Feels.TIRED: "Tired",
    Feels.LOW: "Low or upset",
    Feels.SOMEONE: "I want to talk to someone",
}


def start(talk: Conversation) -> None:
    """Read back what was said; offer to put what was learned into the notes, where they are the person's to add to."""
    if _can_be_put_in(talk):
        talk.move(Question.REFLECT_NOTES)
        return
    if talk.draft.reflection.said:
        _read_back(talk, talk.draft.reflection)
        talk.say("utter_reflect_stays", days=str(talk.facts.draft_days))
    _go_on(talk)


def beside(talk: Conversation, show: Callable[[Conversation], None]) -> None:
    """Show the notes, and what was said of talks. Where there are no notes, only that."""
    of_talks = [each for each in talk.draft.reflections if each.said]
    if talk.draft.lines or talk.records.summaries.has_any(talk.person) or not of_talks:
        show(talk)
    for each in of_talks:
        _read_back(talk, each)


def ask_notes(talk: Conversation) -> None:
    """Read back what was said, and ask whether what was learned goes into the notes."""
    _read_back(talk, talk.draft.reflection)
    talk.say("utter_reflect_ask_notes")


def answer_notes(talk: Conversation, said: Said) -> None:
    """Put it in on a clear yes, ask where on request; on anything else it is left out, or the question stays."""
    if agrees(said, "put_in") or _PUTS_IN.fullmatch(plain(said.words)):
        _put_in(talk, Heading.MOST_IMPORTANT)
    elif said.choice == "put_under":
        talk.move(Question.REFLECT_UNDER)
    elif passes(said):
        _leave_out(talk)
    else:
        talk.say("utter_reflect_clear_yes")


def ask_under(talk: Conversation) -> None:
    """Ask under which heading."""
    headings = tuple(Button(door_of(talk).over(heading), f"choose:{heading}") for heading in Heading)
    talk.say("utter_record_adding", words=talk.draft.reflection.learned)
    talk.say("utter_record_ask_add_heading", buttons=(*headings, Button("Leave it out", "skip")))


def answer_under(talk: Conversation, said: Said) -> None:
    """Put it under the heading that was chosen by button, number or its own words."""
    nth = number(said.words, len(Heading))
    named = heading_named(said.words, tuple(Heading))
    if said.choice in set(Heading):
        _put_in(talk, Heading(said.choice))
    elif passes(said):
        _leave_out(talk)
    elif named or nth:
        _put_in(talk, named or tuple(Heading)[(nth or 1) - 1])
    else:
        talk.say("utter_record_say_heading")


def how_it_went(reflection: Reflection) -> str:
    """Return how it went: in the person's words where there are any, else as the button says it."""
    return reflection.how or (WENT[reflection.went] if reflection.went else "")


def nothing_to_put_in(talk: Conversation) -> bool:
    """Say whether the words that were to go into the notes are gone: a draft is deleted in its time."""
    return not talk.draft.reflection.learned


def _can_be_put_in(talk: Conversation) -> bool:
    """Say whether something was learned, and the notes being written speak with the voice it was learned in."""
    door, learned = talk.position.door, talk.draft.reflection.learned
    if not learned or door not in {Door.ME, Door.CLOSE}:
        return False
    if talk.draft.lines and talk.draft.door not in {None, door}:
        return False
    return all(line.words != learned for line in talk.draft.lines)


def _put_in(talk: Conversation, heading: Heading) -> None:
    _open_kept(talk)
    _take_out(talk)
    talk.draft = talk.draft.adding(heading, Kind.ADDED, -1, talk.draft.reflection.learned)
    talk.say("utter_reflect_put_in", heading=door_of(talk).over(heading))
    _go_on(talk)


def _open_kept(talk: Conversation) -> None:
    """Add to notes of this door that are kept, rather than begin others; the kept version stays as it is."""
    kept = None if talk.draft.lines else talk.records.summaries.latest(talk.person)
    if kept and kept.door is talk.position.door:
        here = talk.position
        record.edit(talk)
        talk.position = here


def _take_out(talk: Conversation) -> None:
    """An answer given again replaces the first: let go of the line that the first one put in."""
    learned = talk.draft.reflection.learned
    for line in talk.draft.lines:
        if line.kind is Kind.ADDED and line.words == learned:
            talk.draft = talk.draft.without(line.id)


def _leave_out(talk: Conversation) -> None:
    _take_out(talk)
    talk.say("utter_reflect_left_out")
    talk.say("utter_reflect_stays", days=str(talk.facts.draft_days))
    _go_on(talk)


def _go_on(talk: Conversation) -> None:
    if talk.draft.reflection.said:
        talk.draft = talk.draft.reflecting(over=True)
    talk.move(Question.REFLECT_NEXT)


def _read_back(talk: Conversation, reflection: Reflection) -> None:
    how = f"“{reflection.how}”" if reflection.how else how_it_went(reflection)
    now = f"“{reflection.now}”" if reflection.now else FEELS.get(reflection.feels, "")
    parts = {
        "Told first": f"“{reflection.told}”" if reflection.told else "",
        "How it went": how,
        "Learned": f"“{reflection.learned}”" if reflection.learned else "",
        "Left unsaid": f"“{reflection.unsaid}”" if reflection.unsaid else "",
        "How I was afterwards": now,
        "What next": f"“{reflection.next}”" if reflection.next else "",
    }
    lines = "\n".join(f"{label}: {words}" for label, words in parts.items() if words)
    talk.say("utter_reflect_read_back", lines=lines)


ASKS = {Question.REFLECT_NOTES: ask_notes, Question.REFLECT_UNDER: ask_under}
ANSWERS = {Question.REFLECT_NOTES: answer_notes, Question.REFLECT_UNDER: answer_under}
