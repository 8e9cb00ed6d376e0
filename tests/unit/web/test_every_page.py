"""What holds for every answer of the site: headers, no inline script or style, nothing from elsewhere."""

from html.parser import HTMLParser
from itertools import pairwise

import pytest

from bot.model.teamwork import InboxState
from tests.unit.web.support_fakes import AFTER, HELD, LINE, ODD, SignedIn
from tests.unit.web.team_fakes import NASTY, item

PAGES = [
    ("GET", "/", {}, 200),
    ("POST", "/chat/arrive", {}, 200),
    ("POST", "/chat/messages", {"text": "Hello <script>alert(1)</script>", "message_id": "m"}, 200),
    ("POST", "/chat/messages", {"text": "I am in danger"}, 200),
    ("POST", "/chat/messages", {"text": " "}, 422),
    ("GET", "/leave", {}, 200),
    ("GET", "/closed", {}, 200),
    ("GET", "/privacy", {}, 200),
    ("GET", "/shared/open-link", {}, 200),
    ("GET", "/shared/no-link", {}, 200),
    ("POST", "/shared/open-link", {"pin": "123456"}, 200),
    ("POST", "/shared/open-link", {"pin": "111111"}, 422),
    ("POST", "/shared/no-link", {"pin": "111111"}, 404),
    ("GET", "/copy/copy-link", {}, 200),
    ("POST", "/copy/copy-link", {}, 200),
    ("POST", "/copy/copy-link/text", {}, 200),
    ("POST", "/copy/copy-link/pdf", {}, 200),
    ("POST", "/copy/copy-link/large-print", {}, 200),
    ("POST", "/copy/copy-link/card", {}, 200),
    ("POST", "/copy/copy-link/record", {}, 200),
    ("POST", "/copy/copy-link/everything", {}, 200),
    ("GET", "/calendar/20261127T100000Z.ics", {}, 200),
    ("POST", "/copy/no-link", {}, 404),
    ("GET", "/no-such-page", {}, 404),
    ("DELETE", "/", {}, 405),
    ("GET", "/api/no-such-thing", {}, 404),
]
PROMISE = {"line": "v3-a1", "state": "planned", "words": NASTY, "day": NASTY}
REFLECT = {"statement": "1", "together": "alone", "helped": NASTY}
TEAM_PAGES = [
    ("GET", "/staff/inbox", {}, 200),
    ("GET", "/staff/inbox/t1?state=due&page=2", {}, 200),
    ("GET", "/staff/inbox/t3", {}, 403),
    ("GET", "/staff/shared/s1", {}, 200),
    ("GET", "/staff/shared/s1?said=promised", {}, 200),
    ("GET", "/staff/shared/s1/print", {}, 200),
    ("GET", "/staff/shared/s1/reflect", {}, 200),
    ("GET", "/staff/shared/s1/reflect?said=reflected", {}, 200),
    ("GET", "/staff/shared/unknown", {}, 404),
    ("POST", "/staff/shared/s1/promise", PROMISE, 422),
    ("POST", "/staff/shared/s1/promise", PROMISE | {"line": NASTY}, 422),
    ("POST", "/staff/shared/s1/change", {"commitment": "c1", "words": NASTY}, 422),
    ("POST", "/staff/shared/s1/ask", {"question": ""}, 422),
    ("POST", "/staff/shared/s1/reflect", REFLECT | {"statement": NASTY}, 422),
    ("POST", "/staff/shared/unknown/ask", {"question": NASTY}, 404),
    ("POST", "/staff/shared/s1/reflect", REFLECT, 200),
]
ENTRY = f"/support/entries/{LINE.id}"
SUPPORT_PAGES = [
    ("GET", "/support", {}, 200),
    ("GET", f"/support?district={NASTY}&need=faith&who=child&way=bsl", {}, 200),
    ("POST", "/support", {"q": NASTY, "district": NASTY, "how": "suicide"}, 200),
    ("POST", "/support", {"q": NASTY, "when": NASTY}, 422),
    ("POST", "/support/card", {"service": [LINE.id, AFTER.id, ODD.id]}, 200),
    ("POST", "/support/card", {"service": NASTY}, 404),
    ("GET", f"/support/card/{NASTY}", {}, 404),
    ("POST", "/support/number-wrong", {"service": LINE.id}, 200),
    ("POST", "/support/number-wrong", {"service": NASTY}, 404),
    ("GET", f"/support/entries?q={NASTY}", {}, 200),
    ("GET", "/support/entries?show=reported&page=2", {}, 200),
    ("GET", ENTRY, {}, 200),
    ("GET", f"{ENTRY}?done=checked", {}, 200),
    ("GET", f"/support/entries/{ODD.id}", {}, 200),
    ("GET", f"/support/entries/{HELD.id}", {}, 200),
    ("GET", "/support/entries/unknown", {}, 404),
    ("POST", f"{ENTRY}/correct", {"name": "", "phones": NASTY, "hours": "09:00", "url": NASTY}, 422),
    ("POST", f"{ENTRY}/correct", {"form": "matching", "needs": NASTY, "districts": NASTY}, 422),
    ("POST", f"{ENTRY}/correct", {"alert": NASTY, "next_step": NASTY}, 200),
    ("POST", f"{ENTRY}/check", {"seen": "0"}, 422),
    ("POST", f"{ENTRY}/undo", {"change": NASTY}, 422),
    ("POST", f"{ENTRY}/state", {"state": NASTY, "why": NASTY}, 422),
    ("POST", f"{ENTRY}/state", {"state": "held-back"}, 422),
    ("POST", f"{ENTRY}/state", {"state": "held-back", "why": NASTY}, 200),
]
LEADS_AWAY = ("https://", "mailto:", "sms:")


