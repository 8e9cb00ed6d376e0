"""The same conversation by plain forms, for a browser without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.system.browser.conftest import NewVisitor
from tests.system.browser.visitor import Chat

pytestmark = pytest.mark.browser


@pytest.fixture
def chat(new_visitor: NewVisitor) -> Chat:
    return Chat(new_visitor(java_script_enabled=False).opens("/"))


def says(chat: Chat, words: str, then: str) -> None:
    chat.box.fill(words)
    chat.send.click()
    expect(chat.answer).to_contain_text(then)
    expect(chat.page.locator(".own .bubble")).to_have_text(words)
    expect(chat.box).to_have_value("")


def presses(chat: Chat, title: str, then: str) -> None:
    chat.choice(title).click()
    expect(chat.answer).to_contain_text(then)
    expect(chat.page.locator(".own .bubble")).to_have_text(title)


def starts(chat: Chat) -> None:
    expect(chat.turns).to_have_count(0)
    chat.page.get_by_role("button", name="Start").click()
    expect(chat.answer).to_contain_text("Who is this for?")


def test_the_conversation_works_by_forms(chat: Chat) -> None:
    starts(chat)
    expect(chat.answer).to_contain_text("run by Bramble Hospice")
    presses(chat, "For me", then="What matters most to you")
    says(chat, "my garden", then="You said “my garden”")
    says(chat, "it is quiet", then="good support")
    says(chat, "a lift to the hospital", then="anything else")
    presses(chat, "No, show me what I said", then="3. “a lift to the hospital”")
    presses(chat, "Change a line", then="Which line")
    presses(chat, "1. my garden", then="It says: “my garden”")
    says(chat, "my garden and my dog", then="1. “my garden and my dog”")
    presses(chat, "It is right", then="May I keep it?")
    presses(chat, "Yes, keep it", then="version 1")
    chat.page.reload()
    expect(chat.answer).to_contain_text("version 1")


def test_coming_back_asks_the_same_question(chat: Chat) -> None:
    starts(chat)
    presses(chat, "For me", then="What matters most to you")
    chat.page.goto(chat.page.url)
    chat.page.get_by_role("button", name="Carry on").click()
    expect(chat.answer).to_contain_text("What matters most to you")


def test_sending_the_same_form_again_counts_once(chat: Chat) -> None:
    starts(chat)
    presses(chat, "For me", then="What matters most to you")
    says(chat, "my garden", then="You said “my garden”")
    chat.page.reload()
    expect(chat.answer).to_contain_text("You said “my garden”")
    says(chat, "skip", then="good support")
    says(chat, "skip", then="anything else")
    presses(chat, "No, show me what I said", then="Is it right?")
    assert chat.read_back() == ["1. “my garden”"]


def test_an_empty_message_is_met_with_a_kind_line(new_visitor: NewVisitor) -> None:
    visitor = new_visitor(java_script_enabled=False)
    chat = Chat(visitor.opens("/"))
    chat.send.click()
    expect(chat.problem).to_have_text("Write something first. Then press Send.")
    visitor.was_told("status of 422")
