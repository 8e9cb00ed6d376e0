"""Going back to the question before, from wherever somebody is."""

from bot.model.position import Question
from bot.stages import (
    after_death,
    focus_topics,
    improve,
    improve_not_right,
    signposting,
    signposting_asks,
)
from bot.stages.conversation import ASIDE, Conversation


def go_back(talk: Conversation) -> None:
    """Return to the question before; an excursion (delete, stop, start over) goes back to where it came from."""
    here = talk.position
    if here.question is Question.IMPROVE_SEND:
        improve.go_back(talk)
    elif here.question is Question.IMPROVE_NOT_RIGHT_SEND:
        improve_not_right.go_back(talk)
    elif here.question in signposting.QUESTIONS:
        signposting_asks.go_back(talk)
    elif here.question is Question.BEREAVEMENT_STEP and after_death.go_back(talk):
        return
    elif here.question in ASIDE:
        talk.turn_back()
    elif focus_topics.go_back(talk):
        return
    elif here.trail:
        *rest, (question, topic) = here.trail
        talk.at(question=Question(question), topic=topic, trail=tuple(rest))
    else:
        talk.say("utter_session_first_question")
