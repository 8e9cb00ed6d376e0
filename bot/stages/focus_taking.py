"""What the questions of focus do alike: take an answer, leave a question aside, show what was said before."""

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.saying import Said
from bot.stages import refusing
from bot.stages.conversation import Conversation, passes


def take(talk: Conversation, said: Said, heading: Heading, kind: Kind) -> bool:
    """Write the words down, leave the question aside, or ask for words; say whether it goes on from here."""
    if passes(said):
        leave_aside(talk, said)
        return True
    if says_nothing(said):
        talk.say("utter_focus_in_your_words")
        return False
    talk.write(heading, kind, said.words)
    return True


def says_nothing(said: Said) -> bool:
    """Say whether there are no words of the person's own: a bare yes, or a button that means nothing here."""
    return said.intent == "affirm" or not said.words


def leave_aside(talk: Conversation, said: Said) -> None:
    """Say that a question may be left."""
    response = "utter_focus_not_known" if said.intent == "express_uncertainty" else "utter_focus_left_aside"
    talk.say(response, refusing.ways_on(said))


def show_earlier(talk: Conversation, kind: Kind) -> None:
    """Show what was answered before, if anything was."""
    earlier = talk.draft.said(kind, talk.position.topic)
    if earlier:
        talk.say("utter_focus_earlier", words=earlier.words)


def next_number(talk: Conversation) -> int:
    """Return the number of the next thing that matters."""
    return max((line.topic for line in talk.draft.lines), default=-1) + 1
