"""A crisis typed in the browser is answered at once, with the numbers to call, and the conversation is still there."""

import pytest
from playwright.sync_api import expect

from tests.system.browser.conftest import NewVisitor
from tests.system.browser.visitor import Chat, Visitor, assert_accessible

pytestmark = pytest.mark.browser

SUICIDAL = "I want to kill myself"


@pytest.mark.parametrize("question", ["record_check", "share_who"])
def test_help_comes_first_whatever_was_asked(arriving_at, question: str) -> None:
    chat = arriving_at(question).opens_chat()
    asked = chat.page.locator(".turn .bubble").last.inner_text()
    answer = chat.says(SUICIDAL)
    for number in ("999", "116 123"):
        expect(answer).to_contain_text(number)
    expect(answer).to_contain_text("Are you safe right now?")
    expect(answer).to_be_in_viewport()
    assert_accessible(chat.page, "crisis")
    chat.presses("Yes, I am safe")
    chat.page.reload()
    expect(chat.answer).to_contain_text(asked)


def test_help_comes_before_the_greeting_and_without_a_session(visitor: Visitor) -> None:
    visitor.context.route("**/chat/arrive", lambda route: route.abort("connectionrefused"))
    chat = Chat(visitor.opens("/"))
    expect(chat.problem).to_contain_text("The chat did not open.")
    visitor.was_told("ERR_CONNECTION_REFUSED")
    expect(chat.says(SUICIDAL)).to_contain_text("999")


def test_help_comes_without_javascript(new_visitor: NewVisitor) -> None:
    chat = Chat(new_visitor(java_script_enabled=False).opens("/"))
    chat.box.fill(SUICIDAL)
    chat.send.click()
    expect(chat.answer).to_contain_text("999")
