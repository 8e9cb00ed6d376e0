"""Record: read back, review, change, copy, delete."""

from dataclasses import replace

from actions.base import StageAction
from bot.model.position import Door, Expecting
from bot.model.saying import Said
from bot.stages import (
    card,
    flow,
    last_answer,
    plan,
    record,
    record_changes,
    record_copies,
    record_paste,
    record_views,
    reflect_notes,
)
from bot.stages.conversation import Conversation
from bot.understanding.asides import forgets_last, takes_off
from bot.understanding.commands import asks_what_changed
from bot.understanding.copies import form_named
from bot.understanding.unsaying import unsays


class ActionRecordStart(StageAction):
    """Reads the draft back, on the way to keeping it; what is pasted becomes one first."""

    def name(self) -> str:
        return "action_record_start"

    def decide(self, talk: Conversation, said: Said) -> None:
        if record_paste.is_asked_for(said.words):
            record_paste.start(talk, said.words)
        else:
            record.start(talk)


class ActionRecordReview(StageAction):
    """Shows what there is."""

    once = False

    def name(self) -> str:
        return "action_record_review"

    def decide(self, talk: Conversation, said: Said) -> None:
        if asks_what_changed(said.words):
            record_changes.tell(talk)
        elif talk.position.question in plan.ON_THE_CARD:
            plan.show_again(talk)
        else:
            reflect_notes.beside(talk, record.review)


class ActionRecordDifferently(StageAction):
    """Says that two views can both stand."""

    def name(self) -> str:
        return "action_record_differently"

    def decide(self, talk: Conversation, said: Said) -> None:
        record_views.start(talk, said.words)


class ActionRecordEdit(StageAction):
    """Opens what there is for changing."""

    def name(self) -> str:
        return "action_record_edit"

    def decide(self, talk: Conversation, said: Said) -> None:
        unsaid = unsays(said.words)
        if (unsaid or forgets_last(said.words) or takes_off(said.words)) and last_answer.take_back(talk):
            return
        if unsaid and talk.position.expecting is Expecting.ANSWERING:
            flow.answer(talk, replace(said, intent="inform"))
            return
        flow.change(talk, said)


class ActionRecordCopy(StageAction):
    """Gives the person a copy."""

    once = False

    def name(self) -> str:
        return "action_record_copy"

    def decide(self, talk: Conversation, said: Said) -> None:
        if talk.position.door is Door.HELPING and not talk.records.summaries.has_any(talk.person):
            card.tell_of_cards(talk)
        elif form_named(said.words):
            record_copies.start(talk, said.words)
        else:
            reflect_notes.beside(talk, record_copies.start)


class ActionRecordDelete(StageAction):
    """Asks whether to delete everything."""

    def name(self) -> str:
        return "action_record_delete"

    def decide(self, talk: Conversation, said: Said) -> None:
        record.delete(talk, said.words)
