"""`what-matters complaints`: the list without words, one with its words, and an answer."""

import re

import pytest
from typer.testing import CliRunner

from bot.bootstrap import build
from bot.cli import app
from bot.model.complaint import AnsweredBy
from bot.model.headings import Heading
from bot.settings import Settings

WORDS = "the heron was asked about twice"


@pytest.fixture
def complaint(data_dir):
    parts = build(Settings(data_dir=data_dir))
    with parts.begin() as records:
        sent = records.complaints.send(records.people.create(), WORDS, AnsweredBy("Jo Bell", "manager", 5))
        records.commit()
    parts.database.dispose()
    return sent.id


def run(*arguments, **more):
    return CliRunner().invoke(app, ["complaints", *arguments], **more)


def test_the_list_has_ids_and_days_and_no_word(complaint):
    shown = run("list").stdout
    assert re.match(rf"{complaint}  sent \d{{4}}-\d\d-\d\d  due \d{{4}}-\d\d-\d\d\n", shown)
    assert "heron" not in shown


def test_only_what_waits_is_listed_and_nothing_where_nothing_does(complaint):
    assert complaint in run("list", "--waiting").stdout
    run("answer", complaint, input="It is asked once now.")
    assert run("list", "--waiting").stdout == ""


def test_one_is_shown_answered_and_shown_again(complaint):
    assert WORDS in run("show", complaint).stdout
    assert run("answer", complaint, input="Thank you. It is asked once now.\n").exit_code == 0
    assert "Answered: Thank you. It is asked once now." in run("show", complaint).stdout
    assert "answered" in run("list").stdout


@pytest.mark.parametrize(
    ("arguments", "typed", "says"),
    [
        (("show", "c1"), "", "There is none with this id."),
        (("answer", "c1"), "Thank you.", "There is none with this id."),
        (("answer", "c1"), "  ", "Write an answer."),
    ],
)
def test_what_cannot_be_done_is_said(data_dir, arguments, typed, says):
    result = run(*arguments, input=typed)
    assert result.exit_code == 1
    assert says in result.stderr


def test_feedback_is_shown_without_small_counts(data_dir):
    parts = build(Settings(data_dir=data_dir))
    with parts.begin() as records:
        for _ in range(6):
            records.feedback.count("useful_yes")
        records.feedback.count("because_time")
        records.commit()
    parts.database.dispose()
    shown = CliRunner().invoke(app, ["feedback"]).stdout.splitlines()
    assert "Yes: 6" in shown
    assert "The time it takes: fewer than 5" in shown


def test_themes_are_headings_and_no_number_under_five(complaint):
    shown = CliRunner().invoke(app, ["themes"])
    assert shown.exit_code == 0
    assert shown.stdout.splitlines() == [f"{heading.label}: fewer than 5" for heading in Heading]