class Page(HTMLParser):
    """Collects what a page would run, look like and fetch."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.headings = 0
        self.landmarks: list[str] = []
        self.ids: list[str] = []
        self.fields: list[str] = []
        self.labelled: list[str] = []
        self.levels: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.headings += tag == "h1"
        self.landmarks += [tag] if tag in ("main", "header", "footer") else []
        given = dict(attrs)
        self.ids += [given["id"]] if given.get("id") else []
        if tag in ("input", "textarea", "select") and given.get("type") != "hidden":
            self.fields.append(given.get("id") or "")
        if tag == "label":
            self.labelled.append(given.get("for") or "")
        if tag in ("h1", "h2", "h3", "h4"):
            self.levels.append(int(tag[1]))
        if tag == "style" or (tag == "script" and "src" not in given):
            self.faults.append(f"inline <{tag}>")
        for name, value in given.items():
            if name == "style" or name.startswith("on"):
                self.faults.append(f"{tag} {name}=")
            if name in ("src", "action", "href", "hx-post") and not (value or "").startswith(("/", "#", "tel:")):
                leads_away = tag == "a" and (value or "").startswith(LEADS_AWAY)
                if not leads_away or (given.get("target") and given.get("rel") != "noopener noreferrer"):
                    self.faults.append(f"{tag} {name}={value}")


@pytest.mark.parametrize(("method", "path", "form", "status"), PAGES)
def test_carries_every_header_and_runs_nothing_of_its_own(browser, method, path, form, status):
    answer = browser.request(method, path, data=form or None)

    assert answer.status_code == status
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-robots-tag"].startswith("noindex")
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "geolocation=()" in answer.headers["permissions-policy"]
    assert "strict-transport-security" not in answer.headers
    if answer.headers["content-type"].startswith("text/html"):
        page = Page(answer.text)
        assert page.faults == []
        assert page.headings == 1
        assert page.landmarks.count("main") == 1
        assert len(set(page.ids)) == len(page.ids)


def _is_well_made(answer, status):
    """As its headers say nothing is kept of it; it can be read aloud, and followed by its headings and fields."""
    assert answer.status_code == status
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["content-security-policy"].startswith("default-src 'none';")
    page = Page(answer.text)
    assert page.faults == []
    assert page.headings == 1
    assert page.landmarks.count("main") == 1
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.fields) <= set(page.labelled)
    assert "" not in page.fields
    assert all(after - before <= 1 for before, after in pairwise(page.levels[page.levels.index(1) :]))
    assert answer.text.partition("<title>")[2].partition("</title>")[0].endswith(" - What Matters")
    assert ("Error: " in answer.text.partition("</title>")[0]) == (status >= 400)
    assert "<script>alert" not in answer.text
    assert "<b onclick" not in answer.text


@pytest.mark.parametrize(("method", "path", "form", "status"), TEAM_PAGES)
def test_so_does_every_page_of_a_team_and_its_fields_and_headings_can_be_followed(
    desk, team, method, path, form, status
):
    team.team_pages.items = tuple(item(f"s{number}", state) for number, state in enumerate(InboxState))

    answer = desk.sends(path, form) if method == "POST" else desk.opens(path)

    _is_well_made(answer, status)


@pytest.mark.parametrize(("method", "path", "form", "status"), SUPPORT_PAGES)
def test_so_does_every_page_for_finding_support(visitor, support, method, path, form, status):
    editor = SignedIn(visitor, support, "e")

    if path.startswith(ENTRY) and method == "POST":
        answer = editor.sends(path, **form)
    else:
        answer = visitor.request(method, path, data=form or None)

    _is_well_made(answer, status)


def test_a_failure_carries_the_headers_too(browser, services, caplog):
    services.shared_pages.open = lambda _token, _pin: 1 / 0

    answer = browser.post("/shared/open-link", data={"pin": "123456"})

    assert answer.status_code == 500
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"].startswith("default-src 'none';")
    assert "Something went wrong" in answer.text
    assert "123456" not in caplog.text


def test_https_alone_promises_to_stay_on_https(browser_over_https):
    assert browser_over_https.get("/").headers["strict-transport-security"].startswith("max-age=")


def test_the_api_gets_errors_as_json(browser):
    assert browser.get("/api/no-such-thing").json() == {"detail": "Not Found"}


def test_a_form_over_the_limit_is_refused_with_a_kind_page(browser):
    answer = browser.post("/chat/messages", data={"text": "x" * 1_100_000})

    assert answer.status_code == 413
    assert "smaller parts" in answer.text


def test_static_files_are_kept_for_ever_under_their_own_hash_only(browser):
    page = browser.get("/").text
    address = page.partition('<script src="')[2].partition('"')[0]

    kept = browser.get(address)
    old = browser.get("/static/0123456789abcdef/chat.js")

    assert kept.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert kept.headers["content-encoding"] == "gzip"
    assert kept.headers["content-type"] == "text/javascript; charset=utf-8"
    assert old.content == kept.content
    assert old.headers["cache-control"] == "no-cache"
    assert browser.get("/static/0123456789abcdef/vendor/manifest.json").status_code == 404
    assert browser.get("/static/0123456789abcdef/../site.py").status_code == 404


def test_the_privacy_page_tells_the_days_and_who_runs_it(browser):
    page = browser.get("/privacy").text

    assert "after 45 days" in page
    assert "Example Hospice" in page


@pytest.mark.parametrize("path", ["/chat/messages", "/chat/arrive", "/leave", "/shared/open-link", "/no-such-page"])
def test_a_body_over_the_limit_is_refused_on_every_page(browser, services, path):
    answer = browser.post(path, content=b"x" * 1_048_577)

    assert answer.status_code == 413
    assert "smaller parts" in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none';")
    assert services.inbound.sessions == []


def test_a_body_that_only_turns_out_too_long_is_refused(browser, services):
    async def pieces():
        for _ in range(11):
            yield b"x" * 100_000

    answer = browser.post("/chat/messages", content=pieces())

    assert answer.status_code == 413
    assert "smaller parts" in answer.text
    assert services.inbound.heard == []


def test_too_many_new_conversations_are_refused_kindly_and_old_ones_go_on(browser, services):
    browser.post("/chat/arrive")
    for _ in range(59):
        browser.cookies.clear()
        browser.post("/chat/arrive")

    assert browser.post("/chat/arrive").status_code == 200
    assert browser.post("/chat/messages", data={"text": "Hello", "message_id": "m1"}).status_code == 200
    browser.cookies.clear()
    answer = browser.post("/chat/arrive")

    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "1"
    assert "Please wait a minute" in answer.text
    assert browser.post("/chat/messages", data={"text": "I am in danger"}).status_code == 200


def test_the_privacy_page_tells_what_stays_after_deleting(browser):
    assert "A log without your words stays." in browser.get("/privacy").text


def test_the_leave_page_tells_what_stays_and_what_can_no_longer_be_done(browser):
    page = browser.get("/leave").text

    assert "A summary you kept stays. Links you shared go on working until their date." in page
    assert "cannot stop a link or delete anything" in page
    assert "<q>stop sharing</q>" in page
    assert "<q>delete my data</q>" in page
    assert "Go back to the chat" in page
