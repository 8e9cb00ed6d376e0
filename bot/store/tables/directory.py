"""The directory of support services, on the Human Services Data Specification 3 (HSDS), UK profile. No person is in it.

Names are the standard's. Fields of our own are marked; what an imported file holds besides is kept in `extra`,
so that an export gives it back.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Table


def _id() -> Mapped[str]:
    return mapped_column(String(36), primary_key=True)


def _of(table: str) -> Mapped[str]:
    return mapped_column(ForeignKey(f"{table}.id", ondelete="CASCADE"), index=True)


class OrganizationRow(Table):
    """Who provides services."""

    __tablename__ = "organizations"
    id: Mapped[str] = _id()
    name: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text, default="")
    url: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class ServiceRow(Table):
    """One place to turn to. `status` is the standard's: active, inactive, defunct or temporarily closed.

    Ours: `held_back` says why it is not shown ("to check ..."), empty when it is; `source` where its facts come from
    and `grade` how good that is; `next_step` what happens when one gets in touch; `number_wrong_since` a second report.
    """

    __tablename__ = "services"
    id: Mapped[str] = _id()
    organization_id: Mapped[str] = _of("organizations")
    name: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text, default="")
    url: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(20), default="active")
    fees: Mapped[str | None] = mapped_column(Text)
    minimum_age: Mapped[int | None]
    maximum_age: Mapped[int | None]
    assured_date: Mapped[date | None]
    assurer_email: Mapped[str | None] = mapped_column(Text)
    alert: Mapped[str | None] = mapped_column(Text)
    last_modified: Mapped[datetime]
    held_back: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(Text, default="")
    grade: Mapped[str] = mapped_column(String(1), default="")
    next_step: Mapped[str] = mapped_column(Text, default="")
    number_wrong_since: Mapped[datetime | None]
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class ContactRow(Table):
    """A way in to a service. In the UK profile phone numbers hang off contacts."""

    __tablename__ = "contacts"
    id: Mapped[str] = _id()
    service_id: Mapped[str] = _of("services")
    name: Mapped[str | None] = mapped_column(Text)
    title: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class PhoneRow(Table):
    """A number to ring or to text. `type` is the standard's: voice, text, textphone, fax."""

    __tablename__ = "phones"
    id: Mapped[str] = _id()
    contact_id: Mapped[str] = _of("contacts")
    number: Mapped[str] = mapped_column(Text)
    type: Mapped[str] = mapped_column(String(12), default="voice")
    description: Mapped[str | None] = mapped_column(Text)
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class ScheduleRow(Table):
    """When it answers, in UK time: `byday` such as "MO,WE", `opens_at` and `closes_at` such as "09:30".

    "24:00" ends a day.
    """

    __tablename__ = "schedules"
    id: Mapped[str] = _id()
    service_id: Mapped[str] = _of("services")
    freq: Mapped[str | None] = mapped_column(String(12))
    byday: Mapped[str | None] = mapped_column(String(40))
    opens_at: Mapped[str | None] = mapped_column(String(20))
    closes_at: Mapped[str | None] = mapped_column(String(20))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    notes: Mapped[str | None] = mapped_column(Text)
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class ServiceAreaRow(Table):
    """Where it helps. `extent_type` is nation (extent "England") or postcode (extent "DT1 DT2 BH").

    A service without a row here helps in the whole UK.
    """

    __tablename__ = "service_areas"
    id: Mapped[str] = _id()
    service_id: Mapped[str] = _of("services")
    name: Mapped[str | None] = mapped_column(Text)
    extent: Mapped[str | None] = mapped_column(Text)
    extent_type: Mapped[str | None] = mapped_column(String(20))
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class LocationRow(Table):
    """A place. `location_type` is the standard's: physical, postal or virtual."""

    __tablename__ = "locations"
    id: Mapped[str] = _id()
    location_type: Mapped[str] = mapped_column(String(12), default="physical")
    name: Mapped[str | None] = mapped_column(Text)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class AddressRow(Table):
    """The address of a place."""

    __tablename__ = "addresses"
    id: Mapped[str] = _id()
    location_id: Mapped[str] = _of("locations")
    address_1: Mapped[str] = mapped_column(Text)
    city: Mapped[str] = mapped_column(Text, default="")
    state_province: Mapped[str] = mapped_column(Text, default="")
    postal_code: Mapped[str] = mapped_column(Text, default="")
    country: Mapped[str] = mapped_column(String(2), default="GB")
    address_type: Mapped[str] = mapped_column(String(12), default="physical")
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class ServiceAtLocationRow(Table):
    """A service given at a place."""

    __tablename__ = "service_at_locations"
    id: Mapped[str] = _id()
    service_id: Mapped[str] = _of("services")
    location_id: Mapped[str] = _of("locations")
    description: Mapped[str | None] = mapped_column(Text)
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class LanguageRow(Table):
    """A language that is spoken there."""

    __tablename__ = "languages"
    id: Mapped[str] = _id()
    service_id: Mapped[str] = _of("services")
    name: Mapped[str] = mapped_column(Text)
    code: Mapped[str | None] = mapped_column(String(12))
    note: Mapped[str | None] = mapped_column(Text)
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class TaxonomyRow(Table):
    """A vocabulary. Ours are need, loss, relationship and access."""

    __tablename__ = "taxonomies"
    id: Mapped[str] = _id()
    name: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text, default="")
    uri: Mapped[str | None] = mapped_column(Text)
    version: Mapped[str | None] = mapped_column(String(20))
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class TaxonomyTermRow(Table):
    """A word of a vocabulary; `code` is what programs use."""

    __tablename__ = "taxonomy_terms"
    id: Mapped[str] = _id()
    taxonomy_id: Mapped[str] = _of("taxonomies")
    code: Mapped[str] = mapped_column(String(60), index=True)
    name: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text, default="")
    parent_id: Mapped[str | None] = mapped_column(String(36))
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class AttributeRow(Table):
    """A word of a vocabulary put to a row of another table, best fitting first."""

    __tablename__ = "attributes"
    __table_args__ = (Index("ix_attributes_link", "link_entity", "link_id"),)
    id: Mapped[str] = _id()
    link_id: Mapped[str] = mapped_column(String(36))
    link_entity: Mapped[str] = mapped_column(String(30), default="service")
    taxonomy_term_id: Mapped[str] = _of("taxonomy_terms")
    position: Mapped[int] = mapped_column(default=0)
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)


