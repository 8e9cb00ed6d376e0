"""Accounts, roles and teams: who can be added, what can be given to whom, and what is written down about it."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from bot.accounts.account import Standing
from bot.accounts.accounts import AccountError, UnknownAccountError
from bot.accounts.grants import GrantError
from bot.accounts.names import EmailError, one_line
from bot.accounts.own import WrongPasswordError
from bot.accounts.passwords import WeakPasswordError
from bot.accounts.sign_in import WrongCodeError, WrongSignInError
from bot.accounts.teams import TeamError, UnknownTeamError
from bot.model.staff import Grant, Role
from tests.unit.colleagues import PASSWORD, enter
from tests.unit.fakes import every_byte


def did(database):
    with database.connect() as connection:
        return connection.execute(text("select actor, action from account_events order by number")).all()


@pytest.mark.parametrize(
    "email", ["", "ada", "@", "ada@", "@example.org", "a@b@example.org", "ada@example", "a da@example.org",
              "ada@example.org\nbcc: all@example.org", "ada\x00@example.org", "a" * 250 + "@example.org"],
)  # fmt: skip
def test_what_is_no_email_address_makes_no_account(accounts, email):
    with pytest.raises(EmailError):
        accounts.add(email, "Ada Example", "command line")
    assert accounts.all() == ()


def test_an_address_has_one_account_however_it_is_written(accounts):
    accounts.add("ada@example.org", "Ada Example", "command line")
    with pytest.raises(AccountError):
        accounts.add(" ADA@EXAMPLE.ORG ", "Somebody Else", "command line")


@pytest.mark.parametrize("name", ["", "  ", "\n\t", "\u200b"])
def test_an_account_needs_a_name(accounts, name):
    with pytest.raises(AccountError):
        accounts.add("ada@example.org", name, "command line")


def test_a_name_is_one_line_of_signs_that_can_be_seen():
    assert one_line(" Ada\r\nExample\u202e \x00") == "Ada Example"
    assert len(one_line("x" * 1000)) == 120


def test_an_account_that_cannot_have_its_role_is_not_made_at_all(accounts):
    with pytest.raises(UnknownTeamError):
        accounts.add("ada@example.org", "Ada Example", "command line", (Grant(Role.REVIEWER, "no such team"),))
    assert accounts.all() == ()


def test_an_account_is_seen_to_go_from_invited_to_disabled(accounts, ada, clock):
    def standing(account):
        return accounts.one(account).standing

    invited, _link = accounts.add("ben@example.org", "Ben Example", "command line")
    assert standing(invited) is Standing.INVITED
    assert standing(ada.id) is Standing.READY
    clock.move(days=3)
    assert standing(invited) is Standing.LINK_ENDED
    for _ in range(5):
        with pytest.raises(WrongSignInError):
            accounts.sign_in.with_password(ada.email, "a wrong long password")
    assert standing(ada.id) is Standing.WAITING
    accounts.disable(ada.id, "command line")
    accounts.disable(ada.id, "command line")
    assert standing(ada.id) is Standing.DISABLED
    assert accounts.name(ada.id) == "Ada Example"
    accounts.reset(ada.id, "command line")
    assert standing(ada.id) is Standing.INVITED


def test_an_unknown_account_is_said_to_be_unknown(accounts):
    for step in (accounts.one, accounts.name, accounts.id_of):
        with pytest.raises(UnknownAccountError):
            step("nobody@example.org")
    for step in (accounts.disable, accounts.reset):
        with pytest.raises(UnknownAccountError):
            step("no such id", "command line")


@pytest.mark.parametrize(
    ("grant", "error"),
    [
        (Grant(Role.REVIEWER), GrantError),
        (Grant(Role.TEAM_LEAD), GrantError),
        (Grant(Role.VOLUNTEER, "any"), GrantError),
        (Grant(Role.ADMINISTRATOR, "any"), GrantError),
        (Grant(Role.REVIEWER, "no such team"), UnknownTeamError),
    ],
)
def test_a_role_is_held_where_it_belongs(accounts, ada, grant, error):
    with pytest.raises(error):
        accounts.grants.give(ada.id, grant, "command line")
    assert accounts.one(ada.id).grants == ()


@pytest.mark.parametrize("reader", [Role.REVIEWER, Role.TEAM_LEAD])
@pytest.mark.parametrize("administrator_first", [True, False])
def test_nobody_both_administers_and_reads(accounts, ada, reader, administrator_first):
    team = accounts.add_team("Community nurses")
    both = [Grant(Role.ADMINISTRATOR), Grant(reader, team.id)]
    first, second = both if administrator_first else reversed(both)
    accounts.grants.give(ada.id, first, "command line")

    with pytest.raises(GrantError):
        accounts.grants.give(ada.id, second, "command line")
    assert accounts.one(ada.id).grants == (first,)


def test_a_role_can_be_given_twice_and_taken_twice(accounts, ada, database):
    grant = Grant(Role.VOLUNTEER)
    for _ in range(2):
        accounts.grants.give(ada.id, grant, "command line")
    assert accounts.one(ada.id).grants == (grant,)
    for _ in range(2):
        accounts.grants.take_away(ada.id, grant, "command line")
    assert accounts.one(ada.id).grants == ()
    assert did(database).count(("command line", "role given")) == 1
    assert did(database).count(("command line", "role taken away")) == 1


def test_a_role_for_nobody_is_refused(accounts):
    with pytest.raises(GrantError):
        accounts.grants.give("no such id", Grant(Role.VOLUNTEER), "command line")


def test_teams_are_listed_by_name(accounts):
    accounts.add_team("ward nurses")
    accounts.add_team("  Community \n nurses ", 3)

    assert [(team.name, team.answers_within) for team in accounts.teams()] == [
        ("Community nurses", 3),
        ("ward nurses", 7),
    ]


@pytest.mark.parametrize(
    ("name", "days"), [("", 7), ("  ", 7), ("COMMUNITY NURSES", 7), ("New", 0), ("New", 61), ("New", -1)]
)
def test_a_team_that_cannot_be_is_refused(accounts, name, days):
    accounts.add_team("Community nurses")
    with pytest.raises(TeamError):
        accounts.add_team(name, days)


def test_a_closed_team_has_nobody_and_cannot_be_joined(accounts, ada, database):
    team = accounts.add_team("Community nurses")
    accounts.grants.give(ada.id, Grant(Role.REVIEWER, team.id), "command line")
    accounts.team_list.close(team.id, "account:someone")

    assert did(database)[-1] == ("account:someone", "role taken away")
    assert accounts.teams() == ()
    assert accounts.sessions.staff_of(ada.token).teams == ()
    assert accounts.team_list.names() == {team.id: "Community nurses"}
    with pytest.raises(UnknownTeamError):
        accounts.grants.give(ada.id, Grant(Role.REVIEWER, team.id), "command line")
    with pytest.raises(UnknownTeamError):
        accounts.team_list.close(team.id, "account:someone")


def test_what_was_done_is_written_down_with_who_did_it(accounts, ada, database):
    accounts.disable(ada.id, "account:someone")
    accounts.reset(ada.id, "command line")

    assert did(database) == [
        ("command line", "account added"),
        (f"account:{ada.id}", "account set up"),
        ("account:someone", "account disabled"),
        ("command line", "account enabled"),
        ("command line", "account reset"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        "update account_events set actor = 'nobody'",
        "delete from account_events",
        pytest.param(
            "insert or replace into account_events select * from account_events", marks=pytest.mark.only_on("sqlite")
        ),
        pytest.param("truncate account_events", marks=pytest.mark.only_on("postgresql")),
    ],
)
def test_what_is_written_down_stays(accounts, ada, database, change):
    before = did(database)
    with database.connect() as connection, pytest.raises(DatabaseError, match="append-only"):
        connection.execute(text(change))
    assert did(database) == before


def test_a_changed_password_ends_every_other_session_and_renews_this_one(accounts, ada, clock):
    clock.move(minutes=1)
    other = accounts.sign_in.with_code(accounts.sign_in.with_password(ada.email, PASSWORD), ada.code())

    token = accounts.own.change_password(ada.id, PASSWORD, "new quiet garden chairs", ada.token)

    assert accounts.sessions.staff_of(token).id == ada.id
    assert accounts.sessions.staff_of(ada.token) is None
    assert accounts.sessions.staff_of(other) is None
    assert accounts.sign_in.with_password(ada.email, "new quiet garden chairs")


def test_a_password_is_changed_only_by_who_knows_it_and_not_to_a_weak_one(accounts, ada):
    with pytest.raises(WrongPasswordError):
        accounts.own.change_password(ada.id, "a wrong long password", "new quiet garden chairs", ada.token)
    with pytest.raises(WeakPasswordError):
        accounts.own.change_password(ada.id, PASSWORD, "password12345", ada.token)

    assert accounts.sessions.staff_of(ada.token)
    assert accounts.sign_in.with_password(ada.email, PASSWORD)


@pytest.mark.parametrize("step", ["password_matches", "hash_password"])
def test_a_password_change_that_is_under_way_does_not_undo_a_reset(accounts, ada, monkeypatch, step):
    from bot.accounts import own

    real = getattr(own, step)

    def reset_meanwhile(*given):
        accounts.reset(ada.id, "command line")
        return real(*given)

    monkeypatch.setattr(own, step, reset_meanwhile)
    with pytest.raises(WrongPasswordError):
        accounts.own.change_password(ada.id, PASSWORD, "new quiet garden chairs", ada.token)
    assert accounts.sessions.of(ada.id, "") == ()
    assert not accounts.own.has_password(ada.id)


def test_a_session_left_open_gives_no_more_than_five_guesses_at_the_password(accounts, ada, database):
    for _ in range(5):
        with pytest.raises(WrongPasswordError):
            accounts.own.renew_codes(ada.id, "a wrong long password")

    with pytest.raises(WrongPasswordError):
        accounts.own.renew_codes(ada.id, PASSWORD)
    assert (f"account:{ada.id}", "account locked") in did(database)


def test_new_recovery_codes_end_the_old_ones(accounts, ada, clock):
    new = accounts.own.renew_codes(ada.id, PASSWORD)

    assert not set(new) & set(ada.codes)
    with pytest.raises(WrongCodeError):
        accounts.sign_in.with_code(accounts.sign_in.with_password(ada.email, PASSWORD), ada.codes[0])
    accounts.sign_in.with_code(accounts.sign_in.with_password(ada.email, PASSWORD), new[0])
    assert accounts.own.codes_left(ada.id) == 9


def test_somebody_without_a_password_here_has_none_to_change(accounts):
    account, _token = enter(accounts, "ben@example.org")

    assert not accounts.own.has_password(account)
    with pytest.raises(WrongPasswordError):
        accounts.own.renew_codes(account, "")


def test_a_secret_sealed_for_one_account_does_not_open_for_another(accounts, ada, clock, database):
    from bot.store.crypto import SealError
    from tests.unit.colleagues import join

    ben = join(accounts, clock, "ben@example.org")
    with database.begin() as connection:
        connection.execute(
            text("update accounts set sealed_totp = (select sealed_totp from accounts where id = :a) where id = :b"),
            {"a": ada.id, "b": ben.id},
        )
    token = accounts.sign_in.with_password(ben.email, PASSWORD)
    with pytest.raises(SealError):
        accounts.sign_in.with_code(token, ada.code())


def test_a_link_is_held_as_a_hash_only(accounts, store_folder):
    _account, link = accounts.add("ben@example.org", "Ben Example", "command line")
    assert link.encode() not in every_byte(store_folder)
