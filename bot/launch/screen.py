"""What the operator sees: plain sentences, and progress that moves on a terminal and is printed elsewhere."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.panel import Panel
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from bot.launch.clock import Clock

EVERY = 10.0
"""Seconds between two lines of progress where there is no terminal."""


class Screen:
    """Prints to one Rich console; everything the launcher says goes through here."""

    def __init__(self, console: Console, clock: Clock) -> None:
        self._console = console
        self._clock = clock

    def say(self, sentence: str) -> None:
        self._console.print(sentence, markup=False, highlight=False, soft_wrap=True)

    def block(self, title: str, lines: list[str]) -> None:
        """A few lines that belong together, framed on a terminal."""
        if self._console.is_terminal:
            self._console.print(Panel("\n".join(lines), title=title, expand=False, padding=(1, 2)), highlight=False)
        else:
            for line in (title, *lines):
                self.say(line)

    def waiting(self, what: str) -> "Waiting":
        return Waiting(self, self._console, self._clock, what)


class Waiting:
    """Progress of one thing of unknown length. Call `tick` several times a second; it runs no thread."""

    def __init__(self, screen: Screen, console: Console, clock: Clock, what: str) -> None:
        self._screen = screen
        self._clock = clock
        self._what = what
        self._started = clock.now()
        self._next_line = self._started + EVERY
        self._moving = (
            Progress(
                SpinnerColumn(),
                TextColumn("{task.description}"),
                TimeElapsedColumn(),
                console=console,
                auto_refresh=False,
                transient=True,
            )
            if console.is_terminal
            else None
        )

    def __enter__(self) -> Self:
        if self._moving is None:
            self._screen.say(f"{self._what} ...")
        else:
            self._moving.start()
            self._task = self._moving.add_task(self._what, total=None)
            self._moving.refresh()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._moving is not None:
            self._moving.stop()

    @property
    def seconds(self) -> float:
        return self._clock.now() - self._started

    def tick(self, detail: str = "") -> None:
        """Shows that we are still at it; `detail` says at what."""
        text = f"{self._what} ({detail})" if detail else self._what
        if self._moving is not None:
            self._moving.update(self._task, description=text, refresh=True)
        elif self._clock.now() >= self._next_line:
            self._next_line += EVERY
            self._screen.say(f"{text}: {self.seconds:.0f} seconds so far")
