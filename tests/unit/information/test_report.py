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
LAW = replace(LIBRARY.answering("ask_assisted_dying"), review_by=date(2027, 2, 23), reviewed_by="not yet reviewed")
CPR = replace(LIBRARY.answering("ask_cpr"), review_by=date(2027, 11, 23), reviewed_by="Dr A. Example, physician")


@pytest.mark.parametrize(
    ("today", "past"), [(date(2026, 11, 23), False), (date(2027, 2, 23), False), (date(2027, 2, 24), True)]
)
def test_a_text_counts_to_the_end_of_its_day(today, past):
    assert LAW.is_old(today) is past


def test_what_is_past_its_date_stands_first_and_what_soon_will_be_after_it():
    assert list(lines_of_check(Library((CPR, LAW)), date(2027, 9, 30))) == [
        "Texts: 2. Past their review date: 1.",
        "PAST  2027-02-23  planning/assisted_dying.yml  Assisted dying and the law",
        "soon  2027-11-23  planning/cpr.yml  CPR and DNACPR",
        "Not yet reviewed by a clinician: 1.",
    ]


def test_nothing_to_do_is_one_line():
    assert list(lines_of_check(Library((CPR,)), date(2026, 12, 1))) == ["Texts: 1. Past their review date: 0."]


def test_a_text_is_shown_whole():
    shown = "\n".join(lines_of(LAW))
    for part in (*LAW.easy_read, *LAW.messages):
        assert part.splitlines()[0] in shown
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
