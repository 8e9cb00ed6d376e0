"""After a reset by an administrator: what matters most rests until somebody else says who set the account up anew."""

import pytest

from bot.accounts.resting import MayNotConfirmError, ResetSinceError
from bot.model.staff import Grant, Reset, Role
from tests.unit.colleagues import again, enter

BEN = "ben@example.org"


def by(account):
    return f"account:{account}"


@pytest.fixture
def team(accounts):
    return accounts.add_team("Community nurses").id


@pytest.fixture
def boss(accounts):
    """An administrator, who resets."""
    return enter(accounts, "boss@example.org", Grant(Role.ADMINISTRATOR))[0]


@pytest.fixture
def ben(accounts, team):
    """Somebody who reads for the team, and has been at work for a while."""
    return enter(accounts, BEN, Grant(Role.REVIEWER, team))[0]


@pytest.fixture
def lead(accounts, team):
    return enter(accounts, "lee@example.org", Grant(Role.TEAM_LEAD, team))[0]


@pytest.fixture
def reset(accounts, boss, ben, lead, clock):
    """Ben's account, reset by the administrator and set up anew by whoever it was; the token of their session."""
    clock.move(hours=1)
    accounts.reset(ben, by(boss))
    clock.move(minutes=10)
    return again(accounts, BEN)


def confirm(accounts, account, actor):
    """Say, of the reset that the page shows now, that it was the owner."""
    waiting = accounts.resting.of(account)
    accounts.confirm(account, actor, waiting.reset if waiting else None)


def counts(accounts, token):
    return accounts.sessions.staff_of(token).grants


def test_what_was_reset_reads_nothing_until_it_is_confirmed(accounts, team, ben, lead, reset):
    staff = accounts.sessions.staff_of(reset)
    assert (staff.grants, staff.teams, staff.resting) == ((), (), (Grant(Role.REVIEWER, team),))
    assert accounts.one(ben).rests

    confirm(accounts, ben, by(lead))

    assert counts(accounts, reset) == (Grant(Role.REVIEWER, team),)
    assert accounts.sessions.staff_of(reset).resting == ()
    assert not accounts.one(ben).rests


@pytest.mark.parametrize("role", Role)
def test_roles_that_read_words_or_look_after_accounts_rest_and_the_others_go_on(accounts, boss, team, role):
    grant = Grant(role, team if role.of_a_team else "")
    account, _token = enter(accounts, "cat@example.org", grant)
    accounts.reset(account, by(boss))

    rests = role in {Role.REVIEWER, Role.TEAM_LEAD, Role.ADMINISTRATOR}
    assert counts(accounts, again(accounts, "cat@example.org")) == (() if rests else (grant,))
    assert accounts.one(account).rests is rests
    assert accounts.one(account).grants == (grant,), "it is not taken away"


def test_a_role_given_after_the_reset_rests_too(accounts, boss, team, reset, ben):
    accounts.grants.take_away(ben, Grant(Role.REVIEWER, team), by(boss))
    accounts.grants.give(ben, Grant(Role.TEAM_LEAD, team), by(boss))
    assert counts(accounts, reset) == ()


def test_an_account_that_nobody_has_used_yet_has_no_owner_to_be_mistaken_for(accounts, boss, team):
    account, _link = accounts.add("new@example.org", "New Example", by(boss), (Grant(Role.REVIEWER, team),))
    accounts.reset(account, by(boss))
    token = again(accounts, "new@example.org")
    assert counts(accounts, token) == (Grant(Role.REVIEWER, team),)
    assert accounts.sessions.staff_of(token).resets == ()


def test_a_reset_on_the_command_line_lets_nothing_rest_and_is_seen(accounts, team, ben, reset):
    accounts.reset(ben, "command line")
    token = again(accounts, BEN)
    assert counts(accounts, token) == (Grant(Role.REVIEWER, team),)
    assert accounts.sessions.staff_of(token).resets[-1].by == ""


# --- who may say whose it is ------------------------------------------------------------------------------------------


def somebody(accounts, team, who, clock):
    """The account of somebody who might say it, by what they are."""
    grants = {
        "another administrator": (Grant(Role.ADMINISTRATOR),),
        "reviewer": (Grant(Role.REVIEWER, team),),
        "volunteer": (Grant(Role.VOLUNTEER),),
        "lead elsewhere": (Grant(Role.TEAM_LEAD, accounts.add_team("Ward nurses").id),),
        "disabled lead": (Grant(Role.TEAM_LEAD, team),),
        "resting lead": (Grant(Role.TEAM_LEAD, team),),
        "resting administrator": (Grant(Role.ADMINISTRATOR),),
    }
    account, _token = enter(accounts, "somebody@example.org", *grants[who])
    if who.startswith("disabled"):
        accounts.disable(account, "command line")
    if who.startswith("resting"):
        accounts.reset(account, "account:whoever")
        again(accounts, "somebody@example.org")
    return account


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("another administrator", True),
        ("reviewer", False),
        ("volunteer", False),
        ("lead elsewhere", False),
        ("disabled lead", False),
        ("resting lead", False),
        ("resting administrator", False),
    ],
)
def test_who_may_say_whose_account_it_is(accounts, team, ben, reset, clock, who, may):
    actor = by(somebody(accounts, team, who, clock))

    assert accounts.resting.may_confirm(ben, actor) is may
    if may:
        confirm(accounts, ben, actor)
    else:
        with pytest.raises(MayNotConfirmError):
            confirm(accounts, ben, actor)
    assert bool(counts(accounts, reset)) is may


