"""Giving out the directory: every service with all that belongs to it; the same content is always the same bytes."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from bot.signposting.documents import pull
from bot.signposting.hsds import SHAPES, Document
from bot.signposting.interchange.flat import Flat
from bot.store.transaction import OpenTransaction

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_PACKAGE: Final = "datapackage.json"


class ExportError(Exception):
    """The export cannot be written there. The message is a sentence that says why and what to do."""


def export_hsds(path: Path, open_transaction: OpenTransaction) -> int:
    """Write every service; return how many. `.json`: one file; `.zip`: a CSV package in a zip; else a folder of CSV.

    What is held back or closed is in it too, marked as such. Raises ExportError.
    """
    with open_transaction(reading=True) as transaction:
        documents = pull(transaction.session)
    try:
        if path.suffix.lower() == ".json":
            _replace(path, as_json(documents))
        elif path.suffix.lower() == ".zip":
            _replace(path, _zipped(as_csv(documents)))
        else:
            _fill(path, as_csv(documents))
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ExportError(f"It cannot be written there ({why}). Give a place that this user may write to.") from error
    return len(documents)


def as_json(documents: Sequence[Document]) -> bytes:
    """A list of services, with keys in the order of the alphabet."""
    text = json.dumps(documents, ensure_ascii=False, sort_keys=True, indent=2)
    return f"{text}\n".encode()


def as_csv(documents: Sequence[Document]) -> dict[str, bytes]:
    """Each file of a package by its name."""
    flat = Flat(documents)
    standard = [shape.file for shape in SHAPES.values()]
    files = [*standard, *sorted(flat.rows.keys() - set(standard))]
    columns = {file: flat.columns(file) for file in files}
    package = {f"{file}.csv": _table(columns[file], flat.rows[file]) for file in files}
    package[_PACKAGE] = _described(columns)
    return package


def _table(columns: list[str], rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _described(columns: dict[str, list[str]]) -> bytes:
    """What is in the package, as a Tabular Data Package."""
    names = {shape.file: name for name, shape in SHAPES.items()}
    resources: list[dict[str, Any]] = [
        {
            "name": names.get(file, file),
            "path": f"{file}.csv",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "profile": "tabular-data-resource",
            "schema": {"primaryKey": "id", "fields": [{"name": name, "type": "string"} for name in fields]},
        }
        for file, fields in columns.items()
    ]
    package = {"name": "human_services_data", "profile": "tabular-data-package", "version": "3.0.0"}
    text = json.dumps(package | {"resources": resources}, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _fill(folder: Path, files: dict[str, bytes]) -> None:
    """Write a package into a folder that is new, empty, or holds an earlier one."""
    folder.mkdir(parents=True, exist_ok=True)
    there = {child.name for child in folder.iterdir()}
    if there and _PACKAGE not in there:
        raise ExportError("The folder holds other things. Give an empty one, or the name of a new one.")
    for name in there - files.keys():
        if name.endswith(".csv"):
            raise ExportError(f"The folder holds {name}, which is not in this export. Give an empty folder.")
    for name, content in files.items():
        _replace(folder / name, content)


def _replace(path: Path, content: bytes) -> None:
    """Write a file in one go: whoever reads it meanwhile sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
