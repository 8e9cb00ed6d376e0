"""One running stack with a bot for all system tests, somebody new for each, and a way to break and to mend things."""

from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from tests.system.stack import Person, Stack, make_stack
from tests.telegram_server import Limits, TelegramServer


@pytest.fixture(scope="session")
def telegram() -> Iterator[TelegramServer]:
    """Telegram's stand-in, whose bot the stack is."""
    with TelegramServer(limits=Limits.without_rates()) as server:
        yield server


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory, telegram: TelegramServer) -> Iterator[Stack]:
    """All processes, up and ready; stopped at the end."""
    bot = {"telegram_token": SecretStr(telegram.token), "telegram_api_url": telegram.root}
    stack = make_stack(tmp_path_factory.mktemp("stack"), **bot)
    stack.proxy.start()
    try:
        for name in stack.services:
            stack.start(name)
        stack.wait_until_ready()
        yield stack
    finally:
        stack.stop()


@pytest.fixture
def person(stack: Stack) -> Person:
    """Somebody new."""
    return Person(stack.url)


@pytest.fixture
def faults(stack: Stack) -> Iterator[Stack]:
    """The stack, put right again after the test whatever it did."""
    yield stack
    stack.proxy.mode = "normal"
    for name in stack.services:
        if name not in stack.running:
            stack.start(name)
        stack.thaw(name)
    stack.wait_until_ready()
