"""Record: who helped to write it. Asked once where another person types; anybody can say it at the check."""

from dataclasses import replace

from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.model.topics import Once
from bot.stages.conversation import Conversation, passes
from bot.understanding.helped import who_helped

LONGEST_NAME = 120
_TAKE_OUT = Button("Take it out", "choose:take_out")


def ask_first(talk: Conversation) -> bool:
    """Ask before it is read back, where another person types and did not say who yet; say whether it is asked now."""
    focus = talk.position.focus
    if talk.position.door is not Door.WRITING or talk.draft.supported or Once.HELPED in focus.asked:
        return False
    talk.at(focus=focus.having_asked(Once.HELPED))
    talk.move(Question.RECORD_HELPED)
    return True


def ask(talk: Conversation) -> None:
    """Ask who helps, showing what was said before."""
    if talk.draft.supported:
        talk.say("utter_focus_earlier", buttons=(_TAKE_OUT,), words=talk.draft.supported)
    talk.say("utter_record_ask_helped")


def is_told(talk: Conversation, words: str) -> bool:
    """Put down who helped, where it is said in a sentence at the check; say whether it is."""
    who = who_helped(words)
    if not who or len(who) > LONGEST_NAME:
        return False
    talk.draft = replace(talk.draft, supported=who)
    talk.say("utter_record_more_helped_put_down")
    return True


def answer(talk: Conversation, said: Said) -> None:
    """Take a name or a role in words of their own. It may be left out."""
    if said.choice == "take_out":
        talk.draft = replace(talk.draft, supported="")
        talk.say("utter_record_changed_helped")
    elif passes(said):
        talk.say("utter_focus_left_aside")
    elif said.intent == "affirm" or not said.words or len(said.words) > LONGEST_NAME:
        talk.say("utter_record_say_helped")
        return
    else:
        talk.draft = replace(talk.draft, supported=" ".join(said.words.split()))
    talk.move(Question.RECORD_CHECK)


ASKS = {Question.RECORD_HELPED: ask}
ANSWERS = {Question.RECORD_HELPED: answer}
