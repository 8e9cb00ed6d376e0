"""The order of questions, when a phase ends early, the tables, and a process of its own."""

import os
import re

import pytest
import typer
from typer.testing import CliRunner

import bench.__main__ as command
from bench import machine
from bench.errors import BenchError
from bench.growth import report
from bench.growth.apart import Apart
from bench.growth.questions import How, Part, Search, after_changes, looks, searches
from bench.growth.rounds import Pair, Run
from bench.growth.run import FULL, QUICK, Plan, Results
from bench.growth.situations import Situation
from bench.report import rewritten
from bot.launch.layout import Layout
from bot.model.teamwork import InboxState
from tests.unit.bench.site_elsewhere import SiteElsewhere
from tests.unit.launch.fakes import FakeClock, plain_screen

CARER, HOSPICE = Situation("carer", "DT1", ""), Situation("hospice", "", "")
PLAN = Plan(few=2, many=4, rounds=5, looks=1, searches=0, changes=1, phase_seconds=10)


class FakeSite:
    """A site whose answers take as long as told; each costs the clock a second."""

    def __init__(self, name, ms, asked, clock):
        self.name, self.ms, self.asked, self.clock = name, ms, asked, clock

    def ask(self, question):
        self.clock.sleep(1)
        self.asked.append((self.name, question))
        return self.ms


@pytest.fixture
def made():
    """A run between two sites, the questions in the order they were put, and what was said."""
    clock, asked = FakeClock(), []
    screen, written = plain_screen(clock)
    sites = FakeSite("few", 10.0, asked, clock), FakeSite("many", 15.0, asked, clock)
    return Run(PLAN, sites, screen, clock), asked, written


def test_both_are_asked_the_same_one_right_after_the_other_and_the_first_alternates(made):
    run, asked, _ = made
    run.ask("search", {"a row": [Search(How.JSON, CARER), Search(How.JSON, HOSPICE)]})
    counted = asked[4:]
    assert [name for name, _ in counted[:8]] == ["few", "many", "few", "many", "many", "few", "many", "few"]
    assert all(first[1] == second[1] for first, second in zip(counted[::2], counted[1::2], strict=True))


def test_what_warms_up_is_not_counted_and_a_phase_ends_early_but_not_too_early(made):
    run, asked, written = made
    found = run.ask("search", {"a row": [Search(How.JSON, CARER)] * 3})
    assert found == {"a row": [Pair((10.0,) * 3, (15.0,) * 3)] * 3}
    assert len(asked) == 4 * 6
    assert "Round 3 of 5, search, p95: 10 ms with 2, 15 ms with 4" in written.getvalue()


def test_what_can_be_asked_once_is_asked_once(made):
    run, asked, _ = made
    found = run.ask_once("after", after_changes([CARER, HOSPICE], 3))
    assert [len(rounds) for rounds in found.values()] == [1, 1]
    assert len(asked) == 12
    assert sorted({question.number for _, question in asked}) == list(range(6))


def test_every_door_every_part_and_every_state_has_its_row():
    assert list(searches([CARER])) == ["search, JSON", "search, page", "search, without the web"]
    rows = looks(2)
    assert {len(questions) for questions in rows.values()} == {2}
    assert len(rows) == 2 * len(Part) + len(InboxState)


# --- the tables -------------------------------------------------------------------------------------------------------


def results(**changes):
    fast = [Pair((10.0, 20.0), (12.0, 24.0)), Pair((10.0, 20.0), (10.0, 20.0))]
    slow = [Pair((10.0,), (30.0,))]
    values = {
        "plan": FULL,
        "search": {"search, JSON": fast},
        "inbox": {"inbox, first page": fast, "inbox, last page": fast},
        "changed": {"search, first after a check": slow},
        "ready": (4.0, 20.0),
    }
    return Results(**(values | changes))


