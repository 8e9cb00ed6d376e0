"""How the patterns in patterns.yml are read: phrases, classes of words, and times made of classes."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from bot.understanding.entities.kinds import NONE, TIME, EntityPatternsError

_JOINED_WORDS, _SHORTEST_JOINED = range(2, 4), 7
_NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
_NUMBER_CLASSES = (
    ("five", {5}), ("one", set(range(1, 10))), ("ten", {10}), ("twelve", {11, 12}), ("twenty", {20, 25}),
    ("teens", set(range(13, 25))), ("thirty", set(range(26, 32))),
)  # fmt: skip
_SAID = {"the": "", "of": "", "o": "", "clock": "", "oclock": "", "@": "at", "th": ""}
"""Words that labels leave out or write in another way."""
CLOCK, DOTTED, DATE = "clock", "dotted", "date"


def class_of(number: int) -> str:
    return next((name for name, numbers in _NUMBER_CLASSES if number in numbers), "many")


def phrases_of(kinds: dict[str, dict[str, str]]) -> dict[tuple[str, str], list[str]]:
    """Return the phrases of each kind and value."""
    meanings: dict[str, tuple[str, str]] = {}
    none: dict[tuple[str, str], list[str]] = {}
    for kind, values in kinds.items():
        for value, text in values.items():
            phrases = [phrase for short in text.split(",") for phrase in _expand(short, {})]
            if value == NONE:
                none[kind, value] = phrases
                continue
            for phrase in phrases:
                if meanings.setdefault(phrase, (kind, value)) != (kind, value):
                    raise EntityPatternsError(f"{phrase!r} is both {meanings[phrase]} and {(kind, value)}")
    for (kind, _), phrases in none.items():
        if wrong := [phrase for phrase in phrases if meanings.get(phrase, ("", ""))[0] == kind]:
            raise EntityPatternsError(f"{wrong[0]!r} is both {meanings[wrong[0]]} and none of it")
    for phrase, meaning in list(meanings.items()):
        words = phrase.split()
        joined = "".join(words)
        if len(words) in _JOINED_WORDS and len(joined) >= _SHORTEST_JOINED and joined.isalpha():
            meanings.setdefault(joined, meaning)
    return none | _grouped(meanings)


def _grouped(meanings: dict[str, tuple[str, str]]) -> dict[tuple[str, str], list[str]]:
    groups: dict[tuple[str, str], list[str]] = {}
    for phrase, meaning in meanings.items():
        groups.setdefault(meaning, []).append(phrase)
    return groups


def classes_of(classes: dict[str, dict[str, str]]) -> tuple[dict[str, str], dict[str, str]]:
    """Return each word's class, and what a label calls it."""
    tags = {word: class_of(number) for word, number in _NUMBER_WORDS.items()}
    said = {word: str(number) for word, number in _NUMBER_WORDS.items()} | _SAID
    for name, words in classes.items():
        for usual, others in words.items():
            for word in (usual, *others.split()):
                if word not in tags:
                    tags[word], said[word] = name, said.get(usual, usual)
    return tags, said


def times_of(table: dict[str, Any], tags: dict[str, str]) -> dict[tuple[str, str], list[str]]:
    """Return every pattern of times; words that are in no class become one of their own in `tags`."""
    macros = table["macros"]
    known = set(tags.values()) | {name for name, _ in _NUMBER_CLASSES} | {"many", "year", CLOCK, DOTTED, DATE}
    patterns: dict[str, tuple[str, str]] = {}
    for value, block in ((NONE, table["none"]), ("", table["patterns"])):
        for line in block.splitlines():
            for pattern in _expand(line, macros):
                words = pattern.split()
                if strange := [word for word in words if word[0] == "$" and word[1:] not in known]:
                    raise EntityPatternsError(f"{line!r} names the class {strange[0]!r}, which is not there")
                for word in words:
                    if word[0] != "$":
                        tags.setdefault(word, f"={word}")
                by_class = " ".join(word if word[0] == "$" else f"${tags[word]}" for word in words)
                patterns.setdefault(by_class, (TIME, value))
    return _grouped(patterns)


def _expand(short: str, macros: dict[str, str]) -> Iterator[str]:
    """Yield every phrase that a line of the notation stands for, but the empty one."""
    parts = []
    for part in short.split():
        optional = part != "?" and part.endswith("?")
        choices = part.removesuffix("?") if optional else part
        for name in macros if "{" in choices else ():
            choices = choices.replace(f"{{{name}}}", macros[name])
        parts.append([*choices.split("|"), *([""] if optional else [])])
    for chosen in product(*parts):
        if phrase := " ".join(word for word in chosen if word):
            yield phrase
