"""What was sent, as far as it can be told without the dialogue engine: a button, a card, another device, or words."""

from bot.channels.known import Sent
from bot.model.consent import HowSaid, Manner
from bot.model.ids import PersonId
from bot.model.position import Expecting
from bot.model.saying import Said
from bot.records.consent import Purpose
from bot.records.unit_of_work import UnitOfWork
from bot.understanding import card, joining, near_titles, offers, taking_back, titles
from bot.understanding.commands import plain

LONGEST_TITLE = 120
"""Characters of words that can be a button's title."""


def typed_out(words: str, titles: dict[str, str]) -> str:
    """Return the id of the one button whose title these words are, or ""."""
    typed = plain(words) if len(words) <= LONGEST_TITLE else ""
    found = [choice for choice, title in titles.items() if typed and plain(title) == typed]
    return found[0] if len(found) == 1 else ""


def said_by(records: UnitOfWork, token: str, person: PersonId, sent: Sent) -> Said | None:
    """Return what was said, its intent empty where words must be understood; None for a button that is not live."""
    pressed = sent.choice or (_near_button(records, person, sent.words) if not sent.intent else "")
    payload = records.choices.payload(person, pressed) if pressed else None
    said = _said(sent, payload)
    if said is not None and not said.intent and (value := _earlier_button(records, person, said.words)):
        return Said("choose", "", value)
    if said is not None and not said.intent and (place := _elsewhere(records, token, person, said.words)):
        return Said("choose", "", f"{joining.CHOICE}{place}")
    if said is not None and not said.intent and (offer := _offered(records, person, said.words)):
        return Said("choose", "", f"{offers.CHOICE}{offer}")
    return said


def how_said(sent: Sent, channel: str) -> HowSaid:
    """Return how a message came in through a channel. The title of a button, typed out, was typed."""
    return HowSaid(channel, Manner.TYPED if sent.words else Manner.PRESSED)


def _said(sent: Sent, payload: str | None) -> Said | None:
    if sent.intent:
        return Said(sent.intent, "", "")
    if payload is None and (sent.words or not sent.choice):
        code = card.code_in(sent.words)
        return Said("choose", "", f"{card.CHOICE}{code}") if code else Said("", sent.words)
    if payload is None:
        return None
    intent, _, value = payload.partition(":")
    return Said(intent, "", value)


def _near_button(records: UnitOfWork, person: PersonId, words: str) -> str:
    """Return the id of the button whose title these words nearly are. The door has judged the words by now."""
    if not 0 < len(words) <= LONGEST_TITLE or records.people.position(person).asked is not None:
        return ""
    return near_titles.near(words, records.choices.titles(person))


def _earlier_button(records: UnitOfWork, person: PersonId, words: str) -> str:
    """Return the value of an earlier button whose title these words are, "" where any words are an answer."""
    value = titles.value_of(words) if len(words) <= LONGEST_TITLE else ""
    return "" if value and records.people.position(person).expecting is Expecting.ANSWERING else value


def _offered(records: UnitOfWork, person: PersonId, words: str) -> str:
    """Return what these words offer or take back (see `bot.understanding.offers`), or "".

    "Contact me" may be the answer to a question that waits, unless that asks for somebody's name. "Do not contact me"
    may be about anything else that writes: it is this only where there is a yes to take back, and then any words for it
    are.
    """
    if len(words) > LONGEST_TITLE or not (offers.offered(words) or taking_back.taken_back(words)):
        return ""
    here, offer = records.people.position(person), offers.offered(words)
    answering = here.expecting is Expecting.ANSWERING
    if here.asked is not None:
        return ""
    if offer == offers.CONTACT:
        for_a_name = str(here.question or "").startswith("share_")
        return offer if for_a_name or not answering else ""
    if offer and offer != offers.NOT_CONTACT:
        return offer
    back = taking_back.taken_back(words, answering=answering)
    return back if back and records.consents.stands(person, _TAKEN_BACK[back]) else ""


_TAKEN_BACK = {offers.NOT_COUNT: Purpose.IMPROVE, offers.NOT_CONTACT: Purpose.CONTACT}


def _elsewhere(records: UnitOfWork, token: str, person: PersonId, words: str) -> str:
    """Return where these words ask to go on (see `bot.understanding.joining`), or ""."""
    if len(words) > LONGEST_TITLE or not joining.elsewhere(words):
        return ""
    answering = records.people.position(person).expecting is Expecting.ANSWERING
    place = joining.elsewhere(words, answering=answering)
    if records.sessions.channel(token) != joining.TELEGRAM:
        return place
    return {joining.TELEGRAM: joining.HERE, joining.PHONE: joining.WEB}.get(place, place)
