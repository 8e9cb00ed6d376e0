"""Who is to see it, told while what matters is asked: no line of the summary. It can be shared once it is kept."""

from dataclasses import replace

from bot.model.again import Again
from bot.model.position import Expecting
from bot.model.saying import Button, Said
from bot.stages.conversation import Conversation
from bot.understanding.to_be_seen import says_who_is_to_see

_KEEP = Button("Keep it as my answer", "choose:told_too")


def is_heard(talk: Conversation, said: Said) -> bool:
    """Say when that can be chosen, and offer to keep it as the answer; say whether the words were that."""
    here = talk.position
    asked = here.expecting is Expecting.ANSWERING and str(here.question or "").startswith("focus_")
    if not asked or said.intent != "inform" or said.choice or not says_who_is_to_see(said.words):
        return False
    talk.draft = replace(talk.draft, told_too=said.words)
    talk.say("utter_share_more_wish_heard", (_KEEP,))
    talk.at(again=Again.ASIDE)
    return True
