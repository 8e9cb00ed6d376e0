"""Improve: "this was not right" goes, after a yes, to a named person with a day by which they answer.

Where nobody is named for this copy, that is said, and nothing is taken.
"""

from dataclasses import replace

from bot.model.dates import in_words
from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.stages import improve_feedback, share_standing
from bot.stages.conversation import Conversation, agrees
from bot.understanding.commands import asks_for_answer, plain
from bot.understanding.got_wrong import done_without_yes, told_wrong

TELL = "tell_not_right"
"""The value of the button that leads here from anywhere."""
LONGEST = 2000
_STOP = Button("Stop sharing", "withdraw_consent")
_SEND = frozenset({"send", "send it", "yes send it", "please send it", "yes please send it", "send please"})
_AGAIN = frozenset({"change it", "change", "write it again", "again", "no change it"})


def start(talk: Conversation, words: str) -> None:
    """Say who reads what was not right and by when they answer, with what was told already; or what became of it."""
    if asks_for_answer(words):
        status(talk)
        return
    unasked = done_without_yes(words)
    if unasked and share_standing.anything_to_stop(talk):
        talk.say("utter_improve_can_stop", (_STOP,))
    to = talk.facts.answered_by
    if not to.name:
        talk.say("utter_improve_give_feedback", (improve_feedback.BUTTON,))
        return
    if (unasked or told_wrong(words)) and talk.position.question not in ASKS:
        talk.draft = replace(talk.draft, not_right=words[:LONGEST])
        talk.turn_aside(Question.IMPROVE_NOT_RIGHT_SEND)
        return
    within = "1 day" if to.days == 1 else f"{to.days} days"
    talk.say(
        "utter_improve_who_answers",
        (Button(f"Tell {to.name}", f"choose:{TELL}"), improve_feedback.BUTTON),
        who=to.who,
        within=within,
    )


def write(talk: Conversation) -> None:
    """Ask what was not right, where somebody is named to read it."""
    if talk.facts.answered_by.name:
        talk.turn_aside(Question.IMPROVE_NOT_RIGHT)
    else:
        talk.say("utter_improve_give_feedback")


def status(talk: Conversation) -> None:
    """Say what became of each that was sent: the answer, or by when it is due, or that it is late."""
    sent = talk.records.complaints.of(talk.person)
    if not sent:
        talk.say("utter_improve_none_sent")
    for each in sent:
        if each.answer is not None:
            talk.say("utter_improve_answered", who=each.who, words=each.answer)
            talk.records.complaints.told(each.id)
        elif each.due_at < talk.now:
            talk.say("utter_improve_answer_late", who=each.who, due=in_words(each.due_at))
        else:
            talk.say("utter_improve_answer_due", who=each.who, due=in_words(each.due_at))


def tell(talk: Conversation) -> None:
    """Give an answer that came meanwhile, once. A reply that is not held for a repeat only says that there is one."""
    here = talk.position
    if here.asked or here.told or here.question in ASKS or here.door is Door.GRIEVING:
        return
    fresh = [each for each in talk.records.complaints.of(talk.person) if each.answer is not None and not each.told]
    if fresh and not talk.held:
        talk.say("utter_improve_answer_waits", (Button("Read it", "resume"),))
        return
    for each in fresh:
        talk.say("utter_improve_answered", who=each.who, words=each.answer or "")
        talk.records.complaints.told(each.id)


def ask_what(talk: Conversation) -> None:
    """Ask what was not right."""
    talk.say("utter_improve_ask_not_right")


def answer_what(talk: Conversation, said: Said) -> None:
    """Hold it in their own words until they say yes to sending it."""
    if said.choice == "later" or said.intent in {"skip", "deny"}:
        _not_sent(talk)
    elif not said.words or len(said.words) > LONGEST:
        talk.say("utter_improve_say_answer")
    else:
        talk.draft = replace(talk.draft, not_right=said.words)
        talk.at(question=Question.IMPROVE_NOT_RIGHT_SEND)


def ask_send(talk: Conversation) -> None:
    """Show what would be sent and who reads it, and ask for a yes."""
    talk.say("utter_improve_ask_send", team=talk.facts.answered_by.who, words=talk.draft.not_right)


def answer_send(talk: Conversation, said: Said) -> None:
    """Send on a clear yes; write it again, or do not send."""
    words = plain(said.words)
    if agrees(said, "send") or words in _SEND:
        _send(talk)
    elif said.choice == "again" or words in _AGAIN:
        go_back(talk)
    elif said.choice == "do_not_send" or said.intent in {"deny", "skip", "express_uncertainty"}:
        _not_sent(talk)
    else:
        talk.say("utter_improve_say_send")


def go_back(talk: Conversation) -> None:
    """Go back from the check to what was not right."""
    talk.draft = replace(talk.draft, not_right="")
    talk.at(question=Question.IMPROVE_NOT_RIGHT)


def cannot_go_on(talk: Conversation) -> bool:
    """Leave it where nobody is named any more, and ask again for words that are gone; say whether that was so."""
    question = talk.position.question
    if question not in ASKS:
        return False
    if not talk.facts.answered_by.name:
        talk.say("utter_improve_give_feedback")
        _close(talk)
        return True
    if question is Question.IMPROVE_NOT_RIGHT_SEND and not talk.draft.not_right:
        talk.at(question=Question.IMPROVE_NOT_RIGHT)
        return True
    return False


def _send(talk: Conversation) -> None:
    sent = talk.records.complaints.send(talk.person, talk.draft.not_right, talk.facts.answered_by)
    talk.say("utter_improve_not_right_sent", who=sent.who, due=in_words(sent.due_at))
    _close(talk)


def _not_sent(talk: Conversation) -> None:
    talk.say("utter_improve_not_sent")
    _close(talk)


def _close(talk: Conversation) -> None:
    talk.draft = replace(talk.draft, not_right="")
    talk.turn_back()


ASKS = {Question.IMPROVE_NOT_RIGHT: ask_what, Question.IMPROVE_NOT_RIGHT_SEND: ask_send}
ANSWERS = {Question.IMPROVE_NOT_RIGHT: answer_what, Question.IMPROVE_NOT_RIGHT_SEND: answer_send}
