"""A card from a volunteer: its code opens what they chose here, and why."""

from bot.stages import session
from bot.stages.conversation import Conversation
from bot.stages.services import show


def open_card(talk: Conversation, code: str) -> None:
    """Show what was chosen; a code that is not known, or too old, gets a kind line."""
    session.welcome(talk)
    matches = talk.facts.support.card(code)
    if not matches:
        talk.say("utter_signposting_card_unknown")
        return
    talk.say("utter_signposting_card")
    show(talk, matches)
    talk.seek(shown=tuple(match.entry.id for match in matches))


def tell_of_cards(talk: Conversation) -> None:
    """Say where somebody who helps makes a card to hand over."""
    links = (("Open the support site", f"{talk.facts.public_url}/support"),)
    talk.say("utter_signposting_make_a_card", links=links)
