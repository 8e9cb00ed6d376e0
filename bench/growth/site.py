"""The whole web application on a store, in this process: what a volunteer and a member of a team would wait for."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import httpx

from bench.errors import BenchError
from bench.growth.questions import After, How, Look, Part, Question, Search, What
from bench.growth.store import settings_in
from bot.accounts.sessions import start_session
from bot.asgi import application
from bot.bootstrap import build
from bot.channels.engine import RasaEngine
from bot.model.directory import Looking
from bot.model.staff import Staff
from bot.web.staff.cookies import StaffCookie
from bot.web.staff.inbox_presenters import inbox_address
from bot.web.support.asking import read_when

_A_ROW: Final = 'href="/staff/shared/'


class Site:
    """A site that is ready: everything that happens at its start is done."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds the store, as `bench.growth.store.fill` leaves it."""
        began = time.perf_counter()
        settings = settings_in(folder)
        self._parts = build(settings)
        self._engine = RasaEngine(settings.engine_url, "", settings.turn_seconds)
        app = application(self._parts, self._engine)
        self._parts.reader.warm()
        self._parts.finder.warm()
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

    def ask(self, question: Question) -> float:
        """Return the milliseconds until the whole answer is there. Raises BenchError when it is not one."""
        match question:
            case Search():
                return self._search(question)
            case Look():
                return self._look(question)
            case After():
                self._change(question)
                return self._search(Search(How.JSON, question.situation))

    def _search(self, asked: Search) -> float:
        said = asked.situation
        fields = {"q": said.said, "district": said.district, "when": said.when}
        match asked.how:
            case How.JSON:
                return self._timed(lambda: self._visitor.get("/api/support/search", params=fields), '"results"')
            case How.PAGE:
                return self._timed(lambda: self._visitor.post("/support", data=fields), "</html>")
            case How.ALONE:
                looking = Looking(text=said.said, district=said.district, when=read_when(said.when))
                return _ms(lambda: self._parts.finder.find(looking))

    def _look(self, asked: Look) -> float:
        page = self._page(asked)
        if asked.how is How.ALONE:
            return _ms(lambda: self._parts.team_pages.inbox(self._staff, self._team, asked.state, page))
        address = inbox_address(self._team, asked.state, page)
        return self._timed(lambda: self._member.get(address), _A_ROW)

    def _change(self, asked: After) -> None:
        directory, actor = self._parts.directory, f"account:{self._staff.id}"
        entry = directory.entries()[asked.number]
        if asked.what is What.CHECKED:
            directory.check(entry.id, actor, self._staff.email, self._parts.clock.now().date())
        else:
            directory.correct(entry.id, actor, {"name": f"{entry.name}, once more"})

    def _page(self, asked: Look) -> int:
        if asked.part is Part.FIRST:
            return 1
        pages = self._parts.team_pages.inbox(self._staff, self._team, asked.state, 1).pages
        return pages if asked.part is Part.LAST else (pages + 1) // 2

    def _timed(self, send: Callable[[], Awaitable[httpx.Response]], holds: str) -> float:
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


def _ms(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000
