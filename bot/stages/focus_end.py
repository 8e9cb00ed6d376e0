"""Focus, at its end: what matters to the one who cares, and what comes first. Each is asked once, and may be left."""

import re

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.model.topics import Once
from bot.stages import record, record_new_words
from bot.stages.conversation import Conversation, passes
from bot.stages.focus_taking import show_earlier, take
from bot.stages.record_lines import change_by_number
from bot.stages.record_read_back import line_buttons
from bot.stages.whom import say_of_them
from bot.understanding.answers import line_command, number, tells_of_a_worrier
from bot.understanding.pointing import order_named

ENOUGH_TO_ORDER = 3
_FIRST_PART = re.compile(r"\s*[.,;:!\n–-]+\s*")


def go_on(talk: Conversation) -> None:
    """Ask what is still to be asked, then read it back."""
    focus = talk.position.focus
    if Once.CARING not in focus.asked and _others_count(talk):
        talk.at(focus=focus.having_asked(Once.CARING))
        talk.move(Question.FOCUS_CARING)
    elif Once.ORDER not in focus.asked and len(talk.draft.things) >= ENOUGH_TO_ORDER:
        talk.at(focus=focus.having_asked(Once.ORDER))
        talk.move(Question.FOCUS_ORDER)
    else:
        record.start(talk)


def ask_caring(talk: Conversation) -> None:
    """Ask whoever is close what matters to them; ask somebody whose family worries what would help those."""
    show_earlier(talk, _kind(talk))
    say_of_them(talk, "utter_focus_topics_ask_caring")


def answer_caring(talk: Conversation, said: Said) -> None:
    """Take it as a line of its own, labelled as what it is."""
    kind = _kind(talk)
    if take(talk, said, Heading.PEOPLE if kind is Kind.FOR_OTHERS else Heading.ALSO_KNOW, kind):
        go_on(talk)


def ask_order(talk: Conversation) -> None:
    """Ask what comes first."""
    things = line_buttons(talk.draft.things)
    talk.say("utter_focus_topics_ask_order", buttons=(*things, Button("Leave the order", "skip")))


def answer_order(talk: Conversation, said: Said) -> None:
    """Put what was chosen by button, number or its own words first of all, or last."""
    things = talk.draft.things
    place = number(said.words, len(things))
    named, last = order_named(said.words, [line.words for line in things])
    chosen = tuple(line for line in things if line.id == said.choice) or tuple(
        things[at] for at in ((place - 1,) if place else named)
    )
    if chosen and last and not place:
        talk.draft = talk.draft.last(chosen[0].id)
        talk.say("utter_record_moved_last")
        record.start(talk)
    elif chosen:
        for line in reversed(chosen):
            talk.draft = talk.draft.most_important(line.id)
        talk.say("utter_record_moved" if len(chosen) == 1 else "utter_record_moved_several")
        record.start(talk)
    elif passes(said) or said.intent == "affirm":
        talk.say("utter_record_left_as_it_was")
        record.start(talk)
    elif not (_changes_a_line(talk, said) or record_new_words.is_offered(talk, said)):
        talk.say("utter_record_say_number")


def _changes_a_line(talk: Conversation, said: Said) -> bool:
    """Change the line that is named by its number, where a reason may follow; say whether one is."""
    asked = line_command(_FIRST_PART.split(said.words)[0])
    if said.choice or asked is None:
        return False
    change_by_number(talk, *asked)
    return True


def _others_count(talk: Conversation) -> bool:
    """Say whether somebody else is to be asked about: the one who cares and writes, or one whom the person spoke of."""
    if talk.position.door is Door.CLOSE:
        return bool(talk.draft.lines)
    return any(tells_of_a_worrier(line.words) for line in talk.draft.lines)


def _kind(talk: Conversation) -> Kind:
    return Kind.CARING if talk.position.door is Door.CLOSE else Kind.FOR_OTHERS


ASKS = {Question.FOCUS_CARING: ask_caring, Question.FOCUS_ORDER: ask_order}
ANSWERS = {Question.FOCUS_CARING: answer_caring, Question.FOCUS_ORDER: answer_order}