def test_neither_who_reset_it_nor_whoever_uses_it_may_say_so(accounts, boss, ben, reset):
    for actor in (by(boss), by(ben), by("no such id"), "sign-in", ""):
        with pytest.raises(MayNotConfirmError):
            confirm(accounts, ben, actor)
    assert counts(accounts, reset) == ()


def test_whoever_runs_the_machine_may_say_so_where_nobody_else_can(accounts, team, ben, reset):
    accounts.confirm(ben, "command line")
    assert counts(accounts, reset) == (Grant(Role.REVIEWER, team),)


def test_nothing_is_confirmed_before_it_is_set_up_or_the_link_would_still_be_open(accounts, boss, lead, ben):
    accounts.reset(ben, by(boss))
    for actor in (by(lead), "command line"):
        with pytest.raises(MayNotConfirmError):
            confirm(accounts, ben, actor)


def test_a_reset_afterwards_rests_again(accounts, boss, lead, ben, reset):
    confirm(accounts, ben, by(lead))
    accounts.reset(ben, by(boss))
    assert counts(accounts, again(accounts, BEN)) == ()


def test_a_yes_about_one_set_up_confirms_no_later_one(accounts, boss, lead, ben, reset, clock):
    """While the lead rings the owner, the administrator resets it again and sets it up themselves."""
    asked = accounts.resting.of(ben).reset
    accounts.reset(ben, by(boss))
    with pytest.raises(ResetSinceError):
        accounts.confirm(ben, by(lead), asked)
    clock.move(minutes=10)
    token = again(accounts, BEN)
    with pytest.raises(ResetSinceError):
        accounts.confirm(ben, by(lead), asked)
    assert counts(accounts, token) == ()

    confirm(accounts, ben, by(lead))
    assert counts(accounts, token) != ()


@pytest.mark.parametrize("named", [None, 0, -1])
def test_nobody_confirms_an_account_without_naming_the_reset(accounts, lead, ben, reset, named):
    with pytest.raises(ResetSinceError):
        accounts.confirm(ben, by(lead), named)
    assert counts(accounts, reset) == ()


def test_who_may_not_say_it_does_not_learn_of_another_reset(accounts, ben, reset):
    with pytest.raises(MayNotConfirmError) as raised:
        accounts.confirm(ben, by("no such id"), 0)
    assert type(raised.value) is MayNotConfirmError


def test_the_lead_of_a_closed_team_says_nothing(accounts, team, lead, ben, reset):
    accounts.team_list.close(team, "command line")
    with pytest.raises(MayNotConfirmError):
        confirm(accounts, ben, by(lead))


def test_confirming_twice_or_what_does_not_rest_is_harmless(accounts, lead, ben, reset):
    for _ in range(2):
        confirm(accounts, ben, by(lead))
    accounts.confirm(lead, "command line")
    done = [(event.did.value, event.by) for event in accounts.history.of(ben).items]
    assert done.count(("owner confirmed", "Lee Example")) == 1
    with pytest.raises(MayNotConfirmError):
        accounts.confirm("no such id", "command line")


# --- what is seen of it -----------------------------------------------------------------------------------------------


def test_the_leads_of_the_team_see_which_accounts_rest(accounts, team, ben, boss, clock):
    other = accounts.add_team("Ward nurses").id
    enter(accounts, "cat@example.org", Grant(Role.REVIEWER, team))
    began = clock.now()
    accounts.reset(ben, by(boss))
    (waiting,) = accounts.resting_in(team)
    assert (waiting.account, waiting.name, waiting.set_up_at) == (ben, "Ben Example", None)
    assert (waiting.reset_at, waiting.reset_by, waiting.administers) == (began, "Boss Example", False)
    clock.move(minutes=10)
    again(accounts, BEN)
    assert accounts.resting_in(team)[0].set_up_at == clock.now()
    assert accounts.resting_in(other) == ()
    assert accounts.resting.of(ben) == accounts.resting_in(team)[0]
    accounts.disable(ben, by(boss))
    assert accounts.resting_in(team) == ()


def test_it_is_told_apart_whether_words_or_accounts_are_at_stake(accounts, boss):
    other = enter(accounts, "other@example.org", Grant(Role.ADMINISTRATOR))[0]
    accounts.reset(other, by(boss))
    assert accounts.resting.of(other).administers


def test_the_owner_is_told_until_they_have_read_it(accounts, ben, boss, reset, clock):
    told = accounts.sessions.staff_of(reset).resets
    assert [(each.by, type(each)) for each in told] == [("Boss Example", Reset)]

    for _ in range(2):
        accounts.resting.seen(ben)

    assert accounts.sessions.staff_of(reset).resets == ()
    noted = [event.did.value for event in accounts.history.of(ben).items]
    assert noted.count("reset seen") == 1


def test_a_notice_that_somebody_else_put_aside_comes_again_with_the_next(accounts, ben, boss, reset, clock):
    """Whoever was at the account in between may have read it in the owner's place."""
    accounts.resting.seen(ben)
    clock.move(days=2)
    accounts.reset(ben, by(boss))
    assert len(accounts.sessions.staff_of(again(accounts, BEN)).resets) == 2


def test_nothing_is_told_to_others(accounts, lead, boss, reset):
    accounts.resting.seen("no such id")
    assert accounts.sessions.staff_of(again(accounts, "lee@example.org")).resets == ()
