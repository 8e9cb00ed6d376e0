"""Pointing to people who can help: at most three services from the built-in list, and how far it was checked."""

from bot.signposting.directory import NEED_OF_INTENT, find
from bot.stages.conversation import Conversation


def show_services(talk: Conversation, asked: str) -> None:
    """Show services for an intent or a door. What has no need in the table shows none."""
    need = NEED_OF_INTENT.get(asked)
    if need is None:
        return
    services = find(need)
    if not services:
        talk.say("utter_signposting_nothing")
        return
    for service in services:
        links = ((service.name, service.url),) if service.url else ()
        talk.say(
            "utter_signposting_service",
            name=service.name,
            who_for=service.who_for,
            contact=service.contact,
            hours=service.hours,
            links=links,
        )
    talk.say("utter_signposting_unchecked")
