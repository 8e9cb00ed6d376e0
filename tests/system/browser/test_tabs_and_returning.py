"""More than one tab, impatient fingers, reloading, coming back another day, and leaving."""

import pytest
from playwright.sync_api import expect

from tests.system.browser.conftest import NewVisitor
from tests.system.browser.visitor import Visitor

pytestmark = pytest.mark.browser


def test_a_stale_button_in_another_tab_changes_nothing_and_shows_where_they_are(arriving_at) -> None:
    visitor: Visitor = arriving_at("focus_more")
    old, new = visitor.opens_chat(), visitor.opens_chat()
    new.presses("No, show me what I said")
    before = new.read_back()
    answer = old.presses("Yes, something else")
    expect(answer).to_contain_text("That button is from earlier, so I changed nothing. This is where we are.")
    expect(answer).to_contain_text("Is it right?")
    assert old.read_back() == before


def test_two_tabs_may_take_turns(arriving_at) -> None:
    visitor: Visitor = arriving_at("focus_what")
    one, other = visitor.opens_chat(), visitor.opens_chat()
    one.says("the sea at Whitby")
    expect(other.says("it sounds like my childhood")).to_contain_text("good support")
    expect(one.says("a window that opens")).to_contain_text("anything else")
    other.says("no")
    assert other.read_back() == [
        "1. “the sea at Whitby”",
        "2. Why: “it sounds like my childhood”",
        "3. “a window that opens”",
    ]


def test_a_double_click_counts_once(arriving_at) -> None:
    visitor: Visitor = arriving_at("focus_more")
    chat = visitor.opens_chat()
    chat.answered_after(chat.choice("Yes, something else").dblclick)
    expect(chat.answer).to_contain_text("What else matters to you?")
    assert len(visitor.posted) == 1
    expect(chat.page.locator(".own")).to_have_count(1)


def test_pressing_enter_twice_sends_once(arriving_at) -> None:
    visitor: Visitor = arriving_at("focus_what")
    chat = visitor.opens_chat()
    chat.box.fill("my garden")

    def twice() -> None:
        chat.box.press("Enter")
        chat.box.press("Enter")

    chat.answered_after(twice)
    assert [message["text"] for message in visitor.posted] == [["my garden"]]


def test_a_reload_asks_the_same_question_again(arriving_at) -> None:
    chat = arriving_at("record_change_words").opens_chat()
    expect(chat.answer).to_contain_text("What would you like it to say?")
    chat.page.reload()
    expect(chat.turns).to_have_count(1)
    expect(chat.answer).to_contain_text("It says: “sitting in my garden”")
    expect(chat.answer).to_contain_text("What would you like it to say?")


def test_coming_back_another_day_the_same_question_is_open(new_visitor: NewVisitor) -> None:
    first = new_visitor()
    first.opens_chat().goes("!For me", "my garden")
    second = new_visitor(storage_state=first.context.storage_state())
    first.context.close()
    expect(second.opens_chat().answer).to_contain_text("Why does that matter to you?")


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(visitor: Visitor, cookie_name: str) -> None:
    chat = visitor.opens_chat()
    (cookie,) = visitor.context.cookies()
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"]) == (cookie_name, True, "Strict")
    assert chat.page.evaluate("document.cookie") == ""
    kept = chat.page.evaluate("[localStorage.length, sessionStorage.length]")
    assert kept == [0, 0]


def test_leaving_ends_the_session_for_good(arriving_at, new_visitor: NewVisitor) -> None:
    visitor: Visitor = arriving_at("focus_why")
    before = visitor.context.storage_state()
    page = visitor.opens_chat().page
    page.get_by_role("link", name="Leave the conversation").click()
    page.get_by_role("button", name="Leave the conversation").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Closed")
    assert not visitor.context.cookies()
    expect(new_visitor(storage_state=before).opens_chat().answer).to_contain_text("Who is this for?")


def test_a_tab_left_open_after_leaving_talks_to_somebody_new(arriving_at) -> None:
    visitor: Visitor = arriving_at("focus_why")
    left_open = visitor.opens_chat()
    page = visitor.opens("/leave")
    page.get_by_role("button", name="Leave the conversation").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Closed")
    answer = left_open.says("a few words")
    expect(answer).to_contain_text("Who is this for?")
    expect(answer).not_to_contain_text("garden")


def test_hiding_the_page_takes_the_words_off_the_screen_at_once(arriving_at) -> None:
    page = arriving_at("focus_why").opens_chat().page
    page.get_by_role("link", name="Hide this page").click()
    expect(page).to_have_title("Closed")
    expect(page.locator("body")).not_to_contain_text("garden")
    page.go_back()
    expect(page.locator("body")).not_to_contain_text("garden")
