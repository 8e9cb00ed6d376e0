"""A store with a chain of twenty entries, and what its proof says."""

import pytest

from bot.records.audit_proof import NotWholeError
from bot.records.consent import Purpose
from tests.unit.records.test_forgetting import live_a_little

ROWS = 20
"""One gives three yeses (1, 4, 7) and takes one back (20); another gives three (10, 13, 16) and is forgotten (19)."""
AGREED = (
    "decision, person_id, purpose, subject, wording, recipient, sections, door, channel, manner, decided_at, expires_at"
)


def live(begin, person, clock):
    """Two people with what they agreed to; one is forgotten, the other takes one yes back."""
    live_a_little(begin, person, clock)
    with begin() as records:
        other = records.people.create()
        records.commit()
    live_a_little(begin, other, clock)
    with begin() as records:
        records.people.forget(other, "person")
        records.consents.withdraw(person, Purpose.KEEP)
        records.commit()
    return person


def verified(begin, noted=None):
    with begin(reading=True) as records:
        return records.audit_proof.verify(noted)


def not_right(begin, noted=None):
    with pytest.raises(NotWholeError) as raised:
        verified(begin, noted)
    return raised.value.number


def note(begin, person):
    with begin() as records:
        records.audit.note("person", "summary kept", person, "version 3")
        records.commit()
