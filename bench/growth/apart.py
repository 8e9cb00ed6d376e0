"""A site in a process of its own, so that memory, caches and pauses of the large one slow down nothing of the small."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from bench.errors import BenchError
from bench.machine import ONE_THREAD

Q = TypeVar("Q")
Q_contra = TypeVar("Q_contra", contravariant=True)


class Opened(Protocol[Q_contra]):
    """A site that is ready. The real one is `bench.growth.site.Site`; `opened_in` are seconds."""

    @property
    def opened_in(self) -> float: ...

    def ask(self, question: Q_contra) -> float: ...


class Apart(Generic[Q]):
    """The site on the store in a folder. It is being opened as soon as this is made."""

    def __init__(self, folder: Path, opens: Callable[[Path], Opened[Q]]) -> None:
        self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_the_first)
        with _one_thread():
            self.opening: Future[float] = self._pool.submit(_open, opens, folder)

    def ask(self, question: Q) -> float:
        """Return the milliseconds that it took there. Raises BenchError."""
        try:
            return self._pool.submit(_ask, question).result()
        except BrokenProcessPool as error:
            raise BenchError("A process that was being measured has ended.") from error

    def close(self) -> None:
        """End the process."""
        self._pool.shutdown(cancel_futures=True)


@contextmanager
def _one_thread() -> Iterator[None]:
    """What is started inside gets one thread for numerical libraries."""
    before = dict(os.environ)
    os.environ.update(ONE_THREAD)
    try:
        yield
    finally:
        for name in ONE_THREAD:
            if name in before:
                os.environ[name] = before[name]
            else:
                del os.environ[name]


# --- in the other process ---------------------------------------------------------------------------------------------


_here: list[Opened[Any]] = []
"""The one site of this process."""


def _open(opens: Callable[[Path], Opened[Any]], folder: Path) -> float:
    """Return the seconds it took."""
    _here.append(opens(folder))
    return _here[0].opened_in


def _ask(question: object) -> float:
    return _here[0].ask(question)


def _leave_interrupts_to_the_first() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
