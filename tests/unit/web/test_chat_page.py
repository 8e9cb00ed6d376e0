"""The chat page: looking makes nobody, words are kept until the server has them, and no script is needed."""

import re

import pytest

FRAGMENT = {"X-Fragment": "turn"}


def test_looking_at_the_page_creates_nobody(browser, services):
    page = browser.get("/")

    assert services.inbound.sessions == []
    assert "set-cookie" not in page.headers
    assert ">Start</button>" in page.text


def test_the_start_button_greets_without_a_script(browser, services):
    page = browser.post("/chat/arrive").text

    assert services.inbound.sessions == ["web-1"]
    assert "Who is this for?" in page
    assert 'value="c1"' in page
    assert ">Carry on</button>" in browser.get("/").text


def test_a_plain_form_gets_the_reply_and_what_was_said(browser):
    browser.post("/chat/arrive")

    page = browser.post("/chat/messages", data={"text": "My garden\r\nand Bess", "message_id": "m1"}).text

    assert "My garden\nand Bess</p>" in page
    assert "Heard: My garden\nand Bess" in page


def test_a_pressed_choice_is_shown_by_its_title(browser, services):
    browser.post("/chat/arrive")

    page = browser.post("/chat/messages", data={"choice": "c1", "said": "Me", "message_id": "m1"}).text

    assert services.inbound.heard == [("web-1", None, "c1")]
    assert '<p class="bubble bubble--own" dir="auto">Me</p>' in page


def test_the_script_gets_one_turn_without_the_words_it_has_shown(browser):
    browser.post("/chat/arrive", headers=FRAGMENT)

    turn = browser.post("/chat/messages", data={"text": "Hello", "message_id": "m1"}, headers=FRAGMENT).text

    assert turn.strip().startswith('<div class="turn" data-received="true">')
    assert "<html" not in turn
    assert "bubble--own" not in turn


def test_a_form_sent_twice_counts_once(browser, services):
    browser.post("/chat/arrive")

    first, second = (browser.post("/chat/messages", data={"text": "Hello", "message_id": "m1"}) for _ in range(2))

    assert len(services.inbound.heard) == 1
    assert "Heard: Hello" in first.text
    assert "Heard: Hello" in second.text


def test_other_words_from_a_form_brought_back_by_the_back_button_count(browser, services):
    browser.post("/chat/arrive")

    for words in ("Hello", "Hello again"):
        browser.post("/chat/messages", data={"text": words, "message_id": "m1"})

    assert [text for _, text, _ in services.inbound.heard] == ["Hello", "Hello again"]


def test_a_first_message_without_a_greeting_is_heard(browser, services):
    page = browser.post("/chat/messages", data={"text": "Hello", "message_id": "m1"}).text

    assert services.inbound.heard == [("web-1", "Hello", None)]
    assert "Heard: Hello" in page


def test_a_session_that_ended_starts_anew_with_the_words_back_in_the_box(browser, services):
    browser.cookies.set("what_matters", "gone")

    page = browser.post("/chat/messages", data={"text": "My words", "message_id": "m1"}).text

    assert services.inbound.heard == []
    assert re.search(r"<textarea[^>]*>\nMy words</textarea>", page)
    assert "This is a new conversation." in page
    assert "Who is this for?" in page


def test_the_script_is_told_that_a_session_ended_and_gets_a_new_one_by_arriving(browser, services):
    browser.cookies.set("what_matters", "gone")

    refused = browser.post("/chat/messages", data={"text": "My words", "message_id": "m1"}, headers=FRAGMENT)
    greeted = browser.post("/chat/arrive", headers=FRAGMENT)

    assert refused.status_code == 401
    assert greeted.status_code == 200
    assert services.inbound.sessions == ["web-1"]


def test_words_in_danger_are_answered_without_any_session(browser, services):
    services.inbound.down = True

    page = browser.post("/chat/messages", data={"text": "I am in danger", "message_id": "m1"})

    assert page.status_code == 200
    assert '<a href="tel:999">Call 999</a>' in page.text


@pytest.mark.parametrize("headers", [{}, FRAGMENT])
def test_a_failure_is_said_and_loses_no_words(browser, services, caplog, headers):
    services.inbound.down = True

    answer = browser.post("/chat/messages", data={"text": "My words", "message_id": "m1"}, headers=headers)

    assert answer.status_code == 503
    if not headers:
        assert re.search(r"<textarea[^>]*>\nMy words</textarea>", answer.text)
        assert "<title>Error: Chat" in answer.text
    assert "RuntimeError" in caplog.text
    assert "My words" not in caplog.text


def test_words_that_were_not_received_go_back_into_the_box(browser, services):
    browser.post("/chat/arrive")
    services.inbound.keeps = False

    page = browser.post("/chat/messages", data={"text": "My words", "message_id": "m1"}).text
    turn = browser.post("/chat/messages", data={"text": "My words", "message_id": "m2"}, headers=FRAGMENT).text

    assert re.search(r"<textarea[^>]*>\nMy words</textarea>", page)
    assert page.count("My words") == 1
    assert 'data-received="false"' in turn


