"""The order of what may be offered: how well it answers the need, then how closely it is meant for such a person."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np

from bot.model.directory import Need, Relationship, Way
from bot.signposting.checked import STALE_DAYS
from bot.signposting.matching.features import ILL_CHILD
from bot.signposting.matching.index import (
    LOSSES,
    NEEDS,
    RELATIONSHIPS,
    WAYS,
    Index,
    Numbers,
    Rows,
    bits,
)
from bot.signposting.matching.schedules import CLOSED, OPEN
from bot.signposting.matching.wanted import Wanted
from bot.signposting.reading.lexicon import lexicon

_NEED: Final = 10
_ORDER: Final = (1.0, 0.6, 0.45, 0.35, 0.25, 0.15)
"""How much the first need counts, the second, and so on."""
_ALSO: Final = 0.2
"""How much what helps besides counts."""
_LOSS, _RELATIONSHIP, _CHILDREN, _LOCAL, _NEARBY, _KIND = 4.0, 3.0, 5.0, 3.0, 6.0, 6.0
_OTHER_MATTER: Final = -4.0
"""For one matter alone, when nobody has spoken of it."""
_CAN_WAIT, _CANNOT_WAIT = -6.0, 12.0
"""For what is there for urgent need: nothing says that it is urgent (months to live are no emergency); it is said."""
_FAMILY: Final = 2.0
"""For such families alone: what is for all who grieve helps them as well."""
_SAID, _MOST_SAID = 1.5, 2.0
"""For words of the text that are also said of the service."""
_SOME_KIND: Final = -1.5
"""For women, or for older people, when that is not known."""
_SOME_AGES: Final = -4.0
"""For people up to an age, when that is not known: most who grieve are older."""
_NOT_CHILDREN: Final = -2.0
_VOICE, _WAY = 0.8, 0.5
_SEVERAL: Final = 2.0
"""Taken off for several kinds of loss: what is for one alone is closer."""
_OPEN: Final = ((0.5, -0.3), (2.0, -1.5), (4.0, -2.5))
"""For being open, and for being closed: where it hardly matters, where a time was given, where it was asked for."""
_CRISIS, _HARM = 100.0, 20.0
_TOO_FAR: Final = 0.35
"""Of the best score; what fits less than that is not shown beside it."""
_FRESH: Final = 0.01
"""Between equals, what was checked lately comes first."""
_MILD: Final = ("women", "older")
_URGENT: Final = "urgent"
_FAMILIES: Final = ("prison", "kinship")
_UNDERSTOOD: Final = (_URGENT, "harm", "wards", *_FAMILIES)
"""Kinds that let a service in, and say no more for it."""
_LIMITED_AGE: Final = 60


def scores(index: Index, rows: Rows, wanted: Wanted) -> Numbers:
    """Return how well each row fits; more is better."""
    columns = index.columns
    fit = columns.fit[rows]
    score = np.zeros(len(rows), dtype=np.float32)
    for need, counts in zip(wanted.needs, _ORDER, strict=False):
        score += _NEED * counts * fit[:, NEEDS[need]]
    for need in wanted.also:
        score += _NEED * _ALSO * fit[:, NEEDS[need]]
    losses = columns.losses[rows]
    score += _LOSS * ((losses & np.uint64(bits(wanted.losses, LOSSES))) != 0)
    score -= _SEVERAL * ((losses & (losses - np.uint64(1))) != 0)
    score += _SAID * np.minimum(index.saying(wanted.words)[rows], _MOST_SAID)
    score += _RELATIONSHIP * ((columns.relationships[rows] & np.uint64(bits(wanted.relationships, RELATIONSHIPS))) != 0)
    if wanted.for_child:
        score += np.where(columns.for_children[rows], _CHILDREN, _NOT_CHILDREN)
    nearby = Need.LOCAL_SUPPORT in wanted.needs or Way.IN_PERSON in wanted.ways
    score += (_NEARBY if nearby else _LOCAL) * columns.local[rows]
    score += columns.grade[rows] + _kinds(index, rows, wanted) + _ways(index, rows, wanted)
    score += _times(index, rows, wanted) + _FRESH * _is_fresh(index, rows, wanted.now.date())
    if wanted.crisis_only:
        score += _CRISIS * (fit[:, NEEDS[Need.CRISIS]] == 1)
    if wanted.needs[:1] == (Need.SAFETY,):
        score += _HARM * (fit[:, NEEDS[Need.SAFETY]] == 1)
    return score


def _kinds(index: Index, rows: Rows, wanted: Wanted) -> Numbers:
    has, every = index.columns.kinds[rows], index.kind_bits
    mild, matter, let_in = (np.uint64(bits(kinds, every)) for kinds in (_MILD, lexicon().matters, _UNDERSTOOD))
    family = np.uint64(bits(_FAMILIES, every))
    is_wanted = np.uint64(bits((kind for kind in wanted.kinds if kind in every), every))
    strong = has & is_wanted & ~(mild | let_in)
    found = _KIND * (strong != 0).astype(np.float32)
    found += _WAY * ((has & is_wanted & mild) != 0)
    found += _SOME_KIND * ((has & mild & ~is_wanted) != 0)
    found += _FAMILY * ((has & is_wanted & family) != 0)
    urgent = (has & np.uint64(bits((_URGENT,), every))) != 0
    if not wanted.pressing:
        found += _CAN_WAIT * urgent
    if wanted.symptoms:
        found += _CANNOT_WAIT * (urgent & (index.columns.fit[rows, NEEDS[Need.END_OF_LIFE]] > 0))
    if wanted.age is None and not (wanted.for_child or wanted.ill_child):
        found += _SOME_AGES * (index.columns.oldest[rows] < _LIMITED_AGE)
    spoken_of = is_wanted
    if Relationship.CHILD in wanted.relationships:  # a son or daughter, of no known age, may be a child
        spoken_of |= np.uint64(bits((ILL_CHILD,), every))
    found += _OTHER_MATTER * (((has & matter) != 0) & ((has & matter & spoken_of) == 0))
    return np.asarray(found, dtype=np.float32)


def _ways(index: Index, rows: Rows, wanted: Wanted) -> Numbers:
    has = index.columns.ways[rows]
    if not wanted.ways:
        return np.asarray(_VOICE * ((has & np.uint64(bits([Way.PHONE], WAYS))) != 0), dtype=np.float32)
    met = np.zeros(len(rows), dtype=np.float32)
    for way in sorted(wanted.ways):
        met += (has & np.uint64(bits([way], WAYS))) != 0
    return np.asarray(_WAY * met, dtype=np.float32)


def _times(index: Index, rows: Rows, wanted: Wanted) -> Numbers:
    for_open, for_closed = _OPEN[wanted.open_matters]
    state = index.schedules.states(wanted.at)[index.columns.schedule[rows]]
    return np.asarray(for_open * (state == OPEN) + for_closed * (state == CLOSED), dtype=np.float32)


def _is_fresh(index: Index, rows: Rows, today: date) -> Numbers:
    return np.asarray(index.columns.checked[rows] >= today.toordinal() - STALE_DAYS, dtype=np.float32)


def best(index: Index, rows: Rows, wanted: Wanted, most: int, first: Sequence[int] = ()) -> list[int]:
    """Return the best rows, different organisations before two of one. `first` are already chosen and stay first."""
    if not len(rows):
        return list(first)[:most]
    score = scores(index, rows, wanted)
    close = score >= min(_TOO_FAR * float(score.max()), float(score.max()))
    order = rows[close][np.argsort(-score[close], kind="stable")]
    if wanted.crisis_first and not wanted.crisis_only and not first:
        crisis = order[index.columns.fit[order, NEEDS[Need.CRISIS]] == 1]
        first = [int(row) for row in crisis[:1]]
    chosen, spare = list(first), []
    seen = {mark for row in chosen for mark in _who_answers(index, row)}
    for row in order.tolist():
        if len(chosen) >= most:
            break
        if row in chosen:
            continue
        marks = _who_answers(index, row)
        if seen & marks:
            spare.append(row)
            continue
        seen |= marks
        chosen.append(row)
    return [*chosen, *spare][:most]


def _who_answers(index: Index, row: int) -> set[str]:
    """The organisation and its first number: two entries that share one of these are one door."""
    entry = index.rows[row].entry
    numbers = {phone.number.replace(" ", "") for phone in entry.phones[:1]}
    return {entry.organisation.casefold(), *numbers}
