"""The tables of people, their verdicts, and the size of what was asked for."""

from bench.growth.rounds import Pair
from bench.people import report
from bench.people.keys import Proof, Rotation, Took
from bench.people.questions import Door, through_every_door
from bench.people.run import FULL, QUICK, Results
from bench.report import rewritten
from bot.launch.layout import Layout


def results(**changes):
    doors = {Door.COPY: [Pair((10.0, 20.0), (12.0, 24.0))], Door.LOOKED: [Pair((10.0, 20.0), (14.0, 32.0))]}
    rotation = Rotation(10_003, Took(5.0, 1.0), 52, 5_200, 5_200, Took(4.0, 1.5))
    proofs = Proof(2_030, Took(0.5, 1.0)), Proof(203_000, Took(20.0, 1.0))
    return Results(**({"plan": FULL, "doors": doors, "rotation": rotation, "proofs": proofs} | changes))


def test_the_verdict_is_told_at_the_median_and_at_p95():
    assert report.report(results())[:2] == [
        f"**Every door**, within 1.5 times at median: no, 1 of 2 rows take longer; the most is 1.53 ({Door.LOOKED}).",
        f"**Every door**, within 1.5 times at p95: no, 1 of 2 rows take longer; the most is 1.59 ({Door.LOOKED}).",
    ]


def test_each_command_says_how_many_and_how_fast():
    lines = report.report(results())
    rows = {
        line.split("|")[1].strip(): [cell.strip() for cell in line.split("|")[2:-1]] for line in lines if "`" in line
    }
    assert rows["`key rotate`, left alone"] == ["10,003 keys", "5.0 s", "2,001", "1.0 s"]
    assert rows["`audit verify`, 10,000 people"] == ["203,000 entries", "20.0 s", "10,150", "1.0 s"]
    assert len(rows) == 4


def test_what_a_kill_left_is_told():
    told = " ".join(report.report(results())[-4:])
    assert "said 52 times how far it was" in told
    assert "5,200 of 10,003, it left 5,200 people's keys under the new key" in told


def test_the_full_plan_is_what_was_asked_for():
    assert (FULL.few, FULL.many, report.MOST) == (100, 10_000, 1.5)
    assert QUICK.many < FULL.many / 10
    assert FULL.many % FULL.few == QUICK.many % QUICK.few == 0


def test_every_door_has_its_row():
    rows = through_every_door(3)
    assert list(rows) == list(Door)
    assert {len(every) for every in rows.values()} == {3}


def test_the_figures_have_a_place_of_their_own_in_the_page():
    page = (Layout().root / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert "new" in rewritten(page, ["new"], report.BEGIN, report.END)
