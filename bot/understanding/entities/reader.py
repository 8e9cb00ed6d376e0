"""The patterns, ready in spaCy, and a message as spaCy meets it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import Any

import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from bot.understanding.entities.codes import Codes
from bot.understanding.entities.cut import DASHES, HYPHENS, cut, flattened, piece_pattern
from bot.understanding.entities.kinds import CODES, KINDS, NONE
from bot.understanding.entities.notation import CLOCK, DATE, DOTTED, class_of, classes_of, phrases_of, times_of

_BLANK, _OTHER, _START, _END, _NUMBER, _STOP, _POINT = "_", "0other", "<", ">", "0number", ".", "0point"
"""Stand for marks and words that no pattern uses; no one can type those with a digit in front. spaCy's sentencizer
leaves a closing bracket (a blank) in the sentence before it, and begins the next one with a word.
"""
_MARKS = frozenset("/%@-")
_UNSEEN = frozenset("'\"*_`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2032\u00b4\u02bc\u00ab\u00bb")
"""Quotes and Telegram's marks for bold: they stand between words without parting them."""
_STOPS = frozenset(".!?\n\u2026\u3002\u061f\u06d4\u203c\u2047\u2048\u2049")
_LONGEST_STRETCHED = 60
_LONGEST_ABBREVIATION = 6
_LAST_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+\Z")
_STRETCHED = re.compile(r"(.)\1{2,}")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LONGEST_CLOCK = 5


@dataclass(frozen=True)
class Word:
    """A piece as spaCy meets it: `word` is one that the patterns use; `said` is what a label is made of."""

    word: str
    tag: str
    said: str
    start: int
    end: int


