"""Somebody who keeps a version, and who shares it with a team."""

import pytest

from tests.unit.team_store import keep, share


@pytest.fixture
def kept(begin, person):
    """Their id, once a version is kept."""
    keep(begin, person)
    return person


@pytest.fixture
def shared(begin, kept, teams):
    """The id of a share of it, with the first team."""
    return share(begin, kept)
