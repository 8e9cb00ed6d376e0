"""A person's own copy: nothing is shown by looking, then the notes, as a page or as text."""

import io

import pytest
from pypdf import PdfReader


def test_looking_at_the_link_spends_nothing(browser, services):
    real, made_up = browser.get("/copy/copy-link"), browser.get("/copy/made-up")

    assert real.text.replace("copy-link", "") == made_up.text.replace("made-up", "")
    assert ">\n  Show my copy\n</button>" in real.text
    assert services.shared_pages.asked == []


def test_the_copy_is_shown_with_no_reader_named(browser):
    page = browser.post("/copy/copy-link").text

    assert "My garden" in page
    assert "Shared with" not in page
    assert "works until" not in page
    assert 'action="/copy/copy-link/text"' in page


def test_the_text_is_a_file_with_every_word_as_it_was_written(browser):
    answer = browser.post("/copy/copy-link/text")

    assert answer.headers["content-disposition"] == 'attachment; filename="what-matters.txt"'
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text == (
        "WHAT MATTERS TO ME\n\n"
        "These are notes about what matters, in the writer's own words.\n"
        "They are not an advance decision.\n"
        "They are not a legal or clinical document.\n\n"
        "Written by: the person themselves\n"
        "Last updated: 21 November 2026, version 3\n\n"
        "WHAT IS MOST IMPORTANT TO ME\n\n"
        "- My garden\n"
        "  Why this matters: It is quiet\n\n"
        "- <script>alert(1)</script> {{7*7}} {x} <b onclick='x'>\n\n"
        "A printed or saved copy does not change when the notes change.\n"
    )


def test_the_print_is_a_pdf_made_now_with_every_word_in_it(browser):
    answer = browser.post("/copy/copy-link/pdf")

    assert answer.headers["content-disposition"] == 'attachment; filename="what-matters.pdf"'
    assert answer.headers["content-type"] == "application/pdf"
    assert "no-store" in answer.headers["cache-control"]
    told = PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    for words in ("My garden", "It is quiet", "<script>alert(1)</script> {{7*7}}", "Made on 22 November 2026 at 10:15"):
        assert words in told
    assert "run by Example Hospice" in told


def test_a_link_that_ended_says_how_to_get_a_new_one(browser):
    for path in ("/copy/made-up", "/copy/made-up/text", "/copy/made-up/pdf"):
        answer = browser.post(path)
        assert answer.status_code == 404
        assert "<q>get a copy</q>" in answer.text


@pytest.mark.parametrize("kind", ["text", "pdf"])
def test_reloading_the_address_of_a_file_shows_the_button_again(browser, kind):
    assert 'action="/copy/copy-link"' in browser.get(f"/copy/copy-link/{kind}").text


def test_a_link_with_odd_signs_stays_one_address(browser):
    assert 'action="/copy/a%22%3Cb"' in browser.get("/copy/a%22%3Cb").text


def test_a_time_for_the_calendar_is_a_file_with_that_time_and_nothing_else(browser):
    answer = browser.get("/calendar/20261127T100000Z.ics")

    assert answer.headers["content-disposition"] == 'attachment; filename="reminder.ics"'
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "DTSTART:20261127T100000Z" in answer.text


@pytest.mark.parametrize("name", ["", "now.ics", "20261327T100000Z.ics", "20261127T100000Z", "20261127T100000Z.ics%00"])
def test_an_address_with_no_time_in_it_is_not_found(browser, name):
    assert browser.get(f"/calendar/{name}").status_code == 404
