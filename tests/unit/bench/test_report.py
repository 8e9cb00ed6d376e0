"""The table and where it goes."""

import re

import pytest

from bench.errors import BenchError
from bench.measure import Block, Round, Turn
from bench.parts import Cost
from bench.report import BEGIN, END, Results, counts, rewritten, table
from bench.screening import Screening


def block(ms, cpu, *kinds):
    return Block(tuple(Turn(kind, ms) for kind in kinds), cpu)


def results(**changes):
    ours_cpu, stock_cpu = {"actions": 2.0, "engine": 3.0}, {"stock": 10.0}
    rounds = [
        Round(block(20.0, ours_cpu, "what", "why"), block(40.0, stock_cpu, "greet", "mood")),
        Round(block(30.0, ours_cpu, "what", "why"), block(40.0, stock_cpu, "greet", "mood")),
    ]
    values = {
        "rounds": {1: rounds, 8: rounds},
        "training": (Cost(20.0, 10.0), Cost(80.0, 100.0)),
        "starts": [(10.0, 40.0), (12.0, 40.0)],
        "resident_mib": (500.0, 1000.0),
        "long": [([20.0] * 300, [20.0] * 150 + [60.0] * 150)],
        "screening": Screening((0.2, 0.2, 1.25), (150.0,)),
    }
    return Results(**(values | changes))


def rows(found):
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table(found)]
    return {what: rest for what, *rest in cells}


def test_ratios_carry_their_spread_over_the_rounds():
    found = rows(results())
    assert found["turn, 1 conversation, median"] == ["25 ms", "40 ms", "0.62 (0.50 to 0.75)"]
    assert found["turn, 8 conversations at once, median"] == ["25 ms", "40 ms", "0.62 (0.50 to 0.75)"]
    assert found["start to first reply"] == ["11 s", "40 s", "0.28 (0.25 to 0.30)"]


def test_processor_time_is_that_of_all_processes_and_of_each_of_ours():
    found = rows(results())
    assert found["turn, 1 conversation, processor time"] == ["5 ms", "10 ms", "0.50 (0.50 to 0.50)"]
    assert found["of it, engine"] == ["3 ms", "–", "–"]


def test_growth_compares_the_end_of_a_long_conversation_with_its_beginning():
    found = rows(results())
    assert found["turns 10 to 25 of a long conversation"] == ["20 ms", "20 ms", "1.00"]
    assert found["turns 285 to 300 of a long conversation"] == ["20 ms", "60 ms", "0.33"]
    assert found["the later turns ÷ the earlier"] == ["1.00", "3.00", "–"]


def test_what_is_measured_once_and_the_screen_have_their_rows():
    found = rows(results())
    assert found["training from nothing, by the clock"] == ["20 s", "80 s", "0.25"]
    assert found["training from nothing, processor time"] == ["10 s", "100 s", "0.10"]
    assert found["memory after the turns"] == ["500 MiB", "1000 MiB", "0.50"]
    assert found["safety screen alone, 3 short messages, median"] == ["0.2 ms", "–", "–"]
    assert found["safety screen alone, 50,000 characters, median"] == ["150 ms", "–", "–"]
    assert found["our turn “what”, median"] == ["25 ms", "–", "–"]


def test_what_the_system_does_not_tell_is_left_out():
    quiet = [Round(block(20.0, {}, "what"), block(40.0, {}, "greet"))]
    found = rows(results(rounds={1: quiet}, resident_mib=(0.0, 0.0)))
    assert not [what for what in found if "processor time" in what and "turn" in what]
    assert "memory after the turns" not in found


def test_every_line_of_the_table_is_as_wide():
    assert len({len(line) for line in table(results())}) == 1


def test_the_samples_behind_the_table_are_counted():
    assert re.search(r"4 turns of each in 2 rounds at 1 at once; 4 turns .* starts: 2;", counts(results()))


def test_only_what_stands_between_the_marks_is_rewritten():
    page = f"# Title\n\n{BEGIN}\nold\n{END}\n\nrest\n"
    once = rewritten(page, ["new", "lines"])
    assert once == f"# Title\n\n{BEGIN}\n\nnew\nlines\n\n{END}\n\nrest\n"
    assert rewritten(once, ["new", "lines"]) == once


@pytest.mark.parametrize("page", ["", BEGIN, END, f"{END}{BEGIN}", f"{BEGIN}{END}{BEGIN}{END}"])
def test_a_page_without_its_marks_is_left_alone(page):
    with pytest.raises(BenchError):
        rewritten(page, ["new"])
