"""Reading whole services from the store as documents, and writing documents to it, many at a time.

What a foreign file nests without saying where it belongs (an attribute without its term) is kept beside the rest.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import RowMapping, bindparam, delete, insert, select, update
from sqlalchemy import Table as CoreTable
from sqlalchemy.orm import Session

from bot.signposting.hsds import MANY, ONE, SHAPES, SHARED, Document, Record, links_below
from bot.signposting.rows import ROWS, to_record, to_row

_AT_ONCE = 400
"""Values in one question to the database; SQLite takes fewer than PostgreSQL."""
_ALIKE: Final = frozenset({"organization", "taxonomy", "taxonomy_term"})
"""What is nested in very many documents; they all hold the same one."""
_PHONE_TYPES = ("voice", "text", "textphone")


def pull(session: Session, services: Sequence[str] | None = None) -> tuple[Document, ...]:
    """Every service, or these, as documents in the order of their names."""
    return tuple(sorted(_pull(session, services), key=lambda document: (document["name"], document["id"])))


def push(session: Session, documents: Iterable[Document]) -> None:
    """Write documents: each replaces the service of its id with all that belongs to it, or is a new one."""
    rows: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for document in documents:
        _flatten("service", document, {}, rows)
    services = list(rows["service"])
    for name in MANY["service"].values():
        column = "link_id" if name == "attribute" else "service_id"
        _delete(session, name, column, services)
    _delete(session, "address", "location_id", list(rows["location"]))
    for name in SHAPES:
        if name in SHARED or name == "service":
            _upsert(session, name, rows[name])
        elif rows[name]:
            session.execute(insert(_table(name)), list(rows[name].values()))
    used = select(_table("service_at_location").c.location_id)
    session.execute(delete(_table("location")).where(_table("location").c.id.not_in(used)))


def push_terms(session: Session, terms: Iterable[Record]) -> None:
    """Write words of vocabularies, each with its vocabulary nested in it."""
    rows: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for term in terms:
        _flatten("taxonomy_term", term, {}, rows)
    for name in ("taxonomy", "taxonomy_term"):
        _upsert(session, name, rows[name])


def owners(session: Session, name: str, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Rows of a table that are there already, each with what it belongs to: a service; for an address, a location."""
    if name == "phone":
        contacts = {row["id"]: row["service_id"] for row in _rows(session, "contact", "id", None)}
        yield from ((row["id"], contacts[row["contact_id"]]) for row in _rows(session, name, "id", ids))
        return
    column = {"attribute": "link_id", "address": "location_id"}.get(name, "service_id")
    yield from ((row["id"], row[column]) for row in _rows(session, name, "id", ids))


def is_whole(name: str, record: Record) -> bool:
    """Whether a nested record says all that its row needs: what it points to is nested in it."""
    return bool(record.get("id")) and all(
        isinstance(record.get(key), dict) and is_whole(child, record[key]) for key, child in ONE.get(name, {}).items()
    )


def _flatten(name: str, record: Record, links: Mapping[str, str], rows: dict[str, dict[str, dict[str, Any]]]) -> None:
    pointing = dict(links)
    loose: dict[str, list[Record]] = {}
    for key, child in ONE.get(name, {}).items():
        _flatten(child, record[key], {}, rows)
        pointing[f"{child}_id"] = record[key]["id"]
    for key, child in MANY.get(name, {}).items():
        for item in record.get(key, ()):
            if is_whole(child, item):
                _flatten(child, item, links_below(name, record["id"], child), rows)
            else:
                loose.setdefault(key, []).append(item)
    row = to_row(SHAPES[name], record, pointing)
    row["extra"] |= loose
    rows[name][record["id"]] = row


def _pull(session: Session, services: Sequence[str] | None) -> Iterator[Document]:
    found = _rows(session, "service", "id", services)
    below = _Nested(session, None if services is None else found)
    for row in found:
        yield below.fill("service", row)


