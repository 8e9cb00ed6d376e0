"""The whole web application on a store, in this process, and somebody of the one team who is signed in."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx

from bench.errors import BenchError
from bench.growth.store import settings_in
from bot.accounts.sessions import start_session
from bot.asgi import application
from bot.bootstrap import build
from bot.channels.engine import RasaEngine
from bot.model.staff import Staff
from bot.web.staff.cookies import StaffCookie


class Web:
    """The application, and those who ask it. The requests go into it directly, without a socket."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds a store that `bench.growth.store.new_store` made."""
        began = time.perf_counter()
        settings = settings_in(folder)
        self._parts = build(settings)
        self._engine = RasaEngine(settings.engine_url, "", settings.turn_seconds)
        app = application(self._parts, self._engine)
        self._warm()
        self.opened_in = time.perf_counter() - began
        """Seconds until it could answer; importing the programs is not in it."""
        self._runner = asyncio.Runner()
        self._team = self._parts.accounts.teams()[0].id
        self._staff, token = self._sign_in()
        transport = httpx.ASGITransport(app)
        cookie = {StaffCookie(settings.public_url, "staff").name: token}
        self._visitor = httpx.AsyncClient(transport=transport, base_url=settings.public_url)
        self._member = httpx.AsyncClient(transport=transport, base_url=settings.public_url, cookies=cookie)

    def close(self) -> None:
        for each in (self._visitor.aclose(), self._member.aclose(), self._engine.close()):
            self._runner.run(each)
        self._runner.close()
        self._parts.database.dispose()

    def _warm(self) -> None:
        """Do what has to be done at the start for what will be asked."""

    def _timed(self, send: Callable[[], Awaitable[httpx.Response]], holds: str) -> float:
        """Return the milliseconds until the whole answer is there. Raises BenchError when it is not one."""

        async def timed() -> tuple[float, httpx.Response]:
            began = time.perf_counter()
            answer = await send()
            return (time.perf_counter() - began) * 1000, answer

        taken, answer = self._runner.run(timed())
        if answer.status_code != httpx.codes.OK or holds not in answer.text:
            raise BenchError(f"{answer.request.url.path} did not answer as it ought to: status {answer.status_code}.")
        return taken

    def _sign_in(self) -> tuple[Staff, str]:
        """Somebody of the team, signed in, and the token that their browser holds."""
        (account,) = self._parts.accounts.all()
        with self._parts.open_transaction() as transaction:
            token = start_session(transaction, account.id, complete=True)
            transaction.commit()
        return Staff(account.id, account.name, account.email, account.grants), token


def ms(do: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000
