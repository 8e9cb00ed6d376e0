"""A reviewer's day in a real browser: an account, the inbox, a person's words, an answer that says no, and back."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from bot.bootstrap import Parts, build
from bot.model.staff import Role, Team
from tests.system.browser.colleague import Colleague, new_colleague
from tests.system.browser.conftest import NewVisitor
from tests.system.browser.visitor import Chat, Visitor, assert_accessible, assert_fits
from tests.system.stack import Stack

pytestmark = pytest.mark.browser

LUNCH = "Sunday lunch with my sister"
NO = "The kitchen is closed on Sundays. Your sister can bring lunch, and we will warm it."
PHONE = {"width": 375, "height": 740}
ZOOMED = {"width": 320, "height": 256}


@pytest.fixture
def parts(stack: Stack) -> Iterator[Parts]:
    """The same store that the processes use."""
    parts = build(stack.settings)
    yield parts
    parts.database.dispose()


def test_a_reviewers_day(parts: Parts, new_visitor: NewVisitor) -> None:
    team = parts.accounts.add_team("The Orchard Team", 3)
    chat = given_somebody_who_shares_with(team, new_visitor)
    reviewer = new_colleague(parts, new_visitor(), "Robin Reader", Role.REVIEWER, team)
    page = when_the_account_is_set_up_and_signed_in(reviewer)
    then_the_inbox_shows_one_that_is_new(page)
    when_the_persons_page_is_opened(page)
    when_the_team_says_what_is_not_possible_and_asks(page)
    reviewer.visitor.was_told("422")
    then_the_person_is_told_and_answers(chat)
    then_the_answer_is_on_their_page(page)
    when_the_team_reflects(page)
    then_it_prints_on_paper(page)
    when_the_person_stops_sharing(chat)
    then_nothing_more_can_be_seen_or_done(page, reviewer.visitor)


def given_somebody_who_shares_with(team: Team, new_visitor: NewVisitor) -> Chat:
    chat = new_visitor().opens_chat()
    chat.goes("!For me", LUNCH, "she makes me laugh", "skip", "!No, show me what I said", "!It is right")
    chat.goes("!Yes, keep it", "!Share my summary", f"!{team.name}")
    expect(chat.answer).to_contain_text("By what name")
    chat.goes("Joan", "!Everything", "!One week")
    expect(chat.answer).to_contain_text("Nobody watches it live")
    expect(chat.presses("Yes, share it")).to_contain_text(f"{team.name} can read it now")
    return chat


def when_the_account_is_set_up_and_signed_in(reviewer: Colleague) -> Page:
    page = reviewer.sets_up()
    assert len(reviewer.codes) == 10
    assert_accessible(page, "recovery codes")
    page.get_by_role("button", name="I have kept them").click()
    page.get_by_role("button", name="Sign out").first.click()
    expect(page.get_by_label("Password")).to_be_visible()
    page = reviewer.signs_in(with_recovery_code=True)
    expect(page.get_by_role("navigation", name="Staff site")).to_be_visible()
    return page


def then_the_inbox_shows_one_that_is_new(page: Page) -> None:
    page.get_by_role("navigation", name="Staff site").get_by_role("link", name="Inbox").click()
    expect(page.get_by_role("main")).to_contain_text("Joan")
    expect(page.get_by_role("main")).not_to_contain_text(LUNCH)
    looked_at(page, "inbox")


def when_the_persons_page_is_opened(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name="Joan").click()
    expect(page.get_by_text(LUNCH, exact=True)).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("can see that")
    looked_at(page, "person")


def when_the_team_says_what_is_not_possible_and_asks(page: Page) -> None:
    page.get_by_text("Say what your team will do").first.click()
    form = page.locator("details[open] form").first
    form.get_by_label("Not possible").check()
    form.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    assert_accessible(page, "person, with an error")
    form = page.locator("details[open] form").first
    expect(form.get_by_label("Not possible")).to_be_checked()
    form.get_by_label("In plain words").fill(NO)
    form.get_by_role("button").click()
    expect(page.get_by_role("main")).to_contain_text(NO)
    page.get_by_label("Ask the person something").fill("Which Sundays matter most?")
    page.get_by_role("button", name="Send the question").click()
    expect(page.get_by_role("main")).to_contain_text("Which Sundays matter most?")


def then_the_person_is_told_and_answers(chat: Chat) -> None:
    answer = chat.says("hello again")
    expect(answer).to_contain_text("writes that this is not possible, and why")
    expect(answer).to_contain_text(NO)
    expect(answer).to_contain_text("Which Sundays matter most?")
    chat.says("the first of the month")
    expect(chat.presses("Yes, send it")).to_contain_text("Your answer is with The Orchard Team")
    expect(chat.says("who has looked at it")).to_contain_text("The Orchard Team opened it")


def then_the_answer_is_on_their_page(page: Page) -> None:
    page.get_by_role("navigation", name="Staff site").get_by_role("link", name="Inbox").click()
    page.get_by_role("main").get_by_role("link", name="Joan").click()
    expect(page.locator(".question__answer")).to_have_text("the first of the month")


def when_the_team_reflects(page: Page) -> None:
    page.get_by_role("link", name="reflect beside these words").click()
    looked_at(page, "reflection")
    page.get_by_role("radio").nth(3).check()
    page.get_by_role("radio", name="Alone", exact=True).check()
    page.locator("textarea").first.fill("We had a menu. Nobody had asked who she eats with.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".question .deed__words")).to_contain_text("Nobody had asked who she eats with")


def then_it_prints_on_paper(page: Page) -> None:
    page.get_by_role("link", name="Back to their page").click()
    page.get_by_role("link", name="Print these notes").click()
    expect(page.get_by_text(LUNCH, exact=True)).to_be_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
    assert_accessible(page, "paper")
    page.get_by_role("link", name="Back to their page").click()


def when_the_person_stops_sharing(chat: Chat) -> None:
    expect(chat.says("stop sharing")).to_contain_text("Sharing with The Orchard Team is stopped")


def then_nothing_more_can_be_seen_or_done(page: Page, visitor: Visitor) -> None:
    page.get_by_label("Ask the person something").fill("Are you there?")
    page.get_by_role("button", name="Send the question").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("no longer shared")
    expect(page.get_by_role("main")).not_to_contain_text(LUNCH)
    assert_accessible(page, "no longer shared")
    visitor.was_told("404")


def looked_at(page: Page, name: str) -> None:
    """Axe, phone width and 400 % zoom; then back to the desk."""
    before = page.viewport_size
    assert_accessible(page, name)
    for size in (PHONE, ZOOMED):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert_fits(page, name)
    if before:
        page.set_viewport_size(before)