def test_nothing_written_is_not_sent(browser, services):
    browser.post("/chat/arrive")

    page = browser.post("/chat/messages", data={"text": "  ", "message_id": "m1"}).text

    assert services.inbound.heard == []
    assert "Write something first." in page


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "{{7*7}}", "{x}", "</textarea><b>", "\" onclick='x'"])
def test_words_are_shown_and_never_run(browser, services, words):
    browser.post("/chat/arrive")

    said = browser.post("/chat/messages", data={"text": words, "message_id": "m1"}).text
    services.inbound.keeps = False
    given_back = browser.post("/chat/messages", data={"text": words, "message_id": "m2"}).text

    escaped = words.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;")
    assert said.count(escaped) == 2
    assert given_back.count(escaped) == 1
    assert "<script>" not in said + given_back
    assert "<b>" not in said + given_back


def test_leaving_ends_the_session_and_removes_the_cookie(browser, services):
    browser.post("/chat/arrive")

    answer = browser.post("/chat/leave", follow_redirects=False)

    assert services.inbound.sessions == []
    assert answer.headers["location"] == "/closed"
    assert 'what_matters=""' in answer.headers["set-cookie"]
    assert "What Matters" not in browser.get("/closed").text


def test_leaving_twice_is_fine(browser):
    browser.cookies.set("what_matters", "gone")

    assert browser.post("/chat/leave", follow_redirects=False).status_code == 303


@pytest.mark.parametrize("path", ["/chat/arrive", "/chat/messages"])
def test_the_address_of_an_answer_leads_back_to_the_page(browser, path):
    assert browser.get(path, follow_redirects=False).headers["location"] == "/"


def test_the_cookie_over_http(browser):
    cookie = browser.post("/chat/arrive").headers["set-cookie"]

    assert cookie.startswith("what_matters=web-1;")
    assert {"HttpOnly", "SameSite=strict", "Path=/", "Max-Age=34560000"} <= set(cookie.split("; "))
    assert "Secure" not in cookie


def test_the_cookie_over_https(browser_over_https):
    cookie = browser_over_https.post("/chat/arrive").headers["set-cookie"]

    assert cookie.startswith("__Host-what_matters=web-1;")
    assert {"HttpOnly", "SameSite=strict", "Path=/", "Secure"} <= set(cookie.split("; "))


OTHER_SITES = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"},
    {"Origin": "http://elsewhere.example"},
    {"Origin": "http://testserver.elsewhere.example"},
]


@pytest.mark.parametrize("headers", OTHER_SITES)
@pytest.mark.parametrize("path", ["/chat/messages", "/chat/arrive", "/chat/leave"])
def test_another_site_cannot_speak_for_the_person(browser, services, path, headers):
    browser.post("/chat/arrive")

    answer = browser.post(path, data={"text": "Hello"}, headers=headers)

    assert answer.status_code == 403
    assert services.inbound.heard == []
    assert services.inbound.sessions == ["web-1"]


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "same-origin", "Origin": "null"}, {"Origin": "http://testserver"}, {"Origin": "null"}],
)
def test_our_own_pages_can(browser, services, headers):
    browser.post("/chat/arrive")

    browser.post("/chat/messages", data={"text": "Hello", "message_id": "m1"}, headers=headers)

    assert len(services.inbound.heard) == 1


def test_over_https_an_origin_nobody_knows_is_refused(browser_over_https):
    browser_over_https.post("/chat/arrive")

    assert browser_over_https.post("/chat/arrive", headers={"Origin": "null"}).status_code == 403


# --- a card from a volunteer ------------------------------------------------------------------------------------------


def test_a_card_is_kept_through_arriving(browser, services):
    page = browser.get("/?card=BCD234")
    assert services.inbound.sessions == []
    assert '<input type="hidden" name="card" value="BCD234">' in page.text
    assert ">Open my card</button>" in page.text

    answer = browser.post("/chat/arrive", data={"card": "BCD234", "message_id": "m1"})

    assert services.inbound.heard == [("web-1", "code BCD234", None)]
    assert "Heard: code BCD234" in answer.text


def test_a_card_opened_twice_counts_once_and_opens_for_whoever_is_here_already(browser, services):
    browser.post("/chat/arrive")
    for _ in range(2):
        browser.post("/chat/arrive", data={"card": "BCD234", "message_id": "m1"}, headers=FRAGMENT)
    assert services.inbound.sessions == ["web-1"]
    assert services.inbound.heard == [("web-1", "code BCD234", None)]


def test_a_card_opens_where_the_session_has_ended(browser, services):
    browser.cookies.set("what_matters", "gone")
    browser.post("/chat/arrive", data={"card": "BCD234", "message_id": "m1"})
    assert services.inbound.heard == [("web-1", "code BCD234", None)]


@pytest.mark.parametrize("card", ["", "<script>", "ABC", "BCD234; delete everything", "B" * 5000])
def test_what_is_no_code_is_not_taken_for_one(browser, services, card):
    page = browser.get("/", params={"card": card})
    assert 'name="card"' not in page.text
    browser.post("/chat/arrive", data={"card": card, "message_id": "m1"})
    assert services.inbound.heard == []
