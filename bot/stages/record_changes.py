"""Record: what changed in words from one kept version to the next. Their own words are quoted, and none is weighed."""

from collections import Counter

from bot.model.dates import in_words
from bot.model.draft import Line, in_order
from bot.model.headings import Heading
from bot.stages.conversation import LONGEST_QUOTE, Conversation

MOST = 5
Place = tuple[Heading, str, int]


def tell(talk: Conversation) -> None:
    """Say what the latest version added, took out and changed; the first few, then how many more there are."""
    latest = talk.records.summaries.latest(talk.person)
    before = talk.records.summaries.before(talk.person, latest) if latest else None
    if latest is None:
        talk.say("utter_record_nothing_yet")
        return
    if before is None:
        talk.say("utter_record_first_version")
        return
    found = differences(before.lines, latest.lines)
    now, then, date = str(latest.version), str(before.version), in_words(before.created_at)
    if not found:
        talk.say("utter_record_same_words", version=now, before=then, date=date)
        return
    talk.say("utter_record_changes", version=now, before=then, date=date, lines="\n".join(found[:MOST]))
    if len(found) > MOST:
        talk.say("utter_record_changes_more", count=str(len(found) - MOST))


def differences(before: tuple[Line, ...], after: tuple[Line, ...]) -> tuple[str, ...]:
    """Return each change as a line. Words that only moved are no change; a line that alone took a place changed it."""
    gone, new = _without(before, after), _without(after, before)
    alone_before, alone_after = _alone(gone), _alone(new)
    changed = alone_before.keys() & alone_after.keys()
    said = [
        f"Changed: “{_short(alone_before[at])}” is now “{_short(alone_after[at])}”" for at in _ordered(changed, new)
    ]
    said += [f"Added: “{_short(line.words)}”" for line in new if _place(line) not in changed]
    said += [f"Taken out: “{_short(line.words)}”" for line in gone if _place(line) not in changed]
    return tuple(said)


def _without(lines: tuple[Line, ...], others: tuple[Line, ...]) -> list[Line]:
    left = Counter(line.words for line in others)
    found = []
    for line in in_order(lines):
        if left[line.words]:
            left[line.words] -= 1
        else:
            found.append(line)
    return found


def _place(line: Line) -> Place:
    return line.heading, line.kind, line.topic


def _alone(lines: list[Line]) -> dict[Place, str]:
    """Return the words by their place, where only one line has that place."""
    count = Counter(_place(line) for line in lines)
    return {_place(line): line.words for line in lines if count[_place(line)] == 1}


def _ordered(places: set[Place], lines: list[Line]) -> list[Place]:
    return [_place(line) for line in lines if _place(line) in places]


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= LONGEST_QUOTE else f"{one_line[:LONGEST_QUOTE].rstrip()}…"
