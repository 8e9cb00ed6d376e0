"""Record: everything held about a person is deleted, after a clear yes."""

from bot.model.position import Question
from bot.model.saying import Said
from bot.stages.conversation import Conversation, agrees
from bot.understanding.commands import plain


def ask_delete(talk: Conversation) -> None:
    """Ask for a clear yes to deleting everything."""
    talk.say("utter_record_ask_delete")


def answer_delete(talk: Conversation, said: Said) -> None:
    """Forget the person on a clear yes; on anything else nothing is deleted and they are back where they were.

    Few words that are neither a yes nor a no are asked about once more.
    """
    if agrees(said, "delete"):
        forget(talk)
        return
    if talk.position.misses == 0 and _is_unclear(said):
        talk.say("utter_record_clear_yes_copy")
        return
    talk.say("utter_record_nothing_deleted")
    talk.turn_back()


def _is_unclear(said: Said) -> bool:
    """Say whether these few words may be meant for a yes: "ok do it", "yes?"."""
    words = plain(said.words).split()
    few = said.intent in {"inform", "affirm"} and not said.choice and 0 < len(words) <= LONGEST_UNCLEAR
    return few and _AGAINST.isdisjoint(words)


LONGEST_UNCLEAR = 4
_AGAINST = frozenset(
    {
        "no",
        "not",
        "dont",
        "never",
        "keep",
        "leave",
        "wait",
        "stop",
        "cancel",
        "mistake",
        "undo",
        "back",
        "changed",
        "nah",
    }
)


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
