"""What presenters settle so that templates need not."""

from dataclasses import replace

import pytest

from bot.channels.web_chat.presenters import present_turn
from bot.channels.web_chat.session_cookie import SessionCookie
from bot.exports.summary import present_own_copy, present_shared
from bot.model.messages import Choice, Link, Message, Reply
from bot.model.position import Door


def test_all_buttons_stand_under_the_last_bubble():
    turn = present_turn(Reply((Message("One", (Choice("Yes", "a"),)), Message("Two", (Choice("No", "b"),)))))

    assert [(choice.title, choice.choice) for choice in turn.choices] == [("Yes", "a"), ("No", "b")]
    assert len({choice.message_id for choice in turn.choices}) == 2


@pytest.mark.parametrize("url", ["tel:116123", "sms:85258?body=SHOUT", "mailto:help@example.org"])
def test_a_number_to_call_opens_where_it_is(url):
    (bubble,) = present_turn(Reply((Message("", links=(Link("Call", url),)),))).bubbles

    assert bubble.links[0].attributes == {"href": url}
    assert bubble.links[0].note == ""


def test_another_page_opens_in_a_tab_of_its_own_and_says_so():
    (bubble,) = present_turn(Reply((Message("", links=(Link("NHS", "https://www.nhs.uk/"),)),))).bubbles

    assert bubble.links[0].attributes["target"] == "_blank"
    assert bubble.links[0].attributes["rel"] == "noopener noreferrer"
    assert bubble.links[0].note == " (opens in a new tab)"


def test_a_title_with_brackets_has_one_pair_of_them():
    reply = Reply((Message("", links=(Link("Open my copy (works for half an hour)", "https://example.org/"),)),))
    (bubble,) = present_turn(reply).bubbles

    assert bubble.links[0].title + bubble.links[0].note == "Open my copy (works for half an hour, opens in a new tab)"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//elsewhere.example"]
)
def test_an_address_that_could_run_something_is_no_link(url):
    (bubble,) = present_turn(Reply((Message("", links=(Link("Press", url),)),))).bubbles

    assert bubble.links == ()


@pytest.mark.parametrize(
    ("public_url", "name"),
    [
        ("http://127.0.0.1:8000", "what_matters_8000"),
        ("http://127.0.0.1:8001", "what_matters_8001"),
        ("https://example.org", "__Host-what_matters"),
    ],
)
def test_two_copies_on_one_machine_have_two_cookies(public_url, name):
    assert SessionCookie(public_url).name == name


def test_one_persons_view_of_another_is_not_passed_off_as_their_own_words(summary):
    own, view = present_shared(summary), present_shared(replace(summary, door=Door.CLOSE))

    assert own.heading == "What matters to me"
    assert view.heading == "What I see matters to someone close to me"
    assert "They are not that person's own words." in view.notice
    assert "They are not that person's own words." not in own.notice
    assert present_own_copy(replace(summary, door=Door.CLOSE)).heading == view.heading
