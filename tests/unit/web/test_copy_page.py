"""A person's own copy: nothing is shown by looking, then the notes, as a page or as text."""


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
        "- <script>alert(1)</script> {{7*7}} {x} <b onclick='x'>\n"
    )


def test_a_link_that_ended_says_how_to_get_a_new_one(browser):
    for path in ("/copy/made-up", "/copy/made-up/text"):
        answer = browser.post(path)
        assert answer.status_code == 404
        assert "<q>get a copy</q>" in answer.text


def test_reloading_the_address_of_the_text_shows_the_button_again(browser):
    assert 'action="/copy/copy-link"' in browser.get("/copy/copy-link/text").text


def test_a_link_with_odd_signs_stays_one_address(browser):
    assert 'action="/copy/a%22%3Cb"' in browser.get("/copy/a%22%3Cb").text
