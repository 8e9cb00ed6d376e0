"""Improve: a yes that nobody asked for, to be counted or to be asked; what was said yes to; and taking it back.

Nobody is ever asked by itself. Whoever offers it is shown what it means, and says yes to that.
"""

from collections.abc import Callable
from typing import NamedTuple

from bot.model.dates import in_words
from bot.model.position import Question
from bot.model.release import Release
from bot.model.saying import Button, Said
from bot.records.consent import Purpose
from bot.records.sharing import Share
from bot.records.team_shares import TeamShare
from bot.stages import reminder, session, share_standing
from bot.stages.conversation import Conversation, agrees
from bot.understanding import offers
from bot.understanding.taking_back import taken_back

_STOP = Button("Stop sharing", "withdraw_consent")


class _Offer(NamedTuple):
    """What can be offered: the yes, the question that asks for it, its buttons, and what is said to each outcome."""

    purpose: Purpose
    question: Question
    yes: str
    no: str
    asked: str
    given: str
    already: str
    taken_back: str
    never: str
    in_list: str


_OFFERS = {
    offers.COUNT: _Offer(
        Purpose.IMPROVE,
        Question.IMPROVE_COUNT,
        "count",
        "do_not_count",
        "utter_improve_more_ask_consent_count",
        "utter_improve_more_count_given",
        "utter_improve_more_count_already",
        "utter_improve_more_count_taken_back",
        "utter_improve_more_count_never",
        "counting my summary with others",
    ),
    offers.CONTACT: _Offer(
        Purpose.CONTACT,
        Question.IMPROVE_CONTACT,
        "contact",
        "do_not_contact",
        "utter_improve_more_ask_consent_contact",
        "utter_improve_more_contact_given",
        "utter_improve_more_contact_already",
        "utter_improve_more_contact_taken_back",
        "utter_improve_more_contact_never",
        "being asked what I think of this",
    ),
}
_NO = frozenset({"deny", "skip", "express_uncertainty"})
_TAKES_BACK = {offers.NOT_COUNT: offers.COUNT, offers.NOT_CONTACT: offers.CONTACT}


def hear(talk: Conversation, what: str) -> None:
    """Deal with an offer, with taking one back, or with the question what was said yes to."""
    session.welcome(talk)
    if what in _OFFERS:
        _offer(talk, _OFFERS[what])
    elif what in _TAKES_BACK:
        _take_back(talk, _OFFERS[_TAKES_BACK[what]])
    else:
        _tell_agreed(talk)


def _offer(talk: Conversation, offer: _Offer) -> None:
    agreed = talk.records.consents.agreed(talk.person, offer.purpose)
    if agreed:
        talk.say(offer.already, date=in_words(agreed.at))
    else:
        talk.turn_aside(offer.question)


def _take_back(talk: Conversation, offer: _Offer) -> None:
    if talk.position.question is offer.question:
        talk.turn_back()
    if not talk.records.consents.stands(talk.person, offer.purpose):
        talk.say(offer.never)
        return
    talk.records.consents.withdraw(talk.person, offer.purpose)
    reminded = offer.purpose is Purpose.CONTACT and talk.records.reminders.open_of(talk.person)
    talk.say(offer.taken_back, (Button("Stop the reminder", f"choose:{reminder.STOP}"),) if reminded else ())


def _tell_agreed(talk: Conversation) -> None:
    """List each yes that stands now, and how it is taken back."""
    consents, kept = talk.records.consents, []
    if keep := consents.agreed(talk.person, Purpose.KEEP):
        kept.append(f"keeping my summary, on {in_words(keep.at)}")
    shared = share_standing.standing(talk)
    kept += [_line(talk, each) for each in shared]
    for offer in _OFFERS.values():
        if agreed := consents.agreed(talk.person, offer.purpose):
            kept.append(f"{offer.in_list}, on {in_words(agreed.at)}")
    if kept:
        yeses = "\n".join(f"• {each}" for each in kept)
        talk.say("utter_improve_more_agreed", (_STOP,) if shared else (), yeses=yeses)
    else:
        talk.say("utter_improve_more_agreed_nothing")


def _line(talk: Conversation, each: Share | TeamShare | Release) -> str:
    until = "" if each.expires_at is None else f", until {in_words(each.expires_at)}"
    if isinstance(each, Release):
        return f"{share_standing.reader_of(talk, each)}{until}"
    return f"sharing with {share_standing.reader_of(talk, each)}{until}"


def _ask(offer: _Offer) -> Callable[[Conversation], None]:
    return lambda talk: talk.say(offer.asked)


def _answer(offer: _Offer) -> Callable[[Conversation, Said], None]:
    def answer(talk: Conversation, said: Said) -> None:
        """Note a clear yes; note nothing on a no, and on anything that is neither ask again."""
        if agrees(said, offer.yes):
            talk.records.consents.give(talk.person, offer.purpose, door=talk.position.door)
            talk.say(offer.given)
            talk.turn_back()
        elif said.choice == offer.no or said.intent in _NO or taken_back(said.words):
            talk.say("utter_improve_more_not_noted")
            talk.turn_back()
        else:
            talk.say("utter_improve_more_clear_yes")

    return answer


ASKS = {offer.question: _ask(offer) for offer in _OFFERS.values()}
ANSWERS = {offer.question: _answer(offer) for offer in _OFFERS.values()}
