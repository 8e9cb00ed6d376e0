"""After a death, in the browser: set up in the chat, said by two people on their phones, opened after the delay.

Time cannot be moved for a server that runs. So the delay is lived through by moving what its store holds back in time.
"""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import text

from bot.bootstrap import build
from tests.system.browser.conftest import NewVisitor
from tests.system.browser.test_every_screen import looked_at
from tests.system.browser.visitor import Chat, Visitor, enters_pin
from tests.system.stack import Stack

pytestmark = pytest.mark.browser

GARDEN = "sitting in my garden with the blackbirds"
PHONE = {"width": 375, "height": 667}
Links = dict[str, tuple[str, str]]


def test_notes_open_after_two_people_and_a_week_and_a_message_stops_it(new_visitor: NewVisitor, stack: Stack) -> None:
    writer, jo, sam, may = new_visitor(), new_visitor(viewport=PHONE), new_visitor(viewport=PHONE), new_visitor()
    chat = writer.opens_chat()
    links = given_it_is_set_up(chat)
    page = when_a_trusted_person_opens_their_link(jo, links["Jo"])
    then_looking_changes_nothing_and_the_page_can_be_read_by_all(page)
    expect(when_they_say(page, links["Jo"], "Yes, they have died")).to_have_text("We have your answer")
    then_the_reader_reads_nothing(may, links["May"])
    other = when_a_trusted_person_opens_their_link(sam, links["Sam"])
    expect(other.locator("main")).to_contain_text("The other person has said that they died")
    expect(when_they_say(other, links["Sam"], "Yes, they have died")).to_have_text("Both of you have said so")
    looked_at(other, "both have said so")
    then_the_reader_reads_nothing(may, links["May"])
    when_days_pass(stack, 8)
    then_the_reader_reads_the_notes(may, links["May"])
    when_the_person_writes_they_are_told(chat)
    then_the_reader_reads_nothing(may, links["May"])


def given_it_is_set_up(chat: Chat) -> Links:
    chat.goes("!For me", GARDEN, "skip", "skip", "!No, show me", "!It is right", "!Yes, keep it", "!Share my summary")
    expect(chat.presses("Only after I die")).to_contain_text("Who may read yours after you die?")
    chat.says("May")
    expect(chat.presses("Everything")).to_contain_text("Two people you trust")
    expect(chat.says("Jo and Sam")).to_contain_text("How long may it stand?")
    expect(chat.presses("No end date")).to_contain_text("It opens only if Jo and Sam both say that you have died")
    answer = chat.presses("Yes, set it up")
    looked_at(chat.page, "links for after a death")
    return {name: (_address(answer, name), _pin(answer, name)) for name in ("Jo", "Sam", "May")}


def _address(answer: Locator, name: str) -> str:
    return answer.get_by_role("link", name=f"Page for {name}").get_attribute("href") or ""


def _pin(answer: Locator, name: str) -> str:
    found = re.search(rf"The PIN for {name} is (\d{{3}} \d{{3}})", answer.inner_text())
    assert found
    return found[1]


def when_a_trusted_person_opens_their_link(visitor: Visitor, link: tuple[str, str]) -> Page:
    page = visitor.opens(link[0])
    expect(page).to_have_title("Enter the PIN - What Matters")
    page.get_by_label("PIN").fill(link[1])
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Has the person who gave you this link died?")
    return page


def then_looking_changes_nothing_and_the_page_can_be_read_by_all(page: Page) -> None:
    expect(page.locator("main")).to_contain_text("The other person has not said so")
    expect(page.locator("body")).not_to_contain_text("blackbirds")
    looked_at(page, "trusted person's page")


def when_they_say(page: Page, link: tuple[str, str], answer: str) -> Locator:
    page.get_by_label(answer, exact=True).check()
    page.get_by_label("Enter the PIN again").fill(link[1])
    page.get_by_role("button", name="Send my answer").click()
    return page.get_by_role("heading", level=1)


def then_the_reader_reads_nothing(reader: Visitor, link: tuple[str, str]) -> None:
    page = reader.opens(link[0])
    enters_pin(page, link[1])
    expect(page.get_by_role("heading", level=1)).to_have_text("This link is not open")
    expect(page.locator("body")).not_to_contain_text("blackbirds")
    reader.was_told("status of 404")
    page.close()


def then_the_reader_reads_the_notes(reader: Visitor, link: tuple[str, str]) -> None:
    page = reader.opens(link[0])
    enters_pin(page, link[1])
    expect(page.locator(".lines__words")).to_have_text([GARDEN])
    expect(page.locator("main")).to_contain_text("chose to show you after their death")
    looked_at(page, "notes after a death")
    page.close()


def when_days_pass(stack: Stack, days: int) -> None:
    """Put what was said, and when the person was last here, so many days earlier. In UTC, as the store holds it."""
    parts = build(stack.settings)
    try:
        earlier = timedelta(days=days)
        with parts.database.begin() as connection:
            for table, column in (("release_holders", "said_at"), ("people", "last_seen_at"), ("turns", "created_at")):
                rows = connection.execute(text(f"select rowid, {column} from {table} where {column} is not null"))
                for row, moment in rows.all():
                    moved = parts.clock.now().fromisoformat(moment) - earlier
                    values = {"moved": moved.isoformat(sep=" "), "row": row}
                    connection.execute(text(f"update {table} set {column} = :moved where rowid = :row"), values)
    finally:
        parts.database.dispose()


def when_the_person_writes_they_are_told(chat: Chat) -> None:
    answer = chat.says("who has looked")
    expect(answer).to_contain_text("Jo and Sam said that you had died")
    expect(answer).to_contain_text("They are closed now")