def test_each_verdict_is_one_line_and_names_the_worst():
    found = report.report(results())
    assert found[:2] == [
        "**Search**, within 2 times at p95: yes, all 1 rows; the most is 1.10 (search, JSON).",
        "**Inbox**, within 2 times at p95: yes, all 2 rows; the most is 1.10 (inbox, first page).",
    ]
    slow = {"inbox, first page": [Pair((10.0,), (11.0,))], "inbox, last page": [Pair((10.0,), (25.0,))]}
    assert report.verdict("Inbox", slow) == (
        "**Inbox**, within 2 times at p95: no, 1 of 2 rows take longer; the most is 2.50 (inbox, last page)."
    )


def test_a_row_says_both_sizes_and_how_many_times_as_long():
    lines = report.report(results())
    row = next(line for line in lines if line.startswith("| search, JSON"))
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells == [
        "search, JSON",
        "15 ms",
        "20 ms",
        "16 ms",
        "23 ms",
        "1.10 (1.00 to 1.20)",
        "1.10 (1.00 to 1.20)",
    ]
    head = next(line for line in lines if line.startswith("| what"))
    assert "200, median" in head
    assert "20,000, p95" in head


def test_samples_and_getting_ready_are_said():
    text = "\n".join(report.report(results()))
    assert "4 questions to each store, in rounds: 2" in text
    assert "1 question to each store, in rounds: 1" in text
    assert "4 s with 200 and 20 s with 20,000" in text


def test_the_figures_have_a_place_of_their_own_in_the_page():
    page = (Layout().root / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    marked = rewritten(page, ["new"], report.BEGIN, report.END)
    before, _, after = page.partition(report.BEGIN)
    assert marked.startswith(before)
    assert marked.endswith(after.partition(report.END)[2])
    assert "new" in marked


# --- the command ------------------------------------------------------------------------------------------------------


@pytest.fixture
def runs(monkeypatch):
    """What the command would have measured, and where it would have put the figures."""
    found = []

    def note(measure, into=None, **_more):
        found.append((measure.__name__, into[0] if into else None))

    monkeypatch.setattr(command.command, "run", note)
    app = typer.Typer()
    app.command()(command.main)
    return lambda *options: (CliRunner().invoke(app, options).exit_code, found)


def test_every_part_is_measured_the_turns_first(runs):
    assert runs() == (0, [(name, None) for name in ("turns", "growth", "people", "telegram_timing", "telegram_faults")])


@pytest.mark.parametrize(
    ("part", "name", "mark"),
    [
        ("turns", "turns", "measured"),
        ("growth", "growth", "growth"),
        ("people", "people", "people"),
        ("telegram-timing", "telegram_timing", "telegram timing"),
        ("telegram-faults", "telegram_faults", "telegram faults"),
    ],
)
def test_one_part_can_be_measured_and_written_alone(runs, part, name, mark):
    code, found = runs("--only", part, "--write")
    assert code == 0
    assert [(each, bool(re.match(f"<!-- {mark}:", into))) for each, into in found] == [(name, True)]


def test_the_full_plan_is_what_was_asked_for():
    assert (FULL.few, FULL.many) == (200, 20_000)
    assert QUICK.many < FULL.few * 10


# --- a process of its own ---------------------------------------------------------------------------------------------


def test_a_site_apart_answers_on_one_thread_and_tells_of_faults(tmp_path):
    before = dict(os.environ)
    site = Apart(tmp_path, SiteElsewhere)
    try:
        assert dict(os.environ) == before
        assert site.opening.result() == 2.0
        assert site.ask(Search(How.JSON, CARER)) != os.getpid()
        with pytest.raises(BenchError, match="no answer"):
            site.ask(Search(How.JSON, HOSPICE))
        with pytest.raises(BenchError, match="has ended"):
            site.ask(Search(How.PAGE, CARER))
    finally:
        site.close()


def test_a_site_that_does_not_open_says_why(tmp_path):
    site = Apart(tmp_path / "missing", SiteElsewhere)
    try:
        with pytest.raises(BenchError, match="no store"):
            site.opening.result()
    finally:
        site.close()


def test_what_growth_is_measured_on_names_the_store():
    assert re.search(r"^Python .* sqlalchemy .* SQLite \d", machine.own_versions())
