"""A person's own copy: nothing is shown by looking, then the notes, as a page or as text."""

import io
import zipfile

import pytest
from pypdf import PdfReader

from bot.model.own_copy import CopyForm


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
    assert "Made on 22 November 2026 at 10:15 with" in page
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
        "There may be a newer version. If you are not sure, ask the person who wrote it.\n\n"
        "A printed or saved copy does not change when the notes change.\n\n"
        "Made on 22 November 2026 at 10:15 with What Matters, which is run by Example Hospice.\n"
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
    for form in ("", *(f"/{name}" for name in CopyForm)):
        answer = browser.post(f"/copy/made-up{form}")
        assert answer.status_code == 404
        assert "<q>get a copy</q>" in answer.text


def test_each_form_has_its_button_on_the_page(browser):
    page = browser.post("/copy/copy-link").text

    for form in CopyForm:
        assert f'action="/copy/copy-link/{form}"' in page


def test_the_large_print_and_the_card_are_files_of_their_own(browser, services):
    for form in ("large-print", "card"):
        answer = browser.post(f"/copy/copy-link/{form}")
        assert answer.headers["content-disposition"] == f'attachment; filename="what-matters-{form}.pdf"'
        assert "My garden" in PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert services.own_copies.opened == ["card"]


def test_the_file_for_a_record_system_is_json_with_every_word_as_it_was_written(browser, services):
    answer = browser.post("/copy/copy-link/record")

    assert answer.headers["content-disposition"] == 'attachment; filename="what-matters-fhir.json"'
    assert answer.headers["content-type"] == "application/fhir+json"
    assert answer.json()["type"] == "document"
    assert '"valueString": "My garden"' in answer.text
    assert services.own_copies.opened == ["record"]


@pytest.mark.parametrize(("link", "notes"), [("copy-link", ["what-matters.pdf"]), ("bare-link", [])])
def test_everything_is_a_zip_with_the_notes_only_if_any_are_kept(browser, link, notes):
    answer = browser.post(f"/copy/{link}/everything")

    assert answer.headers["content-disposition"] == 'attachment; filename="what-matters-everything.zip"'
    assert answer.headers["content-type"] == "application/zip"
    assert "no-store" in answer.headers["cache-control"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert packed.namelist() == ["start-here.html", "everything.json", *notes]


@pytest.mark.parametrize("kind", CopyForm)
def test_reloading_the_address_of_a_file_shows_the_button_again(browser, kind):
    page = browser.get(f"/copy/copy-link/{kind}").text
    assert f'action="/copy/copy-link/{kind}"' in page
    assert ">\n  Download it\n</button>" in page


def test_the_link_to_all_that_is_held_says_what_to_open_first(browser, services):
    assert "start-here" in browser.get("/copy/bare-link/everything").text
    assert "start-here" not in browser.get("/copy/bare-link/card").text
    assert services.own_copies.opened == []


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
