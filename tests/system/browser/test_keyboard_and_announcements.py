"""Without a mouse and without eyes: the keyboard reaches everything, and what is said is announced."""

import pytest
from playwright.sync_api import Page, expect

from tests.system.browser.visitor import Chat, Visitor

pytestmark = pytest.mark.browser

MOST_STOPS = 20
HIDDEN_UNDER_SOMETHING = """() => {
    const focused = document.activeElement;
    const place = focused.getBoundingClientRect();
    const there = document.elementFromPoint(place.left + place.width / 2, place.top + place.height / 2);
    return !(there && (focused.contains(there) || there.contains(focused)));
}"""


def focused_text(page: Page) -> str:
    """What has focus; nothing where it is between the end of the page and its beginning."""
    return page.evaluate("document.activeElement === document.body ? '' : document.activeElement.textContent.trim()")


def walks_to(page: Page, text: str, key: str = "Tab") -> None:
    """Press Tab (or Shift+Tab) until what has focus reads like this. On the way nothing may be hidden."""
    seen = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        seen.append(focused_text(page))
        assert not page.evaluate(HIDDEN_UNDER_SOMETHING), f"{seen[-1]!r} has focus, but something covers it"
        if text in seen[-1]:
            return
    pytest.fail(f"{key} never came to {text!r}; it came to {seen}")


def types(chat: Chat, words: str) -> None:
    """Type and press Enter, without going anywhere first."""
    expect(chat.box).to_be_focused()
    chat.page.keyboard.type(words)
    chat.answered_after(lambda: chat.page.keyboard.press("Enter"))


def chooses(chat: Chat, title: str) -> None:
    walks_to(chat.page, title, "Shift+Tab")
    chat.answered_after(lambda: chat.page.keyboard.press("Enter"))


def test_the_keyboard_alone_gets_from_the_greeting_to_a_link(visitor: Visitor) -> None:
    chat = visitor.opens_chat()
    walks_to(chat.page, "Skip to your message")
    chat.page.keyboard.press("Enter")
    expect(chat.box).to_be_focused()
    chooses(chat, "For me")
    for words in ("my garden", "it is quiet", "a lift to the hospital"):
        types(chat, words)
    chooses(chat, "No, show me what I said")
    assert len(chat.read_back()) == 3
    chooses(chat, "It is right")
    chooses(chat, "Yes, keep it")
    chooses(chat, "Share my summary")
    types(chat, "Aunt May")
    chooses(chat, "Everything")
    chooses(chat, "One week")
    chooses(chat, "Yes, make the link")
    expect(chat.box).to_be_focused()
    walks_to(chat.page, "Page for Aunt May", "Shift+Tab")


def test_shift_and_enter_starts_a_new_line(visitor: Visitor) -> None:
    chat = visitor.opens_chat()
    chat.box.focus()
    chat.page.keyboard.type("one")
    chat.page.keyboard.press("Shift+Enter")
    chat.page.keyboard.type("two")
    expect(chat.box).to_have_value("one\ntwo")
    chat.answered_after(lambda: chat.page.keyboard.press("Enter"))
    expect(chat.page.locator(".own .bubble")).to_have_text("one\ntwo")


def test_what_is_said_is_announced_with_who_said_it(visitor: Visitor) -> None:
    chat = visitor.opens_chat()
    log = chat.page.get_by_role("log", name="Conversation")
    expect(log).to_have_attribute("aria-live", "polite")
    chat.says("hello")
    expect(log.locator(".speaker")).to_have_text(["What Matters said:", "You said:", "What Matters said:"])
    expect(chat.page.locator("#problem")).to_have_role("alert")
    expect(chat.page.locator("#status")).to_have_role("status")


def test_an_answer_never_steals_the_focus_on_a_touch_screen(new_visitor) -> None:
    chat = new_visitor(viewport={"width": 375, "height": 667}, has_touch=True, is_mobile=True).opens_chat()
    chat.answered_after(chat.choice("For me").tap)
    expect(chat.box).not_to_be_focused()
    expect(chat.page.locator(".own")).to_be_focused()
