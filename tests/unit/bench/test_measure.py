"""How turns of both sides are interleaved, on fakes and a clock that moves only when a turn is taken."""

from dataclasses import dataclass, field

import pytest

from bench.conversations import Ours, Step, Stock
from bench.measure import FIRST_WINDOW, WINDOW, Side, long_conversations, one_round


@dataclass
class FakeAssistant:
    """Takes `cost` seconds a turn and writes down what it heard."""

    name: str
    cost: float
    journal: list
    clock: list
    cpu: float = 0.0
    script: tuple = (Step("a", "one"), Step("b", "two"))
    opening: tuple = (Step("first", "hello"),)
    cycle: tuple = (Step("x", "one"), Step("y", "two"))
    begun: int = field(default=0)

    async def begin(self):
        self.begun += 1
        return self

    async def take(self, step):
        self.journal.append((self.name, step.kind))
        self.clock[0] += self.cost
        self.cpu += self.cost / 2

    def side(self):
        return Side(self, lambda: {"only": self.cpu})


@pytest.fixture
def pair():
    journal, clock = [], [0.0]
    return FakeAssistant("ours", 0.010, journal, clock), FakeAssistant("stock", 0.020, journal, clock)


async def test_blocks_alternate_and_never_mix(pair):
    ours, stock = pair
    now = lambda: ours.clock[0]  # noqa: E731
    measured = await one_round(ours.side(), stock.side(), now, at_once=1, repeats=2, ours_first=False)
    block = [("stock", "a"), ("stock", "b"), ("ours", "a"), ("ours", "b")]
    assert ours.journal == block * 2
    assert measured.ours.times == pytest.approx([10.0] * 4)
    assert measured.stock.times == pytest.approx([20.0] * 4)
    assert measured.ours.cpu_ms == pytest.approx({"only": 5.0})
    assert measured.stock.cpu_ms == pytest.approx({"only": 10.0})


async def test_every_block_holds_new_conversations(pair):
    ours, stock = pair
    await one_round(ours.side(), stock.side(), lambda: 0.0, at_once=8, repeats=3, ours_first=True)
    assert (ours.begun, stock.begun) == (24, 24)
    assert len(ours.journal) == 2 * 24 * 2


async def test_where_the_system_tells_nothing_processor_time_is_left_out(pair):
    sides = [Side(each, dict) for each in pair]
    measured = await one_round(*sides, lambda: 0.0, at_once=1, repeats=2, ours_first=True)
    assert measured.ours.cpu_ms == {}


async def test_a_long_conversation_is_one_conversation_turn_by_turn(pair):
    ours, stock = pair
    times = await long_conversations(ours.side(), stock.side(), lambda: ours.clock[0], 5)
    assert (ours.begun, stock.begun) == (1, 1)
    assert [len(side) for side in times] == [5, 5]
    assert ours.journal[:4] == [("ours", "first"), ("stock", "first"), ("ours", "x"), ("stock", "x")]
    assert [kind for name, kind in ours.journal if name == "ours"] == ["first", "x", "y", "x", "y"]


@pytest.mark.parametrize("assistant", [Ours, Stock])
def test_both_windows_of_a_long_conversation_hold_whole_cycles(assistant):
    first, last = FIRST_WINDOW
    assert first > len(assistant.opening)
    assert (last - first + 1) == WINDOW
    assert WINDOW % len(assistant.cycle) == 0


def test_both_sides_take_as_many_turns():
    assert len(Ours.script) == len(Stock.script)
