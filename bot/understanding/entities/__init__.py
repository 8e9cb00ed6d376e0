"""Words, sentences and entities (who, where, when, which topic, and codes such as a phone number) in a message.

spaCy's sentencizer and phrase matchers find them, on patterns of our own: see patterns.yml. spaCy keeps every
word that it meets for as long as it runs, so it only ever meets the words that the patterns use; all others reach it
as the same blank. Runs on Python 3.10 with spaCy 3.4 and on 3.11 with 3.8, with the same answers.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.understanding.entities.cut import cut, flattened
from bot.understanding.entities.kinds import CODES, KINDS, TIME, EntityPatternsError
from bot.understanding.entities.reader import Reader, Word

__all__ = ["KINDS", "PATTERNS", "Entity", "EntityPatternsError", "Piece", "entities", "load", "sentences", "tokens"]

PATTERNS = Path(__file__).with_name("patterns.yml")


@dataclass(frozen=True)
class Piece:
    """A token or a sentence: its words and where they stand in the message, in characters."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Entity:
    """One thing found. `start` and `end` count characters of the message; `value` is always from a closed list, a
    label made of known words and numbers, or the code itself, written in the one usual way.
    """

    kind: str
    text: str
    start: int
    end: int
    value: str


def entities(text: str) -> tuple[Entity, ...]:
    """Return what is found, in the order of the message; finds never overlap, the longer one counts. Never raises."""
    reader = _reader()
    return tuple(_entity(text, *found) for found in reader.find(reader.words(text)))


def tokens(text: str) -> tuple[Piece, ...]:
    """Return the words, numbers and marks of a message in order. Never raises."""
    return tuple(Piece(text[start:end], start, end) for start, end in cut(flattened(text), _reader().piece))


def sentences(text: str) -> tuple[Piece, ...]:
    """Return the sentences of a message that hold a word or a number, in order. Never raises."""
    reader = _reader()
    found = []
    for typed in reader.sentences(reader.words(text)):
        if any(text[word.start].isalnum() for word in typed):
            start = typed[0].start
            words = text[start : typed[-1].end].rstrip()
            found.append(Piece(words, start, start + len(words)))
    return tuple(found)


def _entity(text: str, kind: str, value: str, typed: list[Word]) -> Entity:
    start, end = typed[0].start, typed[-1].end
    if kind == TIME:
        value = _label(typed)
    elif kind in CODES:
        value = typed[0].said
    return Entity(kind, text[start:end], start, end, value)


def _label(words: list[Word]) -> str:
    said = " ".join(word.said for word in words if word.said)
    return said.replace("20 5 ", "25 ").replace("half past", "half")


@cache
def _reader() -> Reader:
    return Reader(yaml.safe_load(PATTERNS.read_text(encoding="utf-8")))


def load() -> None:
    """Read the patterns once. Call it at start, so that a broken file stops the start. Raises EntityPatternsError."""
    _reader()
