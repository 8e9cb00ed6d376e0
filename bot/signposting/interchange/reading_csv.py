"""Reading a CSV package: rows of each file, and then each row nested in the one that it belongs to."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Final

from bot.signposting.hsds import ONE, SHAPES, Record
from bot.signposting.interchange.files import LARGEST, Package
from bot.signposting.interchange.nested import Gathered
from bot.signposting.interchange.report import Fault, Place, UnreadableError
from bot.signposting.interchange.tables import EXTRA, FILES, KEYS, LINKS, is_file

_PACKAGE: Final = "datapackage.json"
_AGAIN: Final = "export it again as CSV in UTF-8"
csv.field_size_limit(LARGEST)  # a cell may hold a whole outline of an area; files as a whole are limited before


def read_csv(name: str, package: Package) -> Gathered:
    """Read a package into documents. Raises UnreadableError when a file cannot be read at all."""
    reader = _Reader()
    tables = _tables_by_file(package)
    reader.gathered.left_out += [f"{other} is left out: it is no CSV file." for other in package.others]
    for file, content in package.files.items():
        if file != _PACKAGE:
            reader.take(file, tables.get(file, PurePath(file).stem.lower()), content)
    if not any(table == "service" for table, _ in reader.by_id):
        raise UnreadableError(
            Place(name), "there are no services in it", "put a services.csv there, with a row for each"
        )
    reader.nest()
    return reader.gathered


class _Reader:
    """Rows of all files by their table and id, and what each of them points to."""

    def __init__(self) -> None:
        self.gathered = Gathered()
        self.by_id: dict[tuple[str, str], Record] = {}
        self._rows: dict[str, list[tuple[Record, dict[str, str], Place]]] = defaultdict(list)
        self._nested: set[int] = set()

    def take(self, file: str, written: str, content: bytes) -> None:
        """Read the rows of a file, whose name without its ending is `written`."""
        table = FILES.get(written, written)
        for number, cells in enumerate(_cells(file, content), start=2):
            place = Place(file, f"row {number}")
            record, links = self._record(table, cells, place)
            self._rows[table].append((record, links, place))
            self.gathered.put_at(record, place)
            key = (table, record.get("id", ""))
            if table in SHAPES and key[1]:
                if key in self.by_id:
                    self._fault(place, "id", f"“{key[1]}” is used before", "give each row an id of its own")
                self.by_id.setdefault(key, record)

    def nest(self) -> None:
        """Put each row into the one that it belongs to."""
        for table, rows in self._rows.items():
            for record, links, place in rows:
                self._point(table, record, links, place)
        for table, rows in self._rows.items():
            for record, links, place in rows:
                self._hang(table, record, links, place)
        self.gathered.documents += [record for record, _, _ in self._rows["service"]]
        self._tell_of_unused()

    def _record(self, table: str, cells: Mapping[str, str], place: Place) -> tuple[Record, dict[str, str]]:
        known = SHAPES[table].links if table in SHAPES else ()
        record: Record = {}
        links: dict[str, str] = {}
        for column, cell in cells.items():
            if column == EXTRA:
                record = self._extra(cell, place) | record
            elif column in known or column in LINKS:
                links[column] = cell
            else:
                record[column] = cell
        return record, links

    def _extra(self, cell: str, place: Place) -> Record:
        try:
            extra = json.loads(cell)
        except (ValueError, RecursionError):
            extra = None
        if isinstance(extra, dict):
            return extra
        self._fault(place, EXTRA, "it is no JSON object", "leave the cell as it was exported, or empty")
        return {}

    def _point(self, table: str, record: Record, links: dict[str, str], place: Place) -> None:
        """Nest what the row points to: an organisation, a location, a term, a taxonomy."""
        for key, child in ONE.get(table, {}).items():
            wanted = links.pop(f"{child}_id", "")
            found = self.by_id.get((child, wanted))
            if found is not None:
                record[key] = found
                self._nested.add(id(found))
            elif wanted:
                self._dangling(place, f"{child}_id", wanted, child)

    def _hang(self, table: str, record: Record, links: dict[str, str], place: Place) -> None:
        """Nest the row in the one that it belongs to."""
        if table in {"service", "organization", "location", "taxonomy", "taxonomy_term"}:
            record |= links
            return
        column, owner = self._owner(table, links)
        key = KEYS.get(table, table)
        if not owner:
            if table in SHAPES:
                self._fault(
                    place, SHAPES[table].links[0], "it belongs to nothing", "give the id of the row that it belongs to"
                )
            else:
                self.gathered.left_out.append(f"{place.file}, {place.row} is left out: it belongs to nothing we hold.")
            return
        wanted = links.pop(column)
        parent = self.by_id.get((owner, wanted))
        if parent is None:
            self._dangling(place, column, wanted, owner)
            return
        links.pop("link_entity", None)
        record |= links
        there = parent.setdefault(key, [])
        if isinstance(there, list):
            there.append(record)

    def _owner(self, table: str, links: Mapping[str, str]) -> tuple[str, str]:
        """The column that says what a row belongs to, and the table it is in."""
        if table == "attribute":
            entity = FILES.get(links.get("link_entity") or "service", "")
            return ("link_id", entity) if links.get("link_id") else ("", "")
        first = SHAPES[table].links[:1] if table in SHAPES else ()
        column = next((column for column in (*first, *LINKS) if links.get(column)), "")
        return column, column.removesuffix("_id")

    def _dangling(self, place: Place, field: str, wanted: str, table: str) -> None:
        file = f"{SHAPES[table].file}.csv" if table in SHAPES else table
        self._fault(place, field, f"“{wanted}” is in no row of {file}", "add that row, or give the id of another")

    def _fault(self, place: Place, field: str, wrong: str, mend: str) -> None:
        self.gathered.faults.append(Fault(place, field, wrong, mend))

    def _tell_of_unused(self) -> None:
        for table in ("organization", "location", "taxonomy", "taxonomy_term"):
            for record, _, place in self._rows[table]:
                if id(record) not in self._nested:
                    self.gathered.left_out.append(
                        f"{place.file}, {place.row} is left out: no service has to do with it."
                    )


def _cells(file: str, content: bytes) -> Iterator[dict[str, str]]:
    """Each row as its columns that are not empty."""
    place = Place(file)
    try:
        rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        header = [column.strip() for column in next(rows, [])]
        named = [column for column in header if column]
        if len(set(named)) < len(named):
            raise UnreadableError(place.below("row 1"), "two columns have the same name", "give each a name of its own")
        for number, row in enumerate(rows, start=2):
            cells = dict(zip(header, row, strict=False))
            if any(row[len(header) :]) or cells.get(""):
                raise UnreadableError(place.below(f"row {number}"), "it has a cell in a column without a name", _AGAIN)
            if any(row):
                yield {column: cell for column, cell in cells.items() if cell}
    except UnicodeDecodeError as error:
        raise UnreadableError(place, "it is not in UTF-8", "save it as UTF-8") from error
    except csv.Error as error:
        raise UnreadableError(place, f"it is not CSV ({error})", _AGAIN) from error


def _tables_by_file(package: Package) -> dict[str, str]:
    """The table of each file, where the package says so."""
    content = package.files.get(_PACKAGE)
    if content is None:
        return {}
    place = Place(_PACKAGE)
    try:
        resources = json.loads(content.decode("utf-8-sig"))["resources"]
        named = [(str(each["path"]), str(each.get("name", ""))) for each in resources]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(place, "it is no data package", "leave it out, or export it again") from error
    for path, _ in named:
        if PurePath(path).name != path or "\\" in path or path.startswith("."):
            raise UnreadableError(place, "a path in it leads outside of the package", "name files by themselves")
    return {path: name for path, name in named if name in FILES or is_file(name)}
