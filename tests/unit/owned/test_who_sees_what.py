"""Every route, as everybody, for every record: while it is shared, and after that ended in each way.

One walk through the routing table before anything is shared, one while everything is, and one after the ends.
"""

import asyncio
import re
import shutil

import pytest

from bot import asgi
from bot.store.crypto import load_key
from tests.unit.fakes import MovingClock
from tests.unit.owned import world as worlds
from tests.unit.owned.matrix import KEPT_BY_BROWSERS, NO_RECORD, OTHER_TEAM, SEEN, TEAM, Caller, Record, expected
from tests.unit.owned.walk import MADE_UP, routes_of, walk

OWN_SIGN_INS = ("/staff/account", "/staff/sign-", "/chat/", "/api/chat/", "/join/", "/support/card")
"""Pages that tell when somebody signed in, or hold a secret of the caller's own, so that no two look alike."""
COMPARED = (*TEAM, Caller.ADMINISTRATOR, Caller.VOLUNTEER, Caller.NOBODY)
ABOUT_ACCOUNTS = re.compile(r'<section class="(?:staff-told|reading no-print)">.*?</section>', re.DOTALL)
"""What a lead reads of the accounts of the team: it tells days, and has nothing to do with what people share."""
CSRF = re.compile(r'name="(?:csrf|message_id)" value="[^"]*"')


@pytest.fixture(scope="module")
def walks(tmp_path_factory, migrated_store):
    """The world, and what came back on each of three walks."""
    folder = tmp_path_factory.mktemp("world")
    shutil.copy(migrated_store, folder / "what-matters.db")
    load_key(folder / "key", create=True)
    with pytest.MonkeyPatch.context() as patched:
        for limit in ("SIGN_IN_TRIES_A_MINUTE", "CARDS_A_MINUTE", "JOINS_A_MINUTE", "NUMBERS_REPORTED_A_MINUTE"):
            patched.setattr(asgi, limit, 1_000_000)
        world = worlds.opened(folder, MovingClock())
        world.clock.move(days=100)  # what is told of new accounts is told no more
        worlds.arrive(world)
        found = [asyncio.run(walk(world, COMPARED))]
        worlds.settle_a_crowd(world)
        for record in Record:
            worlds.settle(world, record)
        worlds.arrive(world)
        found.append(asyncio.run(walk(world)))
        worlds.end(world)
        worlds.arrive(world)
        found.append(asyncio.run(walk(world)))
    yield world, *found
    world.parts.database.dispose()


def differences(seen, *, ended):
    """Where what was seen is not what the table says, told so that one can see whether it is too much or too little."""
    found = {}
    for route in SEEN.keys() | NO_RECORD:
        for caller in Caller:
            for record in Record:
                there = frozenset(seen.parts.get((route, caller, record), ()))
                wanted = expected(route, caller, record, ended=ended)
                if there != wanted:
                    told = f"too much: {sorted(there - wanted)}, missing: {sorted(wanted - there)}"
                    found[f"{route}, {caller}, {record}"] = told
    return found


def test_every_route_stands_in_the_table_once(walks):
    world, *_ = walks
    assert set(routes_of(world.app)) == SEEN.keys() | NO_RECORD
    assert not SEEN.keys() & NO_RECORD


def test_nothing_is_seen_before_anything_is_kept(walks):
    _world, before, *_ = walks
    assert before.parts == {}


def test_while_it_is_shared_each_sees_what_the_table_says_and_nothing_else(walks):
    _world, _before, during, _after = walks
    assert differences(during, ended=False) == {}


def test_after_it_ended_in_any_way_nobody_but_the_person_sees_anything(walks):
    _world, _before, _during, after = walks
    assert differences(after, ended=True) == {}


@pytest.mark.parametrize("caller", COMPARED)
def test_after_it_ended_each_page_is_as_if_nothing_had_ever_been_shared(walks, caller):
    """So no count, no page of a list, no notice and no order of things tells of it."""
    world, before, during, after = walks
    compared, changed = 0, []
    for (who, address), told in before.answers.items():
        if who is caller and not address.split()[1].startswith(OWN_SIGN_INS):
            compared += 1
            assert plain(after.answers[who, address]) == plain(told), address
            changed += [address] if plain(during.answers[who, address]) != plain(told) else []
    assert compared > 50
    assert bool(changed) == (caller in TEAM), changed
    if caller in TEAM:
        inbox = f"GET /staff/inbox/{world.teams['Care']}"
        assert {inbox, f"{inbox}?page=2"} <= set(changed)


@pytest.mark.parametrize("caller", [*TEAM, *OTHER_TEAM, Caller.ADMINISTRATOR, Caller.NOBODY])
def test_what_ended_cannot_be_told_from_what_never_was(walks, caller):
    world, _before, _during, after = walks
    compared = 0
    for owner in world.owners.values():
        for (who, address), told in after.answers.items():
            if who is caller and owner.team_share in address and owner.record is not Record.OTHERS:
                never = after.answers[caller, address.replace(owner.team_share, MADE_UP)]
                assert plain(told, owner.team_share) == plain(never), address
                compared += 1
    assert compared >= 14


def plain(answer, made_up=MADE_UP):
    status, text = answer
    return status, ABOUT_ACCOUNTS.sub("", CSRF.sub("", text.replace(made_up, MADE_UP)))


def test_no_answer_may_be_kept_by_a_browser_but_our_own_files_and_the_open_directory(walks):
    _world, *seen = walks
    assert set().union(*(each.may_be_kept for each in seen)) <= KEPT_BY_BROWSERS
    assert KEPT_BY_BROWSERS <= NO_RECORD


def test_no_route_failed(walks):
    _world, *seen = walks
    assert [failed for each in seen for failed in each.failed if "organisation" not in failed] == []


@pytest.mark.parametrize("path", ["/records", "/staff/report", "/shared/{token}/again"])
def test_a_new_route_is_not_in_the_table(walks, path):
    world, *_ = walks

    async def view():
        return "anything"

    there = list(world.app.router.routes)
    world.app.add_api_route(path, view)
    try:
        assert set(routes_of(world.app)) - SEEN.keys() - NO_RECORD == {f"GET {path}"}
    finally:
        world.app.router.routes[:] = there
