"""Showing services: why each fits, what happens next, how to get in touch, whether it is open, who checked it."""

from dataclasses import replace

from bot.model.directory import Entry, Found, Looking, Match, Need
from bot.model.saying import Button
from bot.stages.conversation import Conversation

_ANOTHER_WAY = "You can look on its website for how to get in touch."
MOST = 3
_BY_HOURS = {True: 0, None: 1, False: 2}
_GRIEF = frozenset({Need.BEREAVEMENT, Need.ANTICIPATORY_GRIEF, Need.END_OF_LIFE})
WRONG = Button("A number is wrong", "report_directory_error")


def find(talk: Conversation, looking: Looking) -> Found:
    """Return what fits, what is open now first. Where all of it is closed, somebody who listens now comes before it."""
    found = talk.facts.support.find(_for_grief(talk, looking))
    matches = sorted(found.matches, key=lambda match: _BY_HOURS[match.open_now])
    if matches and all(match.open_now is False for match in matches) and _GRIEF.intersection(looking.needs):
        listening = talk.facts.support.find(Looking(district=looking.district, needs=(Need.CRISIS,)))
        matches = [*(match for match in listening.matches if match.open_now)][:1] + matches
    return replace(found, matches=tuple(matches[:MOST]))


def find_for_each(talk: Conversation, looking: Looking, *, children: bool) -> Found:
    """Return what fits best, then one for each other need that was told, and one for children who are left."""
    grieves = Need.BEREAVEMENT in looking.needs
    first = (Need.BEREAVEMENT,) if grieves else looking.needs[:1]
    others = [need for need in looking.needs if need not in first and need not in _GRIEF]
    if not (others or children):
        return find(talk, looking)
    best = find(talk, replace(looking, needs=first, text="") if others else looking)
    alone = replace(looking, text="", losses=(), relationships=(), for_child=False)
    wanted = [replace(alone, needs=(Need.BEREAVEMENT,), for_child=True, age=None)] if children and grieves else []
    wanted += [replace(alone, needs=(need,)) for need in others]
    chosen = list(best.matches[:1])
    for each in wanted:
        fitting = (
            match for match in talk.facts.support.find(each).matches if match.entry not in {one.entry for one in chosen}
        )
        chosen += [match for match in fitting if set(each.needs).intersection(match.entry.needs)][:1]
    chosen += [match for match in best.matches if match.entry not in {one.entry for one in chosen}]
    return replace(best, matches=tuple(chosen[:MOST]))


def _for_grief(talk: Conversation, looking: Looking) -> Looking:
    """Leave out words that ask only for somebody near, where help in grief is looked for: any local one fits."""
    if Need.BEREAVEMENT not in looking.needs or not looking.text:
        return looking
    told = set(talk.facts.support.told(looking.text).needs)
    return replace(looking, text="") if told == {Need.LOCAL_SUPPORT} else looking


def show_found(talk: Conversation, found: Found) -> None:
    """Show what was found; say so when it is only the next best, or nothing."""
    if found.unclear:
        talk.say("utter_signposting_unclear_place")
    if not found.matches:
        talk.say("utter_signposting_nothing")
        return
    if found.next_best:
        talk.say("utter_signposting_next_best")
    show(talk, found.matches)


def show(talk: Conversation, matches: tuple[Match, ...]) -> None:
    """Show these services, and how to say that a number is wrong."""
    doubted = talk.facts.support.doubted()
    for match in matches:
        _show_one(talk, match)
        if match.entry.id in doubted and _numbers(talk, match.entry):
            talk.say("utter_signposting_doubted", name=match.entry.name)
    if any(_numbers(talk, match.entry) for match in matches):
        talk.say("utter_signposting_if_wrong", buttons=(WRONG,))


def _show_one(talk: Conversation, match: Match) -> None:
    entry = match.entry
    numbers = _numbers(talk, entry)
    calls = tuple((f"Call {number}", f"tel:{number.replace(' ', '')}") for number in numbers)
    page = ((f"Website of {entry.name}", entry.url),) if entry.url else ()
    next_step = _ANOTHER_WAY if _is_wrong(talk, entry) else match.next_step
    talk.say(
        "utter_signposting_service",
        name=entry.name,
        why=match.why,
        contact=_contact(talk, entry),
        open=_open(match),
        next=next_step or "You can say as much or as little as you like.",
        checked=match.checked,
        links=calls + page,
    )
    if entry.alert:
        talk.say("utter_signposting_alert", name=entry.name, alert=entry.alert)


def is_for_a_crisis(entry: Entry) -> bool:
    """Say whether its number is shown whatever was said of it, until somebody has checked it."""
    return Need.CRISIS in entry.needs


def _is_wrong(talk: Conversation, entry: Entry) -> bool:
    return entry.number_wrong or talk.position.search.is_wrong(entry)


def _numbers(talk: Conversation, entry: Entry) -> tuple[str, ...]:
    """Return the numbers to ring; none while somebody says that they are wrong."""
    if _is_wrong(talk, entry):
        return ()
    return tuple(phone.number for phone in entry.phones if phone.type == "voice")


def _contact(talk: Conversation, entry: Entry) -> str:
    wrong = _is_wrong(talk, entry)
    numbers = [] if wrong else [f"{phone.description} {phone.number}".strip() for phone in entry.phones]
    ways = ["Its number may be wrong, and is not shown."] if wrong else numbers
    return "\n".join((*ways, entry.email) if entry.email else ways) or entry.url or "It has no phone or email."


def _open(match: Match) -> str:
    otherwise = {True: "Open now.", False: "Closed just now.", None: "Hours not known."}[match.open_now]
    return match.opens or otherwise
