"""Record: what can be asked for at any time, and the draft read back until it is right."""

from dataclasses import replace

from bot.model.dates import in_words
from bot.model.position import Door, Question
from bot.model.saying import Said
from bot.stages import record_all_about, record_helped, record_new_words, record_same
from bot.stages.conversation import Conversation, passes
from bot.stages.record_edits import asks_for_edit
from bot.stages.record_lines import (
    CHANGES,
    ask_which_first,
    change_by_number,
    choose_line,
    put_in_order,
    remove_several,
)
from bot.stages.record_read_back import read_back
from bot.stages.whom import say_of_them
from bot.understanding.answers import lets_go, line_command, lines_to_remove
from bot.understanding.asking import is_question
from bot.understanding.editing import Change
from bot.understanding.in_view import in_view
from bot.understanding.named_out import named_out
from bot.understanding.new_words import is_new


def start(talk: Conversation) -> None:
    """Go to reading back what there is, or say that there is nothing to read back yet."""
    if talk.draft.lines or talk.records.summaries.has_any(talk.person):
        edit(talk)
        return
    talk.say("utter_record_nothing_yet")
    talk.finish()


def review(talk: Conversation) -> None:
    """Show what there is: the draft being worked on, else the kept summary."""
    if talk.draft.lines:
        talk.say("utter_record_draft_so_far")
        read_back(talk, talk.draft.lines, talk.draft.supported)
        return
    kept = talk.records.summaries.latest(talk.person)
    if kept is None:
        talk.say("utter_record_nothing_yet")
        return
    talk.say("utter_record_kept_version", version=str(kept.version), date=in_words(kept.created_at))
    read_back(talk, kept.lines, kept.supported, kept.door)


def edit(talk: Conversation, words: str = "") -> None:
    """Open what there is for changing, and do the change that the words ask for.

    A kept summary becomes a draft again while the kept version stays.
    """
    open_kept(talk)
    if not talk.draft.lines:
        talk.say("utter_record_nothing_yet")
        if (asked := in_view(words)) and asked.change is Change.ADD:
            talk.hold_opening(asked.new)
        return
    _to_check(talk)
    _change_as_said(talk, words)
    if talk.draft.to_add and talk.position.question is Question.RECORD_CHECK:
        talk.say("utter_record_can_add")


def open_kept(talk: Conversation, door: Door | None = None) -> None:
    """Make a kept summary (of one door, if given) a draft again, where there is no draft; the kept version stays."""
    kept = None if talk.draft.lines else talk.records.summaries.latest(talk.person, door)
    if kept is None:
        return
    opened = replace(talk.draft, door=kept.door, supported=kept.supported)
    for line in kept.lines:
        opened = opened.adding(line.heading, line.kind, line.topic, line.words)
    talk.draft = opened


def delete(talk: Conversation, words: str = "") -> None:
    """Ask whether everything is to be deleted, remembering where the person was; a line that is named is only that."""
    if about := record_all_about.named_in(talk, words):
        edit(talk, f"take out everything about {about}")
        return
    talk.turn_aside(Question.RECORD_DELETE)


def takes_out(talk: Conversation, said: Said) -> bool:
    """Take out all that names what is not to be in it; say whether the words were that, of a line that is there."""
    stage = str(talk.position.question or "").partition("_")[0]
    if stage not in _WHERE_LINES_ARE or said.intent != "inform" or said.choice:
        return False
    about = record_all_about.kept_out(talk, said.words)
    if about:
        edit(talk, f"take out everything about {about}")
    return bool(about)


def changes_first(talk: Conversation, said: Said) -> bool:
    """Go back to the lines for a change that is asked for where only a yes or one line is; say whether one is.

    Nothing is kept meanwhile: the yes is asked for again after what is changed was read back.
    """
    if said.choice or not said.words or talk.position.question not in _LINES_STAND_BY or lets_go(said.words):
        return False
    before = talk.position
    if before.question in _OF_ONE_LINE:
        return _orders_instead(talk, said.words)
    talk.move(Question.RECORD_CHECK)
    if _change_as_said(talk, said.words):
        return True
    talk.position = before
    return False


