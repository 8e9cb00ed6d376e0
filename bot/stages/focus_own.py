"""Focus: what somebody close says of their own life is theirs, and no word of what matters to the other."""

from dataclasses import replace

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Door
from bot.model.saying import Button, Said
from bot.model.topics import Once
from bot.stages.conversation import Conversation
from bot.stages.whom import called
from bot.understanding.own_life import of_own_life

_OF_THEM = "of_them"


def take(talk: Conversation, said: Said) -> bool:
    """Write it down as what matters to the one who cares, and ask again; say whether the words were that."""
    if talk.position.door is not Door.CLOSE or said.intent != "inform" or said.choice or not of_own_life(said.words):
        return False
    talk.draft = talk.draft.adding(Heading.ALSO_KNOW, Kind.CARING, talk.position.topic, said.words)
    talk.at(focus=talk.position.focus.having_asked(Once.CARING))
    talk.say("utter_focus_own_life", (Button(f"No, it is about {called(talk)['them']}", f"choose:{_OF_THEM}"),))
    return True


def meant(talk: Conversation, said: Said) -> Said:
    """Return what was said; where words were meant of the other after all, those words as the answer."""
    own = [line for line in talk.draft.lines if line.kind is Kind.CARING]
    if said.choice != _OF_THEM or not own:
        return said
    talk.draft = talk.draft.without(own[-1].id)
    focus = talk.position.focus
    talk.at(focus=replace(focus, asked=tuple(once for once in focus.asked if once is not Once.CARING)))
    return replace(said, intent="inform", words=own[-1].words)
