"""Sharing: the reader changes while it is made, before anything is shared: "not Kev, just his wife Lin"."""

from dataclasses import replace

from bot.model.again import Again
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages import share, share_standing
from bot.stages.conversation import Conversation
from bot.understanding.looking_back import tells_of_a_talk
from bot.understanding.naming import instead, rather
from bot.understanding.talk_had import had_a_talk

_AT = frozenset({Question.SHARE_SECTIONS, Question.SHARE_EXPIRY, Question.SHARE_CONSENT})
_LOOK_BACK = Button("Look back on the talk", "reflect_on_conversation")


def is_changed(talk: Conversation, said: Said) -> bool:
    """Take another reader, or ask for one where the reader is only left out; say whether the words were that."""
    here, was = talk.position, talk.draft.recipient
    if here.question not in _AT or here.team or said.intent != "inform" or said.choice:
        return False
    if who := rather(said.words):
        talk.draft = replace(talk.draft, recipient=who, called="")
        talk.say("utter_plan_put_right", words=who)
        return True
    who, out = instead(said.words)
    if not out or not (who or share_standing.names(out.casefold(), was)):
        return False
    talk.draft = replace(talk.draft, recipient=who, called="")
    talk.say("utter_share_left_out", who=share.turned(out))
    if not who:
        talk.move(Question.SHARE_WHO)
    return True


def heard_a_talk(talk: Conversation, said: Said) -> bool:
    """Hear that a talk has been had, and offer to look back on it; the question about sharing waits."""
    here = talk.position.question
    at_a_choice = here in _AT or here is Question.RECORD_CHECK
    if not at_a_choice or said.intent != "inform" or said.choice or not _of_a_talk(said.words):
        return False
    talk.say("utter_share_talk_heard", (_LOOK_BACK,))
    talk.at(again=Again.ASIDE)
    return True


def _of_a_talk(words: str) -> bool:
    return tells_of_a_talk(words) or had_a_talk(words)
