"""Record: an About Me that somebody has already is pasted. Its parts become the draft, in the very words.

Nothing is kept before the yes that every draft needs.
"""

from dataclasses import replace

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import WRITES, Door, Question
from bot.model.saying import Said
from bot.stages import record
from bot.stages.conversation import Conversation, passes
from bot.stages.record_helped import LONGEST_NAME
from bot.understanding.pasted import HELPED, Part, is_about_me, parts
from bot.understanding.pasting import asks_to_paste


def is_asked_for(words: str) -> bool:
    """Say whether the words are an About Me, or ask to paste one."""
    return is_about_me(words) or asks_to_paste(words, "")


def start(talk: Conversation, words: str) -> None:
    """Take what was pasted, or ask for it. Where somebody grieves, nothing is written of what matters."""
    if talk.position.door is Door.GRIEVING:
        talk.say("utter_record_paste_not_here")
    elif is_about_me(words):
        _take(talk, words)
    else:
        talk.turn_aside(Question.RECORD_PASTE)


def ask(talk: Conversation) -> None:
    """Ask for it."""
    talk.say("utter_record_paste_ask")


def answer(talk: Conversation, said: Said) -> None:
    """Take what was pasted, with headings or without; it may be left."""
    if passes(said):
        talk.say("utter_record_left_as_it_was")
        talk.turn_back()
    elif said.intent == "affirm" or not said.words or asks_to_paste(said.words, ""):
        talk.say("utter_record_paste_say")
    else:
        _take(talk, said.words)


def _take(talk: Conversation, words: str) -> None:
    """Put each part under its heading, after what is there; what has none waits for the person to choose one."""
    found = parts(words)
    if talk.position.door not in WRITES:
        talk.at(door=Door.WRITING if talk.position.door is Door.HELPING else Door.ME)
    record.open_kept(talk)
    loose = [talk.draft.to_add] if talk.draft.to_add else []
    loose += [part.words for part in found if not _put(talk, part)]
    under = [part for part in found if part.heading and part.heading != HELPED]
    if under:
        talk.say("utter_record_paste_found", count=_counted(len(under)))
    else:
        talk.say("utter_record_paste_no_headings")
    talk.draft = replace(talk.draft, to_add="\n".join(loose))
    talk.move(Question.RECORD_ADD_HEADING if loose else Question.RECORD_CHECK)


def _put(talk: Conversation, part: Part) -> bool:
    """Put one part where it belongs; say whether there is such a place."""
    if part.heading == HELPED and not talk.draft.supported and len(part.words) <= LONGEST_NAME:
        talk.draft = replace(talk.draft, supported=part.words)
    elif part.heading in set(Heading):
        talk.draft = talk.draft.adding(Heading(part.heading), Kind(part.kind), -1, part.words)
    else:
        return False
    return True


def _counted(number: int) -> str:
    return "one part" if number == 1 else f"{number} parts"


ASKS = {Question.RECORD_PASTE: ask}
ANSWERS = {Question.RECORD_PASTE: answer}
