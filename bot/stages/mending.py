"""What an open question needs: where that is gone (a draft expires, a share ends), the conversation moves on."""

from bot.model.position import Question
from bot.stages import (
    focus_several,
    improve,
    improve_not_right,
    plan,
    record,
    record_adding,
    record_bits,
    record_helped,
    record_keeping,
    record_lines,
    reflect_notes,
    reminder_keep,
    share_after,
    share_standing,
    share_team,
    wrong_number,
)
from bot.stages.conversation import Conversation

ON_A_DRAFT = (record, record_lines, record_bits, record_adding, record_helped, record_keeping)
_NEED_A_DRAFT = frozenset({Question.FOCUS_ORDER, *(question for stage in ON_A_DRAFT for question in stage.ASKS)})
_NEED_A_TEAM = frozenset({Question.SHARE_CALLED, Question.SHARE_TEAM_CONSENT})
_NEED_A_READER = _NEED_A_TEAM | {Question.SHARE_SECTIONS, Question.SHARE_EXPIRY, Question.SHARE_CONSENT}


def mend(talk: Conversation) -> bool:
    """Move on when what the open question is about is gone (a draft expires, a share ends); say whether it was."""
    return (
        plan.leave_nothing(talk)
        or improve_not_right.cannot_go_on(talk)
        or share_after.begins_again(talk)
        or _mend_others(talk)
    )


def _mend_others(talk: Conversation) -> bool:
    question, draft = talk.position.question, talk.draft
    adds = question is Question.RECORD_ADD_HEADING and bool(draft.to_add)
    if question in _NEED_A_DRAFT and not draft.lines and not adds:
        talk.say("utter_record_nothing_yet")
        talk.finish()
    elif (question is Question.RECORD_CHANGE_WORDS and draft.line(talk.position.line) is None) or (
        question is Question.RECORD_REMOVE_BIT and record_bits.gone(talk)
    ):
        talk.move(Question.RECORD_CHECK, line="")
    elif question in {Question.FOCUS_WHY, Question.FOCUS_SEVERAL} and focus_several.gone(talk):
        talk.at(question=Question.FOCUS_WHAT)
    elif (question in _NEED_A_READER and (not draft.recipient or share_team.gone(talk))) or (
        question in _NEED_A_TEAM and not talk.position.team
    ):
        talk.at(question=Question.SHARE_WHO, trail=(), sections=(), days=0, team="")
    elif question in improve.ASKS and improve.nothing_left_to_answer(talk):
        improve.turn_away(talk)
    elif question is Question.IMPROVE_SEND and not draft.to_send:
        talk.at(question=Question.IMPROVE_ANSWER)
    elif question in reflect_notes.ASKS and reflect_notes.nothing_to_put_in(talk):
        talk.move(Question.REFLECT_NEXT)
    else:
        return _leave_aside(talk)
    return True


def _leave_aside(talk: Conversation) -> bool:
    question = talk.position.question
    if question is Question.SIGNPOSTING_WRONG and not wrong_number.any_shown(talk):
        talk.say("utter_signposting_wrong_none_shown")
    elif question is Question.SHARE_STOP_WHICH and not share_standing.anything_to_stop(talk):
        talk.say("utter_share_nothing_open")
    elif question is not Question.REMINDER_KEEP or not reminder_keep.nobody_asked(talk):
        return False
    talk.turn_back()
    return True
