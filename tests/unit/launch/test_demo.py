"""The demonstration: invented people and teams, put there through the real doors, and never beside real ones."""

import pytest

from bot.bootstrap import build
from bot.launch.demo.fill import TEAMS, NotEmptyError, fill
from bot.launch.demo.people import invented
from bot.model.staff import Staff
from bot.model.teamwork import InboxState
from bot.settings import Settings


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    return Settings(data_dir=tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def invited(settings):
    return fill(settings, lambda _line: None)


@pytest.fixture(scope="module")
def parts(settings, invited):
    parts = build(settings)
    yield parts
    parts.database.dispose()


def test_every_state_of_an_inbox_is_there_to_look_at(parts, invited):
    assert {one.role for one in invited} >= {"reviewer", "team lead", "volunteer", "directory editor", "administrator"}
    reader = next(account for account in parts.accounts.all() if account.name == "Robin Reader")
    staff = Staff(reader.id, reader.name, reader.email, reader.grants)
    inbox = parts.team_pages.inbox(staff, staff.teams[0], None, 1)
    assert set(inbox.counts) == set(InboxState)
    assert all(inbox.counts.values())
    for item in inbox.items:
        page = parts.team_pages.open(staff, item.share)
        shown = {line.words for section in page.sections for line in section.lines}
        person = next(one for one in invented() if one.called == item.called)
        assert {line.words for line in (*person.lines, *person.later)} <= shown


def test_a_service_in_each_state_is_there_and_says_that_it_is_invented(parts):
    today = parts.clock.now().date()
    made_up = {entry.id: entry for entry in parts.directory.all_entries() if "(invented)" in entry.name}
    ages = {(today - entry.assured_date).days for entry in made_up.values() if entry.assured_date}
    assert min(ages) < 30
    assert max(ages) > 365
    assert [entry.id for entry in made_up.values() if entry.number_wrong] == ["invented-kettle"]
    assert [entry.id for entry in made_up.values() if entry.closed] == ["invented-mill"]
    for entry in made_up.values():
        assert all(phone.number.startswith("01632 960") for phone in entry.phones)


def test_it_is_refused_where_anybody_is_already(settings, invited):
    with pytest.raises(NotEmptyError):
        fill(settings, lambda _line: None)


def test_everybody_is_of_a_team_that_is_made():
    assert {person.team for person in invented()} == set(TEAMS)
