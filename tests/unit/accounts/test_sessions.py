"""Sessions: held on the server, ended at once, by themselves after a while."""

import pytest
from sqlalchemy import text

from tests.unit.colleagues import PASSWORD, enter, join


@pytest.fixture
def sessions(accounts):
    return accounts.sessions


def used_for(sessions, clock, token, minutes, every=20):
    for _ in range(0, minutes, every):
        clock.move(minutes=every)
        assert sessions.staff_of(token)


def test_a_session_ends_after_half_an_hour_without_use(sessions, ada, clock):
    clock.move(minutes=28)
    assert sessions.staff_of(ada.token)
    clock.move(minutes=29)
    assert sessions.staff_of(ada.token)
    clock.move(minutes=30)
    assert sessions.staff_of(ada.token) is None


def test_a_session_ends_after_ten_hours_however_much_it_is_used(sessions, ada, clock):
    used_for(sessions, clock, ada.token, 580)
    clock.move(minutes=19)
    assert sessions.staff_of(ada.token) is None


def test_looking_at_pages_writes_once_a_minute_at_most(sessions, ada, clock, database):
    def last_used():
        with database.connect() as connection:
            return connection.execute(text("select last_used_at from staff_sessions")).scalar_one()

    sessions.staff_of(ada.token)
    first = last_used()
    clock.move(seconds=59)
    sessions.staff_of(ada.token)
    assert last_used() == first
    clock.move(seconds=1)
    sessions.staff_of(ada.token)
    assert last_used() != first


@pytest.mark.parametrize("token", ["", "x", "\ud800", "' or 1=1 --", "x" * 100_000])
def test_a_made_up_token_is_nobody(sessions, ada, token):
    assert sessions.staff_of(token) is None


def test_what_the_store_holds_of_a_token_opens_nothing(sessions, ada, database):
    with database.connect() as connection:
        held = connection.execute(text("select token_hash from staff_sessions")).scalar_one()
    assert sessions.staff_of(held) is None


def test_signing_out_ends_it_and_doing_so_twice_is_harmless(sessions, ada):
    sessions.sign_out(ada.token)
    sessions.sign_out(ada.token)
    assert sessions.staff_of(ada.token) is None


def test_one_can_see_and_end_ones_other_sessions(sessions, accounts, ada, clock):
    clock.move(minutes=1)
    half_way = accounts.sign_in.with_password(ada.email, PASSWORD)
    other = accounts.sign_in.with_code(half_way, ada.code())

    shown = sessions.of(ada.id, ada.token)
    assert [each.is_this_one for each in shown] == [False, True]
    sessions.end(ada.id, shown[0].handle)

    assert sessions.staff_of(other) is None
    assert sessions.staff_of(ada.token)
    assert len(sessions.of(ada.id, ada.token)) == 1


def test_nobody_can_end_anothers_session(sessions, accounts, ada, clock):
    ben = join(accounts, clock, "ben@example.org")
    handle = sessions.of(ada.id, ada.token)[0].handle

    sessions.end(ben.id, handle)
    sessions.end_others(ben.id, ben.token)

    assert sessions.staff_of(ada.token)
    assert sessions.staff_of(ben.token)


def test_half_way_sessions_are_not_listed(sessions, accounts, ada):
    accounts.sign_in.with_password(ada.email, PASSWORD)
    assert len(sessions.of(ada.id, ada.token)) == 1


@pytest.mark.parametrize("what", ["disable", "reset"])
def test_disabling_or_resetting_ends_every_session_at_once(sessions, accounts, ada, clock, what):
    clock.move(minutes=1)
    half_way = accounts.sign_in.with_password(ada.email, PASSWORD)
    other = accounts.sign_in.with_code(half_way, ada.code())

    getattr(accounts, what)(ada.id, "command line")

    assert sessions.staff_of(ada.token) is None
    assert sessions.staff_of(other) is None


def test_roles_are_read_anew_each_time(sessions, accounts, ada):
    from bot.model.staff import Grant, Role

    team = accounts.add_team("Community nurses")
    grant = Grant(Role.REVIEWER, team.id)
    assert sessions.staff_of(ada.token).grants == ()
    accounts.grants.give(ada.id, grant, "command line")
    assert sessions.staff_of(ada.token).teams == (team.id,)
    accounts.grants.take_away(ada.id, grant, "command line")
    assert sessions.staff_of(ada.token).grants == ()


def test_only_rows_of_ended_sessions_are_dropped(sessions, accounts, ada, clock, database):
    clock.move(minutes=25)
    _account, fresh = enter(accounts, "ben@example.org")
    clock.move(minutes=6)
    sessions.drop_ended()

    with database.connect() as connection:
        assert connection.execute(text("select count(*) from staff_sessions")).scalar_one() == 1
    assert sessions.staff_of(fresh)
