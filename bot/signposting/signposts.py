"""Short codes: what a volunteer chose for somebody, to be opened in that person's own chat. Ids and needs, no words."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.model.directory import Need
from bot.signposting.places import read_district
from bot.store.tables.directory import SignpostRow

GOOD_FOR: Final = timedelta(days=30)
_LETTERS: Final = "BCDFGHJKMNPQRSTVWXYZ23456789"
"""No 0, O, 1, I or L, which look alike, and no vowels, so that no code is a word."""
_LENGTH: Final = 6
_MOST_CHOSEN: Final = 10


@dataclass(frozen=True, slots=True)
class Signpost:
    """What stands behind a code: services in the order they were chosen, what was needed, and where."""

    code: str
    chosen: tuple[str, ...]
    needs: tuple[Need, ...]
    district: str
    expires_at: datetime


def sign(session: Session, now: datetime, chosen: Sequence[str], needs: Sequence[Need], district: str) -> str:
    """Keep a choice for 30 days; return its code. What has expired is let go."""
    session.execute(delete(SignpostRow).where(SignpostRow.expires_at <= now))
    code = _code()
    while session.get(SignpostRow, code) is not None:
        code = _code()
    found = read_district(district)
    row = SignpostRow(
        code=code,
        chosen=list(dict.fromkeys(chosen))[:_MOST_CHOSEN],
        needs=[str(need) for need in needs],
        district=found.code if found else "",
        created_at=now,
        expires_at=now + GOOD_FOR,
    )
    session.add(row)
    return code


def signed(session: Session, now: datetime, code: str) -> Signpost | None:
    """What stands behind a code, however it was typed; None when there is nothing, or nothing any more."""
    plain = "".join(letter for letter in code[: 4 * _LENGTH].upper() if letter in _LETTERS)
    row = session.get(SignpostRow, plain) if len(plain) == _LENGTH else None
    if row is None or row.expires_at <= now:
        return None
    needs = tuple(Need(need) for need in row.needs if need in set(Need))
    return Signpost(row.code, tuple(row.chosen), needs, row.district, row.expires_at)


def _code() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
