"""The same notes in large print: nothing that is read under 16 point, what was written at 18, and every word whole."""

import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from bot.exports.files import copy_in_print
from bot.model.sharing import SharedLine, SharedSection, SharedSummary

NOW = datetime(2026, 11, 22, 10, 15, tzinfo=UTC)
LONGEST_PRINTED = "pseudopseudohypoparathyroidism"


def notes(*lines):
    sections = (SharedSection("What is most important to me", tuple(SharedLine(words, "it is so") for words in lines)),)
    return SharedSummary("", "the person themselves", sections, 3, NOW, None, supported="my daughter Ann")


def large(summary):
    return copy_in_print(summary, "Bramble Hospice", NOW, large=True)


def pieces(file):
    """Each piece of text with its size in points."""
    found = []
    for page in PdfReader(io.BytesIO(file.content)).pages:
        page.extract_text(
            visitor_text=lambda text, _user, matrix, _font, size: (
                text.strip() and found.append((text.strip(), abs(size * matrix[0])))
            )
        )
    return found


def test_the_words_are_in_18_point_and_nothing_is_smaller_than_16():
    file = large(notes("Sunday lunch"))
    sizes = dict(pieces(file))

    assert (file.name, file.kind) == ("what-matters-large-print.pdf", "application/pdf")
    assert next(size for text, size in sizes.items() if "Sunday lunch" in text) >= 18
    assert min(sizes.values()) >= 16


def test_it_says_what_it_is_when_it_was_made_and_that_a_newer_one_may_exist():
    pages = PdfReader(io.BytesIO(large(notes(*(f"line {number}" for number in range(40)))).content)).pages
    told = " ".join(" ".join(page.extract_text() for page in pages).split())

    assert len(pages) > 2
    assert "They are not an advance decision." in told
    assert "Supported to write this by: my daughter Ann" in told
    assert "There may be a newer version." in told
    for number, page in enumerate(pages, 1):
        foot = " ".join(page.extract_text().split())
        assert "Made on 22 November 2026 at 10:15 with What Matters" in foot
        assert f"Page {number} of {len(pages)}" in foot


def test_it_is_tagged_for_screen_readers():
    root = PdfReader(io.BytesIO(large(notes("my garden")).content)).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


@pytest.mark.parametrize("before", range(0, 60, 5))
def test_a_word_that_fits_on_a_line_is_never_broken(before):
    page = PdfReader(io.BytesIO(large(notes("a " * before + LONGEST_PRINTED)).content)).pages[0]

    assert any(LONGEST_PRINTED in line for line in page.extract_text().split("\n"))


def test_what_cannot_be_printed_whole_is_given_as_text():
    file = large(notes("my 漢字 garden"))

    assert file.name == "what-matters.txt"
    assert "my 漢字 garden" in file.content.decode()
    assert "Made on 22 November 2026 at 10:15" in file.content.decode()
