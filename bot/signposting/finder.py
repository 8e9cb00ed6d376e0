"""Finds the right service for somebody: hard rules first, then the order, then the next best when nothing fits."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from threading import Lock
from typing import Final

import numpy as np

from bot.model.clock import Clock
from bot.model.directory import Entry, Found, Looking, Match, Nation, Need
from bot.signposting import questions
from bot.signposting.matching.index import WAYS, Index, Rows, bits
from bot.signposting.matching.names import Names
from bot.signposting.matching.own_words import Alarm, alarm, own
from bot.signposting.matching.ranking import best
from bot.signposting.matching.rules import allowed
from bot.signposting.matching.telling import tell
from bot.signposting.matching.wanted import Wanted, place_of, wanted
from bot.signposting.meaning import Meaning, Reader
from bot.signposting.places import bare_area
from bot.signposting.reading.lexicon import lexicon
from bot.signposting.reading.plain_words import words

MOST: Final = 3
"""Services shown: somebody in need reads no list."""
_FOR_ANYBODY: Final = (Need.BEREAVEMENT, Need.END_OF_LIFE, Need.CRISIS, Need.LOCAL_SUPPORT)
_FOR_A_PLACE: Final = (Need.LOCAL_SUPPORT, Need.END_OF_LIFE, Need.CARERS, Need.CRISIS)


class Finder:
    """Answers what is looked for from the entries, which it lays out anew when they change. Serves many threads."""

    def __init__(
        self, entries: Callable[[], tuple[Entry, ...]], read: Callable[[str], Meaning] | None, clock: Clock
    ) -> None:
        """`entries` are those that may be offered, the same tuple as long as none of them changes.

        `read` says what words mean, as `Reader.read` does; None: by words alone, without the encoder.
        """
        self._entries = entries
        self._by_words = Reader().read
        self._read = read or self._by_words
        self._clock = clock
        self._lock = Lock()
        self._laid_out: tuple[tuple[Entry, ...], Index, Names] | None = None

    def warm(self) -> None:
        """Lay out the entries now, so that the first search need not wait for it."""
        self._index()

    def find(self, looking: Looking) -> Found:
        """Return at most three services, best first."""
        want = self._wanted(looking)
        index, names = self._index()
        chosen, next_best = self._choose(looking.text, want, index, names)
        return Found(tuple(tell(index.rows[row].entry, want) for row in chosen), next_best, want.unclear)

    def read(self, text: str) -> Looking:
        """Return what words say, as codes; the words themselves are not in it."""
        return _codes(own(self._read(text)))

    def told(self, text: str) -> Looking:
        """Return what words say without a guess by nearness in meaning: nothing, where none of them says it."""
        return _codes(own(self._by_words(text)))

    def called(self, name: str) -> tuple[Match, ...]:
        """Return the services that are called so, and by no more words than their name has."""
        index, names = self._index()
        want = self._wanted(Looking())
        typed = set(words(name))
        found, whole = names.find(name)
        rows = [row for row in found if whole or any(typed <= set(own) for own in index.rows[row].names)]
        permitted = _permitted(index, np.array(rows, dtype=np.int32), want, by_name=True)[:MOST]
        return tuple(tell(index.rows[row].entry, want) for row in permitted)

    def alarm(self, text: str) -> Alarm:
        """Return what words say that comes before every service: a life in danger, or a death today or yesterday."""
        return alarm(self._read(text))

    def nations(self, looking: Looking) -> frozenset[Nation]:
        """Return the nations that the place lies in, as far as it is told; several on a border."""
        want = self._wanted(looking)
        return want.nations if want.nation_known else frozenset()

    def place(self, typed: str) -> str:
        """Return the outward code or area that a typed postcode or town means, or ""."""
        if bare_area(typed):
            return typed.strip(" .").upper()
        town = place_of(typed)
        return town.codes[0] if town is not None and town.codes else ""

    def next_question(self, looking: Looking, asked: Sequence[str] = ()) -> questions.Kind | None:
        """Return "who", "how" or "place", whichever answer would change most of what is shown; None: ask no more."""
        index, names = self._index()

        def choose(want: Wanted) -> list[str]:
            return [index.rows[row].entry.id for row in self._choose("", want, index, names)[0]]

        return questions.next_question(self._wanted(looking), asked, choose)

    def _wanted(self, looking: Looking) -> Wanted:
        meaning = own(self._read(looking.text)) if looking.text.strip() else Meaning()
        return wanted(looking, meaning, self._clock.now())

    def _index(self) -> tuple[Index, Names]:
        entries = self._entries()
        with self._lock:
            if self._laid_out is None or self._laid_out[0] is not entries:
                _, index, names = self._laid_out or (None, None, None)
                index = Index(entries, index)
                self._laid_out = (entries, index, Names(index.rows, names))
            return self._laid_out[1:]

    def _choose(self, text: str, want: Wanted, index: Index, names: Names) -> tuple[list[int], bool]:
        """Return the rows to show, and whether they are only the next best."""
        if not (want.anything or want.codes or want.words or text.strip()):
            return [], False
        called, only_a_name = names.find(text)
        named = _permitted(index, np.array(called, dtype=np.int32), want, by_name=True)[:MOST]
        if want.crisis_only:
            named = [row for row in named if Need.CRISIS in index.rows[row].entry.needs]
        if named and (only_a_name or not want.needs):
            elsewhere = not any(index.reaches(row, want.codes) for row in named) if want.codes else False
            return named, elsewhere
        found, next_best = self._by_need(want, index)
        if named:
            return best(index, np.array(found, dtype=np.int32), want, MOST, first=named), False
        return found, next_best

    def _by_need(self, want: Wanted, index: Index) -> tuple[list[int], bool]:
        for number, (rows, relaxed) in enumerate(_rounds(index, _with_needs(want))):
            permitted = np.array(_permitted(index, rows, relaxed), dtype=np.int32)
            chosen = best(index, permitted, relaxed, MOST)
            if chosen:
                return chosen, number > 0 or not (want.anything or want.codes)
        return [], False


def _codes(meaning: Meaning) -> Looking:
    # Chosen, it would mean danger. Behind another need it says only that somebody would like to be listened to.
    needs = tuple(need for at, need in enumerate(meaning.needs) if at == 0 or need is not Need.CRISIS)
    return Looking(
        district=meaning.place,
        needs=needs,
        losses=meaning.losses,
        relationships=meaning.relationships,
        age=meaning.age,
        for_child=meaning.for_child,
        ways=meaning.ways,
    )


def _with_needs(want: Wanted) -> Wanted:
    """Where no need is known, what helps most people, or what there is at the place."""
    if want.needs:
        return want
    return replace(want, needs=_FOR_A_PLACE if want.codes and not want.anything else _FOR_ANYBODY)


def _rounds(index: Index, want: Wanted) -> Iterator[tuple[Rows, Wanted]]:
    """Yield what fits all of it; then what fits without the way, the place, the need. The rules hold in each."""
    any_way = replace(want, ways=frozenset())
    nearest = tuple(near for need in want.needs for near in lexicon().near[need] if near not in want.needs)
    other_needs = replace(any_way, needs=tuple(dict.fromkeys(nearest)))
    for_anybody = replace(any_way, needs=_FOR_ANYBODY)
    yield _served(index, want), want
    if want.ways:
        yield index.serving(want.needs, want.codes), want
    if want.codes:
        yield index.around(want.needs, want.codes), any_way
    for relaxed in (replace(other_needs, ways=want.ways), other_needs, for_anybody):
        yield _served(index, relaxed), relaxed


def _served(index: Index, want: Wanted) -> Rows:
    """The rows that help with a need, at the place, in one of the ways."""
    rows = index.serving((*want.needs, *want.also), want.codes)
    if not want.ways:
        return rows
    in_one = (index.columns.ways[rows] & np.uint64(bits(want.ways, WAYS))) != 0
    return np.asarray(rows[in_one], dtype=np.int32)


def _permitted(index: Index, rows: Rows, want: Wanted, *, by_name: bool = False) -> list[int]:
    found: list[int] = rows[allowed(index, rows, want, by_name=by_name)].tolist()
    return found
