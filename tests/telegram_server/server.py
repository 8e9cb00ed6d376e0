"""A Bot API server for tests, on a free port of this machine."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.telegram_server.answers import Answers
from tests.telegram_server.chats import Account, ChatKind
from tests.telegram_server.faults import Faults
from tests.telegram_server.groups import Group
from tests.telegram_server.journal import Call, ChatReport, Delivery
from tests.telegram_server.limits import Limits
from tests.telegram_server.people import WITHIN, Person
from tests.telegram_server.profile import Profile
from tests.telegram_server.serving import HttpThread
from tests.telegram_server.webhook_pump import WebhookPump
from tests.telegram_server.world import World, found_file

TOKEN = "700000001:AAH-made-up-for-tests-only-0123456789"
BOT = Account(700_000_001, "What Matters", username="what_matters_test_bot", is_bot=True)
_ANY = ["GET", "POST"]


class TelegramServer:
    """Holds the bot's chats and lets a test act as the people in them. Use it as a context manager."""

    def __init__(
        self, limits: Limits | None = None, *, token: str = TOKEN, bot: Account = BOT, sees_all_of_groups: bool = False
    ) -> None:
        self.token = token
        self._world = World(bot, limits or Limits(), sees_all_of_groups)
        self._people: dict[int, Person] = {}
        self._groups: dict[int, Group] = {}
        self._answers = Answers(self._world, token)
        routes = [
            Route("/file/bot{token}/{path:path}", self._file),
            Route("/bot{token}/{method}", self._answers.respond, methods=_ANY),
        ]
        app = Starlette(routes=routes, exception_handlers={404: self._answers.not_found})
        self._http = HttpThread(app, WebhookPump(self._world).run)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def root(self) -> str:
        """The methods are at ROOT/bot<token>/<method>, files at ROOT/file/bot<token>/<path>."""
        return f"http://127.0.0.1:{self._http.port}"

    def start(self) -> None:
        """At first on a free port, later on the same one again."""
        self._http.start()

    def stop(self) -> None:
        """Connections are refused from now on, and those open are cut. Chats and updates stay, and can still grow."""
        self._http.stop()

    @contextmanager
    def is_down(self) -> Iterator[None]:
        """Stopped within, and back after."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def person(
        self,
        number: int,
        first_name: str = "Ada",
        language_code: str = "en",
        *,
        last_name: str = "",
        username: str = "",
    ) -> Person:
        """The person with this id; made the first time."""
        return self._account(Account(number, first_name, last_name, username, language_code))

    def other_bot(self, number: int, first_name: str = "Another bot") -> Person:
        return self._account(Account(number, first_name, username=f"another_{number}_bot", is_bot=True))

    def _account(self, account: Account) -> Person:
        with self._world.bell:
            if account.id not in self._people:
                self._people[account.id] = Person(self._world, account)
            return self._people[account.id]

    def group(self, number: int, kind: ChatKind = "supergroup", title: str = "The family") -> Group:
        """The group or channel with this (negative) id; made the first time, without the bot in it."""
        assert number < 0, "groups and channels have ids below 0"
        with self._world.bell:
            if number not in self._groups:
                self._groups[number] = Group(self._world, number, kind, title)
            return self._groups[number]

    @property
    def faults(self) -> Faults:
        """What is to go wrong; see faults.py."""
        return self._world.faults

    @property
    def profile(self) -> Profile:
        """What the bot says of itself."""
        return self._world.profile

    def calls(self, method: str | None = None, chat: int | None = None) -> list[Call]:
        """What the bot asked for, first to last."""
        with self._world.bell:
            return self._world.journal.of(method, chat)

    @property
    def deliveries(self) -> list[Delivery]:
        """Every time the bot was given an update, first to last."""
        with self._world.bell:
            return list(self._world.journal.deliveries)

    def report(self) -> dict[int, ChatReport]:
        """For each chat, what was told to the bot and said by it, what came twice, and in which order."""
        with self._world.bell:
            return {chat.id: self._world.journal.report(chat, self._world.queue) for chat in self._world.chats.values()}

    def stops_time(self) -> None:
        """From now on only `time_passes` moves the clock of the server, so that nothing hangs on a slow machine."""
        self._world.clock.stop()

    def time_passes(self, *, seconds: float = 0, minutes: float = 0, hours: float = 0) -> None:
        """Push the clock of the server forward. It counts for everything but connections."""
        with self._world.bell:
            self._world.clock.move(seconds + 60 * minutes + 3600 * hours)
            self._world.bell.ring()

    @contextmanager
    def holding_updates(self) -> Iterator[None]:
        """Nothing is given to the bot within, so that several updates wait; all that waits goes out after."""
        with self._world.bell:
            self._world.is_holding = True
        try:
            yield
        finally:
            with self._world.bell:
                self._world.is_holding = False
                self._world.bell.ring()

    def waits_until_told(self, within: float = WITHIN) -> None:
        """Wait until the bot has confirmed every update. Blocks the thread."""
        is_told = self._world.bell.wait_for(lambda: not self._world.queue.waiting(), within)
        assert is_told, f"still waiting: {[update.body for update in self._world.queue.waiting()]}"

    def waits_until_described(self, within: float = WITHIN) -> None:
        """Wait until the bot has said what it is, which it does last. Blocks the thread."""
        is_said = self._world.bell.wait_for(lambda: bool(self._world.profile.short_descriptions), within)
        assert is_said, "the bot never said what it is"

    def waits_for_call(self, method: str, times: int = 1, within: float = WITHIN) -> list[Call]:
        """Wait until a method was asked for this often, and return those calls. Blocks the thread."""
        is_there = self._world.bell.wait_for(lambda: len(self._world.journal.of(method)) >= times, within)
        assert is_there, f"{method} was not asked for {times} times"
        return self.calls(method)

    async def _file(self, request: Request) -> Response:
        await asyncio.sleep(0)
        with self._world.bell:
            by_path = {stored.path: file_id for file_id, stored in self._world.files.items()}
            file_id = by_path.get(request.path_params["path"], "")
            if request.path_params["token"] != self.token or not file_id:
                return Response(status_code=404)
            return Response(found_file(self._world, file_id).content, media_type="application/octet-stream")
