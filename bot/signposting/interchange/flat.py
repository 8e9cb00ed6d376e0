"""Documents laid flat: one table for each file of a CSV package."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from bot.signposting.documents import is_whole
from bot.signposting.hsds import MANY, ONE, SHAPES, SHARED, Document, Record, links_below
from bot.signposting.interchange.tables import EXTRA, is_file, known_fields, split_extra


class Flat:
    """The rows of each file, in the order of the documents."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.rows: dict[str, list[dict[str, str]]] = defaultdict(list)
        self._shared: set[tuple[str, str]] = set()
        for document in documents:
            self._lay("service", document, {})

    def columns(self, file: str) -> list[str]:
        """The columns of a file: those of the standard first, then those of others by name."""
        shape = next((shape for shape in SHAPES.values() if shape.file == file), None)
        named = ["id", *shape.links, *(field.name for field in shape.fields if field.name != "id")] if shape else ["id"]
        there = {column for row in self.rows[file] for column in row}
        first = [column for column in named if shape or column in there]
        return [*first, *sorted(there - {*first, EXTRA}), *([EXTRA] if EXTRA in there else [])]

    def _lay(self, name: str, record: Record, links: Mapping[str, str]) -> None:
        if name in SHARED:
            if (name, record["id"]) in self._shared:
                return
            self._shared.add((name, record["id"]))
        row: dict[str, str] = dict(links)
        extra: Record = {}
        known = known_fields(name)
        for key, value in record.items():
            if key in known:
                row[key] = str(value)
            elif key in ONE.get(name, {}) and isinstance(value, dict) and is_whole(ONE[name][key], value):
                row[f"{ONE[name][key]}_id"] = value["id"]
            elif key in MANY.get(name, {}):
                loose = [item for item in value if not is_whole(MANY[name][key], item)]
                extra |= {key: loose} if loose else {}
            elif _is_table(key, value):
                self.rows[key] += [{f"{name}_id": record["id"], **split_extra(item)} for item in value]
            else:
                extra[key] = value
        self.rows[SHAPES[name].file].append(row | split_extra(extra))
        self._lay_below(name, record)

    def _lay_below(self, name: str, record: Record) -> None:
        for key, child in ONE.get(name, {}).items():
            if isinstance(record.get(key), dict) and is_whole(child, record[key]):
                self._lay(child, record[key], {})
        for key, child in MANY.get(name, {}).items():
            for item in record.get(key, ()):
                if is_whole(child, item):
                    self._lay(child, item, links_below(name, record["id"], child))


def _is_table(key: str, value: Any) -> bool:
    return is_file(key) and isinstance(value, list) and bool(value) and all(isinstance(x, dict) and x for x in value)
