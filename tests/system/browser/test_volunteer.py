"""A volunteer with somebody waiting: find, print a card, hand it to the chat, report a number, check an entry."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from bot.bootstrap import Parts, build
from bot.model.staff import Role
from tests.system.browser.colleague import new_colleague
from tests.system.browser.conftest import NewVisitor
from tests.system.browser.test_reviewers_day import looked_at
from tests.system.browser.visitor import Chat, Visitor, assert_accessible
from tests.system.stack import Stack

pytestmark = pytest.mark.browser


@pytest.fixture
def parts(stack: Stack) -> Iterator[Parts]:
    """The same store that the processes use."""
    parts = build(stack.settings)
    yield parts
    parts.database.dispose()


def searched(visitor: Visitor, words: str, place: str = "") -> Page:
    page = visitor.opens("/support")
    page.keyboard.press("/")
    page.keyboard.type(words)
    if place:
        page.keyboard.press("Tab")
        page.keyboard.type(place)
    expect(page.locator(".result").first).to_be_visible()
    return page


def names(page: Page) -> str:
    return " ".join(page.locator(".result__name").all_inner_texts())


def test_help_is_found_while_typing_by_keyboard_alone(visitor: Visitor) -> None:
    page = searched(visitor, "my wife took her own life", "DT1")
    expect(page.locator("#results")).to_contain_text("suicide")
    assert len(page.locator(".result").all()) <= 3
    page.locator("body").press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("1")
    expect(page.locator("#result-1")).to_be_focused()
    looked_at(page, "results")


def test_it_works_without_script(new_visitor: NewVisitor) -> None:
    page = new_visitor(java_script_enabled=False).opens("/support")
    page.get_by_label("What do they need?").fill("cruse")
    page.get_by_role("button", name="Search").click()
    assert "Cruse" in names(page)


def test_a_card_is_printed_and_opens_the_chat_with_what_was_chosen(new_visitor: NewVisitor) -> None:
    volunteer, somebody = new_visitor(), new_visitor()
    page = searched(volunteer, "bereaved, wants to talk")
    first = page.locator(".result__name").first.inner_text().split(maxsplit=1)[1]
    page.locator("#choose-1").check()
    with volunteer.context.expect_page() as opened:
        page.locator("#card button").click()
    card = opened.value
    expect(card.get_by_role("main")).to_contain_text(first)
    assert_accessible(card, "card")
    code = re.search(r"\b([A-Z2-9]{3} ?[A-Z2-9]{3})\b", card.get_by_role("main").inner_text())
    assert code
    chat = Chat(somebody.opens(f"/?card={code[1].replace(' ', '')}"))
    expect(chat.turns.first).to_contain_text(first)


def test_a_wrong_number_is_hidden_after_a_second_person_says_so(new_visitor: NewVisitor) -> None:
    for told in range(2):
        page = searched(new_visitor(), "national debtline")
        entry = page.locator(".result", has_text="National Debtline")
        expect(entry.locator(".result__contact")).to_contain_text("0808 808 4000")
        entry.get_by_role("button", name=re.compile("wrong")).click()
        expect(page.get_by_text(re.compile("Thank you")).first).to_be_visible()
        assert_accessible(page, f"reported {told}")
    page = searched(new_visitor(), "national debtline")
    expect(page.locator("#results")).not_to_contain_text("0808 808 4000")


def test_a_volunteer_marks_an_entry_checked_corrects_it_and_takes_that_back(parts: Parts, visitor: Visitor) -> None:
    volunteer = new_colleague(parts, visitor, "Vic Volunteer", Role.VOLUNTEER)
    page = volunteer.sets_up()
    page.get_by_role("button", name="I have kept them").click()
    page.get_by_role("navigation", name="Staff site").get_by_role("link", name="Support").click()
    looked_at(page, "entries")
    page.goto(f"{visitor.origin}/support/entries?q=Hospice+UK")
    page.get_by_role("main").get_by_role("link", name=re.compile("Hospice UK")).first.click()
    looked_at(page, "entry")
    expect(page.get_by_role("main")).to_contain_text(re.compile("Nobody has checked"))
    page.get_by_role("button", name=re.compile("checked", re.IGNORECASE)).first.click()
    expect(page.get_by_role("main")).to_contain_text(re.compile("Checked (on|today)"))
