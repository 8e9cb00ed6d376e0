"""What goes wrong in the fault run, by chance: processes are killed, the store is locked or full, the line breaks."""

import random
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from bench.telegram.copy import Copy
from tests.telegram_server import Broken, Reset, TelegramServer, TooMany
from tests.telegram_server.faults import Fault

KILLS = {"web": 60.0, "actions": 60.0, "engine": 180.0}
"""Seconds from one kill to the next, on average. An engine needs half a minute to come back."""
DOWN = (0.0, 3.0)
"""Seconds until what was killed is started again."""
STORE = 45.0
"""Seconds from one fault of the store to the next, on average."""
STORE_FAILS = (0.5, 8.0)
LINE = 5.0
"""Seconds from one fault of the line to the next, on average."""
_LINE: tuple[tuple[str, Fault], ...] = (
    ("sendMessage", TooMany(2)),
    ("sendMessage", Broken(502)),
    ("sendMessage", Broken(502, done=True)),
    ("sendMessage", Reset(done=False)),
    ("sendMessage", Reset(done=True)),
    ("getUpdates", Broken(502, done=True)),
    ("getUpdates", Reset(done=True)),
)


@dataclass
class Trouble:
    """Makes trouble whenever `look` finds that some is due; `done` counts it by name."""

    copy: Copy
    server: TelegramServer
    chance: random.Random
    done: Counter[str] = field(default_factory=Counter)
    _due: dict[str, float] = field(default_factory=dict)
    _back: dict[str, float] = field(default_factory=dict)
    _held: tuple[AbstractContextManager[None], float] | None = None

    def look(self, now: float) -> None:
        """Do what is due now, and mend what is over."""
        for name in self.copy.revive():
            self.done[f"{name} ended by itself"] += 1
        for name in [name for name, at in self._back.items() if now >= at]:
            del self._back[name]
            self.copy.start(name)
        if self._held and now >= self._held[1]:
            self._let_go()
        for name, mean in KILLS.items():
            if self._is_due(name, now, mean) and self.copy.is_running(name):
                self.copy.kill(name)
                self.done[f"{name} killed"] += 1
                self._back[name] = now + self.chance.uniform(*DOWN)
        if self._is_due("store", now, STORE) and self._held is None:
            self._fail_store(now)
        if self._is_due("line", now, LINE):
            self._break_line()

    def mend(self) -> None:
        """Put everything right, and wait until it is."""
        self._let_go()
        self.server.faults.clear()
        for name in self._back:
            self.copy.start(name)
        self._back.clear()
        self.copy.revive()
        self.copy.wait_until_ready()

    def _is_due(self, name: str, now: float, mean: float) -> bool:
        at = self._due.setdefault(name, now + self._next(mean))
        if now < at:
            return False
        self._due[name] = now + self._next(mean)
        return True

    def _next(self, mean: float) -> float:
        return self.chance.uniform(0.3, 1.7) * mean

    def _fail_store(self, now: float) -> None:
        name, fail = self.chance.choice(self._ways())
        held = fail()
        held.__enter__()
        self._held = held, now + self.chance.uniform(*STORE_FAILS)
        self.done[f"store {name}"] += 1

    def _ways(self) -> list[tuple[str, Callable[[], AbstractContextManager[None]]]]:
        return [("locked", self.copy.locked), ("full", self.copy.full)]

    def _let_go(self) -> None:
        if self._held:
            self._held[0].__exit__(None, None, None)
        self._held = None

    def _break_line(self) -> None:
        method, fault = self.chance.choice(_LINE)
        self.server.faults.on(method, fault)
        self.server.faults.doubles()
        self.done["line broken"] += 1
