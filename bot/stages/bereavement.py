"""Somebody has died: a choice between what to do after a death and support for oneself."""

from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages import after_death, grief, signposting, signposting_told
from bot.stages.conversation import Conversation, passes
from bot.understanding.commands import plain
from bot.understanding.surfacing import surfaces
from bot.understanding.who_it_was import as_a_death

_TO_DO = frozenset(
    {"do", "doing", "supposed", "practical", "register", "registering", "funeral", "paperwork", "certificate", "steps"}
)
_SUPPORT = frozenset({"support", "talk", "listen", "help", "me", "myself", "grief", "grieving", "counselling"})


def start(talk: Conversation, words: str = "") -> None:
    """Acknowledge a death and hold what was said of it, in codes, for the search that may follow."""
    signposting.begin(talk, "bereavement_support", words)
    talk.move(Question.BEREAVEMENT_WHICH)


def ask_which(talk: Conversation) -> None:
    """Ask what would help now."""
    support = Button("Support for me", "choose:support_for_me")
    talk.say(
        "utter_bereavement_ask_which",
        buttons=(*after_death.buttons(talk), support, Button("Neither, just now", "skip")),
    )


def answer_which(talk: Conversation, said: Said) -> None:
    """Go to what to do (its button works from anywhere), to support, or leave it be."""
    words, told = set(plain(said.words).split()), as_a_death(said.words)
    to_do, support = words & _TO_DO, words & _SUPPORT
    if said.choice == "support_for_me" or (support and not to_do):
        signposting.go_on(talk, said.words)
    elif to_do and not support:
        after_death.start(talk)
    elif passes(said):
        talk.say("utter_bereavement_later")
        talk.finish()
    elif surfaces(said.words):  # whoever weeps is heard, and is shown nobody unasked
        signposting_told.add(talk, said.words)
        grief.heard(talk, said.words)
    elif said.words and any((signposting_told.add(talk, told), signposting_told.says_who(talk, told))):
        signposting.go_on(talk, told)
    elif not grief.heard(talk, said.words):
        talk.say("utter_bereavement_say_which")


ASKS = {Question.BEREAVEMENT_WHICH: ask_which}
ANSWERS = {Question.BEREAVEMENT_WHICH: answer_which}
