"""The directory as open data, page by page: what the read API of Open Referral UK gives out, and nothing else.

What is held back or closed is never in it, and a number that was reported as wrong is left out until it was checked.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from bot.model.directory import Entry
from bot.signposting.documents import pull
from bot.signposting.hsds import MANY, SHAPES, Document, Record
from bot.signposting.rows import to_record
from bot.store.tables.directory import (
    AttributeRow,
    OrganizationRow,
    ScheduleRow,
    ServiceRow,
    TaxonomyRow,
    TaxonomyTermRow,
)
from bot.store.transaction import OpenTransaction

_MOST_WORDS: Final = 8
_HIDDEN: Final = ("x_held_back", "x_number_wrong_since")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a program asks for. Ages are a range that a service's own overlaps; times are on one clock, as "09:30".

    `day` is MO to SU. Empty or None: any.
    """

    search: str = ""
    taxonomy_term_id: str = ""
    taxonomy_id: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    start_time: str = ""
    end_time: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class OpenPage:
    """One page, and how many things there are on all of them."""

    contents: tuple[Record, ...]
    total: int


class OpenDirectory:
    """Reads pages of what is open to everybody. `page` counts from 1.

    `shown` are the entries that are neither closed nor held back, as the directory sees it: the one place that decides.
    """

    def __init__(self, open_transaction: OpenTransaction, shown: Callable[[], tuple[Entry, ...]]) -> None:
        self._open = open_transaction
        self._shown = shown

    def services(self, wanted: Wanted, page: int, size: int) -> OpenPage:
        """Return services by name, each with its organisation and without what it has several of."""
        chosen = select(ServiceRow.id).join(OrganizationRow).where(*_conditions(wanted))
        shown = {entry.id for entry in self._shown()}
        with self._open(reading=True) as transaction:
            found = transaction.session.scalars(chosen.order_by(ServiceRow.name, ServiceRow.id))
            ids = [each for each in found if each in shown]
            here = ids[(page - 1) * size : page * size]
            documents = {document["id"]: document for document in pull(transaction.session, here)}
        many = {*MANY["service"], *_HIDDEN}
        contents = (documents[each] for each in here)
        return OpenPage(tuple({k: v for k, v in each.items() if k not in many} for each in contents), len(ids))

    def service(self, service_id: str) -> Document | None:
        """Return one service with all that belongs to it."""
        if not any(entry.id == service_id for entry in self._shown()):
            return None
        with self._open(reading=True) as transaction:
            documents = pull(transaction.session, [service_id])
        return next((_without_hidden(document) for document in documents), None)

    def taxonomies(self, page: int, size: int) -> OpenPage:
        """Return the vocabularies by name."""
        with self._open(reading=True) as transaction:
            order = (TaxonomyRow.name, TaxonomyRow.id)
            ids, total = _page(transaction.session, select(TaxonomyRow.id), order, page, size)
            found = _records(transaction.session, TaxonomyRow, "taxonomy", ids)
        return OpenPage(tuple(found[each] for each in ids), total)

    def taxonomy(self, taxonomy_id: str) -> Record | None:
        with self._open(reading=True) as transaction:
            return _records(transaction.session, TaxonomyRow, "taxonomy", [taxonomy_id]).get(taxonomy_id)

    def terms(self, page: int, size: int) -> OpenPage:
        """Return the words of all vocabularies by name."""
        with self._open(reading=True) as transaction:
            order = (TaxonomyTermRow.name, TaxonomyTermRow.id)
            ids, total = _page(transaction.session, select(TaxonomyTermRow.id), order, page, size)
            found = _terms(transaction.session, ids)
        return OpenPage(tuple(found[each] for each in ids), total)

    def term(self, term_id: str) -> Record | None:
        with self._open(reading=True) as transaction:
            return _terms(transaction.session, [term_id]).get(term_id)


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions = [_has(word) for word in wanted.search.split()[:_MOST_WORDS]]
    if wanted.taxonomy_term_id:
        conditions.append(_described_by(TaxonomyTermRow.id == wanted.taxonomy_term_id))
    if wanted.taxonomy_id:
        conditions.append(_described_by(TaxonomyTermRow.taxonomy_id == wanted.taxonomy_id))
    if wanted.minimum_age is not None:
        conditions.append(or_(ServiceRow.maximum_age.is_(None), ServiceRow.maximum_age >= wanted.minimum_age))
    if wanted.maximum_age is not None:
        conditions.append(or_(ServiceRow.minimum_age.is_(None), ServiceRow.minimum_age <= wanted.maximum_age))
    times: list[ColumnElement[bool]] = []
    if wanted.day:
        times.append(ScheduleRow.byday.contains(wanted.day))
    if wanted.start_time:
        times += [ScheduleRow.opens_at <= wanted.start_time, ScheduleRow.closes_at > wanted.start_time]
    if wanted.end_time:
        times += [ScheduleRow.opens_at < wanted.end_time, ScheduleRow.closes_at >= wanted.end_time]
    if times:
        conditions.append(exists().where(ScheduleRow.service_id == ServiceRow.id, *times))
    return conditions


def _has(word: str) -> ColumnElement[bool]:
    columns = (ServiceRow.name, ServiceRow.description, OrganizationRow.name)
    return or_(*(column.icontains(word, autoescape=True) for column in columns))


def _described_by(term: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(
        AttributeRow.link_entity == "service",
        AttributeRow.link_id == ServiceRow.id,
        AttributeRow.taxonomy_term_id == TaxonomyTermRow.id,
        term,
    )


def _page(session: Session, chosen: Select[str], order: Sequence[Any], page: int, size: int) -> tuple[list[str], int]:
    total = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    ids = session.scalars(chosen.order_by(*order).limit(size).offset((page - 1) * size))
    return list(ids), total


def _records(
    session: Session, table: type[TaxonomyRow] | type[TaxonomyTermRow], shape: str, ids: Sequence[str]
) -> dict[str, Record]:
    rows = session.execute(select(table.__table__).where(table.id.in_(ids))).mappings()
    return {row["id"]: to_record(SHAPES[shape], row) for row in rows}


def _terms(session: Session, ids: Sequence[str]) -> dict[str, Record]:
    rows = session.execute(select(TaxonomyTermRow.id, TaxonomyTermRow.taxonomy_id).where(TaxonomyTermRow.id.in_(ids)))
    of = dict(rows.all())
    taxonomies = _records(session, TaxonomyRow, "taxonomy", list(set(of.values())))
    terms = _records(session, TaxonomyTermRow, "taxonomy_term", ids)
    return {each: record | {"taxonomy_detail": taxonomies[of[each]]} for each, record in terms.items()}


def _without_hidden(document: Document) -> Document:
    shown = {name: value for name, value in document.items() if name not in _HIDDEN}
    if document.get("x_number_wrong_since"):
        contacts = document.get("contacts", ())
        shown["contacts"] = [{k: v for k, v in each.items() if k != "phones"} for each in contacts]
    return shown
