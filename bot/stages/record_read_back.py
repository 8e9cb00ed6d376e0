"""Record: how what is written is read back, line by line under its headings."""

from bot.model.draft import Kind, Line, in_order
from bot.model.headings import Heading
from bot.model.position import WRITES, Door
from bot.model.saying import Button
from bot.stages.conversation import Conversation

SHORT_TITLE = 40
_BECAUSE = {kind: f"{kind.label}: " if kind.label else "" for kind in Kind}


def read_back(talk: Conversation, lines: tuple[Line, ...], supported: str = "", door: Door | None = None) -> None:
    """Say the lines under their headings, each with its number; then who helped to write them, if that was said.

    `door`: of a kept summary, else that of the draft.
    """
    of = door or door_of(talk)
    numbered = {line.id: place for place, line in enumerate(in_order(lines), start=1)}
    for heading in Heading:
        under = [line for line in in_order(lines) if line.heading is heading]
        if under:
            text = "\n".join(f"{numbered[line.id]}. {_BECAUSE[line.kind]}“{line.words}”" for line in under)
            talk.say("utter_record_section", heading=of.over(heading), lines=text)
    if supported:
        talk.say("utter_record_supported", words=supported)


def door_of(talk: Conversation) -> Door:
    """Whose words these are: those of the summary being changed, else as the person said who it is for."""
    door = talk.draft.door or talk.position.door
    return door if door in WRITES and door else Door.ME


def line_buttons(lines: tuple[Line, ...], among: tuple[Line, ...] = ()) -> tuple[Button, ...]:
    """Return a button for each line, or for those of them that are `among`, with its number and how it begins."""
    return tuple(
        Button(f"{place}. {_short(line.words)}", f"choose:{line.id}")
        for place, line in enumerate(lines, start=1)
        if not among or line in among
    )


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= SHORT_TITLE else f"{one_line[:SHORT_TITLE].rstrip()}…"
