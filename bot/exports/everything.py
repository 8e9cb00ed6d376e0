"""Everything that is held about a person, as one zip: a page to read, a file for programs, the notes in print."""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.exports.everything_names import with_names
from bot.exports.everything_words import FOR_PROGRAMS, SECTIONS, label, worded
from bot.exports.summary import made_on
from bot.model.dates import UK, day_in_words, with_time
from bot.model.own_time import Hour

_HERE = Path(__file__).parent
READ_FIRST, ALL_OF_IT = "start-here.html", "everything.json"

UNSAID = Hour.UNSAID.value
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Shown:
    """One value as the page has it: words, a list, or pairs of name and value. Two of the three are empty."""

    words: tuple[str, ...] = ()
    lists: tuple[tuple["Shown", ...], ...] = ()
    pairs: tuple[tuple[tuple[str, "Shown"], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class HeldView:
    """One kind of thing that is held. `rows` are of names and values: text, or lists and pairs of it."""

    title: str
    about: str
    rows: tuple[Mapping[str, Any], ...]

    @property
    def shown(self) -> tuple[Shown, ...]:
        """Return the rows as the page has them."""
        return tuple(_as_shown(row) for row in self.rows)


def as_zip(held: Mapping[str, Rows], notes: Iterable[tuple[str, bytes]], organisation: str, now: datetime) -> bytes:
    """Return the zip. `held`: rows by kind, as `bot.records.everything` gathers them; `notes`: files, by name."""
    made = made_on(organisation, now)
    notes = tuple(notes)
    files = (
        (READ_FIRST, as_page(held, tuple(name for name, _ in notes), made).encode()),
        (ALL_OF_IT, json.dumps({"made": made, **held}, default=_plain, ensure_ascii=False, indent=2).encode()),
        *notes,
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, inside in files:
            entry = zipfile.ZipInfo(name, now.astimezone(UK).timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, inside)
    return content.getvalue()


def as_page(held: Mapping[str, Rows], notes: tuple[str, ...], made: str) -> str:
    """Return the page to read first, which stands by itself; `notes` are names of files beside it."""
    sections = present_held(with_names(held))
    nothing = tuple(section.title for section in sections if not section.rows)
    without = (nothing,) if nothing else ()
    return _page().render(made=made, notes=notes, all_of_it=ALL_OF_IT, sections=sections, without=without)


def present_held(held: Mapping[str, Rows]) -> tuple[HeldView, ...]:
    """Return every kind of thing in the order of reading, those of which there is nothing too: that is an answer."""
    return tuple(
        HeldView(title, about, tuple(_shown(row) for row in held.get(kind, ())))
        for kind, (title, about) in SECTIONS.items()
    )


def _shown(row: Mapping[str, Any]) -> dict[str, Any]:
    said = {name: value for name, value in row.items() if name not in FOR_PROGRAMS and _is_something(value)}
    return {label(name): _read(name, value) for name, value in said.items()}


def _as_shown(value: Any) -> Shown:
    if isinstance(value, Mapping):
        return Shown(pairs=(tuple((name, _as_shown(inside)) for name, inside in value.items()),))
    if isinstance(value, str):
        return Shown(words=(value,))
    return Shown(lists=(tuple(_as_shown(each) for each in value),))


def _is_something(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(_is_something(inside) for name, inside in value.items() if name not in FOR_PROGRAMS)
    return value is not None and value not in ("", [], UNSAID)


def _line(line: Mapping[str, str]) -> dict[str, str]:
    """Return a line of notes behind its heading and what it answers."""
    kind = worded("kind", line["kind"])
    return {f"{line['heading']} ({kind.lower()})" if kind else line["heading"]: line["words"]}


def _read(name: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return _line(value) if {"heading", "kind", "words"} == set(value) else _shown(value)
    if isinstance(value, list):
        return [_read(name, each) for each in value]
    if isinstance(value, datetime):
        return with_time(value)
    return day_in_words(value) if isinstance(value, date) else worded(name, value)


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not for JSON.")


@cache
def _page() -> Template:
    environment = Environment(
        autoescape=True, loader=FileSystemLoader(_HERE), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("everything.jinja")
