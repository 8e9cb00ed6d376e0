"""Record: a change asked for in one sentence, such as "take out the bit about Colin". If several lines fit, it asks."""

from dataclasses import replace

from bot.model.draft import Line
from bot.model.position import Question
from bot.stages.conversation import Conversation
from bot.understanding.editing import Change, Edit, edit, holds, replaced
from bot.understanding.pointing import pointed_at

_WHICH = {
    Change.REMOVE: Question.RECORD_REMOVE_WHICH,
    Change.CHANGE: Question.RECORD_CHANGE_WHICH,
    Change.REPLACE: Question.RECORD_CHANGE_WHICH,
}


def asks_for_edit(talk: Conversation, words: str) -> bool:
    """Do the change that these words ask for, or ask which line is meant; say whether they ask for one."""
    asked = edit(words)
    if asked is None:
        return False
    fits = fitting(talk, asked)
    if asked.change is Change.ADD:
        talk.draft = replace(talk.draft, to_add=asked.new)
        talk.move(Question.RECORD_ADD_HEADING)
    elif not fits:
        talk.say("utter_record_no_such_line")
    elif len(fits) == 1:
        do(talk, asked, fits[0])
    else:
        talk.draft = replace(talk.draft, asked_edit=words)
        talk.move(_WHICH[asked.change])
    return True


def waiting(talk: Conversation) -> Edit | None:
    """Return the change that waits for its line to be chosen, or None."""
    return edit(talk.draft.asked_edit) if talk.draft.asked_edit else None


def fitting(talk: Conversation, asked: Edit | None) -> tuple[Line, ...]:
    """Return the lines that a change may be meant for."""
    lines = talk.draft.in_order
    if asked is None:
        return lines
    if asked.change is Change.REPLACE:
        return tuple(line for line in lines if holds(line.words, asked.old))
    return tuple(lines[place] for place in pointed_at(asked.about, [line.words for line in lines]))


def do(talk: Conversation, asked: Edit, line: Line) -> None:
    """Change this line as asked, and show the words before and after."""
    talk.draft = replace(talk.draft, asked_edit="")
    if asked.change is Change.REMOVE:
        remove(talk, line)
    elif asked.change is Change.REPLACE:
        _put(talk, line, replaced(line.words, asked.old, asked.new))
    elif asked.new:
        _put(talk, line, asked.new)
    else:
        talk.move(Question.RECORD_CHANGE_WORDS, line=line.id)


def remove(talk: Conversation, line: Line) -> None:
    """Take a line out, and say which words went."""
    talk.draft = talk.draft.without(line.id)
    talk.say("utter_record_removed_quoting", words=line.words)
    if talk.draft.lines:
        talk.move(Question.RECORD_CHECK)
    else:
        talk.draft = replace(talk.draft, door=None, to_add="", supported="")
        talk.say("utter_record_nothing_left")
        talk.finish()


def _put(talk: Conversation, line: Line, words: str) -> None:
    talk.draft = talk.draft.with_words(line.id, words)
    talk.say("utter_record_changed_quoting", before=line.words, after=words)
    talk.move(Question.RECORD_CHECK, line="")
