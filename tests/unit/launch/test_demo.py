"""The demonstration: invented people and teams, put there through the real doors, and never beside real ones."""

import pytest

from bot.bootstrap import build
from bot.launch.demo.fill import TEAMS, NotEmptyError, fill
from bot.launch.demo.people import invented
from bot.model.staff import Staff
from bot.model.teamwork import InboxState
from bot.settings import Settings


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("WHATMATTERS_DATA_DIR", str(tmp_path / "demo"))
    return Settings()


def test_every_state_of_an_inbox_is_there_to_look_at(settings):
    invited = fill(settings, lambda _line: None)
    assert {one.role for one in invited} >= {"reviewer", "team lead", "volunteer", "directory editor", "administrator"}
    parts = build(settings)
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
    parts.database.dispose()


def test_it_is_refused_where_anybody_is_already(settings):
    fill(settings, lambda _line: None)
    with pytest.raises(NotEmptyError):
        fill(settings, lambda _line: None)


def test_everybody_is_of_a_team_that_is_made():
    assert {person.team for person in invented()} == set(TEAMS)
