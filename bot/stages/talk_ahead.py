"""A talk that somebody has before them, told where what matters is asked: a plan is offered, and the words are held."""

from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.stages import focus_topics, plan
from bot.stages.conversation import Conversation
from bot.understanding.talk_wanted import wants_a_talk

_PLAN = Button("Plan this talk", "plan_conversation")
_AT_DOORS = frozenset({Door.ME, Door.CLOSE})


def is_held(talk: Conversation, said: Said) -> bool:
    """Hold such words rather than write them down; say whether they are. They can be used as a line all the same."""
    here = talk.position
    if here.question is not Question.FOCUS_WHAT or here.door not in _AT_DOORS or said.intent != "inform" or said.choice:
        return False
    if talk.draft.thing(here.topic) or focus_topics.chosen(talk) or talk.draft.opening or not wants_a_talk(said.words):
        return False
    talk.hold_opening(said.words)
    return True


def offer(talk: Conversation) -> None:
    """Offer to plan the talk that words held tell of, or show the way to the plan there is."""
    if talk.position.door not in _AT_DOORS or not wants_a_talk(talk.draft.opening):
        return
    if talk.draft.plan:
        talk.say("utter_plan_have_one", plan.button(talk))
    else:
        talk.say("utter_plan_offered", (_PLAN,))
