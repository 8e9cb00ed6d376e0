"""A trusted person's link: the same form for everybody, then a plain question; every deed has its PIN."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from fastapi import FastAPI

from bot.model.release import Say, Stage, TrustedView
from bot.pages.site import install
from bot.records.sharing import ShareClosedError, WrongPinError
from bot.web import trusted
from tests.unit.web.conftest import Browser, FakeFacts

OPENS = datetime(2026, 11, 30, 10, 15, tzinfo=UTC)
LINK = "/trusted/jos-link"


@dataclass
class FakeTrusted:
    """One link, "jos-link", whose PIN is 123456. `view` is how it stands; what is said is written down."""

    view: TrustedView = field(default_factory=lambda: view(Stage.SET))
    tries: int = 3
    said: list[Say] = field(default_factory=list)

    def say(self, token, pin, what):
        if token != "jos-link" or self.tries == 0:
            raise ShareClosedError
        if pin != "123456":
            self.tries -= 1
            raise WrongPinError(self.tries)
        self.said.append(what)
        return self.view


@dataclass(frozen=True)
class Services:
    trusted_pages: FakeTrusted
    settings: FakeFacts = field(default_factory=FakeFacts)


@pytest.fixture
def pages():
    return FakeTrusted()


@pytest.fixture
def browser(pages):
    app, services = FastAPI(docs_url=None, redoc_url=None), Services(pages)
    install(app, services.settings)
    app.include_router(trusted.routes(services))
    return Browser(app, services.settings.public_url)


def view(stage, *, you_said=False, stopped=False):
    opens_at = OPENS if stage in {Stage.WAITING, Stage.OPEN} else None
    return TrustedView(stage, you_said=you_said, stopped=stopped, delay_days=7, opens_at=opens_at)


# How it stands; what the page says; what it does not say; what can be answered.
STANDS = [
    (
        view(Stage.SET),
        (
            "Has the person who gave you this link died?",
            "The other person has not said so",
            "we wait 7 days",
            "they are told",
        ),
        ("counts no more",),
        {"died", "nothing"},
    ),
    (view(Stage.SET, stopped=True), ("It counts no more",), ("has said that they died",), {"died", "nothing"}),
    (
        view(Stage.ONE),
        ("Has the person", "The other person has said that they died", "It can be undone"),
        ("has not said so",),
        {"died", "stop", "nothing"},
    ),
    (
        view(Stage.ONE, you_said=True),
        ("We have your answer", "Nothing opens until they do"),
        ("has said that they died",),
        {"stop", "nothing"},
    ),
    (
        view(Stage.WAITING, you_said=True),
        ("Both of you have said so", "30 November 2026 at 10:15", "Until then nobody can read them"),
        (),
        {"stop", "nothing"},
    ),
    (
        view(Stage.OPEN, you_said=True),
        ("The notes are open", "30 November 2026 at 10:15", "cannot be taken back"),
        (),
        {"stop", "nothing"},
    ),
]


def test_looking_at_a_link_asks_nothing_and_tells_nothing(browser, pages):
    real, made_up = browser.get(LINK), browser.get("/trusted/made-up")

    assert real.status_code == 200
    assert real.text == made_up.text
    assert pages.said == []


@pytest.mark.parametrize(("found", "says", "never", "answers"), STANDS)
def test_behind_the_pin_it_says_how_it_stands(browser, pages, found, says, never, answers):
    pages.view = found
    page = browser.post(LINK, data={"pin": "123 456"})

    assert page.status_code == 200
    assert all(words in page.text for words in says)
    assert not any(words in page.text for words in never)
    assert {say for say in Say if f'value="{say}"' in page.text} == answers
    assert "123456" not in page.text
    assert "set-cookie" not in page.headers
    assert pages.said == [Say.NOTHING], "the PIN alone does nothing"


@pytest.mark.parametrize("what", [Say.DIED, Say.STOP, Say.NOTHING])
def test_what_is_answered_with_the_pin_is_done(browser, pages, what):
    page = browser.post(LINK, data={"pin": "123456", "asked": "1", "say": what})

    assert page.status_code == 200
    assert pages.said == [what]
    assert ("It is stopped" in page.text) is (what is Say.STOP)
    assert ("Nothing has changed" in page.text) is (what is Say.NOTHING)


@pytest.mark.parametrize("said", ["", "yes", "DIED", "<script>"])
def test_an_answer_that_is_none_does_nothing_and_is_asked_again(browser, pages, said):
    page = browser.post(LINK, data={"pin": "123456", "asked": "1", "say": said})

    assert page.status_code == 422
    assert "<title>Error: " in page.text
    assert page.text.count("Choose one of the answers") == 2
    assert "<script>alert" not in page.text
    assert pages.said == [Say.NOTHING]


@pytest.mark.parametrize("pin", ["", "abc", "999999"])
def test_without_its_pin_nothing_is_said(browser, pages, pin):
    page = browser.post(LINK, data={"pin": pin, "asked": "1", "say": "died"})

    assert page.status_code == 422
    assert "Enter the PIN" in page.text
    assert "Has the person" not in page.text
    assert pages.said == []


def test_every_closed_link_gets_the_same_page(browser, pages):
    unknown = browser.post("/trusted/made-up", data={"pin": "123456"})
    pages.tries = 0
    locked = browser.post(LINK, data={"pin": "123456"})

    assert unknown.status_code == locked.status_code == 404
    assert unknown.text == locked.text
    assert "This link is not open" in unknown.text


def test_another_site_with_a_cookie_does_not_matter_for_the_link_is_the_secret(browser):
    answer = browser.post(LINK, data={"pin": "123456"}, headers={"Origin": "null"})

    assert answer.status_code == 200


@pytest.mark.parametrize("pin", ["", "12", "999999"])
def test_an_answer_with_a_wrong_pin_is_said_not_to_be_sent(browser, pages, pin):
    answer = browser.post(LINK, data={"pin": pin, "asked": "1", "say": Say.DIED.value})
    assert "Your answer was not sent." in answer.text
    assert pages.said == []
    assert "not sent" not in browser.post(LINK, data={"pin": pin}).text
