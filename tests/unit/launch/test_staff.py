"""`what-matters staff` and `what-matters team`: what they do, and plain words for what they cannot."""

import re

import pytest
from typer.testing import CliRunner

from bot.accounts.provider_sign_in import Identity
from bot.bootstrap import build
from bot.cli import app
from bot.model.staff import Grant, Role
from bot.settings import Settings
from tests.unit.colleagues import ISSUER

LINK = re.compile(r"http://127\.0\.0\.1:8000/staff/set-up/([\w-]{43})\n")


@pytest.fixture
def run(data_dir):
    def run(*arguments):
        return CliRunner().invoke(app, [*arguments])

    return run


@pytest.fixture
def accounts(data_dir):
    parts = build(Settings(data_dir=data_dir))
    yield parts.accounts
    parts.database.dispose()


def add(run, *more):
    return run("staff", "add", "ada@example.org", "--name", "Ada Example", *more)


def test_an_account_is_added_with_an_address_that_sets_it_up(run, accounts):
    run("team", "add", "Community nurses", "--answers-within", "3")
    shown = add(run, "--role", "reviewer", "--role", "team-lead", "--team", "community NURSES")

    assert shown.exit_code == 0
    link = LINK.search(shown.stdout).group(1)
    assert accounts.setting_up.invited(link).name == "Ada Example"
    [team] = accounts.teams()
    assert team.answers_within == 3
    assert accounts.all()[0].grants == (Grant(Role.REVIEWER, team.id), Grant(Role.TEAM_LEAD, team.id))
    assert (
        "Ada Example  reviewer in Community nurses, team lead in Community nurses  invited"
        in run("staff", "list").stdout
    )
    assert "Community nurses  answers within 3 days" in run("team", "list").stdout


def test_disabling_ends_sessions_at_once_in_the_copy_that_runs(run, accounts):
    add(run)
    token = accounts.provider_sign_in.enter(Identity(ISSUER, "subject", "ada@example.org", ""))
    assert accounts.sessions.staff_of(token)

    assert run("staff", "disable", "ADA@example.org").exit_code == 0

    assert accounts.sessions.staff_of(token) is None


def test_a_reset_gives_a_new_address(run, accounts):
    first = LINK.search(add(run).stdout).group(1)
    second = LINK.search(run("staff", "reset", "ada@example.org").stdout).group(1)

    assert first != second
    assert accounts.setting_up.invited(second)


def test_what_an_administrator_reset_can_be_confirmed_by_whoever_runs_the_machine(run, accounts):
    run("team", "add", "Nurses")
    add(run, "--role", "reviewer", "--team", "Nurses")
    identity = Identity(ISSUER, "subject", "ada@example.org", "")
    accounts.provider_sign_in.enter(identity)
    ada = accounts.id_of("ada@example.org")
    accounts.reset(ada, "account:somebody")

    early = run("staff", "confirm", "ada@example.org")
    assert (early.exit_code, "has not set it up anew yet" in early.stderr) == (1, True)
    token = accounts.provider_sign_in.enter(identity)
    assert "reviewer in Nurses  ready, its roles rest" in run("staff", "list").stdout
    assert accounts.sessions.staff_of(token).grants == ()

    assert run("staff", "confirm", "ADA@example.org").exit_code == 0
    assert len(accounts.sessions.staff_of(token).grants) == 1
    assert "rest" not in run("staff", "list").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("staff", "add", "ada", "--name", "Ada"), "not an email address"),
        (("staff", "add", "ada@example.org", "--name", " "), "needs the name"),
        (("staff", "add", "ada@example.org", "--name", "Ada", "--role", "king"), "The roles are: reviewer, team-lead"),
        (("staff", "add", "ada@example.org", "--name", "Ada", "--role", "reviewer"), "Name it with --team"),
        (("staff", "add", "ada@example.org", "--name", "Ada", "--role", "reviewer", "--team", "x"), "no such team"),
        (("staff", "disable", "nobody@example.org"), "no account"),
        (("staff", "reset", "nobody@example.org"), "no account"),
        (("staff", "confirm", "nobody@example.org"), "no account"),
        (("team", "add", ""), "needs a name"),
        (("team", "add", "x", "--answers-within", "0"), "within 1 to 60 days"),
    ],
)
def test_what_cannot_be_done_is_said_plainly_and_nothing_is_made(run, accounts, arguments, words):
    shown = run(*arguments)

    assert shown.exit_code == 1
    assert words in shown.stderr
    assert "Traceback" not in shown.output
    assert accounts.all() == ()
    assert accounts.teams() == ()


def test_one_account_never_both_administers_and_reads(run, accounts):
    run("team", "add", "Nurses")
    shown = add(run, "--role", "administrator", "--role", "reviewer", "--team", "Nurses")
    assert shown.exit_code == 1
    assert accounts.all() == ()


def test_the_first_account_can_be_added_before_anything_was_started(monkeypatch, tmp_path):
    folder = tmp_path / "new"
    monkeypatch.setenv("WHATMATTERS_DATA_DIR", str(folder))

    shown = CliRunner().invoke(app, ["staff", "add", "ada@example.org", "--name", "Ada", "--role", "administrator"])

    assert shown.exit_code == 0
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_a_key_that_others_can_read_is_refused(run, data_dir):
    (data_dir / "key").chmod(0o644)
    shown = add(run)
    assert shown.exit_code == 1
    assert "chmod 600" in shown.stderr
