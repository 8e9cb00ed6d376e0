"""The order of a run, when a phase ends early, and what the command refuses."""

from dataclasses import replace

import pytest
from typer.testing import CliRunner

from bench import parts
from bench.__main__ import main
from bench.conversations import Step
from bench.measure import Side
from bench.run import FULL, QUICK, _Run
from tests.unit.launch.fakes import FakeClock, plain_screen


class Copy:
    """A running side whose turns cost a second each."""

    def __init__(self, clock, cost=1.0):
        self.clock, self.cost, self.stopped = clock, cost, False
        self.side = Side(self, dict)
        self.script = self.opening = self.cycle = (Step("a", "one"), Step("b", "two"))

    async def begin(self):
        return self

    async def take(self, step):
        self.clock.sleep(self.cost)

    async def stop(self):
        self.stopped = True


@pytest.fixture
def made(monkeypatch, tmp_path):
    """A run in which starting takes 40 seconds, and the copies that were started."""
    clock, copies = FakeClock(), []
    screen, written = plain_screen(clock)

    async def start(kind, folder, screen, clock):
        clock.sleep(40)
        copies.append(Copy(clock))
        return copies[-1], 40.0

    monkeypatch.setattr(parts, "start", start)
    plan = replace(FULL, starts=3, phase_seconds=100)
    return _Run(plan, None, None, tmp_path, screen, clock), copies, written


async def test_starts_end_early_and_only_the_last_copies_stay(made):
    run, copies, _ = made
    taken, running = await run.start()
    assert taken == [(40.0, 40.0)] * 2
    assert [copy.stopped for copy in copies] == [True, True, False, False]
    assert list(running) == copies[2:]


async def test_our_copy_is_stopped_when_the_other_does_not_start(made, monkeypatch):
    run, copies, _ = made
    first = parts.start

    async def start_once(*arguments):
        if copies:
            raise parts.BenchError("no reply")
        return await first(*arguments)

    monkeypatch.setattr(parts, "start", start_once)
    with pytest.raises(parts.BenchError):
        await run.start()
    assert [copy.stopped for copy in copies] == [True]


async def test_rounds_end_early_but_not_before_there_are_enough(made):
    run, _, written = made
    found = await run.take_turns(Copy(run.clock), Copy(run.clock))
    assert {at_once: len(rounds) for at_once, rounds in found.items()} == {1: 4, 8: 4}
    assert f"Round 4 of {FULL.rounds}" in written.getvalue()


async def test_quick_turns_are_taken_as_often_as_planned(made):
    run, _, _ = made
    found = await run.take_turns(Copy(run.clock, 0.001), Copy(run.clock, 0.001))
    assert {len(rounds) for rounds in found.values()} == {FULL.rounds}


async def test_at_least_one_long_conversation_is_held(made):
    run, _, _ = made
    found = await run.talk_long(Copy(run.clock), Copy(run.clock))
    assert [[len(side) for side in pair] for pair in found] == [[FULL.long_turns] * 2]


@pytest.mark.parametrize("plan", [FULL, QUICK])
def test_both_windows_fit_into_the_long_conversation(plan):
    assert plan.long_turns >= 25 + 16


def test_figures_of_a_quick_run_are_not_written():
    import typer

    app = typer.Typer()
    app.command()(main)
    refused = CliRunner().invoke(app, ["--write", "--quick"])
    assert refused.exit_code == 2
    assert "mean nothing" in refused.output
