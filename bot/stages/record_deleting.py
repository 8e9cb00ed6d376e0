"""Record: everything held about a person is deleted, after a clear yes."""

from bot.model.position import Question
from bot.model.saying import Said
from bot.stages.conversation import Conversation, agrees


def ask_delete(talk: Conversation) -> None:
    """Ask for a clear yes to deleting everything."""
    talk.say("utter_record_ask_delete")


def answer_delete(talk: Conversation, said: Said) -> None:
    """Forget the person on a clear yes; on anything else nothing is deleted and they are back where they were."""
    if agrees(said, "delete"):
        forget(talk)
        return
    talk.say("utter_record_nothing_deleted")
    talk.turn_back()


def forget(talk: Conversation) -> None:
    """Delete everything held about the person; their sessions go on, each as somebody new."""
    talk.records.telegram.leave(talk.person)
    talk.records.sessions.begin_anew(talk.person, talk.records.people.create)
    talk.records.people.forget(talk.person, "person")
    talk.records.erase()
    talk.forgotten = True
    talk.say("utter_record_deleted")


ASKS = {
    Question.RECORD_DELETE: ask_delete,
}
ANSWERS = {
    Question.RECORD_DELETE: answer_delete,
}
