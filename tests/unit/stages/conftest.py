import pytest

from tests.unit.stages.talking import Talk


@pytest.fixture
def talk(begin, facts):
    return Talk(begin, facts)
