"""Record: the draft is kept only after an explicit yes, and let go only after a copy of it was offered."""

from dataclasses import replace

from bot.model.dates import in_words
from bot.model.draft import in_order
from bot.model.position import Door, Question
from bot.model.saying import Said
from bot.records.consent import Purpose
from bot.stages import improve_feedback, record_new_words, record_same
from bot.stages.conversation import Conversation, agrees
from bot.stages.record_read_back import door_of, read_back
from bot.understanding.answers import lets_go_without_copy, plain_no, yes_or_no


def ask_consent(talk: Conversation) -> None:
    """Ask for an explicit yes to keep the summary. Where another person types it, the yes is still theirs."""
    if door_of(talk) is Door.WRITING:
        talk.say("utter_record_their_yes")
    if talk.records.summaries.has_any(talk.person, door_of(talk)):
        talk.say("utter_record_ask_consent_again")
    else:
        talk.say("utter_record_ask_consent")


def answer_consent(talk: Conversation, said: Said) -> None:
    """Keep a version on a clear yes, offer a copy on a no, and do neither on anything else."""
    if agrees(said, "keep") and record_same.is_same(talk):
        record_same.leave(talk)
    elif agrees(said, "keep"):
        talk.records.consents.give(talk.person, Purpose.KEEP, door=door_of(talk))
        version = talk.records.summaries.keep(
            talk.person, door_of(talk), in_order(talk.draft.lines), talk.draft.supported
        )
        _let_wait(talk, talk.draft.to_add)
        talk.draft = replace(talk.draft, lines=(), door=None, to_add="", supported="")
        talk.say("utter_record_kept", (improve_feedback.BUTTON,), version=str(version), date=in_words(talk.now))
        talk.finish()
    elif said.choice == "do_not_keep" or said.intent == "deny" or yes_or_no(said.words) is False:
        talk.move(Question.RECORD_COPY)
    elif said.intent in {"skip", "express_uncertainty"}:
        talk.say("utter_record_no_hurry")
        talk.finish()
    elif not record_new_words.is_offered(talk, said):
        talk.say("utter_record_clear_yes")


def _let_wait(talk: Conversation, words: str) -> None:
    """Hold words that were told beside the question and have no line: they can be put down next."""
    if words:
        talk.hold_opening(words)


def ask_copy(talk: Conversation) -> None:
    """Offer a copy before the draft is let go."""
    talk.say("utter_record_ask_copy")


def answer_copy(talk: Conversation, said: Said) -> None:
    """Let the draft go after the copy, or on the button or a plain no; on anything else nothing is deleted."""
    if record_new_words.is_offered(talk, said):
        return
    if agrees(said, "copy"):
        talk.say("utter_record_copy_here")
        read_back(talk, talk.draft.lines, talk.draft.supported)
    elif not (said.choice == "no_copy" or plain_no(said.words) or lets_go_without_copy(said.words)):
        talk.say("utter_record_clear_yes_copy")
        return
    kept = talk.records.summaries.has_any(talk.person)
    talk.clear_draft()
    talk.say("utter_record_not_kept_earlier_stays" if kept else "utter_record_not_kept")
    talk.finish()


ASKS = {
    Question.RECORD_CONSENT: ask_consent,
    Question.RECORD_COPY: ask_copy,
}
ANSWERS = {
    Question.RECORD_CONSENT: answer_consent,
    Question.RECORD_COPY: answer_copy,
}
