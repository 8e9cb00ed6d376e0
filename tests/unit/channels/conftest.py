import pytest

from bot.channels.inbound import Inbound
from bot.channels.lines import Lines
from bot.channels.turn_store import TurnStore
from tests.unit.fakes import FakeEngine, RuleEngine


@pytest.fixture
def lines():
    return Lines()


@pytest.fixture
def engine():
    return FakeEngine()


@pytest.fixture
def inbound(begin, engine, lines):
    return Inbound(TurnStore(begin), engine, lines)


@pytest.fixture
def rules(begin, facts):
    return RuleEngine(begin, facts)


@pytest.fixture
def talking(begin, rules, lines):
    """A gateway in front of an engine that follows our own rules on the same store."""
    return Inbound(TurnStore(begin), rules, lines)


@pytest.fixture
async def token(inbound):
    return await inbound.open_session("test")
