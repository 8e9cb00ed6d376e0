"""What a team reads of a summary: only what was shared, the newest first, and what changed since the team last read."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from bot.model.draft import Line, in_order
from bot.model.headings import Heading
from bot.model.position import Door
from bot.model.teamwork import Earlier, TeamLine, TeamSection
from bot.records.summaries import Summary
from bot.stages.share_pages import with_whys

_LINE = re.compile(r"(?:v(?P<version>[1-9][0-9]{0,8})-)?(?P<line>[a-z][0-9]{1,9})", re.ASCII)


def sections_of(kept: Summary, shared: Iterable[Heading]) -> tuple[TeamSection, ...]:
    """Return what was written under the shared headings, in the order of the standard."""
    shared = frozenset(shared)
    return tuple(
        TeamSection(kept.door.over(heading), lines)
        for heading in Heading
        if heading in shared and (lines := _lines(kept, heading))
    )


def not_known(sections: Iterable[TeamSection]) -> tuple[str, ...]:
    """Return the headings of the standard under which the team reads nothing, whatever the reason is."""
    there = {section.heading for section in sections}
    return tuple(heading.label for heading in Heading if there.isdisjoint(door.over(heading) for door in Door))


def lines_of(kept: Summary, shared: Iterable[Heading]) -> dict[str, str]:
    """Return the lines that a team can say something about: the words by the id."""
    return {line.id: line.words for section in sections_of(kept, shared) for line in section.lines}


def on_page(kept: Summary, line: str) -> str:
    """Return the id of a line as pages have it. It names the version, since ids begin anew in each."""
    return f"v{kept.version}-{line}"


def read_line(line: str) -> tuple[int | None, str]:
    """Return the version and the id in it that `on_page` put together; no version, an empty id where it did not."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None, ""
    version = found["version"]
    return (int(version) if version else None), found["line"]


def changes(versions: Iterable[Summary], shared: Iterable[Heading]) -> tuple[Earlier, ...]:
    """Return what changed from one version to the next in whole lines, newest first, where something did.

    `versions` are in order. Words that only changed their place are no change.
    """
    shared = frozenset(shared)
    found = (_change(before, after, shared) for before, after in pairwise(versions))
    return tuple(reversed([change for change in found if change.added or change.removed]))


def _change(before: Summary, after: Summary, shared: frozenset[Heading]) -> Earlier:
    old, new = _words(before, shared), _words(after, shared)
    return Earlier(after.version, after.created_at, added=_without(new, old), removed=_without(old, new))


def _words(kept: Summary, shared: frozenset[Heading]) -> list[str]:
    return [line.shown for line in in_order(kept.lines) if line.heading in shared]


def _without(words: list[str], others: list[str]) -> tuple[str, ...]:
    left = Counter(others)
    found = []
    for each in words:
        if left[each]:
            left[each] -= 1
        else:
            found.append(each)
    return tuple(found)


def _lines(kept: Summary, heading: Heading) -> tuple[TeamLine, ...]:
    return tuple(_line(kept, line, why) for line, why in with_whys(kept, heading))


def _line(kept: Summary, line: Line, why: Line | None) -> TeamLine:
    return TeamLine(on_page(kept, line.id), line.shown, why.words if why else None)
