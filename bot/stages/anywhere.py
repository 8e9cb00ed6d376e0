"""Buttons that mean the same whatever is open."""

from collections.abc import Callable

from bot.stages import (
    after_death,
    card,
    improve,
    improve_feedback,
    improve_not_right,
    improve_offers,
    information,
    joining,
    last_answer,
    leaving_out,
    menu,
    plan,
    record_copies,
    record_views,
    reminder,
    returning,
    share_after_views,
    signposting,
)
from bot.stages.conversation import Conversation
from bot.understanding.card import CHOICE as CARD
from bot.understanding.joining import CHOICE as JOIN
from bot.understanding.offers import CHOICE as OFFER

_FROM_ANYWHERE: dict[str, Callable[[Conversation], None]] = {
    after_death.AFTER_DEATH: after_death.start,
    improve.ANSWER_TEAM: improve.start,
    improve_not_right.TELL: improve_not_right.write,
    **improve_feedback.FROM_ANYWHERE,
    **menu.FROM_ANYWHERE,
    "support_for_me": signposting.support,
    plan.SEE: plan.show,
    record_copies.EVERYTHING: record_copies.everything,
    plan.OPEN: plan.open_plan,
    reminder.STOP: reminder.stop,
    reminder.CALENDAR: reminder.in_calendar,
    share_after_views.SET_UP: share_after_views.begin,
    returning.SOMETHING_ELSE: returning.leave_for_something_else,
}


def is_answered(talk: Conversation, choice: str, told: str) -> bool:
    """Deal with a choice that means the same whatever is open; say whether it was one. `told`: the words before it."""
    if choice in _FROM_ANYWHERE:
        _FROM_ANYWHERE[choice](talk)
    elif choice == record_views.OWN_VIEW:
        record_views.write_own(talk, told)
    elif choice == record_views.FOR_TALK and told:
        record_views.note(talk, told)
    elif choice.startswith(CARD):
        card.open_card(talk, choice.removeprefix(CARD))
    elif choice.startswith(leaving_out.CHOICE):
        last_answer.leave_out(talk, choice.removeprefix(leaving_out.CHOICE))
    elif choice.startswith(JOIN):
        joining.start(talk, choice.removeprefix(JOIN))
    elif choice.startswith(OFFER):
        improve_offers.hear(talk, choice.removeprefix(OFFER))
    elif information.is_pressed(choice):
        information.press(talk, choice)
    else:
        return False
    return True
