"""Keeping a few processes running: noticing a death, waiting longer after each, saying so in plain words.

It is handed the clock, the way to start a process and the way to ask whether it is ready, so that tests can
hand it their own.
"""

import signal
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.launch.clock import Clock
from bot.launch.processes import Running, Service

LONGEST_WAIT = 30.0
"""Seconds between two starts of a process that keeps ending: 1, 2, 4, 8, 16, then this."""
SETTLED = 60.0
"""Seconds a process must have run for its earlier deaths to be forgotten."""
MANY_DEATHS = 5
"""Deaths within `SETTLED` seconds after which it is tried slowly."""
SLOW_WAIT = 60.0
"""Seconds between two slow tries."""
PATIENCE = 10.0
"""Seconds a process gets to end by itself once asked."""
_PAUSE = 0.1


@dataclass
class _Watched:
    service: Service
    process: Running | None = None
    started_at: float = 0.0
    start_at: float | None = None
    failures: int = 0
    deaths: deque[float] = field(default_factory=lambda: deque(maxlen=MANY_DEATHS))
    slow: bool = False
    ready: bool = False
    was_ready: bool = False


class Supervisor:
    """Starts every service, and starts again the ones that end until `stop` is called."""

    def __init__(
        self,
        services: Sequence[Service],
        *,
        start: Callable[[Service], Running],
        is_ready: Callable[[Service], bool],
        clock: Clock,
        say: Callable[[str], None],
    ) -> None:
        self._watched = [_Watched(service) for service in services]
        self._start = start
        self._is_ready = is_ready
        self._clock = clock
        self._say = say

    def start(self) -> None:
        for watched in self._watched:
            self._launch(watched)

    def step(self) -> None:
        """Looks at each process once: notices what ended, starts what is due, asks who is ready."""
        for watched in self._watched:
            if watched.process is None:
                if watched.start_at is not None and self._clock.now() >= watched.start_at:
                    self._launch(watched)
                continue
            code = watched.process.exit_code()
            if code is not None:
                self._note_death(watched, code)
            elif not watched.ready and self._is_ready(watched.service):
                self._note_ready(watched)

    def waiting_for(self) -> tuple[str, ...]:
        """Names of the services that do not answer yet; empty when all of them do."""
        return tuple(watched.service.name for watched in self._watched if not watched.ready)

    def stop(self) -> None:
        """Asks every process to end, and ends by force what is left after `PATIENCE` seconds."""
        running = [watched.process for watched in self._watched if watched.process is not None]
        for process in running:
            process.ask_to_stop()
        deadline = self._clock.now() + PATIENCE
        while any(process.exit_code() is None for process in running) and self._clock.now() < deadline:
            self._clock.sleep(_PAUSE)
        # Also those that ended by themselves: what they started may be left in their group.
        for process in running:
            process.kill()
        while any(process.exit_code() is None for process in running):
            self._clock.sleep(_PAUSE)
        for watched in self._watched:
            watched.process, watched.start_at, watched.ready = None, None, False

    def _launch(self, watched: _Watched) -> None:
        watched.start_at = None
        watched.started_at = self._clock.now()
        watched.process = self._start(watched.service)

    def _note_ready(self, watched: _Watched) -> None:
        if watched.was_ready:
            self._say(f"The {watched.service.name} is answering again.")
        watched.ready = watched.was_ready = True

    def _note_death(self, watched: _Watched, code: int) -> None:
        now = self._clock.now()
        assert watched.process is not None
        watched.process.kill()
        watched.process, watched.ready = None, False
        if now - watched.started_at >= SETTLED:
            watched.failures, watched.slow = 0, False
            watched.deaths.clear()
        watched.failures += 1
        first = watched.failures == 1
        watched.deaths.append(now)
        turns_slow = not watched.slow and _many_in_a_minute(watched.deaths)
        watched.slow = watched.slow or turns_slow
        wait = SLOW_WAIT if watched.slow else min(2.0 ** (watched.failures - 1), LONGEST_WAIT)
        watched.start_at = now + wait
        name, log = watched.service.name, watched.service.log
        again = f"Starting it again in {_seconds(wait)}."
        self._say(f"The {name} stopped ({_ending(code)}). {again}" + (f" Its log: {log}" if first else ""))
        if turns_slow:
            self._say(
                f"The {name} has stopped {MANY_DEATHS} times in a minute. "
                f"I will keep trying, once every {_seconds(SLOW_WAIT)}. Its log: {log}"
            )


def _many_in_a_minute(deaths: deque[float]) -> bool:
    return len(deaths) == MANY_DEATHS and deaths[-1] - deaths[0] <= SETTLED


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"ended by signal {-code}"


def _seconds(number: float) -> str:
    return "1 second" if number == 1 else f"{number:g} seconds"
