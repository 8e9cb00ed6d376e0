"""Several things told in one message: a list with numbers or marks, or short lines of their own. Prose stays one."""

import re

FEWEST, MOST = 2, 6
LONGEST = 12
"""Words in a line that may be a thing of its own; longer ones tell a story."""

_MARK = re.compile(r"^\s*(?:(\d{1,2})\s*[.):]|[-*•])\s+(?=\S)")
_IN_ONE_LINE = re.compile(r"(?:^|(?<=\s))([1-9])[.)]\s+")
_GOES_ON = re.compile(r"(?i)^(and|or|but|with|because|so|which|who|that|then|where|when|if|for|to|in|on|at|of)\b")
_IS_CUT = re.compile(r"(?i)[,:;\N{EN DASH}-]$|\b(and|or|the|a|my|with|of|to|in|for)$")


def several(text: str) -> tuple[str, ...]:
    """Return the things in a message, without the marks before them, or nothing where it is not clear they are several.

    Nothing but the marks and the space around a thing is left out.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        lines = _numbered(lines[0])
    marked = [_MARK.match(line) for line in lines]
    if lines and all(marked):
        things = [line[mark.end() :].strip() for line, mark in zip(lines, marked, strict=True) if mark]
    elif any(marked) or any(_is_no_thing(line, at) for at, line in enumerate(lines)):
        return ()
    else:
        things = lines
    return tuple(things) if FEWEST <= len(things) <= MOST and all(_says_something(one) for one in things) else ()


def _numbered(line: str) -> list[str]:
    """Cut "1. the dog 2. the sea" before each number, where the numbers count up from one."""
    found = list(_IN_ONE_LINE.finditer(line))
    counted = [int(each.group(1)) for each in found]
    if len(found) < FEWEST or found[0].start() != 0 or counted != list(range(1, len(found) + 1)):
        return [line]
    ends = [*(each.start() for each in found[1:]), len(line)]
    return [line[each.start() : end].strip() for each, end in zip(found, ends, strict=True)]


def _is_no_thing(line: str, at: int) -> bool:
    goes_on = at > 0 and _GOES_ON.search(line)
    return bool(goes_on or _IS_CUT.search(line)) or len(line.split()) > LONGEST


def _says_something(thing: str) -> bool:
    return any(not character.isspace() and character.isprintable() for character in thing)
