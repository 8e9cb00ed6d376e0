"""Accounts and teams on the page: what administrators can do, what they cannot, and what each can do for themselves."""

import re

import pytest

from bot.accounts.account import Standing
from bot.model.staff import Grant, Role
from tests.unit.colleagues import PASSWORD, enter, join
from tests.unit.web.staff_site import StaffBrowser, StaffServices, serve


@pytest.fixture(autouse=True)
def _quick(quick_passwords):
    pass


@pytest.fixture
def app(accounts, clock):
    return serve(StaffServices(accounts, clock))


@pytest.fixture
def boss(app, accounts):
    """A browser of somebody who administers."""
    _account, token = enter(accounts, "boss@example.org", Grant(Role.ADMINISTRATOR))
    browser = StaffBrowser(app).carry(token)
    browser.get("/staff/accounts/new")
    return browser


@pytest.fixture
def team(accounts):
    return accounts.add_team("Community nurses")


def test_an_account_is_added_with_a_link_that_is_shown_once(boss, accounts, team, clock):
    page = boss.send("/staff/accounts/new", email="Ben@Example.org", name="Ben Example", role=f"reviewer:{team.id}")

    link = re.search(r"http://testserver(/staff/set-up/[\w-]+)", page.text).group(1)
    ben = accounts.id_of("ben@example.org")
    assert accounts.one(ben).grants == (Grant(Role.REVIEWER, team.id),)
    assert StaffBrowser(serve(StaffServices(accounts, clock))).get(link).status_code == 200
    assert link not in boss.get(f"/staff/accounts/{ben}").text
    assert link not in boss.get("/staff/accounts").text


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"email": "", "name": "Ben"}, "Enter an email address"),
        ({"email": "ben", "name": "Ben"}, "not an email address"),
        ({"email": "ben@example.org", "name": ""}, "Enter the name"),
        ({"email": "boss@example.org", "name": "Ben"}, "There is an account"),
        ({"email": "ben@example.org", "name": "Ben", "role": "reviewer:"}, "Choose a role"),
        ({"email": "ben@example.org", "name": "Ben", "role": "reviewer:no-such"}, "Choose a role"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(boss, accounts, form, words):
    page = boss.send("/staff/accounts/new", **form)
    assert page.status_code == 422
    assert words in page.text
    assert len(accounts.all()) == 1


def test_names_are_shown_as_they_are_and_run_nothing(boss, accounts):
    boss.send("/staff/accounts/new", email="ben@example.org", name="<script>alert(1)</script> {{7*7}}")
    for path in ("/staff/accounts", f"/staff/accounts/{accounts.id_of('ben@example.org')}"):
        page = boss.get(path).text
        assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}}" in page
        assert "<script>alert" not in page


def test_the_list_shows_everybody_and_what_they_may_do(boss, accounts, team):
    enter(accounts, "ben@example.org", Grant(Role.TEAM_LEAD, team.id), Grant(Role.VOLUNTEER))
    page = boss.get("/staff/accounts").text
    for words in ("Boss Example", "Ben Example", "Team lead, Community nurses; Volunteer", "Administrator", "In use"):
        assert words in page


def test_roles_are_given_and_taken_away(boss, accounts, team):
    ben, _token = enter(accounts, "ben@example.org")
    place = f"/staff/accounts/{ben}"
    assert boss.send(f"{place}/roles/give", role=f"team_lead:{team.id}").status_code == 303
    assert boss.send(f"{place}/roles/give", role="volunteer:").status_code == 303
    assert len(accounts.one(ben).grants) == 2
    assert boss.send(f"{place}/roles/take", role="volunteer:").status_code == 303
    assert accounts.one(ben).grants == (Grant(Role.TEAM_LEAD, team.id),)


@pytest.mark.parametrize("role", ["", "no-such", "reviewer:", "reviewer:no-such", "administrator:x", "administrator:"])
def test_a_role_that_cannot_be_given_is_refused(boss, accounts, team, role):
    ben, _token = enter(accounts, "ben@example.org", Grant(Role.REVIEWER, team.id))
    page = boss.send(f"/staff/accounts/{ben}/roles/give", role=role)
    assert page.status_code == 422
    assert len(accounts.one(ben).grants) == 1


@pytest.mark.parametrize("what", ["disable", "reset", "roles/give", "roles/take"])
def test_nobody_changes_their_own_account_there(boss, accounts, team, what):
    """So no administrator makes themselves a reader."""
    own = accounts.id_of("boss@example.org")
    answer = boss.send(f"/staff/accounts/{own}/{what}", role=f"reviewer:{team.id}")

    assert answer.status_code == 422
    assert "Another administrator" in answer.text
    assert accounts.one(own).grants == (Grant(Role.ADMINISTRATOR),)
    assert accounts.one(own).standing is Standing.READY
    assert "/disable" not in boss.get(f"/staff/accounts/{own}").text


def test_disabling_ends_sessions_at_once_and_a_reset_opens_the_account_again(boss, accounts, app):
    ben, token = enter(accounts, "ben@example.org")
    theirs = StaffBrowser(app).carry(token)
    assert theirs.get("/staff/account").status_code == 200
    boss.send(f"/staff/accounts/{ben}/disable")

    assert theirs.get("/staff/account").status_code == 303
    assert "Disabled" in boss.get(f"/staff/accounts/{ben}").text
    page = boss.send(f"/staff/accounts/{ben}/reset")
    assert "/staff/set-up/" in page.text
    assert accounts.one(ben).standing is Standing.INVITED


def test_an_account_that_is_not_there_is_not_found(boss):
    assert boss.get("/staff/accounts/no-such").status_code == 404
    assert boss.send("/staff/accounts/no-such/disable").status_code == 404


