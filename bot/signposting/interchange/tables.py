"""How documents lie flat in the files of a CSV package: which file holds what, and what links a row to another.

Fields that we do not know are columns of their own where they are plain text, and JSON in `x_extra` where they are not.
Lists of them (such as cost_options) are files of their own.
"""

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from bot.signposting.hsds import MANY, SHAPES, Record

EXTRA: Final = "x_extra"
LINKS: Final = (
    "contact_id",
    "service_at_location_id",
    "location_id",
    "service_id",
    "organization_id",
)
"""Columns by which a row may belong to another, nearest first."""
KEYS: Final[Mapping[str, str]] = MappingProxyType(
    {child: key for nested in MANY.values() for key, child in nested.items()}
)
"""The key under which rows of a table are nested."""
FILES: Final[Mapping[str, str]] = MappingProxyType(
    {written: name for name, shape in SHAPES.items() for written in (shape.file, name, KEYS.get(name, shape.file))}
)
"""The table of each file, by the names that files have in use."""
_COLUMN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,59}")


def is_column(name: str) -> bool:
    """Whether a field of somebody else's can be a column of its own."""
    return bool(_COLUMN.fullmatch(name)) and name != EXTRA and not name.endswith("_id") and not name.startswith("link_")


def is_file(key: str) -> bool:
    """Whether a list of somebody else's can be a file of its own."""
    return bool(re.fullmatch(r"[a-z][a-z0-9_]{0,59}", key)) and key not in FILES and key != "datapackage"


def known_fields(name: str) -> set[str]:
    return {field.name for field in SHAPES[name].fields}


def split_extra(extra: Record) -> dict[str, str]:
    """Cells for the fields of somebody else: plain text as it is, all else as JSON in one cell."""
    cells = {key: value for key, value in extra.items() if is_column(key) and isinstance(value, str) and value}
    rest = {key: value for key, value in extra.items() if key not in cells}
    return cells | ({EXTRA: to_json(rest)} if rest else {})


def to_json(value: Any) -> str:
    """JSON that is the same each time."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
