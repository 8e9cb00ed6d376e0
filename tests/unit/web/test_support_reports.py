"""That number is wrong: one tap, counted once for a browser, and never enough to empty the directory."""

import pytest
from sqlalchemy import select

from bot.store.tables.directory import NumberReportRow
from tests.unit.web.conftest import Browser
from tests.unit.web.support_fakes import LINE, ODD, SupportSettings, serve_support, support_on


def report(visitor, service=LINE.id, **options):
    return visitor.post("/support/number-wrong", data={"service": service}, **options)


def test_a_report_is_thanked_and_remembered_by_a_cookie_of_30_days(visitor):
    answer = report(visitor)

    cookie = answer.headers["set-cookie"]
    assert "A number that two people report is hidden until it has been checked." in answer.text
    assert LINE.name in answer.text
    assert {"HttpOnly", "SameSite=strict", "Path=/", "Max-Age=2592000"} <= set(cookie.split("; "))


def test_over_https_the_cookie_is_for_this_site_alone(open_transaction, clock):
    settings = SupportSettings("https://notes.example.org")
    app = serve_support(support_on(open_transaction, clock, settings))

    cookie = report(Browser(app, settings.public_url)).headers["set-cookie"]

    assert cookie.startswith("__Host-what_matters_reporter=")
    assert "Secure" in cookie


def test_one_browser_counts_once_and_a_second_hides_the_number(visitor, support):
    report(visitor)
    report(visitor)
    assert not support.directory.entry(LINE.id).number_wrong

    visitor.cookies.clear()
    report(visitor)

    assert support.directory.entry(LINE.id).number_wrong


def test_nothing_of_the_cookie_reaches_the_store(visitor, open_transaction):
    cookie = report(visitor).headers["set-cookie"].partition("=")[2].partition(";")[0]

    with open_transaction(reading=True) as transaction:
        (kept,) = transaction.session.scalars(select(NumberReportRow.reporter))
    assert cookie not in kept


def test_the_script_gets_a_thank_you_that_is_read_out(visitor):
    answer = report(visitor, headers={"HX-Request": "true"}).text

    assert answer.strip().startswith('<p class="thanks" role="status">Thank you.')
    assert "<html" not in answer


@pytest.mark.parametrize("service", ["", "none", ODD.id])
def test_what_has_no_number_cannot_be_reported(visitor, service):
    answer = report(visitor, service)

    assert answer.status_code == 404
    assert "set-cookie" not in answer.headers


def test_one_address_cannot_hide_one_number_after_another(visitor):
    answers = []
    for _ in range(4):
        visitor.cookies.clear()
        answers.append(report(visitor).status_code)

    assert answers == [200, 200, 200, 429]


def test_looking_at_the_address_reports_nothing(visitor, support):
    assert visitor.get("/support/number-wrong").status_code == 405
    assert not any(change.kind == "reported" for change in support.directory.history(LINE.id))


def test_another_site_cannot_report_for_a_browser(visitor, support):
    report(visitor)

    assert report(visitor, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
