"""The guard: every route names its rule; whoever it is not for gets no further, and learns nothing."""

import pytest
from fastapi import APIRouter, FastAPI
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route

from bot.accounts.permissions import (
    ADMINISTRATORS,
    ANYBODY,
    ANYBODY_SIGNED_IN,
    DIRECTORY,
    REST_AFTER_RESET,
    TEAM_LEADS,
    TEAM_READERS,
)
from bot.asgi import application
from bot.bootstrap import build
from bot.model.staff import Grant, Role
from bot.pages.site import install
from bot.settings import Settings
from bot.web.staff.csrf import csrf_matches, csrf_of
from bot.web.staff.guard import FORM_ENDED, NO_ACCESS, Guard
from bot.web.staff.guarded_routes import RouteWithoutRuleError, check_routes, rules_of
from tests.unit.colleagues import again, enter
from tests.unit.fakes import FakeEngine
from tests.unit.team_store import newcomer
from tests.unit.web.staff_site import StaffBrowser, StaffFacts


@pytest.fixture
def whole_site(store_folder, key, clock):
    """The application as it runs, with every route of every part."""
    parts = build(Settings(data_dir=store_folder, public_url="http://testserver"), clock)
    yield parts, application(parts, FakeEngine())
    parts.database.dispose()


@pytest.fixture
def visitors(whole_site):
    """One browser for each way in which somebody may come: signed out, without a role, with each role, and resting."""
    parts, app = whole_site
    own, other = parts.accounts.add_team("Community nurses"), parts.accounts.add_team("Ward nurses")
    held = {"nobody": None, "no role": ()}
    held |= {role.value: (Grant(role, own.id if role.of_a_team else ""),) for role in Role}
    held |= {f"{role.value} elsewhere": (Grant(role, other.id),) for role in Role if role.of_a_team}
    held |= {f"{role.value} at rest": (Grant(role, own.id if role.of_a_team else ""),) for role in REST_AFTER_RESET}
    found = {}
    for number, (name, grants) in enumerate(held.items()):
        browser = StaffBrowser(app)
        staff = None
        if grants is not None:
            email = f"p{number}@example.org"
            account, token = enter(parts.accounts, email, *grants)
            if name.endswith("at rest"):
                parts.accounts.reset(account, "account:somebody else")
                token = again(parts.accounts, email)
            browser.carry(token)
            staff = parts.accounts.sessions.staff_of(token)
        found[name] = (browser, staff)
    return found, own


@pytest.fixture
def there(whole_site, visitors):
    """Records that there are, by the place they have in an address: an account, and what was shared with the team."""
    parts, _app = whole_site
    _found, team = visitors
    _person, share = newcomer(parts.begin, called="Nan Jean", team=team.id)
    return {"{account}": parts.accounts.all()[0].id, "{share}": share}


def filled(path, team, there):
    """A path with something in each of its places: a team that there is, and records, those of `there` or made up."""
    real = {"{team}": team.id, "{closing}": team.id} | there
    return "/".join(real.get(part, f"no-such{part.strip('{}')}" if "{" in part else part) for part in path.split("/"))


def test_every_route_under_staff_names_its_rule(whole_site):
    _parts, app = whole_site
    found = rules_of(app)

    assert len(found) > 20
    assert [name for name, rule in found if rule is None] == []


def test_only_signing_in_is_open_to_anybody(whole_site):
    _parts, app = whole_site

    for name, rule in rules_of(app):
        if rule is ANYBODY:
            assert name.split()[1].startswith(("/staff/sign-in", "/staff/set-up/{link}"))


