"""Signing in on the page: both steps, one answer for every refusal, nothing for a stranger to plant or to learn."""

import re
from dataclasses import replace

import pytest

from bot.pages.limits import NewSessions
from bot.web.staff.places import START, safe_next
from tests.unit.colleagues import PASSWORD, join
from tests.unit.web.staff_site import StaffBrowser, StaffFacts, StaffServices, serve

ELSEWHERE = [
    "//evil.example",
    "///evil.example",
    "////evil.example/staff",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/staff\\..\\..\\evil",
    "https://evil.example",
    "HTTPS://evil.example/staff",
    "https:evil.example",
    "https:/evil.example",
    "http:///evil.example",
    "javascript:alert(1)",
    "data:text/html,hello",
    "evil.example",
    "/evil",
    "/staffing",
    "/staff//evil.example",
    "/staff/../../evil",
    "/staff/..;/evil",
    "/staff/%2e%2e/evil",
    "/staff%0d%0aLocation: //evil.example",
    "/staff\r\nSet-Cookie: a=b",
    "/staff\nLocation: //evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/staff\x00",
    "/staff\u2028",
    "/\u2215evil.example",
    "//evil.example@testserver/staff",
    "http://testserver@evil.example/staff",
    "//[evil",
    "/staff/" + "x" * 300,
    "",
]
OURS = ["/staff", "/staff/inbox", "/staff/inbox?state=new&page=2", "/support", "/support/entries/1"]


@pytest.fixture(autouse=True)
def _quick(quick_passwords):
    pass


@pytest.fixture
def services(accounts, clock):
    return StaffServices(accounts, clock)


@pytest.fixture
def browser(services):
    return StaffBrowser(serve(services))


@pytest.fixture
def ada(accounts, clock):
    return join(accounts, clock)


def sign_in(browser, who, back=""):
    who.clock.move(minutes=1)
    browser.get("/staff/sign-in", params={"next": back})
    page = browser.send("/staff/sign-in", email=who.email, password=PASSWORD, next=back)
    assert page.status_code == 303, page.text
    browser.get(page.headers["location"])
    return browser.send("/staff/sign-in/code", code=who.code(), next=back)


def without_token(page):
    """A page but for the token of its form, which differs from browser to browser."""
    return re.sub(r'(name="csrf" value=)"[^"]+"', r"\1", page.text)


def test_both_steps_lead_to_the_first_page_of_ones_own(browser, ada):
    page = sign_in(browser, ada)

    assert (page.status_code, page.headers["location"]) == (303, "/staff")
    assert browser.get("/staff").headers["location"] == "/staff/account"
    assert "Ada Example" in browser.get("/staff/account").text


def test_the_password_alone_opens_nothing(browser, ada):
    browser.get("/staff/sign-in")
    browser.send("/staff/sign-in", email=ada.email, password=PASSWORD)

    assert browser.session
    assert browser.get("/staff/account").headers["location"].startswith("/staff/sign-in")


def test_the_fields_help_whoever_types_or_pastes(browser, ada):
    """WCAG 2.2, 3.3.8: nothing to remember, nothing in the way of a password manager."""
    page = browser.get("/staff/sign-in").text
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert "maxlength" not in page
    browser.send("/staff/sign-in", email=ada.email, password=PASSWORD)
    page = browser.get("/staff/sign-in/code").text
    assert 'autocomplete="one-time-code"' in page
    assert 'inputmode="numeric"' in page


def test_a_recovery_code_takes_the_place_of_the_phone_once(browser, ada):
    for works in (True, False):
        browser.cookies.clear()
        browser.get("/staff/sign-in")
        browser.send("/staff/sign-in", email=ada.email, password=PASSWORD)
        browser.get("/staff/sign-in/code")
        answer = browser.send("/staff/sign-in/code", recovery=ada.codes[0])
        assert answer.status_code == (303 if works else 422)


def test_a_code_works_once(browser, services, ada):
    sign_in(browser, ada)
    other = StaffBrowser(serve(services))
    other.get("/staff/sign-in")
    other.send("/staff/sign-in", email=ada.email, password=PASSWORD)

    answer = other.send("/staff/sign-in/code", code=ada.code())

    assert answer.status_code == 422
    assert "was used before" in answer.text


