"""A shared link: the same form for everybody, then the notes or one kind page."""

import pytest


def test_looking_at_a_link_asks_nothing_and_tells_nothing(browser, services):
    real, made_up = browser.get("/shared/open-link"), browser.get("/shared/made-up")

    assert real.text == made_up.text
    assert real.headers["content-length"] == made_up.headers["content-length"]
    assert services.shared_pages.asked == []


def test_the_pin_box_helps_whoever_types_or_pastes(browser):
    page = browser.get("/shared/open-link").text

    box = page[page.index("<input") : page.index(">", page.index("<input"))]
    assert 'inputmode="numeric"' in box
    assert 'autocomplete="off"' in box
    assert 'type="text"' in box
    assert "maxlength" not in box


@pytest.mark.parametrize(
    "typed", ["123456", " 123 456 ", "123-456", "١٢٣٤٥٦", "\uff11\uff12\uff13\uff14\uff15\uff16", "12\u200b3456"]
)
def test_the_right_pin_opens_the_notes_however_it_is_typed(browser, typed):
    page = browser.post("/shared/open-link", data={"pin": typed})

    assert page.status_code == 200
    assert "My garden" in page.text


def test_a_printed_page_says_when_it_was_made(browser):
    page = browser.post("/shared/open-link", data={"pin": "123456"}).text

    assert '<p class="print-only">Made on 22 November 2026 at 10:15 with What Matters, which is run by' in page


@pytest.mark.parametrize("typed", ["", "  ", "abc", "12a4", "1", "12345", "1234567"])
def test_what_cannot_be_a_pin_costs_no_try(browser, services, typed):
    page = browser.post("/shared/open-link", data={"pin": typed})

    assert page.status_code == 422
    assert "<title>Error: Enter the PIN" in page.text
    assert services.shared_pages.asked == []


def test_a_wrong_pin_says_how_many_tries_are_left(browser):
    first = browser.post("/shared/open-link", data={"pin": "111111"}).text
    second = browser.post("/shared/open-link", data={"pin": "222222"}).text

    assert "<title>Error: Enter the PIN - What Matters</title>" in first
    assert "nhsuk-error-summary" in first
    assert '<a href="#pin">' in first
    assert first.count("That PIN is not right. You have 2 tries left.") == 2
    assert "You have 1 try left. After that, the link closes." in second


def test_every_closed_link_gets_the_same_page(browser, services):
    unknown = browser.post("/shared/made-up", data={"pin": "123456"})
    services.shared_pages.tries = 0
    locked = browser.post("/shared/open-link", data={"pin": "123456"})

    assert unknown.status_code == locked.status_code == 404
    assert unknown.text == locked.text
    assert "This link is not open" in unknown.text


def test_the_notes_say_what_they_are_and_what_they_are_not(browser):
    page = browser.post("/shared/open-link", data={"pin": "123456"}).text

    for words in (
        "What matters to me</h1>",
        "not an advance decision",
        "not a legal or clinical document",
        "Dr Example",
        "the person themselves",
        "21 November 2026, version 3",
        "21 December 2026 at 14:30",
        "It is quiet",
        "There may be a newer version.",
        "The person who wrote this can see that you opened it.",
    ):
        assert words in page
    assert "My wellness" not in page
    assert "123456" not in page


def test_the_notes_show_words_and_run_none(browser):
    page = browser.post("/shared/open-link", data={"pin": "123456"}).text

    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} {x} &lt;b onclick=&#39;x&#39;&gt;" in page


def test_the_pin_is_kept_nowhere(browser):
    answer = browser.post("/shared/open-link", data={"pin": "123456"})

    assert "set-cookie" not in answer.headers
    assert "123456" not in str(answer.url)
    assert not answer.history


def test_a_link_works_beside_an_open_chat_in_an_old_browser_over_https(browser_over_https):
    browser_over_https.post("/chat/arrive")

    answer = browser_over_https.post("/shared/open-link", data={"pin": "123456"}, headers={"Origin": "null"})

    assert answer.status_code == 200
