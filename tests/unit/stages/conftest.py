from dataclasses import replace

import pytest

from bot.model.complaint import AnsweredBy
from tests.unit.stages.fake_support import TEAMS, FakeSupport
from tests.unit.stages.talking import Talk
from tests.unit.team_store import open_teams


@pytest.fixture
def support():
    return FakeSupport()


@pytest.fixture
def facts(facts, support):
    """With a directory, two teams, and somebody who answers. What has no use for them goes on as before."""
    return replace(facts, support=support, teams=lambda: TEAMS, answered_by=AnsweredBy("Jo Bell", "manager", 5))


@pytest.fixture
def talk(begin, facts):
    open_teams(begin)
    return Talk(begin, facts)
