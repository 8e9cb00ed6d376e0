"""Nobody answered a number: that is no report. When it is open, as far as that is known, and another one to ring."""

from bot.model.directory import Entry, Match
from bot.stages.conversation import Conversation
from bot.stages.services import show


def tell(talk: Conversation, meant: Entry | None, shown: tuple[Entry, ...]) -> None:
    """Say when the one that is meant is open, then show one of the others, an open one first."""
    if meant:
        _tell_hours(talk, meant)
    else:
        talk.say("utter_signposting_no_answer")
    another = _another(talk, meant, shown)
    if another:
        talk.say("utter_signposting_no_answer_another")
        show(talk, (another,))


def _tell_hours(talk: Conversation, meant: Entry) -> None:
    hours = next((match for match in talk.facts.support.again((meant.id,)) if match.open_now is not None), None)
    if hours:
        talk.say("utter_signposting_no_answer_hours", name=meant.name, hours=hours.opens)
    else:
        talk.say("utter_signposting_no_answer_at", name=meant.name)


def _another(talk: Conversation, meant: Entry | None, shown: tuple[Entry, ...]) -> Match | None:
    others = tuple(entry.id for entry in shown if meant and entry.id != meant.id)
    sought = talk.facts.support.find(talk.position.sought.looking).matches if meant and not others else ()
    found = (*talk.facts.support.again(others), *(match for match in sought if meant and match.entry.id != meant.id))
    ringable = [match for match in found if any(phone.type == "voice" for phone in match.entry.phones)]
    return min(ringable, key=lambda match: match.open_now is not True, default=None)
