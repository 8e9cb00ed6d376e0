"""The whole conversation as two tables: what each question asks, and what an answer to it does."""

from bot.model.draft import Kind
from bot.model.position import Question
from bot.model.saying import Said
from bot.stages import focus, record, session, share
from bot.stages.conversation import ASIDE, Conversation

ASKS = {**session.ASKS, **focus.ASKS, **record.ASKS, **share.ASKS}
ANSWERS = {**session.ANSWERS, **focus.ANSWERS, **record.ANSWERS, **share.ANSWERS}


def ask(talk: Conversation) -> None:
    """Ask the open question; whoever is new is welcomed and asked who it is for; with nothing open, offer what next."""
    new = not talk.position.welcomed
    session.welcome(talk)
    if talk.position.question is None and new:
        talk.at(question=Question.WELCOME_DOOR)
    _mend(talk)
    if talk.position.question is None:
        session.what_next(talk)
    else:
        ASKS[talk.position.question](talk)


def answer(talk: Conversation, said: Said) -> None:
    """Take what was said as the answer to the open question."""
    if said.intent == "go_back":
        go_back(talk)
    elif _mend(talk):
        if said.intent == "inform" and said.words:
            talk.hold_opening(said.words)
    elif talk.position.question is None:
        session.answer_nothing(talk, said)
    else:
        ANSWERS[talk.position.question](talk, said)


def go_back(talk: Conversation) -> None:
    """Return to the question before; an excursion (delete, stop, start over) goes back to where it came from."""
    here = talk.position
    if here.question in ASIDE:
        talk.turn_back()
    elif here.trail:
        *rest, (question, topic) = here.trail
        talk.at(question=Question(question), topic=topic, trail=tuple(rest))
    else:
        talk.say("utter_session_first_question")


def _mend(talk: Conversation) -> bool:
    """Move on when what the open question is about is gone (a draft expires, a share ends); say whether it was."""
    question, draft = talk.position.question, talk.draft
    if question in _NEED_A_DRAFT and not draft.lines:
        talk.say("utter_record_nothing_yet")
        talk.finish()
    elif question is Question.RECORD_CHANGE_WORDS and draft.line(talk.position.line) is None:
        talk.move(Question.RECORD_CHECK, line="")
    elif question is Question.FOCUS_WHY and draft.said(Kind.WHAT, talk.position.topic) is None:
        talk.at(question=Question.FOCUS_WHAT)
    elif question in _NEED_A_READER and not draft.recipient:
        talk.at(question=Question.SHARE_WHO, trail=(), sections=(), days=0)
    elif question is Question.SHARE_STOP_WHICH and not talk.records.shares.open_now(talk.person):
        talk.say("utter_share_nothing_open")
        talk.turn_back()
    else:
        return False
    return True


_NEED_A_DRAFT = frozenset({*record.ASKS} - {Question.RECORD_DELETE})
_NEED_A_READER = frozenset({Question.SHARE_SECTIONS, Question.SHARE_EXPIRY, Question.SHARE_CONSENT})
