"""Going on elsewhere as the same person: a link with a code that works once, for a short time."""

from bot.records.joining import JoinChannel
from bot.stages import session
from bot.stages.conversation import Conversation
from bot.understanding.joining import HERE, PHONE, WEB


def start(talk: Conversation, place: str) -> None:
    """Give the link that opens this conversation there, or say that there is no such place."""
    session.welcome(talk)
    bot = talk.facts.telegram_name()
    if place == HERE:
        talk.say("utter_joining_here")
    elif place == WEB or (place == PHONE and not bot):
        code = talk.records.joining.make(talk.person, JoinChannel.WEB)
        talk.say("utter_joining_web", links=(("Open in a web browser", f"{talk.facts.public_url}/join/{code}"),))
    elif bot:
        code = talk.records.joining.make(talk.person, JoinChannel.TELEGRAM)
        talk.say("utter_joining_telegram", links=(("Open on Telegram", f"https://t.me/{bot}?start=join-{code}"),))
    else:
        talk.say("utter_joining_no_telegram")
