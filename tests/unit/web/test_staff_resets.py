"""A reset is seen: on the account's own pages, by administrators, and by the leads of its team, who say whose it is."""

import re

import pytest
from sqlalchemy import event

from bot.asgi import application
from bot.bootstrap import build
from bot.model.staff import Grant, Role
from bot.settings import Settings
from tests.unit.colleagues import again, enter
from tests.unit.fakes import FakeEngine
from tests.unit.team_store import newcomer
from tests.unit.web.staff_site import StaffBrowser
from tests.unit.web.test_every_page import Page

BEN = "ben@example.org"
WORDS = "my garden at dusk"
TOLD = "Your account was set up anew."


@pytest.fixture
def site(store_folder, key, clock):
    parts = build(Settings(data_dir=store_folder, public_url="http://testserver"), clock)
    yield parts, application(parts, FakeEngine())
    parts.database.dispose()


@pytest.fixture
def accounts(site):
    return site[0].accounts


@pytest.fixture
def team(accounts):
    return accounts.add_team("Community nurses").id


@pytest.fixture
def sits(site, accounts):
    """Makes somebody with a role, and returns their account and their browser."""

    def sit(email, *grants):
        account, token = enter(accounts, email, *grants)
        browser = StaffBrowser(site[1]).carry(token)
        browser.get("/staff/account")
        return account, browser

    return sit


@pytest.fixture
def boss(sits):
    return sits("boss@example.org", Grant(Role.ADMINISTRATOR))


@pytest.fixture
def lead(sits, team):
    return sits("lee@example.org", Grant(Role.TEAM_LEAD, team))


@pytest.fixture
def ben(sits, team):
    return sits(BEN, Grant(Role.REVIEWER, team))


@pytest.fixture
def reset(site, accounts, boss, ben, clock):
    """The browser of whoever set Ben's account up anew, after the administrator had reset it on the page."""
    boss[1].get(f"/staff/accounts/{ben[0]}")
    boss[1].send(f"/staff/accounts/{ben[0]}/reset")
    clock.move(minutes=10)
    browser = StaffBrowser(site[1]).carry(again(accounts, BEN))
    browser.get("/staff/account")
    return browser


def asked_about(page):
    """The number of the reset that the form on a page names."""
    (number,) = re.findall(r'name="reset" value="(\d+)"', page)
    return number


def test_the_page_says_before_it_is_pressed_that_it_will_be_shown(boss, ben):
    page = boss[1].get(f"/staff/accounts/{ben[0]}").text
    before = page.partition("/reset")[0]
    assert "They are shown that you did it and when, and so are the leads of their teams." in before
    assert "those roles rest until" in before


def test_an_administrator_cannot_read_through_an_account_they_reset(site, boss, ben, lead, team, reset):
    """The way this was found: reset it, use the link oneself, and read."""
    _person, share = newcomer(site[0].begin, team=team)

    for path in (f"/staff/shared/{share}", f"/staff/shared/{share}/print", f"/staff/inbox/{team}"):
        page = reset.get(path)
        assert page.status_code == 403
        assert WORDS not in page.text
    assert boss[1].send(f"/staff/accounts/{ben[0]}/confirm").status_code == 422
    assert reset.get(f"/staff/shared/{share}").status_code == 403

    number = asked_about(lead[1].get(f"/staff/inbox/{team}").text)
    assert lead[1].send(f"/staff/inbox/{team}/confirm", account=ben[0], reset=number).status_code == 303
    assert WORDS in reset.get(f"/staff/shared/{share}").text


def test_whose_account_was_reset_sees_it_on_every_page_until_they_have_read_it(reset, lead):
    for path in ("/staff/account", "/staff/account/events", "/staff/inbox"):
        page = reset.get(path).text
        assert TOLD in page
        assert "Boss Example reset it on 21 November 2026 at 09:30." in page
        assert "tell your team lead or whoever runs this service" in page
    assert TOLD not in lead[1].get("/staff/account").text

    answer = reset.send("/staff/account/seen")

    assert (answer.status_code, answer.headers["location"]) == (303, "/staff/account?done=seen")
    assert TOLD not in reset.get("/staff/account?done=seen").text
    assert "Boss Example" in reset.get("/staff/account").text, "in what was done with the account it stays"


def test_ones_own_page_shows_which_roles_rest_and_whom_to_ask(reset):
    page = reset.get("/staff/account").text
    assert "Reviewer, Community nurses (rests)" in page
    assert "Speak with a lead of your team, with an administrator who did not reset it" in page


