"""Every question of the conversation as two tables: what each asks, and what an answer to it does."""

from bot.stages import (
    after_death,
    bereavement,
    focus,
    improve,
    improve_not_right,
    improve_offers,
    mending,
    plan,
    record_copies,
    record_deleting,
    record_paste,
    reflect,
    reminder,
    reminder_keep,
    session,
    share,
    share_after,
    share_standing,
    signposting_asks,
    wrong_number,
)

_STAGES = (
    session,
    plan,
    focus,
    *mending.ON_A_DRAFT,
    record_copies,
    record_paste,
    record_deleting,
    share,
    share_after,
    share_standing,
    reflect,
    improve,
    improve_not_right,
    signposting_asks,
    improve_offers,
    wrong_number,
    bereavement,
    after_death,
    reminder,
    reminder_keep,
)
ASKS = {question: ask for stage in _STAGES for question, ask in stage.ASKS.items()}
ANSWERS = {question: answer for stage in _STAGES for question, answer in stage.ANSWERS.items()}
