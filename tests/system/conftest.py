"""One running stack for all system tests, somebody new for each, and a way to break things and have them put right."""

from collections.abc import Iterator

import pytest

from tests.system.stack import Person, Stack, make_stack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """All processes, up and ready; stopped at the end."""
    stack = make_stack(tmp_path_factory.mktemp("stack"))
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
