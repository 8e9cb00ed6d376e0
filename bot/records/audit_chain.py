"""The chain of the audit: each row is bound to the one before it, under a key that comes from the key file."""

import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Self

from cryptography.hazmat.primitives.hashes import SHA256

from bot.records.named_keys import AUDIT, NamedKeys
from bot.store.crypto import SealError
from bot.store.tables.audit_chain import AuditHeadRow
from bot.store.tables.people import AuditRow, ConsentRow


class AuditHeadError(SealError):
    """The head of the audit is missing, or its seal is not right: no entry can follow on it."""


class NotedHeadError(ValueError):
    """What was noted is no head; the message says how one looks."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ends: number (from 1; 0 when there is no row yet) and link (64 hexadecimal digits) of its end."""

    number: int = 0
    link: str = ""

    def __str__(self) -> str:
        return f"{self.number}:{self.link}"

    @classmethod
    def parse(cls, noted: str) -> Self:
        """Read back what `str` gave. Raises NotedHeadError."""
        number, colon, link = noted.strip().partition(":")
        if not (colon and number.isdecimal() and len(link) == SHA256.digest_size * 2):
            raise NotedHeadError("A noted head is a number, a colon and 64 hexadecimal digits.")
        return cls(int(number), link.lower())


class AuditChain:
    """Makes links, digests and seals: HMAC-SHA256 over values in one fixed form, under a key of its own."""

    def __init__(self, named_keys: NamedKeys) -> None:
        self._named_keys = named_keys

    def link(self, previous: str, row: AuditRow, seals: str) -> str:
        """Return the link of a row of the audit that follows on `previous` and seals this digest ("" for none)."""
        about = (row.number, row.at, row.actor, row.action, row.person_id, row.subject)
        return self._code("entry", (previous, seals, *about))

    def digest(self, row: ConsentRow) -> str:
        """Return the digest of a decision. Its number is not in it: the link of the entry has that."""
        said = (row.wording, row.door, row.channel, row.manner, row.decided_at)
        agreed = (row.recipient, row.sections, row.expires_at)
        return self._code("consent", (row.person_id, row.decision, row.purpose, row.subject, *said, *agreed))

    def seal(self, head: Head) -> str:
        """Return the seal of a head."""
        return self._code("head", (head.number, head.link))

    def opened(self, row: AuditHeadRow | None) -> Head:
        """Return what a stored head says. Raises AuditHeadError when it is missing or its seal is not right."""
        if row is None:
            raise AuditHeadError("The head of the audit is missing. Run: what-matters audit verify")
        head = Head(row.number, row.link)
        if not same(self.seal(head), row.seal):
            raise AuditHeadError("The head of the audit was changed. Run: what-matters audit verify")
        return head

    @cached_property
    def _key(self) -> bytes:
        return self._named_keys.get(AUDIT)

    def _code(self, kind: str, values: Sequence[Any]) -> str:
        """Authenticate values. JSON says where each ends, so that no two rows read alike."""
        form = json.dumps([kind, *values], default=_moment, separators=(",", ":"))
        return hmac.digest(self._key, form.encode(), "sha256").hex()


def same(expected: str, found: str) -> bool:
    """Say whether two codes are the same, whatever was put into a column for one."""
    return hmac.compare_digest(expected.encode(), str(found).encode(errors="replace"))


def _moment(value: object) -> str:
    if not isinstance(value, datetime):
        raise TypeError(f"No value of an entry: {type(value).__name__}")
    return value.astimezone(UTC).isoformat(timespec="microseconds")
