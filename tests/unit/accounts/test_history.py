"""What was done with accounts, as it can be read: by the owner and administrators, and by the leads of a team."""

from bot.accounts.events import Did
from bot.model.staff import Grant, Role
from bot.store.tables.accounts import AccountEventRow
from tests.unit.colleagues import enter


def test_a_role_given_or_taken_away_is_named_with_its_team(accounts, ada):
    team = accounts.add_team("Community nurses").id
    boss, _token = enter(accounts, "boss@example.org", Grant(Role.ADMINISTRATOR))
    reads = Grant(Role.REVIEWER, team)
    accounts.grants.give(ada.id, reads, f"account:{boss}")
    accounts.grants.give(ada.id, Grant(Role.VOLUNTEER), "command line")
    accounts.grants.take_away(ada.id, Grant(Role.VOLUNTEER), f"account:{boss}")
    accounts.team_list.close(team, f"account:{boss}")

    found = accounts.history.of(ada.id).items
    assert [(event.did, event.grant, event.by) for event in found] == [
        (Did.REVOKED, reads, "Boss Example"),
        (Did.REVOKED, Grant(Role.VOLUNTEER), "Boss Example"),
        (Did.GRANTED, Grant(Role.VOLUNTEER), ""),
        (Did.GRANTED, reads, "Boss Example"),
        (Did.SET_UP, None, "Ada Example"),
        (Did.ADDED, None, ""),
    ]
    assert {event.name for event in found} == {"Ada Example"}


def test_it_is_read_in_pages_the_newest_first(accounts, ada):
    for _ in range(4):
        accounts.grants.give(ada.id, Grant(Role.VOLUNTEER), "command line")
        accounts.grants.take_away(ada.id, Grant(Role.VOLUNTEER), "command line")

    first = accounts.history.of(ada.id, most=6)
    second = accounts.history.of(ada.id, first.older, most=6)

    numbers = [event.number for event in (*first.items, *second.items)]
    assert numbers == sorted(numbers, reverse=True)
    assert (len(first.items), len(second.items), second.older) == (6, 4, None)


def test_what_was_noted_before_roles_were_named_is_still_read_and_what_is_not_known_left_out(
    accounts, ada, open_transaction, clock
):
    with open_transaction() as transaction:
        for action in ("role given", "something of a later version"):
            noted = AccountEventRow(at=clock.now(), actor="command line", action=action, account_id=ada.id)
            transaction.session.add(noted)
        transaction.commit()

    newest = accounts.history.of(ada.id).items[0]
    assert (newest.did, newest.grant) == (Did.GRANTED, None)


def test_leads_are_told_of_their_team_for_thirty_days(accounts, clock):
    team, other = (accounts.add_team(name).id for name in ("Community nurses", "Ward nurses"))
    boss, _token = enter(accounts, "boss@example.org", Grant(Role.ADMINISTRATOR))
    ben, _token = enter(accounts, "ben@example.org", Grant(Role.REVIEWER, team))
    clock.move(days=29)
    accounts.reset(ben, f"account:{boss}")
    accounts.grants.give(ben, Grant(Role.VOLUNTEER), f"account:{boss}")

    told = [(event.did, event.name, event.by) for event in accounts.news_of(team)]
    assert told == [(Did.RESET, "Ben Example", "Boss Example"), (Did.GRANTED, "Ben Example", "")]
    assert accounts.news_of(other) == ()
    clock.move(days=1)
    assert [event.did for event in accounts.news_of(team)] == [Did.RESET]
    clock.move(days=29)
    assert accounts.news_of(team) == ()
