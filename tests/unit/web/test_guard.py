"""The guard: every route names its rule; whoever it is not for gets no further, and learns nothing."""

import pytest
from fastapi import APIRouter, FastAPI
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route

from bot.accounts.permissions import (
    ADMINISTRATORS,
    ANYBODY,
    ANYBODY_SIGNED_IN,
    REST_AFTER_RESET,
    TEAM_LEADS,
    TEAM_READERS,
)
from bot.asgi import application
from bot.bootstrap import build
from bot.model.staff import Grant, Role
from bot.pages.site import install
from bot.settings import Settings
from bot.web.staff.guard import FORM_ENDED, NO_ACCESS
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


def test_administrators_have_no_way_to_anybodys_words(whole_site):
    """No rule on a route that leads to words lets them through, and no other route is under the inbox."""
    _parts, app = whole_site
    for name, rule in rules_of(app):
        if "/inbox" in name or "/shared" in name or "/reflect" in name:
            assert rule is (TEAM_LEADS if name.endswith("/confirm") else TEAM_READERS), name
        assert rule in {ANYBODY, ANYBODY_SIGNED_IN, TEAM_READERS, TEAM_LEADS, ADMINISTRATORS} or name.split()[
            1
        ].startswith("/support"), name
