"""The whole life of a summary in the browser: said, put right, kept, shared, read by somebody else, stopped, copied."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.system.browser.conftest import NewVisitor
from tests.system.browser.visitor import Chat, Visitor, enters_pin

pytestmark = pytest.mark.browser

GARDEN = "sitting in my garden with the birds"
WHY = "it is where I feel like myself"
SUPPORT = "someone who asks before helping"
SINGING = "my granddaughter’s singing on Sundays"


def test_a_summary_is_made_kept_shared_read_and_withdrawn(new_visitor: NewVisitor) -> None:
    writer, reader = new_visitor(), new_visitor()
    chat = given_a_greeting_that_says_what_it_is(writer)
    when_they_say_what_matters(chat)
    then_it_is_read_back_and_can_be_changed(chat)
    then_it_is_kept_only_after_a_yes(chat)
    link, pin = when_they_share_one_section_with(chat, "Aunt May")
    page = then_a_wrong_pin_opens_nothing(reader, link, pin)
    then_the_right_pin_opens_the_chosen_section_alone(page, pin)
    then_it_prints_on_one_page(page)
    then_the_writer_sees_who_looked(chat)
    when_they_stop_sharing(chat)
    then_the_link_opens_no_more(reader, link, pin)


def given_a_greeting_that_says_what_it_is(writer: Visitor) -> Chat:
    chat = writer.opens_chat()
    for words in ("a piece of software", "run by Bramble Hospice", "No person is watching", "call 999"):
        expect(chat.answer).to_contain_text(words)
    expect(chat.page).to_have_title("Chat - What Matters")
    expect(chat.choices).to_have_text(
        [
            "For me",
            "For someone close to me",
            "I help someone write theirs",
            "Someone has died",
            "I am here to help others",
            "Easier words",
        ]
    )
    return chat


def when_they_say_what_matters(chat: Chat) -> None:
    expect(chat.presses("For me")).to_contain_text("What matters most to you")
    expect(chat.says(GARDEN)).to_contain_text(f"You said “{GARDEN}”")
    expect(chat.says(WHY)).to_contain_text("good support")
    expect(chat.says(SUPPORT)).to_contain_text("anything else")
    expect(chat.presses("Yes, something else")).to_contain_text("What else matters")
    chat.goes(SINGING, "skip", "I don't know")


def then_it_is_read_back_and_can_be_changed(chat: Chat) -> None:
    answer = chat.presses("No, show me what I said")
    expect(answer).to_contain_text("What is most important to me")
    assert chat.read_back() == [f"1. “{GARDEN}”", f"2. Why: “{WHY}”", f"3. “{SINGING}”", f"4. “{SUPPORT}”"]
    chat.presses("Change a line")
    expect(chat.presses(f"3. {SINGING}")).to_contain_text(f"It says: “{SINGING}”")
    chat.says("all my grandchildren singing")
    assert "3. “all my grandchildren singing”" in chat.read_back()


def then_it_is_kept_only_after_a_yes(chat: Chat) -> None:
    expect(chat.presses("It is right")).to_contain_text("May I keep it?")
    expect(chat.says("hmm what happens then")).to_contain_text("May I keep it?")
    kept = chat.presses("Yes, keep it")
    expect(kept).to_contain_text("version 1")
    expect(kept).to_contain_text("not an advance decision")


def when_they_share_one_section_with(chat: Chat, name: str) -> tuple[str, str]:
    chat.goes("!Share my summary", name, "!What is most important to me")
    expect(chat.presses("That is all")).to_contain_text("For how long?")
    expect(chat.presses("One month")).to_contain_text("It shows: What is most important to me")
    chat.presses("Yes, make the link")
    return chat.shared()


def then_a_wrong_pin_opens_nothing(reader: Visitor, link: str, pin: str) -> Page:
    page = reader.opens(link)
    expect(page).to_have_title("Enter the PIN - What Matters")
    expect(page.locator("body")).not_to_contain_text("garden")
    enters_pin(page, "".join(str((int(digit) + 1) % 10) for digit in pin if digit.isdecimal()))
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("4 tries left")
    expect(page.locator("body")).not_to_contain_text("garden")
    reader.was_told("status of 422")
    return page


def then_the_right_pin_opens_the_chosen_section_alone(page: Page, pin: str) -> None:
    enters_pin(page, pin)
    expect(page.get_by_role("heading", level=1)).to_have_text("What matters to me")
    expect(page.get_by_role("heading", level=2)).to_have_text(["What is most important to me"])
    expect(page.locator(".lines__words")).to_have_text([GARDEN, "all my grandchildren singing"])
    expect(page.locator(".lines__why")).to_have_text([WHY])
    expect(page.locator(".facts")).to_contain_text("Aunt May")
    expect(page.locator(".summary__notice")).to_contain_text("not an advance decision")
    expect(page.locator("body")).not_to_contain_text(SUPPORT)


def then_it_prints_on_one_page(page: Page) -> None:
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    page.emulate_media(media="print")
    expect(page.locator(".no-print")).to_be_hidden()
    expect(page.locator(".summary__notice")).to_be_visible()


def then_the_writer_sees_who_looked(chat: Chat) -> None:
    expect(chat.says("who has looked at it?")).to_contain_text("Aunt May: the page was opened once")


def when_they_stop_sharing(chat: Chat) -> None:
    stopped = chat.presses("Stop sharing")
    expect(stopped).to_contain_text("Sharing with Aunt May is stopped")
    expect(stopped).to_contain_text("I cannot take back what was read")


def then_the_link_opens_no_more(reader: Visitor, link: str, pin: str) -> None:
    page = reader.opens(link)
    enters_pin(page, pin)
    expect(page.get_by_role("heading", level=1)).to_have_text("This link is not open")
    expect(page.locator("body")).not_to_contain_text("garden")
    reader.was_told("status of 404")


def test_the_link_is_copied_with_one_press(arriving_at) -> None:
    visitor: Visitor = arriving_at("share_consent")
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chat = visitor.opens_chat()
    chat.presses("Yes, make the link")
    chat.answer.get_by_role("button", name="Copy the link").click()
    expect(chat.page.get_by_role("status")).to_have_text("The link is copied.")
    assert chat.page.evaluate("navigator.clipboard.readText()") == chat.shared()[0]


def test_a_person_gets_their_own_copy_and_takes_it_along_as_text_and_in_print(arriving_at) -> None:
    chat = arriving_at("kept").opens_chat()
    chat.presses("Get a copy")
    chat.presses("One page")
    with chat.page.context.expect_page() as opened:
        chat.answer.get_by_role("link", name="Open my copy").click()
    copy = opened.value
    expect(copy.locator("body")).not_to_contain_text("garden")
    copy.get_by_role("button", name="Show my copy").click()
    expect(copy.locator(".lines__words")).to_have_text(["sitting in my garden", SUPPORT])
    with copy.expect_download() as fetched:
        copy.get_by_role("button", name="Download as text").click()
    assert fetched.value.suggested_filename == "what-matters.txt"
    text = Path(fetched.value.path()).read_text()
    assert "- sitting in my garden\n  Why this matters: it is where I feel like myself" in text
    assert "They are not an advance decision." in text
    with copy.expect_download() as fetched:
        copy.get_by_role("button", name="Download as PDF").click()
    assert fetched.value.suggested_filename == "what-matters.pdf"
    printed = PdfReader(fetched.value.path()).pages[0].extract_text()
    assert "sitting in my garden" in printed
    assert "They are not an advance" in printed


def test_a_person_takes_a_reminder_along_for_their_own_calendar(arriving_at) -> None:
    chat = arriving_at("kept").opens_chat()
    chat.says("remind me on friday at 3pm")
    with chat.page.expect_download() as fetched:
        chat.page.get_by_role("link", name="Open the calendar file").click()
    assert fetched.value.suggested_filename == "reminder.ics"
    assert "SUMMARY:A reminder for you" in Path(fetched.value.path()).read_text()
