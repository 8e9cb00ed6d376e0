"""How scripts are read, and how a conversation is set out on its page."""

from datetime import UTC, datetime, timedelta

import pytest

from bench.transcripts import script as scripts
from bench.transcripts.clock import ClockInAFile
from bench.transcripts.page import WIDE, Page
from bench.transcripts.script import Opened, Pressed, Script, TimeGoesBy, Typed

BEGINS = datetime(2026, 11, 23, 10, 5)  # noqa: DTZ001  (as a file says it)


def a_page():
    return Page(Script("01-somebody", "Somebody", "A person.", BEGINS, ()))


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Read a script that says these lines."""
    monkeypatch.setattr(scripts, "FOLDER", tmp_path)

    def read(lines):
        head = "title: Somebody\nabout: A person.\nbegins: 2026-11-23 10:05:00\nsays:\n"
        (tmp_path / "01-somebody.yml").write_text(head + lines, encoding="utf-8")
        (only,) = scripts.scripts()
        return only

    return read


def test_a_script_is_words_buttons_pauses_and_what_others_do(read):
    found = read('  - hello\n  - press: For me\n  - after: 4 days\n  - opened_by: Jean\n  - "yes"\n')
    pause = TimeGoesBy(timedelta(days=4), "4 days")
    assert found.steps == (Typed("hello"), Pressed("For me"), pause, Opened("Jean"), Typed("yes"))
    assert found.spoken == ("hello", "For me", "yes")


@pytest.mark.parametrize("line", ["  - yes\n", "  - 2\n"])
def test_words_that_yaml_reads_as_something_else_are_refused(read, line):
    with pytest.raises(TypeError, match="quotation marks"):
        read(line)


@pytest.mark.parametrize("line", ["  - shout: hello\n", "  - after: 4 moons\n"])
def test_what_no_script_can_say_is_refused(read, line):
    with pytest.raises(ValueError, match="cannot say"):
        read(line)


def test_a_page_shows_words_bubbles_links_and_buttons():
    page = a_page()
    page.person_says("my garden")
    page.assistant_says("One.\n\nTwo?", ["Yes", "No"], [("More", "https://example.org")])
    page.time_goes_by("4 days")
    page.happens("Jean opens the link.")
    (said,) = page.text.split("```text\n")[1:]
    assert said == (
        "(Monday 23 November 2026, 10:05.)\n\n> my garden\n\nOne.\n\nTwo?\n→ More: https://example.org\n[Yes] [No]\n\n"
        "(4 days later.)\n\n(Jean opens the link.)\n```\n"
    )


def test_long_lines_and_many_buttons_are_wrapped_without_breaking_a_button():
    page = a_page()
    page.person_says("word " * 40)
    page.assistant_says("• " + "word " * 40, [f"Button {number} of nine" for number in range(9)], [])
    lines = page.text.splitlines()
    assert all(len(line) <= WIDE for line in lines)
    assert sum(line.startswith("> ") for line in lines) == 3
    assert sum(line.startswith("  word") for line in lines) == 2
    assert all(line.count("[") == line.count("]") for line in lines)


def test_every_process_sees_the_moment_that_was_put(tmp_path):
    first, second = ClockInAFile(tmp_path / "clock"), ClockInAFile(tmp_path / "clock")
    first.put(datetime(2026, 11, 23, 10, 5, tzinfo=UTC))
    assert second.now() == datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
