"""Asked once, after a very long silence: whether what is kept is to stay. No answer keeps it, and so does any other.

bot/jobs/reminders.py sends the question; bot/jobs/retention.py decides whom it is for.
"""

from dataclasses import replace

from bot.model.ids import PersonId
from bot.model.position import Question
from bot.model.saying import Said
from bot.records.unit_of_work import UnitOfWork
from bot.stages import session
from bot.stages.conversation import ASIDE, Conversation
from bot.understanding.commands import plain

_KEEP = "keep_on"
_DELETE = "delete_it"
_LET_GO = frozenset({"delete it", "delete them", "delete", "please delete it", "no delete it", "let it go"})


def open_for(records: UnitOfWork, person: PersonId) -> None:
    """Open the question for somebody who is being asked; what was open before comes back after it."""
    here = records.people.position(person)
    back_to = here.returning_to if here.question in ASIDE else here.question
    records.people.place(person, replace(here, question=Question.REMINDER_KEEP, returning_to=back_to, again=None))


def ask(talk: Conversation) -> None:
    """Ask whether what is kept is to stay."""
    talk.say("utter_reminder_keep")


def answer(talk: Conversation, said: Said) -> None:
    """Go to the one clear question before deleting on a no; on anything else what is kept stays."""
    if said.choice == _DELETE or said.intent == "deny" or plain(said.words) in _LET_GO:
        talk.at(question=Question.RECORD_DELETE)
        return
    talk.say("utter_reminder_stays")
    talk.turn_back()
    if said.intent == "inform" and talk.position.question is None:
        session.answer_nothing(talk, said)


def nobody_asked(talk: Conversation) -> bool:
    """Say whether the question never went out: it was called off on its way."""
    return not talk.records.reminders.was_asked_to_keep(talk.person)


ASKS = {Question.REMINDER_KEEP: ask}
ANSWERS = {Question.REMINDER_KEEP: answer}
