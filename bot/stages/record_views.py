"""Record: two people see it differently. Both can stand, each as its own, and nothing of the other's is changed."""

from dataclasses import replace

from bot.model.plan import Part
from bot.model.position import Door, Expecting, Question
from bot.model.saying import Button
from bot.model.topics import Focus
from bot.stages import record
from bot.stages.conversation import Conversation
from bot.understanding.differently import only_sees_differently

OWN_VIEW = "own_view"
FOR_TALK = "for_a_talk"
"""The values of the buttons; each means the same whatever is open."""
_WRITE = Button("Write it as my own view", f"choose:{OWN_VIEW}")
_ANSWER = Button("Keep it as my answer", "choose:told_too")
_NOTE = Button("Note it for a talk", f"choose:{FOR_TALK}")


def start(talk: Conversation, words: str) -> None:
    """Say that both can stand, and offer to write one's own view as that, or to note it for a talk."""
    if talk.position.door is Door.GRIEVING:
        talk.say("utter_record_differently_grieving")
        return
    talk.draft = replace(talk.draft, told_too=words)
    answers = (_ANSWER,) if talk.position.expecting is Expecting.ANSWERING else ()
    talk.say("utter_record_differently", (_WRITE, _NOTE, *answers) if words else (_WRITE,))


def write_own(talk: Conversation, words: str = "") -> None:
    """Begin one's own view; a draft in another's voice is never gone on with in this one.

    Words that told how the other sees it are held for it, so that what is another's stands in their name.
    """
    if talk.draft.lines and (talk.draft.door or talk.position.door) is not Door.CLOSE:
        talk.say("utter_record_other_draft_first")
        talk.move(Question.RECORD_CHECK)
        return
    talk.at(door=Door.CLOSE)
    record.open_kept(talk, Door.CLOSE)
    told = "" if only_sees_differently(words) else words
    if talk.draft.lines:
        talk.draft = replace(talk.draft, to_add=told)
        talk.move(Question.RECORD_ADD_HEADING)
    else:
        if told:
            talk.hold_opening(told)
        talk.move(Question.FOCUS_WHAT, topic=0, focus=Focus())


def note(talk: Conversation, words: str) -> None:
    """Put what they see differently into the plan of a talk, beside what feels hard, in their own words."""
    plan = talk.draft.plan
    hard = "\n".join(each for each in (plan.hard, words) if each)
    talk.draft = replace(talk.draft, plan=plan.saying(Part.HARD, hard))
    talk.say("utter_record_noted_for_talk")
    talk.move(Question.PLAN_CHECK if plan.made else Question.PLAN_WHO)
