from dataclasses import replace
from datetime import timedelta

import pytest

from bot.model.complaint import AnsweredBy
from tests.unit.stages.fake_support import TEAMS, FakeSupport
from tests.unit.stages.talking import Talk, at
from tests.unit.team_store import CARE, open_teams


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


@pytest.fixture
def sharing(talk):
    """Somebody who shares with the care team and is doing nothing just now."""
    at(talk, None)
    with talk.begin() as records:
        kept = records.summaries.latest(talk.person)
        sections = tuple({line.heading: None for line in kept.lines})
        until = records.clock.now() + timedelta(days=30)
        records.teamwork.share(talk.person, CARE, "May", sections, until, kept.door)
        records.commit()
    return talk
