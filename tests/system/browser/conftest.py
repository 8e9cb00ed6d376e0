"""One Chromium for each module (Playwright's event loop must not outlive it: other tests run loops of their own)."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, expect, sync_playwright

from bot.channels.web_chat.session_cookie import SessionCookie
from tests.system.browser.visitor import ANSWER_MS, Visitor
from tests.system.stack import Person, Stack

QUIETLY = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DESKTOP = {"width": 1280, "height": 800}

NewVisitor = Callable[..., Visitor]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The installed Chromium, or the one of `playwright install chromium`."""
    path = next(filter(None, map(shutil.which, INSTALLED)), None)
    expect.set_options(timeout=ANSWER_MS)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=QUIETLY)
        except Error as error:
            if path is None and "Executable doesn't exist" in error.message:
                pytest.fail("there is no Chromium; get one with: .venv/bin/playwright install chromium")
            raise
        yield browser
        browser.close()


@pytest.fixture
def new_visitor(chromium: Browser, stack: Stack) -> Iterator[NewVisitor]:
    """Makes browser profiles that share nothing. At the end none may hold a complaint."""
    visitors: list[Visitor] = []

    def make(**options: Any) -> Visitor:
        context = chromium.new_context(**{"viewport": DESKTOP, "locale": "en-GB"} | options)
        visitors.append(Visitor(context, stack.url))
        return visitors[-1]

    yield make
    for visitor in visitors:
        visitor.context.close()
    complaints = [complaint for visitor in visitors for complaint in visitor.complaints]
    assert not complaints, complaints


@pytest.fixture
def visitor(new_visitor: NewVisitor) -> Visitor:
    """Somebody new at a desk."""
    return new_visitor()


@pytest.fixture
def cookie_name(stack: Stack) -> str:
    return SessionCookie(stack.settings.public_url).name


@pytest.fixture
def arriving_at(stack: Stack, new_visitor: NewVisitor, cookie_name: str) -> Callable[..., Visitor]:
    """Somebody new who has already come to a question (named as in bot.model.position), not yet on the page."""

    def come(question: str, **options: Any) -> Visitor:
        person = Person(stack.url)
        person.reaches(question)
        person.client.close()
        return new_visitor(**options).is_(cookie_name, person.session)

    return come