def test_every_refusal_is_the_same_answer(services, accounts, ada, clock):
    app = serve(services)
    locked = join(accounts, clock, "ben@example.org")
    for _ in range(5):
        browser = StaffBrowser(app)
        browser.get("/staff/sign-in")
        browser.send("/staff/sign-in", email=locked.email, password="a wrong long password")
    disabled = join(accounts, clock, "cat@example.org")
    accounts.disable(disabled.id, "command line")
    accounts.add("dan@example.org", "Dan Example", "command line")

    answers = []
    for email, password in (
        (ada.email, "a wrong long password"),
        ("nobody@example.org", PASSWORD),
        (locked.email, PASSWORD),
        (disabled.email, PASSWORD),
        ("dan@example.org", PASSWORD),
    ):
        browser = StaffBrowser(app)
        browser.get("/staff/sign-in")
        answer = browser.send("/staff/sign-in", email=email, password=password)
        headers = {name: value for name, value in answer.headers.items() if name != "content-length"}
        answers.append((answer.status_code, headers, without_token(answer).replace(email, "EMAIL"), browser.session))

    assert answers[0][0] == 422
    assert all(answer == answers[0] for answer in answers)
    assert answers[0][3] == ""


def test_what_was_typed_as_an_address_is_put_back_and_the_password_is_not(browser, ada):
    browser.get("/staff/sign-in")
    page = browser.send("/staff/sign-in", email='a"><script>alert(1)</script>', password="a wrong long password")

    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    assert "a wrong long password" not in page.text


@pytest.mark.parametrize(("email", "password", "words"), [("", "x", "email address"), ("x", "", "password")])
def test_what_is_missing_is_said_and_costs_no_try(browser, accounts, ada, email, password, words):
    browser.get("/staff/sign-in")
    page = browser.send("/staff/sign-in", email=email, password=password)

    assert page.status_code == 422
    assert f"Enter your {words}" in page.text
    assert "<title>Error: Sign in" in page.text


