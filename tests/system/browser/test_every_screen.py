"""Every state of every page, on desks and phones, light and dark: axe finds nothing, nothing scrolls sideways."""

import pytest
from playwright.sync_api import Page, expect

from tests.system.browser.visitor import Chat, Visitor, assert_accessible, assert_fits, enters_pin

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 375, "height": 667}
SMALL_PHONE = {"width": 320, "height": 568}
ZOOMED_TO_400_PERCENT = {"width": 320, "height": 256}
ENDLESS_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def looked_at(page: Page, name: str) -> None:
    """One state on every screen, without reaching it again for each."""
    for size in (ZOOMED_TO_400_PERCENT, SMALL_PHONE, PHONE, WIDE):
        page.set_viewport_size(size)
        where = f"{name}, {size['width']} by {size['height']}"
        assert_fits(page, where)
        if size in (SMALL_PHONE, WIDE):
            assert_accessible(page, where)


def test_a_conversation(visitor: Visitor) -> None:
    chat = visitor.opens_chat()
    looked_at(chat.page, "greeting")
    chat.goes("!For me", ENDLESS_WORD)
    looked_at(chat.page, "mid-conversation")
    chat.goes("it is where I feel like myself", "someone who asks before helping", "!No, show me")
    looked_at(chat.page, "read-back")
    chat.presses("Add a line")
    looked_at(chat.page, "headings")
    chat.goes("skip", "!It is right")
    looked_at(chat.page, "consent")
    chat.goes("!Yes, keep it", "!Share my summary", f"Aunt {ENDLESS_WORD[:70]}", "!Everything", "!One week")
    looked_at(chat.page, "consent to share")
    chat.presses("Yes, make the link")
    looked_at(chat.page, "link and PIN")
    then_the_reader_sees_accessible_pages(visitor, *chat.shared())
    chat.goes("get a copy", "!One page")
    then_so_does_the_writer(visitor, chat)


def then_the_reader_sees_accessible_pages(visitor: Visitor, link: str, pin: str) -> None:
    page = visitor.opens(link)
    looked_at(page, "PIN")
    enters_pin(page, "no number")
    expect(page.locator(".nhsuk-error-summary")).to_be_visible()
    visitor.was_told("status of 422")
    looked_at(page, "wrong PIN")
    enters_pin(page, pin)
    expect(page.locator(".summary")).to_contain_text(ENDLESS_WORD)
    looked_at(page, "shared page")
    page.goto(f"{link}x")
    enters_pin(page, pin)
    expect(page.get_by_role("heading", level=1)).to_have_text("This link is not open")
    visitor.was_told("status of 404")
    looked_at(page, "closed link")
    page.close()


def then_so_does_the_writer(visitor: Visitor, chat: Chat) -> None:
    link = chat.answer.get_by_role("link").get_attribute("href")
    page = visitor.opens(link or "")
    looked_at(page, "way to the copy")
    page.get_by_role("button", name="Show my copy").click()
    expect(page.locator(".summary")).to_contain_text(ENDLESS_WORD)
    looked_at(page, "own copy")
    page.goto(f"{link}x")
    page.get_by_role("button", name="Show my copy").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This link has ended")
    visitor.was_told("status of 404")
    looked_at(page, "copy that ended")


def test_a_conversation_that_cannot_be_sent(visitor: Visitor) -> None:
    chat = visitor.opens_chat()
    visitor.context.set_offline(True)
    chat.box.fill("my garden")
    chat.send.click()
    expect(chat.problem.get_by_role("button", name="Try again")).to_be_visible()
    visitor.was_told("ERR_INTERNET_DISCONNECTED")
    looked_at(chat.page, "not sent")


@pytest.mark.parametrize("path", ["/privacy", "/leave", "/closed", "/no-such-page"])
def test_a_plain_page(visitor: Visitor, path: str) -> None:
    page = visitor.opens(path)
    looked_at(page, path)
    if path == "/no-such-page":
        expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
        visitor.was_told("status of 404")


def test_a_phone_with_a_finger_instead_of_a_mouse(new_visitor) -> None:
    visitor = new_visitor(viewport=PHONE, has_touch=True, is_mobile=True)
    chat = visitor.opens_chat()
    assert_fits(chat.page, "greeting")
    chat.answered_after(chat.choice("For me").tap)
    chat.goes(ENDLESS_WORD, "skip", "skip", "!No, show me")
    assert_fits(chat.page, "read-back")
    assert_accessible(chat.page, "read-back")
    assert chat.page.evaluate("window.innerWidth") == PHONE["width"]
