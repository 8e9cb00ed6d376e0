"""Signing in through the organisation, as the browser sees it: away, and back by a page of our own."""

from dataclasses import replace

import httpx
import pytest

from bot.accounts.provider import Provider, Registered
from bot.web.staff.through_provider import RETURN
from tests.unit.identity_provider import CLIENT, SECRET, FakeProvider, serving
from tests.unit.web.staff_site import StaffBrowser, StaffServices, serve


@pytest.fixture
def fake(clock):
    with serving(FakeProvider(clock)) as fake:
        yield fake


@pytest.fixture
def services(accounts, clock, fake, key):
    plain = StaffServices(accounts, clock)
    registered = Registered(fake.issuer, CLIENT, SECRET, f"{plain.settings.public_url}{RETURN}")
    return replace(plain, provider=Provider(registered, key, clock, httpx.HTTPTransport()))


@pytest.fixture
def browser(services):
    return StaffBrowser(serve(services))


def away_and_back(browser, fake, page=""):
    away = browser.get("/staff/sign-in/organisation", params={"next": page})
    assert away.status_code == 303
    sent = fake.consent(away.headers["location"])
    assert sent.pop("redirect_uri") == "http://testserver/staff/sign-in/organisation/return"
    return away, browser.get("/staff/sign-in/organisation/return", params=sent)


def test_somebody_with_an_account_is_signed_in_and_led_on(browser, fake, accounts):
    account, _link = accounts.add("ada@example.org", "Ada Example", "command line")
    away, page = away_and_back(browser, fake, "/staff/account")

    assert page.status_code == 200  # a redirect would leave the strict cookie behind
    assert '<a href="/staff/account">Go on</a>' in page.text
    assert 'content="0; url=/staff/account"' in page.text
    assert accounts.sessions.staff_of(browser.session).id == account
    errand = away.headers["set-cookie"].lower()
    assert "samesite=lax" in errand
    assert "httponly" in errand
    assert "max-age=600" in errand
    cookies = [value.lower() for value in page.headers.get_list("set-cookie")]
    assert any("what_matters_staff=" in cookie and "samesite=strict" in cookie for cookie in cookies)
    assert any("what_matters_staff_provider=" in cookie and "max-age=0" in cookie for cookie in cookies)


@pytest.mark.parametrize("page", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_the_way_on_never_leads_elsewhere(browser, fake, accounts, page):
    accounts.add("ada@example.org", "Ada Example", "command line")
    _away, shown = away_and_back(browser, fake, page)
    assert "evil" not in shown.text
    assert '<a href="/staff">Go on</a>' in shown.text


def test_somebody_without_an_account_is_told_kindly(browser, fake):
    _away, page = away_and_back(browser, fake)
    assert page.status_code == 403
    assert "You have no account here yet" in page.text
    assert browser.session == ""


def test_one_that_was_broken_off_signs_nobody_in(browser, fake, accounts):
    accounts.add("ada@example.org", "Ada Example", "command line")
    page = browser.get("/staff/sign-in/organisation/return", params={"error": "access_denied", "state": "x"})
    assert page.status_code == 403
    assert "access_denied" not in page.text
    assert browser.session == ""


def test_somebody_elses_way_back_signs_nobody_in(services, fake, accounts):
    accounts.add("ada@example.org", "Ada Example", "command line")
    app = serve(services)
    attacker, victim = StaffBrowser(app), StaffBrowser(app)
    sent = fake.consent(attacker.get("/staff/sign-in/organisation").headers["location"])
    assert victim.get("/staff/sign-in/organisation/return", params=sent).status_code == 403
    assert victim.session == ""


def test_a_provider_that_is_down_is_said_to_be_down(browser, fake):
    fake.down = True
    page = browser.get("/staff/sign-in/organisation")
    assert page.status_code == 503
    assert "does not answer" in page.text


def test_the_way_is_offered_only_where_there_is_one(browser, services):
    assert "Sign in through your organisation" in browser.get("/staff/sign-in").text
    without = StaffBrowser(serve(replace(services, provider=None)))
    assert "Sign in through your organisation" not in without.get("/staff/sign-in").text
    assert without.get("/staff/sign-in/organisation").status_code == 404
