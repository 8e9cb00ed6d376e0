"""Going on in a browser with a conversation begun elsewhere: looking uses nothing up, the button opens it once."""

import logging
from dataclasses import dataclass, field

import pytest
from fastapi import FastAPI

from bot.channels import web_chat
from bot.channels.inbound import Inbound
from bot.channels.lines import Lines
from bot.channels.turn_store import TurnStore
from bot.channels.web_chat.session_cookie import SessionCookie
from bot.model.draft import Draft, Kind, Line
from bot.model.headings import Heading
from bot.model.position import Door
from bot.pages.limits import NewSessions
from bot.pages.site import install
from bot.records.consent import Purpose
from bot.records.joining import JoinChannel
from tests.unit.fakes import FakeEngine, everywhere
from tests.unit.web.conftest import Browser, FakeFacts
from tests.unit.web.test_every_page import Page

BUTTON = ">\n  Open my conversation here\n</button>"
COOKIE = SessionCookie(FakeFacts().public_url).name


@dataclass
class JoinServices:
    inbound: Inbound
    settings: FakeFacts = field(default_factory=FakeFacts)
    new_sessions: NewSessions = field(default_factory=lambda: NewSessions(60, lambda: 0.0))
    join_tries: NewSessions = field(default_factory=lambda: NewSessions(60, lambda: 0.0))


@pytest.fixture
def engine():
    return FakeEngine()


@pytest.fixture
def services(begin, engine):
    return JoinServices(Inbound(TurnStore(begin), engine, Lines()))


def site(services):
    app = FastAPI(docs_url=None, redoc_url=None)
    install(app, services.settings)
    app.include_router(web_chat.routes(services))
    app.include_router(web_chat.join_routes(services))
    return app


@pytest.fixture
def browser(services):
    return Browser(site(services), services.settings.public_url)


@pytest.fixture
def code(begin, person):
    """A link's code, made on Telegram."""
    with begin() as records:
        records.sessions.open(person, "telegram")
        made = records.joining.make(person, JoinChannel.WEB)
        records.commit()
    return made


def who(begin, browser):
    with begin() as records:
        return records.sessions.person(browser.cookies.get(COOKIE, ""))


def holds_session(browser, token):
    browser.cookies.clear()
    browser.cookies.set(COOKIE, token, domain="testserver.local", path="/")


def comes(begin, browser, draft=None, *, keeps=False):
    """Somebody was in this browser before, perhaps with something written or kept."""
    with begin() as records:
        here = records.people.create()
        holds_session(browser, records.sessions.open(here, "web"))
        if draft is not None:
            records.drafts.put(here, draft)
        if keeps:
            records.consents.give(here, Purpose.KEEP)
            records.summaries.keep(here, Door.ME, (Line("l1", Heading.SUPPORT, Kind.SUPPORT, 0, "a chair"),))
        records.commit()
    return here


DRAFT = Draft().adding(Heading.MOST_IMPORTANT, Kind.WHAT, 0, "my garden")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_uses_nothing_up_and_makes_nobody(begin, browser, code, person, method):
    for _ in range(3):
        looked = browser.request(method, f"/join/{code}")
        assert looked.status_code == 200
        assert "set-cookie" not in looked.headers
    assert BUTTON in browser.get(f"/join/{code}").text
    browser.post(f"/join/{code}")
    assert who(begin, browser) == person


def test_the_button_opens_the_conversation_and_leads_to_the_chat(begin, browser, code, person, database):
    page = browser.post(f"/join/{code}")
    assert [step.status_code for step in page.history] == [303]
    assert page.url.path == "/"
    assert ">Carry on</button>" in page.text
    assert who(begin, browser) == person
    with begin() as records:
        assert records.sessions.channel(browser.cookies[COOKIE]) == "web"
    assert "audit" in everywhere(database, "joined")


def test_the_cookie_is_as_careful_as_the_chats(browser, code):
    cookie = browser.post(f"/join/{code}").history[0].headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_code_opens_one_browser(begin, services, browser, code, person):
    browser.post(f"/join/{code}")
    other = Browser(site(services), services.settings.public_url)
    for answer in (other.get(f"/join/{code}"), other.post(f"/join/{code}")):
        assert answer.status_code == 404
        assert "This link has ended" in answer.text
        assert "set-cookie" not in answer.headers
    assert "open here already" in browser.get(f"/join/{code}").text


@pytest.mark.parametrize("wrong", ["x", "A" * 22, "%00", "%E2%9D%A4", "a%22%3Cb"])
def test_a_wrong_code_gets_a_kind_page(browser, wrong):
    for method in ("GET", "POST"):
        answer = browser.request(method, f"/join/{wrong}")
        assert answer.status_code == 404
        assert "This link has ended" in answer.text


