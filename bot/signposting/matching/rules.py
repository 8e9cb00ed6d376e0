"""The hard rules: which services are never offered, whatever else fits. No ranking and no relaxing goes past them."""

import numpy as np

from bot.signposting.matching.features import ILL_CHILD
from bot.signposting.matching.index import LOSSES, NATIONS, NO_MOST, RELATIONSHIPS, Bits, Index, Rows, Truths, bits
from bot.signposting.matching.own_words import GROWN_UP_CHILD
from bot.signposting.matching.wanted import Wanted
from bot.signposting.reading.lexicon import lexicon

_GROWN_UP = 18
_OLDER_FROM = 50
_OLD = 60
"""Somebody called old is at least so old."""


def allowed(index: Index, rows: Rows, wanted: Wanted, *, by_name: bool = False) -> Truths:
    """Return which of these rows may be offered.

    `by_name`: somebody typed the name of the service, so what it is for need not have been said; where something else
    was said, it still counts.
    """
    return (
        _nation(index, rows, wanted)
        & _age(index, rows, wanted, by_name=by_name)
        & _limited(index.columns.losses[rows], bits(wanted.losses, LOSSES), by_name=by_name)
        & _limited(index.columns.relationships[rows], bits(wanted.relationships, RELATIONSHIPS), by_name=by_name)
        & _kind(index, rows, wanted, by_name=by_name)
    )


def _nation(index: Index, rows: Rows, wanted: Wanted) -> Truths:
    """Every nation that the place may lie in."""
    needed = np.uint64(bits(wanted.nations, NATIONS))
    return np.asarray((index.columns.nations[rows] & needed) == needed)


def _age(index: Index, rows: Rows, wanted: Wanted, *, by_name: bool) -> Truths:
    youngest, oldest = index.columns.youngest[rows], index.columns.oldest[rows]
    young = index.columns.for_young[rows]
    if wanted.age is not None:
        fits = (youngest <= wanted.age) & (wanted.age <= oldest)
        return np.asarray(fits & ~(young & (oldest == NO_MOST))) if wanted.age >= _GROWN_UP else np.asarray(fits)
    if wanted.for_child:
        return np.asarray(youngest < _GROWN_UP)
    if wanted.ill_child:
        return np.asarray((youngest < _GROWN_UP) & (~young | _has(index, rows, ILL_CHILD)))
    old_enough = (oldest >= _OLD) if "older" in wanted.kinds else np.ones(len(rows), dtype=np.bool_)
    return np.asarray((~young & old_enough) | by_name)


def _has(index: Index, rows: Rows, kind: str) -> Truths:
    return np.asarray((index.columns.kinds[rows] & np.uint64(bits((kind,), index.kind_bits))) != 0)


def _limited(has: Bits, wanted: int, *, by_name: bool) -> Truths:
    """What is only for some is for those: for nobody else, nor for somebody of whom it is not known."""
    if not wanted and by_name:
        return np.ones(len(has), dtype=np.bool_)
    return np.asarray((has == 0) | ((has & np.uint64(wanted)) != 0))


def _kind(index: Index, rows: Rows, wanted: Wanted, *, by_name: bool) -> Truths:
    has = index.columns.kinds[rows]
    every = index.kind_bits
    is_wanted = np.uint64(bits((kind for kind in wanted.kinds if kind in every), every))
    fits = np.ones(len(rows), dtype=np.bool_)
    words = lexicon()
    only = words.exact - words.faiths if wanted.any_faith else words.exact
    exact = np.uint64(bits((kind for kind in only if kind in every), every))
    if not by_name:
        fits &= ((has & exact) == 0) | ((has & exact & is_wanted) != 0)
        fits &= (has & np.uint64(bits((kind for kind in words.each if kind in every), every)) & ~is_wanted) == 0
    if GROWN_UP_CHILD in wanted.kinds:
        fits &= ~_has(index, rows, ILL_CHILD)
    for group in words.either:
        of_it = np.uint64(bits((kind for kind in group if kind in every), every))
        if is_wanted & of_it:
            fits &= ((has & of_it) == 0) | ((has & of_it & is_wanted) != 0)
    too_young = wanted.for_child or (wanted.age is not None and wanted.age < _OLDER_FROM)
    if too_young and "older" in every:
        fits &= (has & np.uint64(1 << every["older"])) == 0
    return np.asarray(fits)