def test_ones_own_events_are_in_plain_words(reset):
    page = reset.get("/staff/account/events").text
    rows = re.findall(r"<tr>\s*<td>(.*?)</td>\s*<td>(.*?)</td>\s*<td data-label=\"Who did it\">(.*?)</td>", page)
    assert rows[-3:] == [
        ("21 November 2026 at 09:30", "Tied to the organisation’s sign-in", "On the sign-in page"),
        ("21 November 2026 at 09:30", "Role given: Reviewer, Community nurses", "Whoever runs this service"),
        ("21 November 2026 at 09:30", "The account was added", "Whoever runs this service"),
    ]
    assert (rows[2][1].split(":")[0], rows[2][2]) == ("Reset", "Boss Example")


def test_administrators_read_what_was_done_with_an_account_and_by_whom(boss, ben, lead, reset, accounts):
    accounts.confirm(ben[0], f"account:{lead[0]}", accounts.resting.of(ben[0]).reset)
    page = boss[1].get(f"/staff/accounts/{ben[0]}/events").text
    assert "What was done with the account of Ben Example" in page
    assert "Lee Example" in page
    assert '<td data-label="Who did it">You</td>' in page
    assert boss[1].get("/staff/accounts/no-such/events").status_code == 404


@pytest.mark.parametrize("before", ["", "x", "-1", "٣", "9" * 40, "1 or 1"])
def test_a_strange_place_to_begin_shows_events_and_no_fault(boss, ben, before):
    assert boss[1].get("/staff/account/events", params={"before": before}).status_code == 200
    assert boss[1].get(f"/staff/accounts/{ben[0]}/events", params={"before": before}).status_code == 200


def test_many_events_are_read_page_by_page(boss, accounts):
    account, browser = boss
    for _ in range(30):
        accounts.grants.give(account, Grant(Role.VOLUNTEER), "command line")
        accounts.grants.take_away(account, Grant(Role.VOLUNTEER), "command line")

    first = browser.get("/staff/account/events").text
    (older,) = re.findall(r'href="(/staff/account/events\?before=\d+)"', first)
    last = browser.get(older).text

    assert "The account was added" not in first
    assert "The account was added" in last
    assert "?before=" not in last


def test_another_administrator_can_say_whose_it_is_and_sees_what_to_ask(sits, boss, ben, reset, accounts):
    place = f"/staff/accounts/{ben[0]}"
    page = boss[1].get(place).text
    assert "In use. Its roles rest" in page
    assert "You reset it, so somebody else has to say whose it is" in page
    assert f'action="{place}/confirm"' not in page

    _other, browser = sits("other@example.org", Grant(Role.ADMINISTRATOR))
    page = browser.get(place).text
    assert "Did you set your account up anew on 21 November 2026 at 09:40?" in page
    assert "Once you say so, whoever set it up can read what people share. So first speak with Ben Example" in page
    assert browser.send(f"{place}/confirm", reset=asked_about(page)).headers["location"] == place
    assert not accounts.one(ben[0]).rests
    assert "Its roles rest" not in browser.get("/staff/accounts").text


def test_leads_see_it_on_the_inbox_and_reviewers_do_not(sits, lead, ben, team, reset, boss, clock):
    page = lead[1].get(f"/staff/inbox/{team}").text
    assert "The roles of Ben Example rest" in page
    assert "Boss Example reset the account on 21 November 2026 at 09:30. It was set up anew on 21 Nov" in page
    assert "Boss Example reset the account of Ben Example on 21 November 2026 at 09:30." in page
    assert "Whoever runs this service gave Ben Example a role" in page
    assert "Reviewer, Community nurses" in page
    _reviewer, browser = sits("rob@example.org", Grant(Role.REVIEWER, team))
    assert "Ben Example" not in browser.get(f"/staff/inbox/{team}").text


def test_leads_see_it_for_thirty_days_and_that_it_rests_for_as_long_as_it_does(
    site, accounts, lead, team, reset, clock
):
    clock.move(days=30)
    page = StaffBrowser(site[1]).carry(again(accounts, "lee@example.org")).get(f"/staff/inbox/{team}").text
    assert "reset the account of" not in page
    assert "The roles of Ben Example rest" in page


def test_the_lead_of_another_team_sees_nothing_and_can_say_nothing(sits, accounts, ben, reset):
    other = accounts.add_team("Ward nurses").id
    _account, browser = sits("olu@example.org", Grant(Role.TEAM_LEAD, other))
    assert "Ben Example" not in browser.get(f"/staff/inbox/{other}").text
    number = accounts.resting.of(ben[0]).reset
    answer = browser.send(f"/staff/inbox/{other}/confirm", account=ben[0], reset=number)
    assert answer.status_code == 422
    assert "You cannot say whose account this is." in answer.text
    assert "reset again" not in answer.text
    assert accounts.one(ben[0]).rests


