"""Record: a change asked for in one sentence, such as "take out the bit about Colin". If several lines fit, it asks."""

from dataclasses import replace

from bot.model.draft import Kind, Line
from bot.model.position import Question
from bot.stages.conversation import Conversation
from bot.stages.record_new_words import hold
from bot.understanding.answers import number
from bot.understanding.bits import without_bit
from bot.understanding.editing import Change, Edit, asks_to_add, holds, replaced
from bot.understanding.in_view import in_view
from bot.understanding.pointing import named_each, pointed_at

_WHICH = {
    Change.REMOVE: Question.RECORD_REMOVE_WHICH,
    Change.CHANGE: Question.RECORD_CHANGE_WHICH,
    Change.REPLACE: Question.RECORD_CHANGE_WHICH,
}


def asks_for_edit(talk: Conversation, words: str) -> bool:
    """Do the change that these words ask for, or ask which line is meant; say whether they ask for one."""
    if asks_to_add(words):
        talk.move(Question.RECORD_ADD_HEADING)
        return True
    asked = in_view(words)
    if asked is None:
        return False
    fits = fitting(talk, asked)
    if asked.change is Change.ADD:
        hold(talk, asked.new)
        talk.move(Question.RECORD_ADD_HEADING)
    elif not fits:
        talk.say("utter_record_say_number" if asked.number else "utter_record_no_such_line")
    elif len(fits) == 1:
        do(talk, asked, fits[0], words)
    else:
        talk.draft = replace(talk.draft, asked_edit=words)
        talk.move(_WHICH[asked.change])
    return True


def waiting(talk: Conversation) -> Edit | None:
    """Return the change that waits for its line to be chosen, or None."""
    return in_view(talk.draft.asked_edit) if talk.draft.asked_edit else None


def fitting(talk: Conversation, asked: Edit | None) -> tuple[Line, ...]:
    """Return the lines that a change may be meant for."""
    lines = talk.draft.in_order
    if asked is None:
        return lines
    if asked.number:
        place = number(asked.number, len(lines))
        return lines[place - 1 : place] if place else ()
    if asked.change is Change.REPLACE:
        return tuple(line for line in lines if holds(line.words, asked.old))
    return tuple(lines[place] for place in sorted(_about(asked, [line.words for line in lines])))


def _about(asked: Edit, lines: list[str]) -> set[int]:
    """Return the places of the lines that name it. Where several are named, each of them counts if all of it goes."""
    places = set(pointed_at(asked.about, lines))
    if asked.every or not places:
        places |= {
            place for each in named_each(asked.about) for place in pointed_at(each, lines, begins=not asked.every)
        }
    return places


def why_of(talk: Conversation, line: Line) -> Line | None:
    """Return what was said of why a thing matters, which goes with it; None where there is none."""
    return talk.draft.said(Kind.WHY, line.topic) if talk.draft.thing(line.topic) == line else None


def ask_or_remove(talk: Conversation, line: Line) -> None:
    """Take a line out; where more goes with it, show what would go and ask."""
    if why_of(talk, line) is None:
        remove(talk, line)
    else:
        talk.draft = replace(talk.draft, asked_edit="")
        talk.move(Question.RECORD_REMOVE_BIT, line=line.id)


def do(talk: Conversation, asked: Edit, line: Line, said: str = "") -> None:
    """Change this line as asked, and show the words before and after."""
    words, talk.draft = talk.draft.asked_edit, replace(talk.draft, asked_edit="")
    if asked.change is Change.REMOVE and asks_first(line, asked):
        talk.draft = replace(talk.draft, asked_edit=words or said)
        talk.move(Question.RECORD_REMOVE_BIT, line=line.id)
    elif asked.change is Change.REMOVE:
        ask_or_remove(talk, line)
    elif asked.change is Change.REPLACE:
        _put(talk, line, replaced(line.words, asked.old, asked.new))
    elif asked.new:
        _put(talk, line, asked.new)
    else:
        talk.move(Question.RECORD_CHANGE_WORDS, line=line.id)


def asks_first(line: Line, asked: Edit) -> bool:
    """Say whether more would go than was named: the line says more than that bit, or is the why of something.

    What goes because all of it was named is always shown first.
    """
    more = line.kind is Kind.WHY or bool(without_bit(line.words, asked.about))
    return asked.every or (bool(asked.about) and more)


def remove(talk: Conversation, line: Line) -> None:
    """Take a line out, and what was said of why, and say which words went."""
    why = why_of(talk, line)
    talk.draft = talk.draft.without(line.id)
    talk.say("utter_record_removed_quoting", words=line.words)
    if why is not None:
        talk.draft = talk.draft.without(why.id)
        talk.say("utter_record_removed_why", words=why.words)
    if talk.draft.lines or talk.draft.to_add:
        to_check(talk)
    else:
        talk.draft = replace(talk.draft, door=None, to_add="", supported="")
        talk.say("utter_record_nothing_left")
        talk.finish()


def _put(talk: Conversation, line: Line, words: str) -> None:
    talk.draft = talk.draft.with_words(line.id, words)
    talk.say("utter_record_changed_quoting", before=line.words, after=words)
    to_check(talk)


def to_check(talk: Conversation) -> None:
    """Read the draft back; first ask for the heading of words that were to be added, so that they are not lost."""
    talk.move(Question.RECORD_ADD_HEADING if talk.draft.to_add else Question.RECORD_CHECK, line="")