def test_teams_are_added_and_closed(boss, accounts):
    assert boss.send("/staff/teams", name="Ward nurses", days="3").status_code == 303
    [team] = accounts.teams()
    page = boss.get("/staff/teams").text
    assert "Ward nurses" in page
    assert "3 days" in page
    assert boss.get(f"/staff/teams/{team.id}/close").status_code == 200
    assert boss.send(f"/staff/teams/{team.id}/close").status_code == 303
    assert accounts.teams() == ()
    assert boss.send(f"/staff/teams/{team.id}/close").status_code == 404
    assert boss.get(f"/staff/teams/{team.id}/close").status_code == 404


@pytest.mark.parametrize(
    ("name", "days"), [("", "7"), ("x", ""), ("x", "many"), ("x", "0"), ("x", "1" * 40), ("x", "²"), ("x", "-1")]
)
def test_a_team_that_cannot_be_is_refused(boss, accounts, name, days):
    assert boss.send("/staff/teams", name=name, days=days).status_code == 422
    assert accounts.teams() == ()


@pytest.fixture
def ada(accounts, clock):
    return join(accounts, clock)


@pytest.fixture
def mine(app, ada):
    browser = StaffBrowser(app).carry(ada.token)
    browser.get("/staff/account")
    return browser


def test_ones_own_page_shows_roles_codes_and_browsers(mine):
    page = mine.get("/staff/account").text
    for words in ("ada@example.org", "No role yet", "You have 10 recovery codes left.", "This browser, since"):
        assert words in page


def test_a_changed_password_gives_a_new_session(mine, accounts, ada):
    answer = mine.send("/staff/account/password", old=PASSWORD, new="new quiet garden chairs")

    assert answer.headers["location"] == "/staff/account?done=password"
    assert "Your password is changed." in mine.get("/staff/account?done=password").text
    assert accounts.sessions.staff_of(ada.token) is None
    assert accounts.sign_in.with_password(ada.email, "new quiet garden chairs")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", "new quiet garden chairs", "Enter the password"),
        ("wrong", "new quiet garden chairs", "not right"),
        (PASSWORD, "", "Choose a new password"),
        (PASSWORD, "short", "at least 12"),
    ],
)
def test_what_is_wrong_with_it_is_said(mine, accounts, ada, old, new, words):
    page = mine.send("/staff/account/password", old=old, new=new)
    assert page.status_code == 422
    assert words in page.text
    assert accounts.sign_in.with_password(ada.email, PASSWORD)


def test_new_recovery_codes_are_shown_once_for_the_password(mine, accounts, ada):
    assert mine.send("/staff/account/codes", confirm="wrong").status_code == 422
    assert mine.send("/staff/account/codes", confirm="").status_code == 422
    page = mine.send("/staff/account/codes", confirm=PASSWORD)
    codes = re.findall(r"<li>([A-Z2-9-]{19})</li>", page.text)
    assert len(codes) == 10
    assert not set(codes) & set(ada.codes)
    assert codes[0] not in mine.get("/staff/account").text


def test_other_browsers_can_be_signed_out(mine, accounts, ada, clock):
    def another():
        clock.move(minutes=1)
        return accounts.sign_in.with_code(accounts.sign_in.with_password(ada.email, PASSWORD), ada.code())

    first, second, third = another(), another(), another()
    page = mine.get("/staff/account").text
    handles = re.findall(r'name="session" value="(\w+)"', page)
    assert len(handles) == 3
    mine.send("/staff/account/sessions/end", session=handles[0])
    assert [bool(accounts.sessions.staff_of(token)) for token in (first, second, third)].count(False) == 1
    mine.send("/staff/account/sessions/end-others")
    assert not any(accounts.sessions.staff_of(token) for token in (first, second, third))
    assert mine.get("/staff/account").status_code == 200


def test_somebody_elses_session_cannot_be_ended(mine, accounts, clock):
    ben = join(accounts, clock, "ben@example.org")
    mine.send("/staff/account/sessions/end", session=accounts.sessions.of(ben.id, ben.token)[0].handle)
    assert accounts.sessions.staff_of(ben.token)


def test_who_signs_in_through_their_organisation_has_no_password_to_change(app, accounts):
    _account, token = enter(accounts, "ben@example.org")
    page = StaffBrowser(app).carry(token).get("/staff/account").text
    assert "Change your password" not in page
    assert "Where you are signed in" in page


def test_no_page_runs_or_fetches_anything_but_our_own(app, boss, accounts, team):
    from tests.unit.web.test_every_page import Page

    own = accounts.id_of("boss@example.org")
    _account, link = accounts.add("cat@example.org", "Cat Example", "command line")
    stranger = StaffBrowser(app)
    pages = [
        *(boss.get(path) for path in ("/staff/accounts", "/staff/accounts/new", f"/staff/accounts/{own}")),
        *(boss.get(path) for path in ("/staff/teams", f"/staff/teams/{team.id}/close", "/staff/account")),
        *(boss.get(path) for path in ("/staff/inbox-of-nobody", "/staff/accounts/no-such")),
        boss.post("/staff/teams"),
        boss.send("/staff/teams", name="", days="x"),
        *(stranger.get(path) for path in ("/staff/sign-in", f"/staff/set-up/{link}", "/staff/set-up/made-up")),
        stranger.send("/staff/sign-in", email="", password=""),
    ]
    for page in pages:
        found = Page(page.text)
        assert found.faults == []
        assert found.headings == 1
        assert found.landmarks.count("main") == 1
        assert len(set(found.ids)) == len(found.ids)
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["content-security-policy"].startswith("default-src 'none';")
