"""Record: what can be asked for at any time, and the draft read back until it is right."""

from dataclasses import replace

from bot.model.dates import in_words
from bot.model.position import Question
from bot.model.saying import Said
from bot.stages import record_helped
from bot.stages.conversation import Conversation, passes
from bot.stages.record_edits import asks_for_edit
from bot.stages.record_lines import CHANGES, change_by_number, choose_line
from bot.stages.record_read_back import read_back
from bot.understanding.answers import line_command


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
    if not talk.draft.lines:
        kept = talk.records.summaries.latest(talk.person)
        if kept is None:
            talk.say("utter_record_nothing_yet")
            return
        opened = replace(talk.draft, door=kept.door, supported=kept.supported)
        for line in kept.lines:
            opened = opened.adding(line.heading, line.kind, line.topic, line.words)
        talk.draft = opened
    _to_check(talk)
    asks_for_edit(talk, words)


def copy(talk: Conversation) -> None:
    """Give the person a copy: of the kept summary by a link that lasts half an hour, of a draft here and now."""
    if talk.records.summaries.has_any(talk.person):
        url = f"{talk.facts.public_url}/copy/{talk.records.copies.link(talk.person)}"
        talk.say("utter_record_copy_link", links=(("Open my copy (works for half an hour)", url),))
    elif talk.draft.lines:
        talk.say("utter_record_copy_here")
        read_back(talk, talk.draft.lines, talk.draft.supported)
    else:
        talk.say("utter_record_nothing_yet")


def delete(talk: Conversation) -> None:
    """Ask whether everything is to be deleted, remembering where the person was."""
    talk.turn_aside(Question.RECORD_DELETE)


def ask_check(talk: Conversation) -> None:
    """Read the draft back and ask what is not right."""
    talk.say("utter_record_read_back")
    read_back(talk, talk.draft.lines, talk.draft.supported)
    talk.say("utter_record_ask_check")


def answer_check(talk: Conversation, said: Said) -> None:
    """Go on when it is right; else to the change that was asked for."""
    asked_for = line_command(said.words)
    held, talk.draft = talk.draft, replace(talk.draft, to_add="", asked_edit="")
    if said.choice == "add_written":
        talk.draft = held
    if not said.choice and asks_for_edit(talk, said.words):
        return
    if said.choice == "right" or said.intent == "affirm":
        talk.move(Question.RECORD_CONSENT)
    elif said.choice in CHANGES:
        choose_line(talk, CHANGES[said.choice])
    elif said.choice in _LEADS_TO:
        talk.move(_LEADS_TO[said.choice])
    elif asked_for is not None:
        change_by_number(talk, *asked_for)
    elif said.intent == "deny":
        talk.say("utter_record_what_to_change")
    elif passes(said):
        talk.say("utter_record_left_for_now")
        talk.finish()
    else:
        talk.say("utter_record_say_which")
        if said.intent == "inform" and said.words:
            talk.draft = replace(talk.draft, to_add=said.words)
            talk.say("utter_record_can_add")


def _to_check(talk: Conversation) -> None:
    if talk.draft.door is not None:
        talk.at(door=talk.draft.door)
    if not record_helped.ask_first(talk):
        talk.move(Question.RECORD_CHECK)


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
