"""`what-matters information`: what is past its date, and one text as people get it."""

from dataclasses import replace
from datetime import date

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.information.loader import read_information
from bot.information.report import lines_of, lines_of_check
from bot.launch import preflight
from bot.model.information import Library

LIBRARY = read_information()
LAW = LIBRARY.answering("ask_assisted_dying")


@pytest.mark.parametrize(
    ("today", "past"), [(date(2026, 11, 23), False), (date(2027, 2, 23), False), (date(2027, 2, 24), True)]
)
def test_a_text_counts_to_the_end_of_its_day(today, past):
    assert LAW.is_old(today) is past


def test_what_is_past_its_date_stands_first_and_what_soon_will_be_after_it():
    lines = list(lines_of_check(LIBRARY, date(2027, 9, 30)))
    assert lines[0] == f"Texts: {len(LIBRARY.texts)}. Past their review date: 1."
    assert lines[1] == "PAST  2027-02-23  planning/assisted_dying.yml  Assisted dying and the law"
    assert {line[:4] for line in lines[2:-1]} == {"soon"}


def test_it_says_how_many_no_clinician_has_seen():
    seen = replace(LAW, reviewed_by="Dr A. Example, consultant in palliative medicine")
    assert list(lines_of_check(Library((seen,)), date(2026, 12, 1))) == ["Texts: 1. Past their review date: 0."]
    assert list(lines_of_check(LIBRARY, date(2026, 12, 1)))[-1].startswith("Not yet reviewed by a clinician: ")


def test_a_text_is_shown_whole():
    shown = "\n".join(lines_of(LAW))
    for part in (*LAW.easy_read, *LAW.messages):
        assert part.splitlines()[0] in shown
    assert "116 123" in shown
    assert LAW.sources[0].address in shown


def test_the_commands_find_a_text_by_its_name_and_by_its_question():
    by_name, by_question = (CliRunner().invoke(app, ["information", "show", name]) for name in ("cpr", "ask_cpr"))
    assert by_name.exit_code == 0
    assert by_name.stdout == by_question.stdout
    assert "CPR tries to restart the heart" in by_name.stdout
    assert CliRunner().invoke(app, ["information", "show", "nothing"]).exit_code == 2


def test_a_fault_stops_a_start_with_how_to_mend_it(monkeypatch, tmp_path):
    from bot.information import loader

    (tmp_path / "planning").mkdir()
    (tmp_path / "planning" / "cpr.yml").write_text("titel: CPR\n")
    monkeypatch.setattr(loader.read_information, "__defaults__", (tmp_path,))
    (problem,) = preflight.check_information()
    assert "planning/cpr.yml, line 1, titel: is no field of a text" in problem.mend
    checked = CliRunner().invoke(app, ["information", "check"])
    assert checked.exit_code == 2
