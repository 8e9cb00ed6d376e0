"""The short notation that patterns are written in, and its translation for spaCy's Matcher.

A phrase is words with spaces between. `a|b` is either word, `$kin` any word of a named list, `word?` may be left
out, `..3` is up to three words of anything, `<` and `>` are the start and the end of a sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

START, END, OTHER = "<", ">", "_"
"""START and END stand round each sentence; OTHER stands for a word that no pattern uses."""
_LONGEST_GAP = 8


class PhraseError(ValueError):
    """A phrase does not follow the notation."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase ready for spaCy. `required`: one set of words for each place that must be filled."""

    tokens: tuple[dict[str, Any], ...]
    required: tuple[frozenset[str], ...]
    words: frozenset[str]

    @property
    def anchors(self) -> frozenset[str]:
        """The least common of the required sets, guessed by length: long words are rare."""
        return max(self.required, key=lambda words: min(len(word) for word in words))

    def possible(self, present: frozenset[str]) -> bool:
        """Return whether a sentence with these words could hold the phrase; quick, and leaves few to the Matcher."""
        return all(not choices.isdisjoint(present) for choices in self.required)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a phrase was found: places of the first word and of the word after the last one."""

    start: int
    end: int


class PhraseSet:
    """Several phrases that mean the same."""

    def __init__(self, vocab: Vocab, phrases: tuple[Phrase, ...]) -> None:
        self.phrases = phrases
        self._by_word: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            for word in phrase.anchors:
                self._by_word.setdefault(word, []).append(phrase)
        self._matcher = Matcher(vocab, validate=False)
        if phrases:
            self._matcher.add("phrase", [list(phrase.tokens) for phrase in phrases])

    def find(self, doc: Doc, present: frozenset[str]) -> list[Span]:
        """Return every place in the sentence where one of the phrases stands."""
        near = (phrase for word in present & self._by_word.keys() for phrase in self._by_word[word])
        if not any(phrase.possible(present) for phrase in near):
            return []
        return [Span(start, end) for _, start, end in self._matcher(doc)]


def parse(text: str, lists: Mapping[str, frozenset[str]]) -> Phrase:
    """Read one phrase. `lists`: the named lists. Raises PhraseError."""
    tokens: list[dict[str, Any]] = []
    required: list[frozenset[str]] = []
    every: set[str] = set()
    for part in text.split():
        if part.startswith(".."):
            tokens += _gap(part, text)
            continue
        optional = part.endswith("?")
        words = _choices(part.removesuffix("?"), text, lists)
        every |= words
        tokens.append({"ORTH": {"IN": sorted(words)}} | ({"OP": "?"} if optional else {}))
        if not optional:
            required.append(words)
    if not any(words - {START, END} for words in required):
        raise PhraseError(f"phrase {text!r} has no word that must be there")
    return Phrase(tuple(tokens), tuple(required), frozenset(every))


def _gap(part: str, text: str) -> list[dict[str, Any]]:
    size = part.removeprefix("..")
    if not size.isdigit() or not 1 <= int(size) <= _LONGEST_GAP:
        raise PhraseError(f"phrase {text!r}: a gap is ..1 to ..{_LONGEST_GAP}, not {part!r}")
    return [{"OP": "?"}] * int(size)


def _choices(part: str, text: str, lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    words: set[str] = set()
    for word in part.split("|"):
        if word.startswith("$"):
            if word[1:] not in lists:
                raise PhraseError(f"phrase {text!r} names the list {word!r}, which is not in words.yml")
            words |= lists[word[1:]]
        elif word in {START, END} or (word.isascii() and word.isalnum() and word == word.lower()):
            words.add(word)
        else:
            raise PhraseError(f"phrase {text!r}: {word!r} is not a plain lower-case word")
    return frozenset(words)
