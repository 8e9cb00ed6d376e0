"""One lock for all that the server holds, and a way to wait for the next change of it."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Self


class Bell:
    """The lock, and a ring at every change. Tests wait for it in threads, the server's own work waits in its loop."""

    def __init__(self) -> None:
        self._changed = threading.Condition(threading.RLock())
        self._listening: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}

    def __enter__(self) -> Self:
        self._changed.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._changed.release()

    def ring(self) -> None:
        with self._changed:
            self._changed.notify_all()
            for event, loop in self._listening.items():
                with suppress(RuntimeError):  # that loop has just ended
                    loop.call_soon_threadsafe(event.set)

    def wait_for(self, happened: Callable[[], bool], seconds: float) -> bool:
        """Block this thread until something has happened. False if it did not within these (real) seconds."""
        end = time.monotonic() + seconds
        with self._changed:
            while not happened():
                left = end - time.monotonic()
                if left <= 0:
                    return False
                self._changed.wait(left)
        return True

    @contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """An event of this loop that is set at every ring. Clear it, look, then wait for it."""
        event = asyncio.Event()
        with self._changed:
            self._listening[event] = asyncio.get_running_loop()
        try:
            yield event
        finally:
            with self._changed:
                del self._listening[event]
