"""Somebody's own notes as PDF: every word, on a page, readable by a screen reader; as text where that cannot be."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from bot.exports.files import copy_in_print
from bot.model.position import Door
from bot.model.sharing import SharedLine, SharedSection, SharedSummary

NOW = datetime(2026, 11, 22, 10, 15, tzinfo=UTC)
WIDTH = 595
"""Points; A4."""
BREAK = "\u200b"
"""Where a word that is too long for a line may break."""


def notes(*lines, heading="What is most important to me"):
    sections = (SharedSection(heading, tuple(SharedLine(words, why) for words, why in lines)),)
    return SharedSummary("", "the person themselves", sections, 3, NOW, None)


def printed(summary):
    return copy_in_print(summary, "Bramble Hospice", NOW)


def pages(file):
    assert (file.name, file.kind) == ("what-matters.pdf", "application/pdf")
    return PdfReader(io.BytesIO(file.content)).pages


def told(file):
    return "".join("\n".join(page.extract_text() for page in pages(file)).replace(BREAK, "").split())


def test_it_says_what_it_is_and_is_not_by_whom_and_when_it_was_made():
    page = "\n".join(page.extract_text() for page in pages(printed(notes(("Sunday lunch", "she makes me laugh")))))
    for words in (
        "What matters to me",
        "They are not an advance",
        "Written by: the person themselves",
        "22 November 2026, version 3",
        "Sunday lunch",
        "Why this matters: she makes me laugh",
        "does not change when the notes change",
        "Made on 22 November 2026 at 10:15 with What Matters, which is run by Bramble Hospice.",
        "Page 1 of 1",
    ):
        assert words in page


def test_somebody_elses_view_is_named_as_that():
    page = told(printed(replace(notes(("her garden", None)), door=Door.CLOSE)))
    assert "WhatIseematterstosomeoneclosetome" in page
    assert "Theyarenotthatperson'sownwords." in page


def test_it_is_tagged_for_screen_readers_and_its_title_tells_nobodys_name():
    reader = PdfReader(io.BytesIO(printed(notes(("my garden", None))).content))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    assert reader.metadata.title == "What matters to me"
    assert reader.metadata.author is None


@pytest.mark.parametrize(
    "words",
    [
        '#import "x": *',
        '#read("/etc/passwd") #sys.inputs *bold* _em_ $x^2$ @who <label> \\ // no [a] = Heading `raw`',
        "<script>alert(1)</script> {{7*7}} '; DROP TABLE people; --",
        "Grüße, Łódź, Привет, Ελλάδα, नमस्ते",
        "½ a cup, £5, ☎ ✓ →",
        "🌹 ❤️ 🫶",
        "x" * 400,
        "so it goes. " * 200,
        "one line\nand another\n\nand a last one",
    ],
)
def test_every_word_is_there_as_it_was_written(words):
    assert "".join(words.split()).replace("\ufe0f", "") in told(printed(notes((words, None)))).replace("\ufe0f", "")


@pytest.mark.parametrize("words", ["مرحبا يا أمي", "שלום אמא"])
def test_writing_from_right_to_left_is_printed(words):
    assert pages(printed(notes((words, words))))


def test_a_long_word_stays_on_the_page():
    for page in pages(printed(notes(("m" * 500, "w" * 500)))):
        lines = page.extract_text().replace(BREAK, "").split("\n")
        long = [line for line in lines if "mmm" in line or "www" in line]
        assert len(long) > 10
        assert all(len(line) * 9 < WIDTH for line in long)


def test_long_notes_go_on_over_the_page_with_numbers():
    many = pages(printed(notes(*((f"line {number}", "because it is so") for number in range(60)))))
    assert len(many) > 1
    assert all(f"Page {number} of {len(many)}" in page.extract_text() for number, page in enumerate(many, 1))


@pytest.mark.parametrize("sign", ["漢字", "\x00", "\x07"])
def test_what_cannot_be_printed_whole_is_given_as_text(sign):
    file = printed(notes((f"my garden {sign} here", None)))
    assert (file.name, file.kind) == ("what-matters.txt", "text/plain")
    assert f"my garden {sign} here" in file.content.decode()


@given(st.lists(st.tuples(st.text(max_size=60), st.none() | st.text(max_size=30)), max_size=4))
def test_whatever_was_written_there_is_a_file(lines):
    file = printed(notes(*((words, why) for words, why in lines)))
    assert file.name in {"what-matters.pdf", "what-matters.txt"}
    assert file.content


def test_nothing_of_one_person_is_in_the_print_of_the_next():
    first, second = printed(notes(("my heron on the slipway", None))), printed(notes(("my garden", None)))
    assert "heron" in told(first)
    assert "heron" not in told(second)
