"""The one place that sets up logging keeps addresses and parameters out of the logs."""

import logging

import httpx
import pytest

from bot.launch.logs import QUIET, setup_logging


@pytest.fixture
def logging_as_it_was():
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in list(logging.root.manager.loggerDict))]
    before = [(each, each.level, list(each.handlers), each.propagate) for each in loggers]
    yield
    for each in (logging.getLogger(name) for name in (*QUIET, "bot", "actions", "uvicorn", "uvicorn.access")):
        each.setLevel(logging.NOTSET)
        each.handlers = []
        each.propagate = True
    for each, level, handlers, propagate in before:
        each.setLevel(level)
        each.handlers = handlers
        each.propagate = propagate


@pytest.mark.usefixtures("logging_as_it_was")
def test_addresses_are_not_logged_even_when_debugging(capsys):
    setup_logging("DEBUG")
    client = httpx.Client(transport=httpx.MockTransport(lambda request: httpx.Response(200)))
    client.get("https://example.org/s/secret-token")
    logging.getLogger("uvicorn.access").warning('127.0.0.1 - "GET /s/secret-token HTTP/1.1" 200')
    logging.getLogger("sqlalchemy.engine.Engine").info("[parameters] secret-token")
    assert "secret-token" not in capsys.readouterr().err


@pytest.mark.usefixtures("logging_as_it_was")
def test_our_own_lines_are_logged_once(capsys):
    setup_logging()
    logging.getLogger("bot.channels.inbound").info("turn %s answered", "t1")
    assert capsys.readouterr().err.count("turn t1 answered") == 1
