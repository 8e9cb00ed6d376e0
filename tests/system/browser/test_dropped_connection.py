"""A connection that drops: the words stay in the box, and sending them again never doubles them."""

import pytest
from playwright.sync_api import Route, expect

from tests.system.browser.visitor import Chat, Visitor

pytestmark = pytest.mark.browser

MESSAGES = "**/chat/messages"


def taken_but_not_answered(route: Route) -> None:
    """The server hears it; its answer never arrives."""
    route.fetch()
    route.abort("connectionreset")


def tries_again(chat: Chat) -> None:
    chat.answered_after(chat.problem.get_by_role("button", name="Try again").click)
    expect(chat.problem).to_be_empty()


def lines_at_the_end(chat: Chat) -> list[str]:
    chat.goes("skip", "skip", "!No, show me")
    return chat.read_back()


def test_words_stay_while_there_is_no_connection(arriving_at) -> None:
    visitor: Visitor = arriving_at("focus_what")
    chat = visitor.opens_chat()
    visitor.context.set_offline(True)
    chat.box.fill("the sea at Whitby")
    chat.send.click()
    expect(chat.problem).to_contain_text("That did not send. Your words are still in the box.")
    expect(chat.box).to_have_value("the sea at Whitby")
    expect(chat.page.locator(".own")).to_have_count(0)
    expect(chat.page.get_by_role("link", name="999")).to_be_visible()
    visitor.was_told("ERR_INTERNET_DISCONNECTED")
    visitor.context.set_offline(False)
    tries_again(chat)
    expect(chat.box).to_have_value("")
    assert lines_at_the_end(chat) == ["1. “the sea at Whitby”"]


def test_words_whose_answer_was_lost_are_not_doubled_by_a_second_try(arriving_at) -> None:
    visitor: Visitor = arriving_at("focus_what")
    chat = visitor.opens_chat()
    chat.page.route(MESSAGES, taken_but_not_answered)
    chat.box.fill("the sea at Whitby")
    chat.send.click()
    expect(chat.box).to_have_value("the sea at Whitby")
    expect(chat.problem).to_contain_text("did not send")
    visitor.was_told("ERR_CONNECTION_RESET")
    chat.page.unroute(MESSAGES)
    tries_again(chat)
    expect(chat.answer).to_contain_text("You said “the sea at Whitby”. Why does that matter")
    assert lines_at_the_end(chat) == ["1. “the sea at Whitby”"]


def test_somebody_who_reloads_instead_finds_their_words_taken(arriving_at) -> None:
    visitor: Visitor = arriving_at("focus_what")
    chat = visitor.opens_chat()
    chat.page.route(MESSAGES, taken_but_not_answered)
    chat.box.fill("the sea at Whitby")
    chat.send.click()
    expect(chat.problem).to_contain_text("did not send")
    visitor.was_told("ERR_CONNECTION_RESET")
    chat.page.unroute(MESSAGES)
    chat.page.reload()
    expect(chat.answer).to_contain_text("You said “the sea at Whitby”")
    assert lines_at_the_end(chat) == ["1. “the sea at Whitby”"]


def test_a_choice_whose_answer_was_lost_counts_once(arriving_at) -> None:
    visitor: Visitor = arriving_at("focus_more")
    chat = visitor.opens_chat()
    chat.page.route(MESSAGES, taken_but_not_answered)
    chat.choice("Yes, something else").click()
    expect(chat.problem).to_contain_text("That did not send. Your choice is still there.")
    visitor.was_told("ERR_CONNECTION_RESET")
    chat.page.unroute(MESSAGES)
    tries_again(chat)
    expect(chat.answer).to_contain_text("What else matters to you?")


def test_a_greeting_that_did_not_come_is_fetched_by_trying_again(visitor: Visitor) -> None:
    visitor.context.route("**/chat/arrive", lambda route: route.abort("connectionrefused"))
    page = visitor.opens("/")
    chat = Chat(page)
    expect(chat.problem).to_contain_text("The chat did not open.")
    visitor.was_told("ERR_CONNECTION_REFUSED")
    visitor.context.unroute("**/chat/arrive")
    tries_again(chat)
    expect(chat.answer).to_contain_text("Who is this for?")
