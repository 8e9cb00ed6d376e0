"""Record: a line is changed, taken out or put first."""

from dataclasses import replace

from bot.model.draft import Kind, Line
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages.conversation import Conversation, passes
from bot.stages.record_edits import do, fitting, remove, waiting
from bot.stages.record_read_back import line_buttons
from bot.understanding.answers import number
from bot.understanding.pointing import one_pointed_at

CHANGES = {
    "change": Question.RECORD_CHANGE_WHICH,
    "remove": Question.RECORD_REMOVE_WHICH,
    "move": Question.RECORD_MOVE_WHICH,
}
"""What can be done to a line, and what asks which line it is."""


def choose_line(talk: Conversation, question: Question) -> None:
    """Ask which line; where there is only one, it is that."""
    talk.draft = replace(talk.draft, asked_edit="")
    talk.move(question)
    if len(talk.draft.lines) == 1:
        answer_which(talk, Said("choose", choice=talk.draft.lines[0].id))


def change_by_number(talk: Conversation, change: str, which: str) -> None:
    """Do what was asked for with its number, such as "take out 2"."""
    place = number(which, len(talk.draft.lines))
    if place is None:
        talk.say("utter_record_say_number")
        return
    talk.move(CHANGES[change])
    answer_which(talk, Said("choose", choice=talk.draft.in_order[place - 1].id))


def ask_change_which(talk: Conversation) -> None:
    """Ask which line to change."""
    talk.say("utter_record_ask_change_which", buttons=_buttons(talk))


def ask_remove_which(talk: Conversation) -> None:
    """Ask which line to take out."""
    talk.say("utter_record_ask_remove_which", buttons=_buttons(talk))


def ask_move_which(talk: Conversation) -> None:
    """Ask which line comes first."""
    talk.say("utter_record_ask_move_which", buttons=line_buttons(talk.draft.in_order))


def answer_which(talk: Conversation, said: Said) -> None:
    """Change, take out or put first the line that was chosen by button or number."""
    question, waits = talk.position.question, waiting(talk)
    line = _chosen(talk, said)
    if line is None:
        if passes(said):
            talk.draft = replace(talk.draft, asked_edit="")
            talk.say("utter_record_left_as_it_was")
            talk.move(Question.RECORD_CHECK)
        else:
            talk.say("utter_record_say_number")
    elif waits and line in fitting(talk, waits):
        do(talk, waits, line)
    elif question is Question.RECORD_CHANGE_WHICH:
        talk.move(Question.RECORD_CHANGE_WORDS, line=line.id)
    elif question is Question.RECORD_REMOVE_WHICH:
        remove(talk, line)
    else:
        _put_first(talk, line)


def ask_change_words(talk: Conversation) -> None:
    """Ask for the new words of a line, showing the present ones."""
    line = talk.draft.line(talk.position.line)
    assert line is not None, "flow moves on from a line that is gone"
    talk.say("utter_record_ask_change_words", words=line.words)


def answer_change_words(talk: Conversation, said: Said) -> None:
    """Put the new words in place of the old; a yes ("keep it", "that's fine") is no new words."""
    if passes(said) or said.intent == "affirm" or not said.words:
        talk.say("utter_record_left_as_it_was")
    else:
        talk.draft = talk.draft.with_words(talk.position.line, said.words)
        talk.say("utter_record_changed")
    talk.move(Question.RECORD_CHECK, line="")


def _chosen(talk: Conversation, said: Said) -> Line | None:
    if said.choice:
        return talk.draft.line(said.choice)
    lines = talk.draft.in_order
    if place := number(said.words, len(lines)):
        return lines[place - 1]
    among = fitting(talk, waiting(talk))
    pointed = one_pointed_at(said.words, [line.words for line in among])
    return None if pointed is None else among[pointed]


def _buttons(talk: Conversation) -> tuple[Button, ...]:
    return line_buttons(talk.draft.in_order, fitting(talk, waiting(talk)))


def _put_first(talk: Conversation, line: Line) -> None:
    if line.kind is Kind.WHY:
        line = talk.draft.thing(line.topic) or line
    talk.draft = talk.draft.first(line.id)
    talk.say("utter_record_moved")
    talk.move(Question.RECORD_CHECK)


ASKS = {
    Question.RECORD_CHANGE_WHICH: ask_change_which,
    Question.RECORD_REMOVE_WHICH: ask_remove_which,
    Question.RECORD_MOVE_WHICH: ask_move_which,
    Question.RECORD_CHANGE_WORDS: ask_change_words,
}
ANSWERS = {
    Question.RECORD_CHANGE_WHICH: answer_which,
    Question.RECORD_REMOVE_WHICH: answer_which,
    Question.RECORD_MOVE_WHICH: answer_which,
    Question.RECORD_CHANGE_WORDS: answer_change_words,
}
