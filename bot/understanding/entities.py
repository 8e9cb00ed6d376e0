"""Words, sentences and entities (who, where, when, which topic, and codes such as a phone number) in a message.

spaCy's sentencizer and phrase matchers find them, on patterns of our own: see entity_patterns.yml. spaCy keeps every
word that it meets for as long as it runs, so it only ever meets the words that the patterns use; all others reach it
as the same blank. Runs on Python 3.10 with spaCy 3.4 and on 3.11 with 3.8, with the same answers.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, product
from operator import itemgetter
from pathlib import Path
from typing import Any

import spacy
import yaml
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

RELATIONSHIP = "relationship"
PLACE_OF_CARE = "place_of_care"
TOPIC = "topic"
TIME = "time"
POSTCODE_DISTRICT = "postcode_district"
PHONE = "phone"
NHS_NUMBER = "nhs_number"
KINDS = (RELATIONSHIP, PLACE_OF_CARE, TOPIC, TIME, POSTCODE_DISTRICT, PHONE, NHS_NUMBER)
PATTERNS = Path(__file__).with_name("entity_patterns.yml")

_CODES = (POSTCODE_DISTRICT, PHONE, NHS_NUMBER)
_NONE = "none"
_BLANK, _OTHER, _START, _END, _NUMBER, _STOP, _POINT = "_", "0other", "<", ">", "0number", ".", "0point"
"""Stand for marks and words that no pattern uses; no one can type those with a digit in front. spaCy's sentencizer
leaves a closing bracket (a blank) in the sentence before it, and begins the next one with a word.
"""
_MARKS = frozenset("/%@-")
_UNSEEN = frozenset("'\"*_`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2032\u00b4\u02bc\u00ab\u00bb")
"""Quotes and Telegram's marks for bold: they stand between words without parting them."""
_STOPS = frozenset(".!?\n\u2026\u3002\u061f\u06d4\u203c\u2047\u2048\u2049")
_HYPHENS = frozenset("-\u2010\u2011")
_DASHES = _HYPHENS | {"\u2012", "\u2013", "\u2014"}
_BETWEEN = frozenset("-.()") | _DASHES
_MOST_BETWEEN = 2
"""Marks that may stand between two groups of digits of one number, and how many of them."""
_LINE_ENDS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")

_JOINED_WORDS, _SHORTEST_JOINED = range(2, 4), 7
_LONGEST_STRETCHED = 60
_LONGEST_ABBREVIATION = 6
_LAST_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+\Z")
_STRETCHED = re.compile(r"(.)\1{2,}")
_ORDINAL = re.compile(r"[0-9](st|nd|rd|th)")

_NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
_NUMBER_CLASSES = (
    ("five", {5}), ("one", set(range(1, 10))), ("ten", {10}), ("twelve", {11, 12}), ("twenty", {20, 25}),
    ("teens", set(range(13, 25))), ("thirty", set(range(26, 32))),
)  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_SAID = {"the": "", "of": "", "o": "", "clock": "", "oclock": "", "@": "at", "th": ""}
"""Words that labels leave out or write in another way."""

_LONGEST_CLOCK = 5
_CLOCK, _DOTTED, _DATE = "clock", "dotted", "date"
_CLOCK_OR_DATE = (
    r"(?<![0-9./:-])(?:(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9](?![:.]?[0-9])"
    r"|(?:0?[1-9]|[12][0-9]|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)?[0-9]{2})(?![./-]?[0-9]))"
)

_GAP = re.compile(r"[ \0]{0,3}")
_LONGEST_PHONE, _PHONE_DIGITS, _SHORT_PHONE_DIGITS, _NHS_DIGITS = 15, 11, 10, 10
_MOBILE_PART, _LEAST_AREA_CODE = 3, 3
_NHS_GROUPS = ((10,), (3, 3, 4), (3, 7), (6, 4), (5, 5), (4, 3, 3), (4, 6), (1,) * 10, (2,) * 5)

_FULL_POSTCODE = re.compile(
    r"(?<![a-z0-9])([a-z]{1,2})([ \0]?)([0-9][a-z0-9]?)[ \0]{0,3}([0-9][abd-hjlnp-uw-z]{2})(?![a-z0-9])"
)
_OUTWARD = re.compile(r"(?<![a-z0-9])([a-z]{1,2})()([0-9]{1,2}[a-z]?)(?![a-z0-9])")
_NEAR, _MENTION = 3, 4
"""How many words away a word may stand that makes a district something else, or that names a postcode."""


class EntityPatternsError(Exception):
    """The pattern file is wrong; the message names the phrase."""


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


