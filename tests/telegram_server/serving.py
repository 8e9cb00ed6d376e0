"""A real HTTP server in a thread of its own, which can refuse, reset and stop at once."""

import asyncio
import socket
import struct
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from uvicorn.protocols.http.h11_impl import H11Protocol

START_SECONDS = 20.0
KEEP_ALIVE_SECONDS = 75
_CLOSE_WITH_RESET = struct.pack("ii", 1, 0)


class _Protocol(H11Protocol):
    """Hands each request its own transport, so that an answer can be a reset."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


class _Server(uvicorn.Server):
    """Stops without waiting for anybody, as a machine does that goes down."""

    def __init__(self, config: uvicorn.Config, meanwhile: Callable[[], Coroutine[Any, Any, None]]) -> None:
        super().__init__(config)
        self._meanwhile = meanwhile
        self._stopping = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.ready = threading.Event()

    def stop(self) -> None:
        if self._loop is not None and self._loop.is_running():
            self._loop.call_soon_threadsafe(self._stopping.set)

    async def main_loop(self) -> None:
        self._loop = asyncio.get_running_loop()
        await self.on_tick(0)
        work = asyncio.ensure_future(self._meanwhile())
        self.ready.set()
        await self._stopping.wait()
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for listener in sockets or []:
            listener.close()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await asyncio.gather(*self.server_state.tasks, return_exceptions=True)


class HttpThread:
    """Serves an application on one port of this machine, again and again if need be."""

    def __init__(self, app: Starlette, meanwhile: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._app = app
        self._meanwhile = meanwhile
        self._running: tuple[_Server, threading.Thread] | None = None
        self.port = 0

    @property
    def is_running(self) -> bool:
        return self._running is not None

    def start(self) -> None:
        """Returns when it answers. The first time the port is a free one; later it is the same again."""
        assert self._running is None, "it runs already"
        listener = socket.socket(proto=socket.IPPROTO_TCP)  # said, so that small answers do not wait for more
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(
            self._app,
            http=_Protocol,
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            access_log=False,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
        )
        server = _Server(config, self._meanwhile)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        assert server.ready.wait(START_SECONDS), "the server did not start"
        self._running = server, thread

    def stop(self) -> None:
        """Returns when nobody is served any more: who connects is refused, who is connected is cut off."""
        if self._running is None:
            return
        server, thread = self._running
        server.stop()
        thread.join(START_SECONDS)
        self._running = None


async def hung_up(request: Request) -> None:
    """Wait until the other side closes the connection, or it is cut off. The body must have been read."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def reset(request: Request) -> None:
    """Close the connection with a reset, in the middle of whatever goes on."""
    transport: Any = request.scope["state"]["transport"]
    with suppress(OSError):  # the other side is gone already
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _CLOSE_WITH_RESET)
    transport.abort()
    await hung_up(request)