def test_an_old_code_gets_the_same_page(browser, clock, code):
    clock.move(minutes=15)
    assert browser.get(f"/join/{code}").text == browser.get("/join/unknown").text.replace("unknown", code)
    assert browser.post(f"/join/{code}").status_code == 404


def test_a_code_for_telegram_does_not_work_here(begin, browser, person):
    with begin() as records:
        made = records.joining.make(person, JoinChannel.TELEGRAM)
        records.commit()
    assert browser.post(f"/join/{made}").status_code == 404


def test_a_conversation_that_holds_nothing_is_let_go(begin, browser, engine, code, person, database):
    nobody = comes(begin, browser)
    old = browser.cookies[COOKIE]
    assert BUTTON in browser.get(f"/join/{code}").text
    browser.post(f"/join/{code}")
    assert who(begin, browser) == person
    assert browser.cookies[COOKIE] != old
    assert engine.forgotten == [nobody]
    assert set(everywhere(database, nobody)) <= {"audit"}


def test_a_draft_is_left_behind_only_after_a_clear_yes(begin, browser, engine, code, person):
    left = comes(begin, browser, DRAFT)
    looked, pressed = browser.get(f"/join/{code}"), browser.post(f"/join/{code}")
    assert (looked.status_code, pressed.status_code) == (200, 409)
    for page in (looked, pressed):
        assert "wrote something that you have not kept" in page.text
        assert "deleted after 45 days" in page.text
        assert 'name="leave" value="yes"' in page.text
        assert BUTTON not in page.text
    assert who(begin, browser) == left

    browser.post(f"/join/{code}", data={"leave": "yes"})

    assert who(begin, browser) == person
    assert engine.forgotten == []
    with begin() as records:
        assert records.drafts.get(left) == DRAFT
        assert not records.sessions.any_of(left)


def test_a_kept_summary_is_never_left(begin, browser, code):
    left = comes(begin, browser, keeps=True)
    looked = browser.get(f"/join/{code}")
    pressed = browser.post(f"/join/{code}", data={"leave": "yes"})
    assert (looked.status_code, pressed.status_code) == (200, 409)
    for page in (looked, pressed):
        assert "There is a kept summary in this browser" in page.text
        assert "<form" not in page.text
    assert who(begin, browser) == left


def test_the_same_conversation_stays_as_it_is(begin, browser, code, person):
    with begin() as records:
        holds_session(browser, records.sessions.open(person, "web"))
        records.commit()
    for page in (browser.get(f"/join/{code}"), browser.post(f"/join/{code}")):
        assert page.status_code == 200
        assert "This conversation is open here already" in page.text
    assert who(begin, browser) == person


def test_a_session_that_ended_holds_nobody_up(begin, browser, code, person):
    holds_session(browser, "no such session")
    browser.post(f"/join/{code}")
    assert who(begin, browser) == person


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}])
def test_another_site_cannot_press_the_button_even_where_there_is_no_cookie(begin, browser, code, headers):
    answer = browser.post(f"/join/{code}", headers=headers)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert browser.post(f"/join/{code}", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_one_address_tries_so_many_codes_a_minute(services):
    services.join_tries = NewSessions(3, lambda: 0.0)
    browser = Browser(site(services), services.settings.public_url)
    assert [browser.get("/join/x").status_code for _ in range(2)] == [404, 404]
    assert browser.post("/join/x").status_code == 404
    refused = browser.post("/join/x")
    assert refused.status_code == 429
    assert refused.headers["retry-after"]


def test_every_page_carries_the_headers_and_runs_nothing(begin, browser, code):
    answers = [browser.get("/join/x"), browser.get(f"/join/{code}")]
    comes(begin, browser, DRAFT)
    answers += [browser.get(f"/join/{code}"), browser.post(f"/join/{code}")]
    comes(begin, browser, keeps=True)
    answers += [browser.get(f"/join/{code}"), browser.post(f"/join/{code}")]
    for answer in answers:
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "unsafe" not in answer.headers["content-security-policy"]
        page = Page(answer.text)
        assert page.faults == []
        assert page.headings == 1
        assert page.landmarks.count("main") == 1


def test_no_log_holds_a_code(browser, code, engine, caplog):
    caplog.set_level(logging.DEBUG, logger="bot")
    browser.get(f"/join/{code}")
    browser.post(f"/join/{code}")
    browser.post(f"/join/{code}")
    assert code not in "".join(record.getMessage() for record in caplog.records if record.name.startswith("bot"))