def _orders_instead(talk: Conversation, words: str) -> bool:
    """Put a line first where another change still waits for its line, which is let go."""
    if not put_in_order(talk, words):
        return False
    talk.draft = replace(talk.draft, asked_edit="")
    return True


def ask_check(talk: Conversation) -> None:
    """Read the draft back and ask what is not right."""
    say_of_them(talk, "utter_record_read_back")
    read_back(talk, talk.draft.lines, talk.draft.supported)
    talk.say("utter_record_ask_check")


def answer_check(talk: Conversation, said: Said) -> None:
    """Go on when it is right; else to the change that was asked for."""
    held, talk.draft = talk.draft, replace(talk.draft, to_add="", asked_edit="")
    if said.choice == "add_written":
        talk.draft = held
    if not said.choice and (record_helped.is_told(talk, said.words) or _change_as_said(talk, said.words)):
        return
    if said.choice == "right" or said.intent == "affirm":
        if record_same.is_same(talk):
            record_same.leave(talk)
        else:
            talk.move(Question.RECORD_CONSENT)
    elif said.choice in CHANGES:
        choose_line(talk, CHANGES[said.choice])
    elif said.choice in _LEADS_TO:
        talk.move(_LEADS_TO[said.choice])
    elif said.intent == "deny":
        talk.say("utter_record_what_to_change")
    elif passes(said):
        talk.draft = replace(talk.draft, to_add=held.to_add)
        talk.say("utter_record_left_for_now")
        talk.finish()
    else:
        _say_which(talk, said, held.to_add)


def _say_which(talk: Conversation, said: Said, held: str) -> None:
    """Ask what is to be done; what is told is offered as a line, with what was told before and has no line yet."""
    if said.intent == "inform" and is_new(said.words):
        talk.draft = replace(talk.draft, to_add=held)
        record_new_words.offer(talk, said.words)
    else:
        talk.say("utter_record_say_which")
        if said.intent == "inform" and said.words and not is_question(said.words):
            talk.draft = replace(talk.draft, to_add=said.words)
            talk.say("utter_record_can_add")


def _change_as_said(talk: Conversation, words: str) -> bool:
    """Do what a sentence asks to have done to one line, several or all; say whether it asks for that."""
    if lets_go(words):
        talk.move(Question.RECORD_COPY)
    elif several := lines_to_remove(words):
        remove_several(talk, several)
    elif asked_for := line_command(words):
        change_by_number(talk, *asked_for)
    else:
        return (
            asks_for_edit(talk, words)
            or put_in_order(talk, words)
            or ask_which_first(talk, words)
            or _is_kept_out(talk, words)
        )
    return True


def _is_kept_out(talk: Conversation, words: str) -> bool:
    """Ask about the lines with what is not to be in it, or say that there are none; say whether the words are that."""
    if about := record_all_about.kept_out(talk, words):
        return asks_for_edit(talk, f"take out everything about {about}")
    if named_out(words):
        talk.say("utter_record_no_such_line")
    return bool(named_out(words))


def _to_check(talk: Conversation) -> None:
    if talk.draft.door is not None:
        talk.at(door=talk.draft.door)
    if not record_helped.ask_first(talk):
        talk.move(Question.RECORD_CHECK)


_WHERE_LINES_ARE = frozenset({"", "focus", "record"})
"""With nothing open, what is kept can be meant."""
_OF_ONE_LINE = frozenset(
    {Question.RECORD_CHANGE_WHICH, Question.RECORD_REMOVE_WHICH, Question.RECORD_MOVE_WHICH, Question.RECORD_REMOVE_BIT}
)
_LINES_STAND_BY = _OF_ONE_LINE | {Question.RECORD_CONSENT, Question.RECORD_COPY}
_LEADS_TO = {
    "add": Question.RECORD_ADD_HEADING,
    "add_written": Question.RECORD_ADD_HEADING,
    "helped": Question.RECORD_HELPED,
}
ASKS = {
    Question.RECORD_CHECK: ask_check,
}
ANSWERS = {
    Question.RECORD_CHECK: answer_check,
}