@dataclass(frozen=True)
class _Word:
    """A piece as spaCy meets it: `word` is one that the patterns use; `said` is what a label is made of."""

    word: str
    tag: str
    said: str
    start: int
    end: int


def entities(text: str) -> tuple[Entity, ...]:
    """Return what is found, in the order of the message; finds never overlap, the longer one counts. Never raises."""
    reader = _reader()
    return tuple(_entity(text, *found) for found in reader.find(reader.words(text)))


def tokens(text: str) -> tuple[Piece, ...]:
    """Return the words, numbers and marks of a message in order. Never raises."""
    return tuple(Piece(text[start:end], start, end) for start, end in _cut(_flat(text), _reader().piece))


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


def _entity(text: str, kind: str, value: str, typed: list[_Word]) -> Entity:
    start, end = typed[0].start, typed[-1].end
    if kind == TIME:
        value = _label(typed)
    elif kind in _CODES:
        value = typed[0].said
    return Entity(kind, text[start:end], start, end, value)


def _label(words: list[_Word]) -> str:
    said = " ".join(word.said for word in words if word.said)
    return said.replace("20 5 ", "25 ").replace("half past", "half")


# How a message is cut into pieces


def _flat(text: str) -> str:
    """Return the text in plain small letters, one character for each of the text's, what is not writing as NUL."""
    if text.isascii():
        return text.lower().translate(_ASCII)
    return "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character in _LINE_ENDS:
        return "\n"
    category = unicodedata.category(character)
    if character == "\t" or category == "Zs":
        return " "
    if category in {"Mn", "Me", "Cf", "Cc", "Cs"}:
        return "\0"
    if category == "Nd":
        return str(unicodedata.decimal(character))
    bases = [part for part in unicodedata.normalize("NFKD", character) if unicodedata.category(part) != "Mn"]
    base = bases[0].lower() if len(bases) == 1 else character
    return base if len(base) == 1 else character


_ASCII = {number: _plain(chr(number)) for number in range(128) if not chr(number).isprintable()}


