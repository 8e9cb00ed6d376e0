"""The limits on one visitor: new conversations by address. The size of a body is tested on the whole application."""

from contextlib import suppress

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.pages import limits
from bot.pages.limits import NewSessions


class Now:
    def __init__(self):
        self.time = 1000.0

    def __call__(self):
        return self.time


def from_address(host):
    return Request({"type": "http", "headers": [], "client": (host, 1) if host else None})


@pytest.fixture
def now():
    return Now()


def taken(sessions, host, times):
    """How many of so many tries are let through."""
    through = 0
    for _ in range(times):
        with suppress(HTTPException):
            sessions.take(from_address(host))
            through += 1
    return through


def test_a_minutes_worth_at_once_then_one_by_one(now):
    sessions = NewSessions(6, now)
    assert taken(sessions, "192.0.2.1", 10) == 6
    now.time += 9.9
    assert taken(sessions, "192.0.2.1", 1) == 0
    now.time += 0.2
    assert taken(sessions, "192.0.2.1", 2) == 1
    now.time += 3600
    assert taken(sessions, "192.0.2.1", 10) == 6


def test_after_waiting_as_long_as_it_says_one_more_is_let_through(now):
    sessions = NewSessions(7, now)
    assert taken(sessions, "192.0.2.1", 8) == 7
    with pytest.raises(HTTPException) as refused:
        sessions.take(from_address("192.0.2.1"))
    assert refused.value.status_code == 429
    now.time += int(refused.value.headers["Retry-After"])
    assert taken(sessions, "192.0.2.1", 1) == 1


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("", "", True),
        ("testclient", "testclient", True),
    ],
)
def test_whom_an_address_counts_for(now, one, other, together):
    sessions = NewSessions(1, now)
    assert taken(sessions, one, 1) == 1
    assert taken(sessions, other, 1) == (0 if together else 1)


def test_addresses_are_not_remembered_for_ever(now, monkeypatch):
    monkeypatch.setattr(limits, "MOST_ADDRESSES", 3)
    sessions = NewSessions(1, now)
    for last in range(3):
        taken(sessions, f"192.0.2.{last}", 1)
    now.time += 61
    taken(sessions, "192.0.2.9", 1)
    assert len(sessions._buckets) == 1
