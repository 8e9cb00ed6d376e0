"""Between the rows of the store and records: names and types change here, and nowhere else."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import RowMapping

from bot.signposting.hsds import MANY, ONE, Field, Kind, Record, Shape
from bot.store.tables import directory
from bot.store.tables.base import Table

ROWS: Final[Mapping[str, type[Table]]] = MappingProxyType(
    {
        "organization": directory.OrganizationRow,
        "taxonomy": directory.TaxonomyRow,
        "taxonomy_term": directory.TaxonomyTermRow,
        "location": directory.LocationRow,
        "address": directory.AddressRow,
        "service": directory.ServiceRow,
        "contact": directory.ContactRow,
        "phone": directory.PhoneRow,
        "schedule": directory.ScheduleRow,
        "service_area": directory.ServiceAreaRow,
        "service_at_location": directory.ServiceAtLocationRow,
        "language": directory.LanguageRow,
        "attribute": directory.AttributeRow,
    }
)


def to_record(shape: Shape, row: RowMapping) -> Record:
    """A record from a row of the store. What is empty is left out, unless the standard asks for it."""
    record: Record = {}
    for field in shape.fields:
        value = row[field.column]
        if field.required or value not in (None, ""):
            record[field.name] = value.isoformat() if isinstance(value, date) else value
    record |= row["extra"]
    return record


def to_row(shape: Shape, record: Mapping[str, Any], links: Mapping[str, str]) -> dict[str, Any]:
    """Columns for a record. What has no column goes into `extra`; tables nested in it are not touched."""
    named = {field.name for field in shape.fields} | {*MANY.get(shape.name, ()), *ONE.get(shape.name, ())}
    extra = {name: value for name, value in record.items() if name not in named}
    columns = {field.column: _value(shape, field, record.get(field.name)) for field in shape.fields}
    return {**columns, **links, "extra": extra}


def typed(kind: Kind, value: str | float) -> Any:
    """A value as its column holds it. Raises ValueError."""
    match kind:
        case Kind.DATE:
            return date.fromisoformat(str(value))
        case Kind.MOMENT:
            moment = datetime.fromisoformat(str(value))
            return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        case Kind.AGE | Kind.WHOLE:
            return int(value)
        case Kind.DECIMAL:
            return float(value)
        case _:
            return value


def _value(shape: Shape, field: Field, value: Any) -> Any:
    """The value, typed; where there is none, what the column holds then."""
    if value is not None and value != "":
        return typed(field.kind, value)
    column = ROWS[shape.name].__table__.c[field.column]
    default = getattr(column.default, "arg", None)
    return default if default is not None else None if column.nullable else ""
