"""Whether somebody has read it is told from the looks, also after the sharing was stopped."""

import pytest

from bot.stages.share_pages import SharedPages
from tests.unit.stages.talking import at, share_with

ASKED = ("has he already read it", "has he read it yet", "did my son read it")


@pytest.mark.parametrize("words", ASKED)
def test_nobody_has_opened_it_yet(talk, words):
    at(talk, None)
    share_with(talk, "my son")
    assert "utter_share_not_viewed" in talk.types(words, "ask_privacy")


@pytest.mark.parametrize("words", ASKED)
def test_it_was_opened_and_then_stopped(talk, words):
    at(talk, None)
    SharedPages(talk.begin).open(*share_with(talk, "my son"))
    talk.does("withdraw_consent")
    assert {"utter_share_viewed_once", "utter_share_closed"} <= set(talk.types(words, "ask_privacy"))


def test_whether_he_may_is_another_question(talk):
    at(talk, None)
    share_with(talk, "my son")
    assert "utter_privacy_read_if" in talk.types("can he still read it", "ask_who_viewed")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("will the ambulance men see it", "utter_privacy_more_crew"),
        ("does my son see the new one", "utter_privacy_more_newest"),
        ("whats the pin for", "utter_privacy_more_pin"),
    ],
)
def test_what_else_is_asked_of_sharing(talk, words, told):
    at(talk, None)
    share_with(talk, "my son")
    assert told in talk.types(words)


def test_a_reader_may_be_a_crew(talk):
    at(talk, None)
    share_with(talk, "the ambulance crew")
    assert "utter_privacy_read" in talk.types("will the ambulance crew see it")
