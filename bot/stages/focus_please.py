"""Focus: please do, and please do not. Asked once, where it helps; whoever chooses it is asked again."""

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Question
from bot.model.saying import Said
from bot.model.topics import Once, Topic
from bot.stages import focus_topics
from bot.stages.conversation import Conversation
from bot.stages.focus_taking import show_earlier, take
from bot.stages.whom import say_of_them

_HELPS = frozenset({Topic.GOOD_DAY, Topic.COMFORT, Topic.PLACE})
"""Topics in which other people do much that is welcome, or not."""


def after_support(talk: Conversation) -> None:
    """Go on once good support was told of, or left: to this where it helps, else to whether there is more."""
    focus = talk.position.focus
    if focus_topics.chosen(talk) in _HELPS and Once.PLEASE not in focus.asked:
        talk.move(Question.FOCUS_DO, focus=focus.having_asked(Once.PLEASE))
    else:
        talk.move(Question.FOCUS_MORE)


def ask_do(talk: Conversation) -> None:
    """Ask what is welcome."""
    show_earlier(talk, Kind.DO)
    say_of_them(talk, "utter_focus_please_do")


def answer_do(talk: Conversation, said: Said) -> None:
    """Take what is welcome, or leave both questions at once."""
    if said.choice == "neither":
        talk.say("utter_focus_left_aside")
        talk.move(Question.FOCUS_MORE)
    elif take(talk, said, Heading.PLEASE_DO, Kind.DO):
        talk.move(Question.FOCUS_DO_NOT)


def ask_do_not(talk: Conversation) -> None:
    """Ask what is not welcome."""
    show_earlier(talk, Kind.DO_NOT)
    say_of_them(talk, "utter_focus_please_do_not")


def answer_do_not(talk: Conversation, said: Said) -> None:
    """Take what is not welcome."""
    if take(talk, said, Heading.PLEASE_DO, Kind.DO_NOT):
        talk.move(Question.FOCUS_MORE)


ASKS = {Question.FOCUS_DO: ask_do, Question.FOCUS_DO_NOT: ask_do_not}
ANSWERS = {Question.FOCUS_DO: answer_do, Question.FOCUS_DO_NOT: answer_do_not}