class _Nested:
    """Every row that hangs below the rows of some services (None: all), read once, and nested on demand."""

    def __init__(self, session: Session, services: Sequence[RowMapping] | None) -> None:
        self._below: dict[tuple[str, str], list[RowMapping]] = defaultdict(list)
        self._filled: dict[tuple[str, str], Record] = {}
        some = services is not None
        ids = [row["id"] for row in services] if services is not None else None
        for name in MANY["service"].values():
            column = "link_id" if name == "attribute" else "service_id"
            self._hang(name, column, _rows(session, name, column, ids))
        contacts = self._ids("contact") if some else None
        self._hang("phone", "contact_id", _rows(session, "phone", "contact_id", contacts))
        places = [row["location_id"] for row in self._every("service_at_location")] if some else None
        self._hang("address", "location_id", _rows(session, "address", "location_id", places))
        run_by = [row["organization_id"] for row in services] if services is not None else None
        shared = {"organization": run_by, "location": places, "taxonomy": None, "taxonomy_term": None}
        self._shared = {
            name: {row["id"]: row for row in _rows(session, name, "id", wanted)} for name, wanted in shared.items()
        }

    def fill(self, name: str, row: RowMapping) -> Record:
        """The record of a row with everything nested in it."""
        if name in _ALIKE and (name, row["id"]) in self._filled:
            return self._filled[name, row["id"]]
        record = to_record(SHAPES[name], row)
        for key, child in ONE.get(name, {}).items():
            record[key] = self.fill(child, self._shared[child][row[f"{child}_id"]])
        for key, child in MANY.get(name, {}).items():
            items = [self.fill(child, below) for below in self._below.get((child, row["id"]), ())]
            if len(items) > 1:
                items.sort(key=_ORDER.get(child, _by_id))
            if items or key in record:
                record[key] = [*items, *record.get(key, ())]
        if name in _ALIKE:
            self._filled[name, row["id"]] = record
        return record

    def _hang(self, name: str, column: str, rows: Iterable[RowMapping]) -> None:
        for row in rows:
            if row.get("link_entity", "service") == "service":
                self._below[name, row[column]].append(row)

    def _every(self, name: str) -> list[RowMapping]:
        return [row for (kind, _), rows in self._below.items() if kind == name for row in rows]

    def _ids(self, name: str) -> list[str]:
        return [row["id"] for row in self._every(name)]


def _by_id(record: Record) -> Any:
    return record["id"]


def _by_use(phone: Record) -> Any:
    kind = phone.get("type", "")
    place = _PHONE_TYPES.index(kind) if kind in _PHONE_TYPES else len(_PHONE_TYPES)
    return place, bool(phone.get("description")), phone.get("number", ""), phone["id"]


def _by_fit(attribute: Record) -> Any:
    return attribute.get("x_position", 0), attribute["id"]


def _by_name(language: Record) -> Any:
    return language.get("name", ""), language["id"]


_ORDER: Final[Mapping[str, Callable[[Record], Any]]] = MappingProxyType(
    {"phone": _by_use, "attribute": _by_fit, "language": _by_name}
)


def _table(name: str) -> CoreTable:
    table = ROWS[name].__table__
    assert isinstance(table, CoreTable)
    return table


def _rows(session: Session, name: str, column: str, values: Sequence[str] | None) -> list[RowMapping]:
    table = _table(name)
    if values is None:
        return list(session.execute(select(table)).mappings())
    return [
        row
        for some in _in_parts(list(dict.fromkeys(values)))
        for row in session.execute(select(table).where(table.c[column].in_(some))).mappings()
    ]


def _delete(session: Session, name: str, column: str, values: Sequence[str]) -> None:
    table = _table(name)
    for some in _in_parts(values):
        chosen = delete(table).where(table.c[column].in_(some))
        session.execute(chosen.where(table.c.link_entity == "service") if name == "attribute" else chosen)


def _upsert(session: Session, name: str, rows: Mapping[str, dict[str, Any]]) -> None:
    table = _table(name)
    there = {
        found
        for some in _in_parts(list(rows))
        for found in session.scalars(select(table.c.id).where(table.c.id.in_(some)))
    }
    if new := [row for key, row in rows.items() if key not in there]:
        session.execute(insert(table), new)
    if old := [{**row, "this": key} for key, row in rows.items() if key in there]:
        for row in old:
            del row["id"]
        session.execute(update(table).where(table.c.id == bindparam("this")), old)


def _in_parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
