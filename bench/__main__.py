"""The command: `python -m bench`, with `--write` to put the figures into docs/benchmarks.md."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bench import command, machine, report, run
from bench.growth import report as growth_report
from bench.growth import run as growth_run
from bench.people import report as people_report
from bench.people import run as people_run
from bench.people import server
from bench.telegram import faults, timing
from bench.telegram import report as telegram_report
from bench.telegram.people import Plan
from bot.launch.clock import SystemClock
from bot.launch.layout import Layout
from bot.launch.screen import Screen


class Part(StrEnum):
    """What can be measured by itself."""

    TURNS = "turns"
    GROWTH = "growth"
    PEOPLE = "people"
    TELEGRAM_TIMING = "telegram-timing"
    TELEGRAM_FAULTS = "telegram-faults"


@dataclass
class _Measuring:
    """How each part is measured."""

    quick: bool
    plan: Plan
    seed: int
    server: str = ""
    clean: bool = True
    """Whether nothing was lost or doubled in the fault run, once it was done."""

    def turns(self, layout: Layout, folder: Path, screen: Screen, clock: SystemClock) -> list[str]:
        results = asyncio.run(run.measure(run.QUICK if self.quick else run.FULL, layout, folder, screen, clock))
        return [*report.table(results), "", report.counts(results)]

    def growth(self, _layout: Layout, folder: Path, screen: Screen, clock: SystemClock) -> list[str]:
        plan = growth_run.QUICK if self.quick else growth_run.FULL
        return growth_report.report(growth_run.measure(plan, folder, screen, clock))

    def people(self, _layout: Layout, folder: Path, screen: Screen, clock: SystemClock) -> list[str]:
        plan = people_run.QUICK if self.quick else people_run.FULL
        return people_report.report(people_run.measure(plan, folder, screen, clock, self.server))

    def telegram_timing(self, _layout: Layout, folder: Path, screen: Screen, clock: SystemClock) -> list[str]:
        plan = timing.QUICK if self.quick else timing.FULL
        return telegram_report.of_timing(timing.run(plan, folder, screen, clock))

    def telegram_faults(self, _layout: Layout, folder: Path, screen: Screen, clock: SystemClock) -> list[str]:
        found = faults.run(self.plan, self.seed, folder, screen, clock)
        self.clean = found.counts.is_clean
        return telegram_report.of_faults(found, self.plan)


def main(  # noqa: PLR0917  (typer hands them over by name)
    write: Annotated[bool, typer.Option("--write", help="Put the figures into docs/benchmarks.md.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Only see that it works; the figures mean nothing.")] = False,
    only: Annotated[Part | None, typer.Option("--only", help="Measure this part alone.")] = None,
    chats: Annotated[int, typer.Option(min=1, help="People in the fault run of Telegram.")] = faults.FULL.people,
    messages: Annotated[int, typer.Option(min=1, help="How much each of them says.")] = faults.FULL.messages,
    seed: Annotated[int, typer.Option(help="Another number brings other faults.")] = 1,
    postgresql: Annotated[str, typer.Option(help="With people alone: a server, by the URL of a database there.")] = "",
) -> None:
    """Measure this assistant beside a stock Rasa bot, how search, inbox and record grow, and Telegram: here, now.

    Takes about an hour on two cores. Ends with exit status 1 when the fault run is not clean.
    """
    if write and quick:
        raise typer.BadParameter("the figures of a quick run mean nothing, so they are not written")
    if postgresql and only is not Part.PEOPLE:
        raise typer.BadParameter("only people are measured on a server, so say --only people too")
    measuring = _Measuring(quick, faults.QUICK if quick else Plan(chats, messages), seed, postgresql)
    parts = {
        Part.TURNS: (measuring.turns, (report.BEGIN, report.END), None),
        Part.GROWTH: (measuring.growth, (growth_report.BEGIN, growth_report.END), machine.own_versions),
        Part.PEOPLE: (
            measuring.people,
            (people_report.SERVER_BEGIN, people_report.SERVER_END)
            if postgresql
            else (people_report.BEGIN, people_report.END),
            partial(machine.own_versions, server.version(postgresql)) if postgresql else machine.own_versions,
        ),
        Part.TELEGRAM_TIMING: (
            measuring.telegram_timing,
            (telegram_report.TIMING_BEGIN, telegram_report.TIMING_END),
            None,
        ),
        Part.TELEGRAM_FAULTS: (
            measuring.telegram_faults,
            (telegram_report.FAULTS_BEGIN, telegram_report.FAULTS_END),
            None,
        ),
    }
    for part, (measure, marks, versions) in parts.items():
        if only in {None, part}:
            command.run(measure, marks if write else None, versions=versions)
    if not measuring.clean:
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