class ServiceChangeRow(Table):
    """One change to an entry, with all of it before and after, so that it can be shown and undone. Ours; append-only.

    `actor` is `account:<id>`, `anyone`, `import` or `seed`. `kind` is added, checked, corrected, reported, hidden or
    undone.
    """

    __tablename__ = "service_changes"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    service_id: Mapped[str] = mapped_column(String(36), index=True)
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(12))
    before: Mapped[dict[str, Any]] = mapped_column(default=dict)
    after: Mapped[dict[str, Any]] = mapped_column(default=dict)


class NumberReportRow(Table):
    """Somebody said that a number is wrong. Ours. `reporter` is a hash, so that one browser counts once."""

    __tablename__ = "number_reports"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    service_id: Mapped[str] = _of("services")
    reporter: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class SignpostRow(Table):
    """What a volunteer chose for somebody, behind a short code. Ours. Ids and needs, no words of anybody."""

    __tablename__ = "signposts"
    code: Mapped[str] = mapped_column(String(12), primary_key=True)
    chosen: Mapped[list[str]]
    needs: Mapped[list[str]]
    district: Mapped[str] = mapped_column(String(4), default="")
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class DirectoryVersionRow(Table):
    """One row: a number that grows with every change, so that other processes read the directory again. Ours."""

    __tablename__ = "directory_version"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(default=0)
