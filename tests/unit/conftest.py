"""Teams that work, somebody who reads, and what a person shared with them: tests/unit/team_store.py, as fixtures."""

import pytest

from bot.stages.team_pages import TeamPages
from tests.unit import team_store


@pytest.fixture
def teams(begin):
    """The two teams of team_store.py, with those who work in them."""
    team_store.open_teams(begin)


@pytest.fixture
def pages(begin):
    """What the staff site asks for."""
    return TeamPages(begin, lambda account: team_store.NAMES[account])


@pytest.fixture
def reader():
    """Somebody of the first team."""
    return team_store.staff("a1")


@pytest.fixture
def shared(begin, person, teams):
    """The id of a share: what the person kept, with the first team."""
    team_store.keep(begin, person)
    return team_store.share(begin, person)