def test_every_visitor_gets_as_far_as_the_rule_says_on_every_route(whole_site, visitors, there):
    """The matrix: every route of the whole site, by everybody who may come, for records that are there and made up.

    It is made from the routing table itself.
    """
    _parts, app = whole_site
    found, team = visitors
    checked, read = 0, set()
    for name, rule in rules_of(app):
        method, path = name.split()
        for asked in dict.fromkeys((filled(path, team, {}), filled(path, team, there))):
            for who, (browser, staff) in found.items():
                answer = browser.request(method, asked)
                where = f"{who}: {method} {asked}"
                assert answer.status_code < 500, where
                if "my garden at dusk" in answer.text:
                    read.add(who)
                if rule is ANYBODY:
                    continue
                named = team.id if "{team}" in path else ""
                if staff is None:
                    assert answer.status_code == 303, where
                    assert answer.headers["location"].startswith("/staff/sign-in"), where
                elif not rule.allows(staff, named):
                    assert answer.status_code == 403, where
                    assert NO_ACCESS in answer.text, where
                elif method == "POST":
                    assert answer.status_code == 403, where
                    assert FORM_ENDED in answer.text, where
                else:
                    assert NO_ACCESS not in answer.text, where
                    assert not answer.headers.get("location", "").startswith("/staff/sign-in"), where
                checked += 1
    assert read == {"reviewer", "team_lead"}, "words are read in the team, by those whose roles count"
    assert checked > 600


def test_whose_roles_rest_is_told_why_and_whom_to_ask(visitors):
    found, team = visitors
    for who in ("reviewer at rest", "team_lead at rest"):
        page = found[who][0].get(f"/staff/inbox/{team.id}")
        assert page.status_code == 403
        assert "your roles rest until somebody has said that it is you" in page.text
    page = found["administrator at rest"][0].get("/staff/accounts")
    assert "your roles rest until" in page.text
    assert "your roles rest until" not in found["volunteer"][0].get("/staff/accounts").text


def test_who_may_not_come_in_learns_nothing_about_what_is_there(whole_site, visitors):
    parts, _app = whole_site
    found, team = visitors
    browser, _staff = found["volunteer"]
    there = parts.accounts.all()[0].id

    real, made_up = browser.get(f"/staff/accounts/{there}"), browser.get("/staff/accounts/no-such")
    assert real.status_code == made_up.status_code == 403
    assert real.text == made_up.text
    real, made_up = browser.get(f"/staff/inbox/{team.id}"), browser.get("/staff/inbox/no-such")
    assert real.text == made_up.text


def test_a_reader_learns_nothing_about_another_team(visitors):
    found, team = visitors
    browser, _staff = found["reviewer elsewhere"]

    real, made_up = browser.get(f"/staff/inbox/{team.id}"), browser.get("/staff/inbox/no-such")
    assert real.status_code == made_up.status_code == 403
    assert real.text == made_up.text


async def _view(_request) -> Response:
    return PlainTextResponse("anything")


def _mounted(app):
    app.router.routes.append(Mount("/staff/files", app=_view))


def _plain_route(app):
    app.router.routes.append(Route("/staff/report", _view))


def _decorated(app):
    app.get("/staff/{name}")(_view)


def _in_a_router(app):
    router = APIRouter(prefix="/staff")
    router.add_api_route("/inside", _view)
    outer = APIRouter()
    outer.include_router(router)
    app.include_router(outer)


def _the_start(app):
    app.get("/staff")(_view)


def _catches_all(app):
    app.get("/{anything:path}")(_view)


def _a_socket(app):
    app.websocket("/staff/live")(_view)


@pytest.mark.parametrize("add", [_mounted, _plain_route, _decorated, _in_a_router, _the_start, _catches_all, _a_socket])
def test_an_application_with_a_route_that_has_no_rule_is_not_built(add):
    app = FastAPI(docs_url=None, redoc_url=None)
    install(app, StaffFacts())
    check_routes(app)
    add(app)

    with pytest.raises(RouteWithoutRuleError):
        check_routes(app)


def test_other_routes_need_no_rule():
    app = FastAPI(docs_url=None, redoc_url=None)
    app.get("/staffing")(_view)
    app.get("/support/{name}")(_view)
    check_routes(app)
    assert rules_of(app) == []


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


def test_administrators_have_no_way_to_anybodys_words(whole_site):
    """No rule on a route that leads to words lets them through, and no other route is under the inbox."""
    _parts, app = whole_site
    for name, rule in rules_of(app):
        if "/inbox" in name or "/shared" in name or "/reflect" in name:
            assert rule is (TEAM_LEADS if name.endswith("/confirm") else TEAM_READERS), name
        assert rule in {ANYBODY, ANYBODY_SIGNED_IN, TEAM_READERS, TEAM_LEADS, ADMINISTRATORS} or name.split()[
            1
        ].startswith("/support"), name
