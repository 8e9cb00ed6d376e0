"""Record: words are added under a heading."""

from dataclasses import replace

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages.conversation import Conversation, heading_named, passes
from bot.stages.record_read_back import door_of
from bot.understanding.answers import number


def ask_add_heading(talk: Conversation) -> None:
    """Ask under which heading to add."""
    buttons = tuple(Button(door_of(talk).over(heading), f"choose:{heading}") for heading in Heading)
    if talk.draft.to_add:
        talk.say("utter_record_adding", words=talk.draft.to_add)
        buttons = (*buttons, Button("Leave it out", "skip"))
    talk.say("utter_record_ask_add_heading", buttons=buttons)


def answer_add_heading(talk: Conversation, said: Said) -> None:
    """Take a heading by button, number or its own words; words of another kind are held until a heading is chosen."""
    nth = number(said.words, len(Heading))
    named = heading_named(said.words, tuple(Heading))
    if said.choice in set(Heading):
        _add_under(talk, Heading(said.choice))
    elif passes(said):
        talk.draft = replace(talk.draft, to_add="")
        talk.say("utter_record_left_as_it_was")
        talk.move(Question.RECORD_CHECK)
    elif named or nth:
        _add_under(talk, named or tuple(Heading)[(nth or 1) - 1])
    else:
        talk.say("utter_record_say_heading")
        if said.words and said.intent != "affirm":
            together = f"{talk.draft.to_add}\n{said.words}" if talk.draft.to_add else said.words
            talk.draft = replace(talk.draft, to_add=together)


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