class Reader:
    """The patterns, ready. Built once; nothing that a person types stays in it."""

    def __init__(self, patterns: dict[str, Any]) -> None:
        self._codes = Codes(patterns["postcode_district"], patterns["phone"])
        self._abbreviations = frozenset(patterns["abbreviations"].split())
        self._tags, self._said = classes_of(patterns["time"]["classes"])
        times = times_of(patterns["time"], self._tags)
        phrases = phrases_of(patterns["phrases"])
        used = chain(self._tags, *phrases.values())
        self._known = frozenset(word for phrase in used for word in phrase.split())
        self.piece = piece_pattern({word for word in self._known if word[0].isdigit() and word[-1].isalpha()})
        self._nlp = spacy.blank("en")
        self._nlp.add_pipe("sentencizer", config={"punct_chars": [_STOP]})
        self._by_word = PhraseMatcher(self._nlp.vocab, attr="ORTH")
        self._by_class = PhraseMatcher(self._nlp.vocab, attr="TAG")
        self._meanings: dict[int, tuple[str, str]] = {}
        for kind in CODES:
            self._add(self._by_word, (kind, ""), [f"0{kind}"])
        for meaning, same in phrases.items():
            self._add(self._by_word, meaning, same)
        for meaning, same in times.items():
            self._add(self._by_class, meaning, same)

    def _add(self, matcher: PhraseMatcher, meaning: tuple[str, str], phrases: list[str]) -> None:
        name = " ".join(meaning)
        matcher.add(name, [self._pattern(phrase.split()) for phrase in phrases])
        self._meanings[self._nlp.vocab.strings[name]] = meaning

    def _pattern(self, words: list[str]) -> Doc:
        tags = [word[1:] if word[0] == "$" else self._tags.get(word, _BLANK) for word in words]
        return Doc(self._nlp.vocab, words=words, tags=tags)

    def sentences(self, words: list[Word]) -> Iterator[list[Word]]:
        """Yield what was typed of each sentence."""
        if words:
            for sentence in self._nlp(self._doc(words)).sents:
                yield [word for word in words[sentence.start : sentence.end] if word.end > word.start]

    def find(self, words: list[Word]) -> list[tuple[str, str, list[Word]]]:
        """Return kind, value and words of what is found, in order."""
        if not words:
            return []
        doc = self._doc(words)
        matches = {match for matcher in (self._by_word, self._by_class) for match in matcher(doc)}
        ranked = sorted(
            ((*self._meanings[name], start, end) for name, start, end in matches),
            key=lambda match: (match[2] - match[3], match[1] != NONE, match[2]),
        )
        taken: set[int] = set()
        none = {kind: set[int]() for kind in KINDS}
        found = []
        for kind, value, start, end in ranked:
            places = range(start, end)
            if value == NONE:
                none[kind].update(places)
            elif taken.isdisjoint(places) and none[kind].isdisjoint(places):
                taken.update(places)
                found.append((start, kind, value, [word for word in words[start:end] if word.end > word.start]))
        return [(kind, value, typed) for _, kind, value, typed in sorted(found, key=itemgetter(0))]

    def _doc(self, words: list[Word]) -> Doc:
        return Doc(self._nlp.vocab, words=[word.word for word in words], tags=[word.tag for word in words])

    def words(self, text: str) -> list[Word]:
        """Return what spaCy is given of a message, the start and the end of its writing among it."""
        flat = flattened(text)
        pieces = list(cut(flat, self.piece))
        codes = self._codes.find(text, flat, pieces)
        words: list[Word] = []
        at = 0
        while at < len(pieces):
            start, end = pieces[at]
            if at in codes:
                after, kind, value = codes[at]
                words.append(Word(f"0{kind}", _BLANK, value, start, pieces[after - 1][1]))
                at = after
                continue
            word = self._word(flat, start, end)
            if word is not None:
                words.append(word)
            at += 1
        typed = [number for number, word in enumerate(words) if flat[word.start].isalnum()]
        if typed:
            end = words[typed[-1]].end
            words.insert(typed[-1] + 1, Word(_END, _BLANK, "", end, end))
            start = words[typed[0]].start
            words.insert(typed[0], Word(_START, _BLANK, "", start, start))
        return words

    def _word(self, flat: str, start: int, end: int) -> Word | None:
        typed = flat[start:end].replace("\0", "")
        if typed[:1].isalpha():
            typed = typed.replace(".", "")  # p.m.
        if typed.isascii() and typed.isdigit():
            return Word(_NUMBER, _number_class(typed), str(int(typed[-4:])), start, end)
        if typed[0].isdigit() and typed[-1].isdigit():
            said = re.sub(r"[.-]", "/" if len(typed) > _LONGEST_CLOCK else ":", typed)
            return Word(_NUMBER, _clock_class(typed), said, start, end)
        if not typed[0].isalnum():
            return self._mark(flat, typed[0], start, end)
        word = _whole(typed, self._known)
        return Word(word, self._tags.get(word, _BLANK), self._said.get(word, word), start, end)

    def _mark(self, flat: str, mark: str, start: int, end: int) -> Word | None:
        before, after = flat[start - 1 : start], flat[end : end + 1]
        if mark in _UNSEEN or (mark in HYPHENS and before.isalpha() and after.isalpha()):
            return None
        if mark in _STOPS:
            if mark == "." and before.isdigit() and after.isdigit():
                return Word(_POINT, _BLANK, _POINT, start, end)
            if mark == "." and self._abbreviates(flat, start, after):
                return None
            return Word(_STOP, _BLANK, "", start, end)
        if mark in DASHES and before.isdigit() and after.isdigit():
            mark = "-"
        elif mark not in _MARKS:
            mark = _BLANK
        return Word(_BLANK, self._tags.get(mark, _BLANK), self._said.get(mark, mark), start, end)

    def _abbreviates(self, flat: str, stop: int, after: str) -> bool:
        found = _LAST_WORD.search(flat, max(0, stop - _LONGEST_ABBREVIATION - 1), stop)
        if found is None:
            return False
        return found.group() in self._abbreviations or (len(found.group()) == 1 and after.isalpha())


def _whole(typed: str, known: frozenset[str]) -> str:
    """Return the word that was meant, if the patterns use it, stretched ("muuum") or not."""
    if typed in known:
        return typed
    if len(typed) <= _LONGEST_STRETCHED and _STRETCHED.search(typed):
        for kept in (r"\1\1", r"\1"):
            if (meant := _STRETCHED.sub(kept, typed)) in known:
                return meant
    return _OTHER


def _clock_class(typed: str) -> str:
    if len(typed) > _LONGEST_CLOCK:
        return DATE
    return CLOCK if ":" in typed else DOTTED


def _number_class(digits: str) -> str:
    number = int(digits[-4:])
    if len(digits) == 4:  # noqa: PLR2004  (a year has four digits)
        return "year" if _FIRST_YEAR <= number <= _LAST_YEAR else _BLANK
    return _BLANK if len(digits) > 4 or not number else class_of(number)  # noqa: PLR2004
