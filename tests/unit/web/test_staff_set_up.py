"""A set-up link on the page: a password, a phone, ten codes, and then it is used up."""

import re

import pyotp
import pytest

from tests.unit.colleagues import PASSWORD
from tests.unit.web.staff_site import StaffBrowser, StaffServices, serve


@pytest.fixture(autouse=True)
def _quick(quick_passwords):
    pass


@pytest.fixture
def browser(accounts, clock):
    return StaffBrowser(serve(StaffServices(accounts, clock)))


@pytest.fixture
def place(accounts):
    _account, link = accounts.add("ben@example.org", "Ben Example", "command line")
    return f"/staff/set-up/{link}"


def choose(browser, place, password=PASSWORD, again=PASSWORD):
    browser.get(place)
    return browser.send(place, password=password, again=again)


def secret_on(page):
    return re.search(r'staff-secret"[^>]*>([A-Z2-7 ]+)<', page.text).group(1).replace(" ", "")


def code_of(secret, clock):
    return pyotp.TOTP(secret).generate_otp(int(clock.now().timestamp()) // 30)


def test_a_link_leads_from_a_password_over_a_phone_to_ten_codes_and_in(browser, place, clock, accounts):
    first = browser.get(place)
    assert "This account is for Ben Example" in first.text
    assert 'value="ben@example.org"' in first.text
    assert first.text.count('autocomplete="new-password"') == 2
    assert choose(browser, place).headers["location"] == f"{place}/phone"
    page = browser.get(f"{place}/phone")
    assert 'autocomplete="one-time-code"' in page.text
    done = browser.send(f"{place}/phone", code=code_of(secret_on(page), clock))

    assert done.status_code == 200
    codes = re.findall(r"<li>([A-Z2-9-]{19})</li>", done.text)
    assert len(set(codes)) == 10
    assert "data-print" in done.text
    assert accounts.sessions.staff_of(browser.session).name == "Ben Example"
    assert browser.get("/staff/account").status_code == 200


def test_the_qr_code_is_an_image_of_our_own_and_holds_the_same_secret(browser, place):
    choose(browser, place)
    page = browser.get(f"{place}/phone")
    image = browser.get(re.search(r'<img class="staff-qr" src="([^"]+)"', page.text).group(1))

    assert image.headers["content-type"] == "image/svg+xml"
    assert image.headers["cache-control"] == "no-store"
    assert image.text.startswith("<svg")
    assert "style=" not in image.text
    assert "script" not in image.text


def test_looking_at_a_link_uses_nothing_up(browser, place):
    for _ in range(3):
        assert browser.get(place).status_code == 200


def test_a_used_link_a_made_up_one_and_an_old_one_look_the_same(browser, place, accounts, clock):
    choose(browser, place)
    page = browser.get(f"{place}/phone")
    browser.send(f"{place}/phone", code=code_of(secret_on(page), clock))
    _account, link = accounts.add("cat@example.org", "Cat Example", "command line")
    clock.move(days=3)
    old = f"/staff/set-up/{link}"

    answers = {
        (answer.status_code, answer.text)
        for each in (place, old, "/staff/set-up/made-up")
        for answer in (
            browser.get(each),
            browser.send(each, password=PASSWORD, again=PASSWORD),
            browser.get(f"{each}/phone"),
            browser.get(f"{each}/phone.svg"),
            browser.send(f"{each}/phone", code="123456"),
        )
    }
    assert len(answers) == 1
    [(status, text)] = answers
    assert status == 404
    assert "This link does not work" in text


def test_the_phone_comes_after_the_password(browser, place):
    for path in (f"{place}/phone", f"{place}/phone.svg"):
        assert browser.get(path).headers["location"] == place
    browser.get(place)
    assert browser.send(f"{place}/phone", code="123456").headers["location"] == place


@pytest.mark.parametrize(
    ("password", "again", "words"),
    [
        ("", "", "Choose a password"),
        (PASSWORD, "", "once more"),
        (PASSWORD, PASSWORD + "s", "differ"),
        ("short", "short", "at least 12"),
        ("password12345", "password12345", "easy to guess"),
        ("ben@example.org", "ben@example.org", "too close"),
    ],
)
def test_what_is_wrong_with_a_password_is_said(browser, place, password, again, words):
    page = choose(browser, place, password, again)

    assert page.status_code == 422
    assert words in page.text
    assert "<title>Error: " in page.text
    assert browser.get(f"{place}/phone").status_code == 303


def test_a_wrong_code_is_said_and_the_link_goes_on(browser, place, clock):
    choose(browser, place)
    page = browser.get(f"{place}/phone")
    for code in ("", "000", "abcdef"):
        assert browser.send(f"{place}/phone", code=code).status_code == 422
    assert browser.send(f"{place}/phone", code=code_of(secret_on(page), clock)).status_code == 200


def test_a_form_without_its_token_changes_nothing(browser, place):
    browser.get(place)
    answer = browser.post(place, password=PASSWORD, again=PASSWORD)
    assert answer.status_code == 403
    assert browser.get(f"{place}/phone").status_code == 303


@pytest.mark.parametrize(
    "link", ["%2e%2e", "x%0d%0aSet-Cookie:%20a=b", "%00", "x" * 3000, "%ff", "'%22%3E%3Cscript%3E"]
)
def test_a_strange_link_is_told_kindly(browser, link):
    answer = browser.get(f"/staff/set-up/{link}")
    assert answer.status_code in {303, 404}
    assert "<script>" not in answer.text.replace('<script src="', "")
    assert "a=b" not in str(answer.headers)
