"""How much Telegram lets a bot do, and for how long it waits. A test may be stricter or kinder."""

import math
from dataclasses import dataclass
from typing import Self

from tests.telegram_server.clock import Clock
from tests.telegram_server.errors import too_many


@dataclass(frozen=True)
class Limits:
    """Times are in seconds of the server's clock. A rate of None is no limit."""

    chat_per_second: float | None = 1.0
    chat_burst: int = 5
    """Messages to one private chat that may follow each other at once."""
    overall_per_second: float | None = 30.0
    """Messages and edits, all chats together."""
    overall_burst: int = 30
    group_per_minute: float | None = 20.0
    callback_seconds: float = 15.0
    """How long the press of a button can be answered."""
    webhook_wait: float = 1.0
    """The first wait after a webhook failed twice; it doubles each time. The first retry follows at once."""
    webhook_longest_wait: float = 60.0
    webhook_answer_seconds: float = 60.0
    """How long a webhook may take to answer; real seconds."""

    @classmethod
    def without_rates(cls) -> Self:
        """For people who are quicker than people are."""
        return cls(chat_per_second=None, overall_per_second=None, group_per_minute=None)


class Bucket:
    """Tokens that come back at a steady rate; one message takes one."""

    def __init__(self, size: float, per_second: float, now: float) -> None:
        self._size, self._per_second = size, per_second
        self._tokens, self._at = size, now

    def wait(self, now: float) -> float:
        """Seconds until there is a token again; 0 where there is one."""
        self._tokens = min(self._size, self._tokens + (now - self._at) * self._per_second)
        self._at = now
        return max(0.0, (1 - self._tokens) / self._per_second)

    def take(self) -> None:
        self._tokens -= 1


class Rates:
    """Counts messages against the limits. `spend` raises ApiError 429 where there are too many."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits, self._clock = limits, clock
        self._chats: dict[int, Bucket] = {}
        self._overall: Bucket | None = None

    def spend(self, chat_id: int | None) -> None:
        """One message to a chat, or one edit (None), which counts for all chats together only."""
        now = self._clock.now()
        buckets = self._buckets(chat_id, now)
        wait = max((bucket.wait(now) for bucket in buckets), default=0.0)
        if wait > 0:
            raise too_many(math.ceil(wait))
        for bucket in buckets:
            bucket.take()

    def _buckets(self, chat_id: int | None, now: float) -> list[Bucket]:
        found: list[Bucket] = []
        size: float
        if self._limits.overall_per_second is not None:
            size, rate = self._limits.overall_burst, self._limits.overall_per_second
            self._overall = self._overall or Bucket(size, rate, now)
            found.append(self._overall)
        if chat_id is None:
            return found
        is_group = chat_id < 0
        if is_group and self._limits.group_per_minute is not None:
            size, rate = self._limits.group_per_minute, self._limits.group_per_minute / 60
            found.append(self._chats.setdefault(chat_id, Bucket(size, rate, now)))
        if not is_group and self._limits.chat_per_second is not None:
            size, rate = self._limits.chat_burst, self._limits.chat_per_second
            found.append(self._chats.setdefault(chat_id, Bucket(size, rate, now)))
        return found
