"""Share: that a link was opened for the first time is told once, at the person's next message, and names nobody.

Nothing is sent for it. It waits while a reply about danger is the latest, and after a death.
"""

from bot.model.saying import Button
from bot.records.sharing import Share
from bot.stages.conversation import Conversation

LOOK = "look:"
"""How the id of what was told begins; the id of the share follows."""
_WHO = Button("Who has looked?", "ask_who_viewed")


def tell(talk: Conversation, intent: str) -> None:
    """Say that something shared was opened, where a reply is held: one that is lost is said again."""
    here = talk.position
    waits = not talk.held or here.asked or here.told or here.about_a_death
    if waits or intent == "ask_who_viewed":
        return
    looked = talk.records.shares.first_looks(talk.person)
    if looked:
        talk.say("utter_share_first_look", (_WHO,), told=told_of(looked))


def told_of(shares: tuple[Share, ...]) -> tuple[str, ...]:
    """Return what is noted as told once the reply is given out: that these shares were opened."""
    return tuple(f"{LOOK}{share.id}" for share in shares if share.openings)
