"""What is read about the machine and the processes."""

import os
import platform

import pytest

from bench import machine
from bench.machine import Usage, usage


def stat(folder, pid, group, *, ticks, pages, name="a (name) of sorts"):
    fields = ["S", "1", str(group), *["0"] * 8, str(ticks), "0", *["0"] * 8, str(pages), "0"]
    (folder / str(pid)).mkdir(parents=True)
    (folder / str(pid) / "stat").write_text(f"{pid} ({name}) {' '.join(fields)}")


def test_usage_adds_up_a_group_and_leaves_out_the_rest(tmp_path):
    (tmp_path / "self").mkdir()
    (tmp_path / "self" / "stat").write_text("")
    second, mib = os.sysconf("SC_CLK_TCK"), 2**20 // os.sysconf("SC_PAGE_SIZE")
    stat(tmp_path, 10, 10, ticks=2 * second, pages=3 * mib)
    stat(tmp_path, 11, 10, ticks=second, pages=mib)
    stat(tmp_path, 12, 12, ticks=9 * second, pages=9 * mib)
    assert usage([10, 99], tmp_path) == {10: Usage(3.0, 4.0), 99: Usage(0.0, 0.0)}


def test_a_system_that_does_not_tell_gives_nothing(tmp_path):
    assert usage([1], tmp_path) == {}


def test_the_machine_is_named_by_its_processor_not_its_host():
    words = machine.in_words()
    assert "core" in words
    assert platform.node() not in words


def test_the_processor_is_read_from_the_first_line_that_names_it(tmp_path):
    (tmp_path / "cpuinfo").write_text("processor\t: 0\nmodel name\t: Example 3000\nmodel name\t: Other\n")
    assert machine._processor(tmp_path / "cpuinfo") == "Example 3000"
    assert machine._processor(tmp_path / "missing")


def test_an_engine_that_is_not_there_is_said_in_words(tmp_path):
    with pytest.raises(machine.BenchError, match="make setup"):
        machine.versions(tmp_path / "python")
