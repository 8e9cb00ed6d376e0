"""How many rows a statement changed."""

from typing import Any, cast

from sqlalchemy import CursorResult, Executable
from sqlalchemy.orm import Session


def rows_changed(session: Session, statement: Executable) -> int:
    """Execute an insert, update or delete and return the number of rows it touched."""
    return cast("CursorResult[Any]", session.execute(statement)).rowcount
