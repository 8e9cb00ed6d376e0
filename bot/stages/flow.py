"""The whole conversation as two tables: what each question asks, and what an answer to it does."""

from bot.model.position import Question
from bot.model.saying import Said
from bot.stages import focus, record, session, share
from bot.stages.conversation import Conversation

ASKS = {**session.ASKS, **focus.ASKS, **record.ASKS, **share.ASKS}
ANSWERS = {**session.ANSWERS, **focus.ANSWERS, **record.ANSWERS, **share.ANSWERS}


def ask(talk: Conversation) -> None:
    """Ask the open question; whoever is new is welcomed and asked who it is for; with nothing open, offer what next."""
    new = not talk.position.welcomed
    session.welcome(talk)
    if talk.position.question is None and (new or talk.position.door is None):
        talk.at(question=Question.WELCOME_DOOR)
    if talk.position.question is None:
        session.what_next(talk)
    else:
        ASKS[talk.position.question](talk)


def answer(talk: Conversation, said: Said) -> None:
    """Take what was said as the answer to the open question."""
    if said.intent == "go_back":
        go_back(talk)
    elif talk.position.question is None:
        session.answer_nothing(talk, said)
    else:
        ANSWERS[talk.position.question](talk, said)


def go_back(talk: Conversation) -> None:
    """Return to the question before; an excursion (delete, stop, start over) goes back to where it came from."""
    here = talk.position
    if here.returning_to is not None:
        talk.at(question=here.returning_to, returning_to=None)
    elif here.trail:
        *rest, (question, topic) = here.trail
        talk.at(question=Question(question), topic=topic, trail=tuple(rest))
    else:
        talk.say("utter_session_first_question")
