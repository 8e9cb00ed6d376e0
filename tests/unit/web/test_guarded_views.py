"""Behind the guard: a view gets who it is, a form comes with its token, and what was written is not lost."""

import pytest
from fastapi import APIRouter, FastAPI
from starlette.responses import PlainTextResponse

from bot.accounts.permissions import (
    DIRECTORY,
    TEAM_READERS,
)
from bot.model.staff import Grant, Role
from bot.pages.site import install
from bot.web.staff.csrf import csrf_matches, csrf_of
from bot.web.staff.guard import FORM_ENDED, Guard
from bot.web.staff.guarded_routes import check_routes
from tests.unit.colleagues import enter
from tests.unit.web.staff_site import StaffBrowser, StaffFacts


@pytest.fixture
def guarded(accounts):
    """A small site: one page to look at and one form, for readers of a team; what the views were given is kept."""
    app, router, seen = FastAPI(docs_url=None, redoc_url=None), APIRouter(), []
    facts = StaffFacts()
    install(app, facts)
    guard = Guard(accounts.sessions, facts)

    def show(visit):
        seen.append(visit)
        return PlainTextResponse(visit.csrf)

    async def take(visit):
        seen.append(visit)
        return PlainTextResponse(visit.form["words"])

    readers = guard.guarded(router, TEAM_READERS)
    readers.get("/staff/things/{team}", show)
    readers.post("/staff/things/{team}", take)
    guard.guarded(router, DIRECTORY).get("/support/entries/{entry}", show)
    app.include_router(router)
    check_routes(app)
    return StaffBrowser(app), seen


@pytest.fixture
def team(accounts):
    return accounts.add_team("Community nurses")


def test_a_view_gets_who_it_is_and_what_was_asked(accounts, guarded, team):
    browser, seen = guarded
    account, token = enter(accounts, "ada@example.org", Grant(Role.REVIEWER, team.id))
    answer = browser.carry(token).get(f"/staff/things/{team.id}?state=new")

    assert answer.status_code == 200
    [visit] = seen
    assert visit.staff.id == account
    assert visit.part("team") == team.id
    assert (visit.asked("state"), visit.asked("page")) == ("new", "")
    assert [place.title for place in visit.frame.places] == ["Inbox", "My account"]
    assert token not in repr(visit)


def test_a_form_comes_with_its_token_or_not_at_all(accounts, guarded, team):
    browser, seen = guarded
    _account, token = enter(accounts, "ada@example.org", Grant(Role.REVIEWER, team.id))
    _other, others = enter(accounts, "ben@example.org", Grant(Role.REVIEWER, team.id))
    browser.carry(token)
    path = f"/staff/things/{team.id}"

    for wrong in ("", "wrong", csrf_of(""), csrf_of(others), csrf_of(token).upper(), csrf_of(token)[:-1], "\u2603"):
        answer = browser.post(path, csrf=wrong, words="hello")
        assert answer.status_code == 403
        assert FORM_ENDED in answer.text
    assert browser.post(path, words="hello").status_code == 403
    assert seen == []
    answer = browser.post(path, csrf=csrf_of(token), words="hello")
    assert (answer.status_code, answer.text) == (200, "hello")


def test_a_form_set_off_by_another_site_is_refused_even_with_its_token(accounts, guarded, team):
    browser, seen = guarded
    _account, token = enter(accounts, "ada@example.org", Grant(Role.REVIEWER, team.id))
    browser.carry(token)
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        form = {"csrf": csrf_of(token), "words": "hello"}
        assert browser.request("POST", f"/staff/things/{team.id}", data=form, headers=headers).status_code == 403
    assert seen == []


def test_a_signed_in_page_elsewhere_is_guarded_in_the_same_way(accounts, guarded):
    browser, seen = guarded
    answer = browser.get("/support/entries/1")
    assert answer.headers["location"] == "/staff/sign-in?next=/support/entries/1"
    _account, token = enter(accounts, "ada@example.org", Grant(Role.ADMINISTRATOR))
    assert browser.carry(token).get("/support/entries/1").status_code == 403
    assert seen == []


def test_a_form_sent_after_the_session_ended_leads_to_signing_in_and_does_nothing(accounts, guarded, team, clock):
    browser, seen = guarded
    _account, token = enter(accounts, "ada@example.org", Grant(Role.REVIEWER, team.id))
    clock.move(minutes=31)
    answer = browser.carry(token).post(f"/staff/things/{team.id}", csrf=csrf_of(token), line="l1", words=" ")

    assert (answer.status_code, answer.headers["location"]) == (303, "/staff/sign-in")
    assert seen == []


def test_what_was_written_while_the_session_ended_can_be_copied_by_who_wrote_it(accounts, guarded, team, clock):
    browser, seen = guarded
    _account, token = enter(accounts, "ada@example.org", Grant(Role.REVIEWER, team.id))
    clock.move(minutes=31)
    path, words = f"/staff/things/{team.id}", "A chair by the window <b>"
    answer = browser.carry(token).post(path, csrf=csrf_of(token), words=words, line="l1")

    assert answer.status_code == 403
    assert "A chair by the window &lt;b&gt;" in answer.text
    assert "You were signed out" in answer.text
    assert browser.post(path, csrf="wrong", words=words).status_code == 303
    assert seen == []


def test_what_was_written_while_the_role_was_taken_away_can_be_copied(accounts, guarded, team):
    browser, seen = guarded
    grant = Grant(Role.REVIEWER, team.id)
    account, token = enter(accounts, "ada@example.org", grant)
    path = f"/staff/things/{team.id}"
    accounts.grants.take_away(account, grant, "command line")

    answer = browser.carry(token).post(path, csrf=csrf_of(token), words="Thursday", line="l1")
    assert answer.status_code == 403
    assert ">Thursday</p>" in answer.text
    assert "l1" not in answer.text.partition("<main")[2]
    assert "Thursday" not in browser.post(path, csrf="wrong", words="Thursday").text
    assert seen == []


def test_a_role_taken_away_counts_at_the_next_request(accounts, guarded, team):
    browser, _seen = guarded
    grant = Grant(Role.REVIEWER, team.id)
    account, token = enter(accounts, "ada@example.org", grant)
    path = f"/staff/things/{team.id}"
    assert browser.carry(token).get(path).status_code == 200
    accounts.grants.take_away(account, grant, "command line")
    assert browser.get(path).status_code == 403


def test_a_token_belongs_to_one_secret():
    assert csrf_matches("a", csrf_of("a"))
    assert not csrf_matches("a", csrf_of("b"))
    assert not csrf_matches("", csrf_of(""))
    assert "secret" not in csrf_of("secret")
