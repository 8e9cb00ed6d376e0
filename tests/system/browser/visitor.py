"""Somebody with a browser: what they do and see, and whatever the browser complained about meanwhile."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Locator, Page, Request, WebError, expect

ANSWER_MS = 15_000
"""A turn that the engine cannot deal with in time still gets a holding message long before this."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {
    "light": {"runOnly": WCAG, "resultTypes": ["violations"]},
    "dark": {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}},  # only colours differ
}


class Visitor:
    """One browser profile. Every tab is watched: errors, dialogs, and requests to anybody but our own server."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.context = context
        self.origin = origin
        self.complaints: list[str] = []
        self.posted: list[dict[str, list[str]]] = []
        context.set_default_timeout(ANSWER_MS)
        context.on("console", self._heard)
        context.on("weberror", self._broke)
        context.on("dialog", self._asked)
        context.on("request", self._requested)

    def opens_chat(self) -> "Chat":
        """A new tab with the chat, once it has greeted."""
        page = self.context.new_page()
        page.goto(f"{self.origin}/")
        chat = Chat(page)
        expect(chat.turns).to_have_count(1)
        return chat

    def opens(self, address: str) -> Page:
        """A new tab with a page, given by its whole address or its path."""
        page = self.context.new_page()
        page.goto(address if address.startswith("http") else self.origin + address)
        return page

    def is_(self, name: str, session: str) -> "Visitor":
        """The browser of somebody who already has a session, in the cookie of this name."""
        self.context.add_cookies([{"name": name, "value": session, "url": self.origin}])
        return self

    def was_told(self, complaint: str) -> None:
        """Take out a complaint that the test brought about, which must be there."""
        others = [line for line in self.complaints if complaint not in line]
        assert others != self.complaints, f"nobody said {complaint!r}; there was {self.complaints}"
        self.complaints = others

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning", "assert"}:
            self.complaints.append(f"console {message.type}: {message.text}")

    def _broke(self, error: WebError) -> None:
        self.complaints.append(f"uncaught: {error.error}")

    def _asked(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _requested(self, request: Request) -> None:
        if not request.url.startswith(f"{self.origin}/"):
            self.complaints.append(f"request to another origin: {request.url}")
        if request.method == "POST" and request.url.endswith("/chat/messages"):
            self.posted.append(parse_qs(request.post_data or ""))


class Chat:
    """The chat page in one tab, as somebody with a mouse or a finger uses it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.turns = page.locator(".turn")
        self.box = page.get_by_role("textbox", name="Your message")
        self.send = page.get_by_role("button", name="Send", exact=True)
        self.problem = page.locator("#problem")

    @property
    def answer(self) -> Locator:
        """What was said last."""
        return self.turns.last

    @property
    def choices(self) -> Locator:
        return self.page.locator(".choice button")

    def choice(self, title: str) -> Locator:
        return self.answer.get_by_role("button", name=title)

    def says(self, words: str) -> Locator:
        self.box.fill(words)
        return self.answered_after(self.send.click)

    def presses(self, title: str) -> Locator:
        return self.answered_after(self.choice(title).click)

    def answered_after(self, deed: Callable[[], object]) -> Locator:
        """Do something that is answered, and return the answer once it is there."""
        before = self.turns.count()
        deed()
        expect(self.turns).to_have_count(before + 1)
        expect(self.send).not_to_have_attribute("aria-disabled", "true")
        return self.answer

    def goes(self, *steps: str) -> Locator:
        """Say things one after the other; what begins with an exclamation mark is a button to press."""
        for step in steps:
            self.presses(step[1:]) if step.startswith("!") else self.says(step)
        return self.answer

    def read_back(self) -> list[str]:
        """The numbered lines of a draft that was just read back."""
        return re.findall(r"^\d+\. .*$", self.answer.inner_text(), re.MULTILINE)

    def shared(self) -> tuple[str, str]:
        """Link and PIN, from the answer that gave them."""
        link = self.answer.get_by_role("link").get_attribute("href")
        pin = re.search(r"The PIN is (\d{3} \d{3})", self.answer.inner_text())
        assert link
        assert pin
        return link, pin[1]


def assert_accessible(page: Page, name: str) -> None:
    """WCAG 2.2 AA and good practice, in light and in dark: axe finds nothing."""
    found = []
    # Read to the end: on the way there the box, which stays in view, stands over whatever is beneath it.
    page.wait_for_load_state()
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    for scheme, rules in RULES.items():
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page, options=rules)
        if results.violations_count:
            found.append(f"{name}, {scheme}: {results.generate_report()}")
    page.emulate_media(color_scheme="light")
    assert not found, "\n".join(found)


def assert_fits(page: Page, name: str) -> None:
    """Nothing is wider than the window."""
    too_wide = page.evaluate(
        """() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
            [...document.querySelectorAll("body *")]
                .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth)
                .map((part) => part.outerHTML.slice(0, 120))"""
    )
    assert not too_wide, f"{name} scrolls sideways because of {too_wide}"


def enters_pin(page: Page, pin: str) -> None:
    page.get_by_label("PIN").fill(pin)
    page.get_by_role("button", name="Show the notes").click()
