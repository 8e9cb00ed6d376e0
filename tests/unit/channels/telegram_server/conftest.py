"""A server, a person, and a bot that knows no library: it speaks plain HTTP."""

import threading
from dataclasses import dataclass, field

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.telegram_server import TelegramServer
from tests.telegram_server.serving import HttpThread

ADA = 1001


class PlainBot:
    """Asks for methods. `asks` returns the whole answer, `gets` the result of one that must go well."""

    def __init__(self, server, token=None):
        self.server = server
        self.client = httpx.Client(base_url=f"{server.root}/bot{token or server.token}", trust_env=False, timeout=20)

    def asks(self, method, *, files=None, **parameters):
        given = {"files": files, "data": parameters} if files else {"json": parameters}
        return self.client.post(f"/{method}", **given)

    def gets(self, method, **parameters):
        answer = self.asks(method, **parameters)
        assert answer.status_code == 200, answer.text
        return answer.json()["result"]

    def is_refused(self, method, **parameters):
        """Code and description of the error."""
        body = self.asks(method, **parameters).json()
        assert body["ok"] is False
        return body["error_code"], body["description"]

    def says(self, text="Hello.", to=ADA, **more):
        return self.gets("sendMessage", chat_id=to, text=text, **more)


def buttons(*titles, data="go"):
    return {"inline_keyboard": [[{"text": title, "callback_data": data}] for title in titles]}


@pytest.fixture
def server():
    with TelegramServer() as server:
        server.stops_time()
        yield server


@pytest.fixture
def bot(server):
    bot = PlainBot(server)
    yield bot
    bot.client.close()


@pytest.fixture
def ada(server):
    """Somebody who has started the bot, which knows it."""
    ada = server.person(ADA, first_name="Ada", language_code="en")
    ada.starts()
    server._world.queue.keep_last(0)
    return ada


@dataclass
class Receiver:
    """A webhook. It answers 200, or what stands in `answers` first. `hears` waits for so many requests."""

    url: str = ""
    answers: list = field(default_factory=list)
    requests: list = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    async def take(self, request: Request) -> Response:
        body = await request.json()
        with self.changed:
            self.requests.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), body))
            status, headers = self.answers.pop(0) if self.answers else (200, {})
            self.changed.notify_all()
        return Response(status_code=status, headers=headers)

    def hears(self, count):
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.requests) >= count, 20), self.requests
            return [body for _, body in self.requests[:count]]


async def nothing():
    pass


@pytest.fixture
def receiver():
    receiver = Receiver()
    http = HttpThread(Starlette(routes=[Route("/hook", receiver.take, methods=["POST"])]), nothing)
    http.start()
    receiver.url = f"http://127.0.0.1:{http.port}/hook"
    yield receiver
    http.stop()
