"""Record: words are added under a heading."""

from dataclasses import replace

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages import record_new_words
from bot.stages.conversation import Conversation, heading_named, passes
from bot.stages.record_lines import change_by_number
from bot.stages.record_new_words import begun
from bot.stages.record_read_back import door_of
from bot.understanding.answers import line_command, number
from bot.understanding.asking import is_question
from bot.understanding.commands import command
from bot.understanding.in_view import in_view
from bot.understanding.no_place import wherever

ANYWHERE = Heading.ALSO_KNOW
"""Where words go whose place nobody chooses."""


def ask_add_heading(talk: Conversation) -> None:
    """Ask under which heading to add."""
    buttons = tuple(Button(door_of(talk).over(heading), f"choose:{heading}") for heading in Heading)
    if talk.draft.to_add:
        talk.say("utter_record_adding", words=begun(talk.draft.to_add))
        buttons = (*buttons, Button("Leave it out", "skip"))
    talk.say("utter_record_ask_add_heading", buttons=buttons)


def answer_add_heading(talk: Conversation, said: Said) -> None:
    """Take a heading by button, number or its own words. What is held already goes where anything may, if none is."""
    nth = number(said.words, len(Heading))
    named = heading_named(said.words, tuple(Heading))
    if not said.choice and (asked_for := line_command(said.words)):
        change_by_number(talk, *asked_for)
    elif said.choice in set(Heading):
        _add_under(talk, Heading(said.choice))
    elif talk.draft.to_add and not said.choice and _has_no_place(said):
        _add_under(talk, ANYWHERE)
    elif passes(said):
        talk.draft = replace(talk.draft, to_add="")
        talk.say("utter_record_left_as_it_was")
        talk.move(Question.RECORD_CHECK)
    elif named or nth:
        _add_under(talk, named or tuple(Heading)[(nth or 1) - 1])
    elif talk.draft.to_add and _tells(said):
        _add_under(talk, ANYWHERE)
        record_new_words.offer(talk, _new(said.words))
    else:
        talk.say("utter_record_say_heading")
        if _tells(said):
            record_new_words.hold(talk, _new(said.words))


def _has_no_place(said: Said) -> bool:
    """Say whether somebody has no answer to where words belong. It is no wish to have them left out."""
    return bool(said.words) and (said.intent in {"express_uncertainty", "skip"} or wherever(said.words))


def _tells(said: Said) -> bool:
    asks = is_question(said.words) or command(said.words) is not None
    return bool(said.words) and said.intent != "affirm" and not said.choice and not asks


def _new(words: str) -> str:
    """Return the words that are to be added, without what asks for that."""
    asked = in_view(words)
    return asked.new if asked and asked.new and not asked.old else words


def ask_add_words(talk: Conversation) -> None:
    """Ask for the words to add."""
    heading = talk.position.heading or Heading.ALSO_KNOW
    talk.say("utter_record_ask_add_words", heading=door_of(talk).over(heading))


def answer_add_words(talk: Conversation, said: Said) -> None:
    """Add the words under the chosen heading."""
    if passes(said):
        talk.say("utter_record_left_as_it_was")
        talk.move(Question.RECORD_CHECK, heading=None)
    elif said.intent == "affirm" or not said.words:
        talk.say("utter_focus_in_your_words")
    else:
        _add(talk, talk.position.heading or Heading.ALSO_KNOW, said.words)


def _add_under(talk: Conversation, heading: Heading) -> None:
    words = talk.draft.to_add
    if words:
        talk.draft = replace(talk.draft, to_add="")
        _add(talk, heading, words)
    else:
        talk.move(Question.RECORD_ADD_WORDS, heading=heading)


def _add(talk: Conversation, heading: Heading, words: str) -> None:
    talk.draft = talk.draft.adding(heading, Kind.ADDED, -1, words)
    talk.say("utter_record_added", heading=door_of(talk).over(heading))
    talk.move(Question.RECORD_CHECK, heading=None)


ASKS = {
    Question.RECORD_ADD_HEADING: ask_add_heading,
    Question.RECORD_ADD_WORDS: ask_add_words,
}
ANSWERS = {
    Question.RECORD_ADD_HEADING: answer_add_heading,
    Question.RECORD_ADD_WORDS: answer_add_words,
}