def _cut(flat: str, piece: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    return (found.span() for found in piece.finditer(flat))


def _piece(words: set[str]) -> re.Pattern[str]:
    """Return what a piece is; `words` are those that hold a digit, such as "2nite"."""
    mixed = "|".join(sorted(words, key=len, reverse=True)) or r"(?!)"
    letters = r"[^\W\d_]+"
    return re.compile(
        rf"(?:{mixed})(?![^\W_])|(?<![^\W\d_])[ap]\.m\b\.?|{letters}(?:\0+{letters})*|{_CLOCK_OR_DATE}|[0-9]+|\n+|[^\s\0]"
    )


class _Reader:
    """The patterns, ready. Built once; nothing that a person types stays in it."""

    def __init__(self, patterns: dict[str, Any]) -> None:
        self._codes = _Codes(patterns["postcode_district"], patterns["phone"])
        self._abbreviations = frozenset(patterns["abbreviations"].split())
        self._tags, self._said = _classes(patterns["time"]["classes"])
        times = _times(patterns["time"], self._tags)
        phrases = _phrases(patterns["phrases"])
        used = chain(self._tags, *phrases.values())
        self._known = frozenset(word for phrase in used for word in phrase.split())
        self.piece = _piece({word for word in self._known if word[0].isdigit() and word[-1].isalpha()})
        self._nlp = spacy.blank("en")
        self._nlp.add_pipe("sentencizer", config={"punct_chars": [_STOP]})
        self._by_word = PhraseMatcher(self._nlp.vocab, attr="ORTH")
        self._by_class = PhraseMatcher(self._nlp.vocab, attr="TAG")
        self._meanings: dict[int, tuple[str, str]] = {}
        for kind in _CODES:
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

    def sentences(self, words: list[_Word]) -> Iterator[list[_Word]]:
        """Yield what was typed of each sentence."""
        if words:
            for sentence in self._nlp(self._doc(words)).sents:
                yield [word for word in words[sentence.start : sentence.end] if word.end > word.start]

    def find(self, words: list[_Word]) -> list[tuple[str, str, list[_Word]]]:
        """Return kind, value and words of what is found, in order."""
        if not words:
            return []
        doc = self._doc(words)
        matches = {match for matcher in (self._by_word, self._by_class) for match in matcher(doc)}
        ranked = sorted(
            ((*self._meanings[name], start, end) for name, start, end in matches),
            key=lambda match: (match[2] - match[3], match[1] != _NONE, match[2]),
        )
        taken: set[int] = set()
        none = {kind: set[int]() for kind in KINDS}
        found = []
        for kind, value, start, end in ranked:
            places = range(start, end)
            if value == _NONE:
                none[kind].update(places)
            elif taken.isdisjoint(places) and none[kind].isdisjoint(places):
                taken.update(places)
                found.append((start, kind, value, [word for word in words[start:end] if word.end > word.start]))
        return [(kind, value, typed) for _, kind, value, typed in sorted(found, key=itemgetter(0))]

    def _doc(self, words: list[_Word]) -> Doc:
        return Doc(self._nlp.vocab, words=[word.word for word in words], tags=[word.tag for word in words])

    def words(self, text: str) -> list[_Word]:
        """Return what spaCy is given of a message, the start and the end of its writing among it."""
        flat = _flat(text)
        pieces = list(_cut(flat, self.piece))
        codes = self._codes.find(text, flat, pieces)
        words: list[_Word] = []
        at = 0
        while at < len(pieces):
            start, end = pieces[at]
            if at in codes:
                after, kind, value = codes[at]
                words.append(_Word(f"0{kind}", _BLANK, value, start, pieces[after - 1][1]))
                at = after
                continue
            word = self._word(flat, start, end)
            if word is not None:
                words.append(word)
            at += 1
        typed = [number for number, word in enumerate(words) if flat[word.start].isalnum()]
        if typed:
            end = words[typed[-1]].end
            words.insert(typed[-1] + 1, _Word(_END, _BLANK, "", end, end))
            start = words[typed[0]].start
            words.insert(typed[0], _Word(_START, _BLANK, "", start, start))
        return words

    def _word(self, flat: str, start: int, end: int) -> _Word | None:
        typed = flat[start:end].replace("\0", "")
        if typed[:1].isalpha():
            typed = typed.replace(".", "")  # p.m.
        if typed.isascii() and typed.isdigit():
            return _Word(_NUMBER, _number_class(typed), str(int(typed[-4:])), start, end)
        if typed[0].isdigit() and typed[-1].isdigit():
            said = re.sub(r"[.-]", "/" if len(typed) > _LONGEST_CLOCK else ":", typed)
            return _Word(_NUMBER, _clock_class(typed), said, start, end)
        if not typed[0].isalnum():
            return self._mark(flat, typed[0], start, end)
        word = _whole(typed, self._known)
        return _Word(word, self._tags.get(word, _BLANK), self._said.get(word, word), start, end)

    def _mark(self, flat: str, mark: str, start: int, end: int) -> _Word | None:
        before, after = flat[start - 1 : start], flat[end : end + 1]
        if mark in _UNSEEN or (mark in _HYPHENS and before.isalpha() and after.isalpha()):
            return None
        if mark in _STOPS:
            if mark == "." and before.isdigit() and after.isdigit():
                return _Word(_POINT, _BLANK, _POINT, start, end)
            if mark == "." and self._abbreviates(flat, start, after):
                return None
            return _Word(_STOP, _BLANK, "", start, end)
        if mark in _DASHES and before.isdigit() and after.isdigit():
            mark = "-"
        elif mark not in _MARKS:
            mark = _BLANK
        return _Word(_BLANK, self._tags.get(mark, _BLANK), self._said.get(mark, mark), start, end)

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
        return _DATE
    return _CLOCK if ":" in typed else _DOTTED


def _number_class(digits: str) -> str:
    number = int(digits[-4:])
    if len(digits) == 4:  # noqa: PLR2004  (a year has four digits)
        return "year" if _FIRST_YEAR <= number <= _LAST_YEAR else _BLANK
    return _BLANK if len(digits) > 4 or not number else _class_of(number)  # noqa: PLR2004


def _class_of(number: int) -> str:
    return next((name for name, numbers in _NUMBER_CLASSES if number in numbers), "many")


class _Codes:
    """Phone numbers, NHS numbers and postcodes, which are told by their digits rather than by their words."""

    def __init__(self, postcode: dict[str, Any], phone: dict[str, str]) -> None:
        self._areas = frozenset(postcode["areas"].split())
        self._highest: dict[str, int] = postcode["highest"]
        self._letter_after = {area: frozenset(numbers.split()) for area, numbers in postcode["letter_after"].items()}
        self._names_it = frozenset(postcode["names_it"].split())
        self._place_words = frozenset(postcode["place_words"].split())
        self._not_near = frozenset(postcode["not_near"].split())
        self._with_care = frozenset(postcode["only_with_care"].split())
        self._slang = frozenset(postcode["slang"].split())
        self._ten_digits = tuple(phone["ten_digits"].split())
        self._whole = frozenset(phone["whole"].split())

    def find(self, text: str, flat: str, pieces: list[tuple[int, int]]) -> dict[int, tuple[int, str, str]]:
        """Return for the place of a first piece: the place after the last one, the kind and the code."""
        codes = {first: (after, POSTCODE_DISTRICT, code) for first, after, code in self._postcodes(text, flat, pieces)}
        taken = {at for first, (after, *_) in codes.items() for at in range(first, after)}
        at, alone = 0, True
        while at < len(pieces):
            start, end = pieces[at]
            if at in taken or not _is_number(flat, start):
                alone = alone or at in taken or flat[start] not in _BETWEEN
                at += 1
                continue
            groups = _groups(flat, pieces, at)
            found = self._phone(flat, pieces, at, groups) or (_nhs(flat, pieces, at, groups) if alone else None)
            if found:
                first, after, kind, code = found
                codes[first] = (after, kind, code)
                at, alone = after, True
                continue
            at += 1
            alone = at < len(pieces) and not _GAP.fullmatch(flat, end, pieces[at][0])
        return codes

    def _phone(
        self, flat: str, pieces: list[tuple[int, int]], at: int, places: list[int]
    ) -> tuple[int, int, str, str] | None:
        groups = [flat[slice(*pieces[number])] for number in places]
        plus = at > 0 and flat[pieces[at - 1][0]] == "+"
        for count in range(len(places), 0, -1):
            national = self._national(groups[:count], plus=plus)
            if national:
                first = at - 1 if plus else at
                if first and flat[pieces[first - 1][0]] == "(":
                    first -= 1
                return first, places[count - 1] + 1, PHONE, national
        return None

    def _national(self, groups: list[str], *, plus: bool) -> str | None:
        digits = "".join(groups)
        if (plus and digits.startswith("44")) or digits.startswith("0044") or groups[0].startswith("44"):
            national = "0" + re.sub(r"^(?:00)?440?", "", digits)
            return national if self._is_phone(national) else None
        if plus or not digits.startswith("0"):
            return None
        one_by_one = max(map(len, groups)) <= 2  # noqa: PLR2004  (single figures or pairs of them)
        short_start = len(groups) > 1 and groups[0] in {"0", "07"} and len(groups[1]) >= _MOBILE_PART
        usual = len(groups[0]) >= _LEAST_AREA_CODE or one_by_one or short_start
        return digits if usual and self._is_phone(digits) else None

    def _is_phone(self, digits: str) -> bool:
        if digits in self._whole:
            return True
        if len(digits) == _SHORT_PHONE_DIGITS:
            return digits.startswith(self._ten_digits)
        return len(digits) == _PHONE_DIGITS and digits[1] in "1235789"

    def _postcodes(self, text: str, flat: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
        starts = [start for start, _ in pieces]
        free = 0
        full = {found.start(): found for found in _FULL_POSTCODE.finditer(flat)}
        alone = {found.start(): found for found in _OUTWARD.finditer(flat)}
        for start in sorted(full.keys() | alone.keys()):
            first = bisect_left(starts, start)
            if start < free or first == len(starts) or starts[first] != start:
                continue
            for found, whole in ((full.get(start), True), (alone.get(start), False)):
                if found is None or not self._is_district(found.group(1), found.group(3), whole=whole):
                    continue
                after = bisect_left(starts, found.end())
                if whole and found.group(2) and _ORDINAL.fullmatch(found.group(4)):
                    continue
                if not whole and not self._meant(text, flat, pieces, first, after):
                    continue
                yield first, after, f"{found.group(1)}{found.group(3)}".upper()
                free = found.end()
                break

    def _is_district(self, area: str, district: str, *, whole: bool) -> bool:
        digits = district.rstrip("abcdefghijklmnopqrstuvwxyz")
        if area not in self._areas or (digits[0] == "0" and (len(digits) > 1 or not whole)):
            return False
        if digits != district and digits not in self._letter_after.get(area, ()):
            return False
        return int(digits) <= self._highest.get(area, 99)

    def _meant(self, text: str, flat: str, pieces: list[tuple[int, int]], first: int, after: int) -> bool:
        """Say whether a district without the rest of its postcode is one, and not a road, a vitamin or a word."""
        code = flat[pieces[first][0] : pieces[after - 1][1]]
        typed = text[pieces[first][0] : pieces[after - 1][1]]
        before = _neighbours(flat, pieces, range(first - 1, -1, -1), _MENTION)
        behind = _neighbours(flat, pieces, range(after, len(pieces)), _NEAR)
        if self._names_it.intersection(before):
            return True
        placed = bool(before) and before[0] in self._place_words
        if code in self._slang and typed == code:
            return placed
        if code[1].isalpha() and code not in self._with_care:
            return True
        if self._not_near.intersection((*before[:_NEAR], *behind)):
            return False
        return placed or not (before or behind or code in self._with_care)


def _neighbours(flat: str, pieces: list[tuple[int, int]], places: range, most: int) -> list[str]:
    """Return the nearest words, nearest first."""
    words: list[str] = []
    for place in places[: 4 * most]:
        start, end = pieces[place]
        if flat[start].isalpha() and len(words) < most:
            words.append(flat[start:end])
    return words


def _is_number(flat: str, start: int) -> bool:
    return flat[start].isascii() and flat[start].isdigit()


def _groups(flat: str, pieces: list[tuple[int, int]], first: int) -> list[int]:
    """Return the places of the groups of digits that stand together from here on, as many as a phone could have."""
    places = [first]
    digits = pieces[first][1] - pieces[first][0]
    at = first
    while digits < _LONGEST_PHONE and at + 1 < len(pieces):
        if not _GAP.fullmatch(flat, pieces[at][1], pieces[at + 1][0]):
            break
        at += 1
        start, end = pieces[at]
        if _is_number(flat, start):
            places.append(at)
            digits += end - start
        elif flat[start] not in _BETWEEN or at - places[-1] > _MOST_BETWEEN:
            break
    return places


def _nhs(flat: str, pieces: list[tuple[int, int]], at: int, places: list[int]) -> tuple[int, int, str, str] | None:
    groups = [flat[slice(*pieces[number])] for number in places]
    lengths = tuple(map(len, groups))
    count = next((n for n in range(1, len(groups) + 1) if sum(lengths[:n]) == _NHS_DIGITS), 0)
    if not count or lengths[:count] not in _NHS_GROUPS or (groups[count:] and groups[count][0] != "0"):
        return None
    last = places[count - 1]
    around = flat[max(0, pieces[at][0] - 1) : pieces[at][0]], flat[pieces[last][1] : pieces[last][1] + 1]
    between = {flat[pieces[place][0]] for place in range(at, last) if not _is_number(flat, pieces[place][0])}
    code = "".join(groups[:count])
    if any(map(str.isalpha, around)) or around[0] == "+" or between - _HYPHENS or not is_nhs_number(code):
        return None
    return at, last + 1, NHS_NUMBER, code


def is_nhs_number(digits: str) -> bool:
    """Say whether the last of ten digits is the check digit (Modulus 11) of the others. Ten times the same is none."""
    if len(digits) != _NHS_DIGITS or not (digits.isascii() and digits.isdigit()) or len(set(digits)) == 1:
        return False
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - weighed % 11) % 11 == int(digits[-1])


# How the patterns are read


@cache
def _reader() -> _Reader:
    return _Reader(yaml.safe_load(PATTERNS.read_text(encoding="utf-8")))


def load() -> None:
    """Read the patterns once. Call it at start, so that a broken file stops the start. Raises EntityPatternsError."""
    _reader()


def _phrases(kinds: dict[str, dict[str, str]]) -> dict[tuple[str, str], list[str]]:
    """Return the phrases of each kind and value."""
    meanings: dict[str, tuple[str, str]] = {}
    none: dict[tuple[str, str], list[str]] = {}
    for kind, values in kinds.items():
        for value, text in values.items():
            phrases = [phrase for short in text.split(",") for phrase in _expand(short, {})]
            if value == _NONE:
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


def _classes(classes: dict[str, dict[str, str]]) -> tuple[dict[str, str], dict[str, str]]:
    """Return each word's class, and what a label calls it."""
    tags = {word: _class_of(number) for word, number in _NUMBER_WORDS.items()}
    said = {word: str(number) for word, number in _NUMBER_WORDS.items()} | _SAID
    for name, words in classes.items():
        for usual, others in words.items():
            for word in (usual, *others.split()):
                if word not in tags:
                    tags[word], said[word] = name, said.get(usual, usual)
    return tags, said


def _times(table: dict[str, Any], tags: dict[str, str]) -> dict[tuple[str, str], list[str]]:
    """Return every pattern of times; words that are in no class become one of their own in `tags`."""
    macros = table["macros"]
    known = set(tags.values()) | {name for name, _ in _NUMBER_CLASSES} | {"many", "year", _CLOCK, _DOTTED, _DATE}
    patterns: dict[str, tuple[str, str]] = {}
    for value, block in ((_NONE, table["none"]), ("", table["patterns"])):
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
