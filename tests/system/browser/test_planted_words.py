"""Hostile and foreign words are words: shown as they were typed, run by nobody, read in their own direction."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.system.browser.conftest import NewVisitor
from tests.system.browser.visitor import Chat, Visitor, enters_pin

pytestmark = pytest.mark.browser

PLANTED = "<img src=x onerror=alert(1)> & {{ 7*7 }} <script>alert(2)</script>"
ARABIC = "أريد أن أكون مع عائلتي في البيت"


def assert_only_text(page: Page) -> None:
    expect(page.get_by_text(PLANTED).last).to_be_visible()
    expect(page.locator("main img, main script, article img, article script")).to_have_count(0)


def assert_right_to_left(words: Locator) -> None:
    expect(words).to_have_text(ARABIC)
    expect(words).to_have_css("direction", "rtl")


def test_planted_words_are_shown_as_text_everywhere(new_visitor: NewVisitor) -> None:
    writer, reader = new_visitor(), new_visitor()
    chat = when_they_write_hostile_and_arabic_words(writer)
    link, pin = then_they_can_be_shared(chat)
    page = reader.opens(link)
    enters_pin(page, pin)
    then_a_page_shows_them_as_text(page)
    expect(page.locator(".facts")).to_contain_text("<b>May</b>")
    chat.goes("get a copy", "!One page")
    copy = writer.opens(chat.answer.get_by_role("link").get_attribute("href") or "")
    copy.get_by_role("button", name="Show my copy").click()
    then_a_page_shows_them_as_text(copy)


def when_they_write_hostile_and_arabic_words(writer: Visitor) -> Chat:
    chat = writer.opens_chat()
    chat.goes("!For me", PLANTED)
    assert_only_text(chat.page)
    chat.says(ARABIC)
    assert_right_to_left(chat.page.locator(".own .bubble").last)
    chat.goes("skip", "!No, show me")
    assert_only_text(chat.page)
    chat.presses("Change a line")
    expect(chat.choices.first).to_contain_text("1. <img src=x")
    chat.presses("1. <img")
    assert_only_text(chat.page)
    chat.goes("skip", "!It is right", "!Yes, keep it")
    return chat


def then_they_can_be_shared(chat: Chat) -> tuple[str, str]:
    chat.goes("!Share my summary", "<b>May</b>", "!Everything", "!One week", "!Yes, make the link")
    expect(chat.answer.get_by_role("link")).to_contain_text("<b>May</b>")
    return chat.shared()


def then_a_page_shows_them_as_text(page: Page) -> None:
    expect(page.locator(".lines__words")).to_have_text([PLANTED])
    assert_only_text(page)
    assert_right_to_left(page.locator(".lines__why"))


def test_a_script_that_got_into_a_page_would_not_run(visitor: Visitor) -> None:
    page = visitor.opens_chat().page
    page.evaluate(
        """() => {
            const planted = document.createElement("script");
            planted.textContent = "window.ran = true";
            document.body.append(planted);
            const elsewhere = document.createElement("img");
            elsewhere.src = "https://example.org/seen.png";
            document.body.append(elsewhere);
        }"""
    )
    assert page.evaluate("window.ran") is None
    visitor.was_told("script-src 'self'")
    visitor.was_told("img-src 'self'")
    visitor.was_told("https://example.org/seen.png")
