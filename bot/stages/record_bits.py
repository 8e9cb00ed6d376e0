"""Record: a bit of a line is to go, or a line with its why. What goes is shown, and nothing does before they choose."""

import re
from dataclasses import replace

from bot.model.draft import Line
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages.conversation import Conversation, passes
from bot.stages.record_edits import remove, to_check, waiting, why_of
from bot.understanding.answers import agrees_to, leaves_it, number
from bot.understanding.bits import without_bit
from bot.understanding.commands import plain
from bot.understanding.leaving_lines import stays

_BIT = Button("Take out that bit", "choose:bit")
_WHOLE = Button("Take out all of it", "choose:whole")
_BOTH = Button("Take out the line and its why", "choose:whole")
_LEAVE = Button("Leave it as it is", "deny")
_SAYS_BIT = frozenset({"bit", "that bit", "just that bit", "just the bit", "only that bit", "just that", "only that"})
_SAYS_WHOLE = frozenset(
    {"all of it", "all", "the lot", "the whole", "the whole thing", "everything", "whole", "the whole line", "it all",
     "both", "both of them", "take out both", "take both out", "take them both out", "the two", "both please",
     "take out the line and its why", "the line and its why", "the line and the why", "and its why"}
)  # fmt: skip
_GOES = re.compile(
    r"(?:(?:yes|ok|please|just) )*(?:take|remove|delete|get rid of|scrap)(?: out)? (?:it|that|this|them)(?: out)?"
    r"(?: (?:please|then|now|thanks|thank you))*"
)


def ask_bit(talk: Conversation) -> None:
    """Show the line, and what would be left without the bit that was named."""
    line, rest = _line(talk), _rest(talk)
    why = why_of(talk, line)
    if why and not rest:
        talk.say("utter_record_ask_remove_with_why", (_BOTH, _LEAVE), words=line.words, why=why.words)
    elif rest:
        talk.say("utter_record_ask_remove_bit", (_BIT, _WHOLE, _LEAVE), words=line.words, rest=rest)
    else:
        talk.say("utter_record_ask_remove_all_of_it", (_WHOLE, _LEAVE), words=line.words)


def answer_bit(talk: Conversation, said: Said) -> None:
    """Take out the bit, or the line, or neither."""
    line, rest = _line(talk), _rest(talk)
    chosen = said.choice or _named(said, both=bool(rest))
    if chosen == "bit" and rest:
        talk.draft = talk.draft.with_words(line.id, rest)
        talk.say("utter_record_changed_quoting", before=line.words, after=rest)
    elif chosen == "whole":
        remove(talk, line)
    elif passes(said) or leaves_it(said.words) or stays(said.words):
        talk.say("utter_record_left_as_it_was")
    else:
        talk.say("utter_record_say_bit")
        return
    talk.draft = replace(talk.draft, asked_edit="")
    if talk.draft.lines:
        to_check(talk)


def gone(talk: Conversation) -> bool:
    """Say whether what was to be taken out is not there any more."""
    line = talk.draft.line(talk.position.line)
    return line is None or (waiting(talk) is None and why_of(talk, line) is None)


def _named(said: Said, *, both: bool) -> str:
    """Return which of the two was named, by its number too. A bare yes means what was asked for: the bit."""
    words, nth = plain(said.words), number(said.words, 2) if both else None
    if words in _SAYS_WHOLE:
        return "whole"
    if words in _SAYS_BIT or _GOES.fullmatch(words) or (said.intent == "affirm" and agrees_to(said.words, "delete")):
        return "bit" if both else "whole"
    return ("bit", "whole")[nth - 1] if nth else ""


def _line(talk: Conversation) -> Line:
    line = talk.draft.line(talk.position.line)
    assert line is not None, "flow moves on from a line that is gone"
    return line


def _rest(talk: Conversation) -> str:
    asked = waiting(talk)
    return without_bit(_line(talk).words, asked.about) if asked else ""


ASKS = {Question.RECORD_REMOVE_BIT: ask_bit}
ANSWERS = {Question.RECORD_REMOVE_BIT: answer_bit}