def test_before_it_is_set_up_there_is_nothing_to_say(lead, boss, ben, team, accounts):
    accounts.reset(ben[0], f"account:{boss[0]}")
    page = lead[1].get(f"/staff/inbox/{team}").text
    assert "Nobody has set it up anew yet." in page
    assert f"/staff/inbox/{team}/confirm" not in page
    number = accounts.resting.of(ben[0]).reset
    answer = lead[1].send(f"/staff/inbox/{team}/confirm", account=ben[0], reset=number)
    assert answer.status_code == 422
    assert "It waits to be set up" in answer.text
    assert accounts.one(ben[0]).rests


def test_a_yes_about_an_earlier_set_up_is_refused_and_said_so(sits, accounts, lead, boss, ben, team, reset, clock):
    """The owner said yes to the time that the page showed. Meanwhile it was reset and set up once more."""
    place = f"/staff/accounts/{ben[0]}"
    _account, other = sits("other@example.org", Grant(Role.ADMINISTRATOR))
    number = asked_about(lead[1].get(f"/staff/inbox/{team}").text)
    assert asked_about(other.get(place).text) == number
    accounts.reset(ben[0], f"account:{boss[0]}")
    clock.move(minutes=10)
    again(accounts, BEN)

    by_lead = lead[1].send(f"/staff/inbox/{team}/confirm", account=ben[0], reset=number)
    by_other = other.send(f"{place}/confirm", reset=number)

    for answer in (by_lead, by_other):
        assert answer.status_code == 422
        assert "The account was reset again since you opened the page." in answer.text
        assert Page(answer.text).faults == []
    assert f'href="/staff/inbox/{team}"' in by_lead.text
    assert accounts.one(ben[0]).rests
    assert asked_about(by_other.text) == asked_about(lead[1].get(f"/staff/inbox/{team}").text) != number


@pytest.mark.parametrize("sent", ["", "x", "-1", "٣", "9" * 40])
def test_a_form_without_a_number_of_ours_confirms_nothing(accounts, lead, ben, team, reset, sent):
    lead[1].get(f"/staff/inbox/{team}")
    assert lead[1].send(f"/staff/inbox/{team}/confirm", account=ben[0], reset=sent).status_code == 422
    assert accounts.one(ben[0]).rests


def test_of_an_administrator_it_is_said_that_accounts_are_at_stake(sits, boss, accounts):
    account, _browser = sits("other@example.org", Grant(Role.ADMINISTRATOR))
    _third, third = sits("third@example.org", Grant(Role.ADMINISTRATOR))
    accounts.reset(account, f"account:{boss[0]}")
    assert "it does not open other accounts" in third.get(f"/staff/accounts/{account}").text
    again(accounts, "other@example.org")

    page = third.get(f"/staff/accounts/{account}").text
    assert "Once you say so, whoever set it up can add, change and reset accounts. So first speak with" in page
    assert "it does not open other accounts" in page
    assert "whoever set it up can read what people share" not in page
    assert "another administrator, or whoever runs this service" in boss[1].get(f"/staff/accounts/{account}").text


def test_the_new_pages_run_and_fetch_nothing_but_our_own(boss, lead, ben, team, reset):
    for page in (
        reset.get("/staff/account"),
        reset.get("/staff/account/events"),
        reset.get(f"/staff/inbox/{team}"),
        lead[1].get(f"/staff/inbox/{team}"),
        boss[1].get(f"/staff/accounts/{ben[0]}"),
        boss[1].get(f"/staff/accounts/{ben[0]}/events"),
    ):
        found = Page(page.text)
        assert found.faults == []
        assert found.headings == 1
        assert len(set(found.ids)) == len(found.ids)
        assert page.headers["cache-control"] == "no-store"


def statements(database, do):
    """How many statements `do` sends to the store."""
    seen = []

    def count(*given):
        seen.append(given)

    event.listen(database, "before_cursor_execute", count)
    try:
        do()
    finally:
        event.remove(database, "before_cursor_execute", count)
    return len(seen)


def test_the_list_of_accounts_asks_the_store_as_often_for_fifty_as_for_five(site, accounts, boss, team):
    def add(numbers):
        for number in numbers:
            grants = (Grant(Role.REVIEWER, team), Grant(Role.VOLUNTEER))
            accounts.add(f"n{number}@example.org", f"N {number}", "command line", grants)

    def look():
        page = boss[1].get("/staff/accounts")
        assert page.text.count("Reviewer, Community nurses; Volunteer") == len(accounts.all()) - 1

    add(range(4))
    look()  # what is asked for the first time only is asked now
    few = statements(site[0].database, look)
    add(range(4, 49))
    many = statements(site[0].database, look)

    assert len(accounts.all()) == 50
    assert many == few < 15