def test_five_wrong_codes_lead_back_to_the_password(browser, ada):
    browser.get("/staff/sign-in")
    browser.send("/staff/sign-in", email=ada.email, password=PASSWORD)
    browser.get("/staff/sign-in/code")
    answers = [browser.send("/staff/sign-in/code", code=ada.wrong_code()) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [422] * 5
    assert "Start again" in answers[4].text
    assert browser.session == ""
    assert browser.send("/staff/sign-in", email=ada.email, password=PASSWORD).status_code == 422


def test_the_second_step_by_itself_leads_to_the_first(browser, ada):
    assert browser.get("/staff/sign-in/code").headers["location"] == "/staff/sign-in"
    browser.get("/staff/sign-in")
    answer = browser.send("/staff/sign-in/code", code=ada.code())
    assert answer.status_code == 422
    assert "Start again" in answer.text


def test_each_step_gives_the_browser_a_new_token(browser, ada):
    """Session fixation: whatever was planted before is worth nothing after."""
    browser.carry("planted")
    browser.get("/staff/sign-in")
    browser.send("/staff/sign-in", email=ada.email, password=PASSWORD)
    half_way = browser.session
    ada.clock.move(minutes=1)
    browser.get("/staff/sign-in/code")
    browser.send("/staff/sign-in/code", code=ada.code())
    whole = browser.session

    assert len({"planted", half_way, whole}) == 3
    for token in ("planted", half_way):
        other = StaffBrowser(browser._client._transport.app).carry(token)
        assert other.get("/staff/account").status_code == 303


@pytest.mark.parametrize("address", ELSEWHERE)
def test_the_way_back_never_leads_elsewhere(address):
    assert safe_next(address) == START


@pytest.mark.parametrize("address", OURS)
def test_the_way_back_leads_to_a_page_of_ours(address):
    assert safe_next(address) == address


def test_no_address_sent_along_gets_into_a_redirect_or_a_header(browser, ada):
    sign_in(browser, ada)
    for address in ELSEWHERE:
        again = browser.get("/staff/sign-in", params={"next": address})
        assert (again.status_code, again.headers["location"]) == (303, "/staff"), address
    for address in ELSEWHERE[::3]:
        browser.cookies.clear()
        answer = sign_in(browser, ada, back=address)
        assert answer.headers["location"] == "/staff", address
        assert "evil" not in str(answer.headers)


def test_a_page_asked_for_is_shown_after_signing_in(browser, ada):
    asked = browser.get("/staff/account?done=ended")
    assert asked.headers["location"] == "/staff/sign-in?next=/staff/account%3Fdone%3Dended"
    assert sign_in(browser, ada, back="/staff/account?done=ended").headers["location"] == "/staff/account?done=ended"


@pytest.mark.parametrize("path", ["/staff/sign-in", "/staff/sign-in/code"])
@pytest.mark.parametrize("csrf", ["", "wrong", "0" * 64, "\u2603"])
def test_a_form_without_its_token_does_nothing_and_is_shown_again(browser, ada, path, csrf):
    browser.get("/staff/sign-in")
    answer = browser.post(path, csrf=csrf, email=ada.email, password=PASSWORD, code=ada.code())

    assert answer.status_code == 403
    assert "Nothing was done" in answer.text
    assert browser.session == ""


def test_a_token_from_another_browser_does_not_fit(services, ada):
    app = serve(services)
    mine, theirs = StaffBrowser(app), StaffBrowser(app)
    mine.get("/staff/sign-in")
    theirs.get("/staff/sign-in")

    assert mine.csrf != theirs.csrf
    answer = theirs.post("/staff/sign-in", csrf=mine.csrf, email=ada.email, password=PASSWORD)
    assert answer.status_code == 403


def test_another_site_cannot_sign_anybody_in(browser, ada):
    browser.get("/staff/sign-in")
    answer = browser.request(
        "POST",
        "/staff/sign-in",
        data={"csrf": browser.csrf, "email": ada.email, "password": PASSWORD},
        headers={"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 403
    assert browser.session == ""


def test_the_cookies_are_for_this_site_alone(services, ada):
    browser = StaffBrowser(serve(services))
    shown = browser.get("/staff/sign-in").headers["set-cookie"].lower()
    page = browser.send("/staff/sign-in", email=ada.email, password=PASSWORD).headers["set-cookie"].lower()
    for cookie in (shown, page):
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert "path=/" in cookie
        assert "max-age" not in cookie
        assert "domain" not in cookie
        assert "secure" not in cookie


def test_over_https_the_cookies_are_tied_to_the_host(services, ada):
    address = "https://notes.example.org"
    browser = StaffBrowser(serve(replace(services, settings=StaffFacts(address))), address)
    shown = browser.get("/staff/sign-in").headers["set-cookie"]
    page = browser.send("/staff/sign-in", email=ada.email, password=PASSWORD).headers["set-cookie"]
    assert shown.startswith("__Host-what_matters_staff_form=")
    assert page.startswith("__Host-what_matters_staff=")
    assert "Secure" in shown
    assert "Secure" in page
    assert sign_in(browser, ada).status_code == 303


def test_signing_out_ends_the_session_on_the_server(browser, accounts, ada):
    sign_in(browser, ada)
    token = browser.session
    browser.get("/staff/account")

    answer = browser.send("/staff/sign-out")

    assert answer.headers["location"] == "/staff/sign-in"
    assert browser.session == ""
    assert accounts.sessions.staff_of(token) is None


def test_signing_out_cannot_be_set_off_by_a_link_or_without_a_token(browser, accounts, ada):
    sign_in(browser, ada)

    assert browser.get("/staff/sign-out").status_code == 405
    assert browser.post("/staff/sign-out").status_code == 403
    assert accounts.sessions.staff_of(browser.session)


def test_too_many_tries_from_one_address_wait(services, ada):
    browser = StaffBrowser(serve(replace(services, sign_in_tries=NewSessions(3, lambda: 0.0))))
    browser.get("/staff/sign-in")
    answers = [browser.send("/staff/sign-in", email="x@example.org", password="x" * 12) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [422, 422, 422, 429]
    assert answers[3].headers["retry-after"]
    assert browser.get("/staff/sign-in").status_code == 200


def test_a_session_that_is_ended_elsewhere_ends_here_at_the_next_page(browser, accounts, ada):
    sign_in(browser, ada)
    assert browser.get("/staff/account").status_code == 200
    accounts.disable(ada.id, "command line")
    assert browser.get("/staff/account").status_code == 303


def test_no_page_of_it_is_kept_by_a_browser(browser, ada):
    pages = [browser.get("/staff/sign-in"), sign_in(browser, ada), browser.get("/staff/account")]
    assert {page.headers["cache-control"] for page in pages} == {"no-store"}


def test_logs_hold_no_address_and_no_secret(browser, ada, caplog):
    caplog.set_level("DEBUG")
    browser.get("/staff/sign-in")
    browser.send("/staff/sign-in", email="typed@example.org", password="a wrong long password")
    sign_in(browser, ada)
    browser.get("/staff/teams")

    logged = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("bot"))
    assert f"account {ada.id} was refused a page for administrators" in logged
    assert "@" not in logged
    assert "password" not in logged
