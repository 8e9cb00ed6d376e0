"""The notation of phrases in the data files, and how it becomes a regular expression over plain words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_GAP: Final = r"(?:\S+ ){0,3}"
_TAKEN_BACK: Final = "~ "
"""Stands in for words that do not mean what they look like."""


class PhraseError(Exception):
    """A phrase in a data file cannot be read; the message shows it."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to look for, and phrases that take words back before one looks."""

    say: re.Pattern[str]
    unless: re.Pattern[str] | None = None

    def search(self, line: str) -> re.Match[str] | None:
        """Return where the first one is."""
        found = self.say.search(line)
        if found is None or self.unless is None:
            return found
        return self.say.search(self.unless.sub(_TAKEN_BACK, line))


def line_of(words: list[str]) -> str:
    """Return words as the line that phrases are looked for in."""
    return "".join(f"{word} " for word in words)


def compile_phrases(written: str, lists: Mapping[str, str]) -> re.Pattern[str]:
    """Return an expression that finds any of the phrases. Raises PhraseError."""
    phrases = [phrase for phrase in (part.split() for part in written.split(" / ")) if phrase]
    if not phrases:
        raise PhraseError("There is no phrase here.")
    if empty := [phrase for phrase in phrases if all(part == ".." or part.endswith("?") for part in phrase)]:
        raise PhraseError(f'"{" ".join(empty[0])}" is found in every text.')
    return re.compile(rf"(?<!\S)(?:{'|'.join(_phrase(phrase, lists) for phrase in phrases)})")


def words_in(written: str, lists: Mapping[str, str]) -> Iterator[str]:
    """Yield every single word that phrases are made of."""
    for element in written.split():
        if element not in {"/", ".."}:
            for choice in element.removesuffix("?").split("|"):
                yield from (lists[choice[1:]] if choice.startswith("$") else choice).replace("_", " ").split()


def _phrase(elements: list[str], lists: Mapping[str, str]) -> str:
    return "".join(_GAP if element == ".." else _element(element, lists) for element in elements)


def _element(element: str, lists: Mapping[str, str]) -> str:
    choices: list[str] = []
    for choice in element.removesuffix("?").split("|"):
        if choice.startswith("$"):
            if choice[1:] not in lists:
                raise PhraseError(f'There is no list "{choice}".')
            choices += lists[choice[1:]].split()
        else:
            choices.append(choice)
    if not all(re.fullmatch(r"[a-z0-9_]+", choice) for choice in choices):
        raise PhraseError(f'"{element}" is not written in small letters, numbers, | and _.')
    either = "|".join(choice.replace("_", " ") for choice in choices)
    return f"(?:(?:{either}) )?" if element.endswith("?") else f"(?:{either}) "
