"""Whoever is "my sister" to the person is "your sister" in the assistant's mouth; what is kept stays as typed."""

import pytest

from bot.model.position import Question
from bot.stages.called import as_said, spoken
from tests.unit.fakes import RESPONSES
from tests.unit.stages.talking import at, share_with


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("my nephew Tobias", "your nephew Tobias"),
        ("My Mum", "your Mum"),
        ("our Kev", "your Kev"),
        ("Aunt Nell, my son and our neighbour", "Aunt Nell, your son and your neighbour"),
        ("Our Lady's Hospice", "Our Lady's Hospice"),
        ("Amy", "Amy"),
        ("Tommy and Remy", "Tommy and Remy"),
        ("mythical Jo", "mythical Jo"),
    ],
)
def test_people_as_said(typed, said):
    assert as_said(typed) == said


def test_a_sentence_begins_with_a_capital_and_a_name_stays_as_typed():
    assert spoken({"recipient": "my son", "last": "today"}) == {
        "recipient": "your son",
        "Recipient": "Your son",
        "last": "today",
    }
    assert spoken({"recipient": "iCare"})["Recipient"] == "iCare"


def test_sharing_speaks_of_your_nephew_and_keeps_what_was_typed(talk):
    at(talk, None)
    share_with(talk, "my nephew Tobias")
    assert talk.shares[0].recipient == "my nephew Tobias"
    talk.does("ask_who_viewed")
    said = RESPONSES["utter_share_not_viewed"][-1]["text"].format(**talk.heard[0].values)
    assert said == "Your nephew Tobias: nobody has opened the page yet."


def test_who_can_see_it_is_said_before_all_about_privacy(talk):
    at(talk, None)
    assert talk.types("who can see it now?", guess="ask_privacy")[:2] == [
        "utter_privacy_who_nobody",
        "utter_privacy_ask_privacy",
    ]
    share_with(talk, "my nephew Tobias")
    assert talk.types("who can see it now?", guess="ask_privacy")[0] == "utter_privacy_who"
    assert talk.value("utter_privacy_who", "recipients") == "your nephew Tobias"


def test_of_two_readers_neither_is_said_to_be_the_only_one(talk):
    at(talk, None)
    share_with(talk, "May")
    assert talk.types("can May read it?", guess="ask_privacy")[0] == "utter_privacy_read"
    share_with(talk, "my nephew Tobias")
    assert talk.types("can May read it?", guess="ask_privacy")[0] == "utter_privacy_read_too"
    assert talk.value("utter_privacy_read_too", "others") == "your nephew Tobias"


def test_a_team_in_general_is_asked_which(talk):
    at(talk, None)
    talk.types("share it with a team", guess="share_summary")
    assert talk.question is Question.SHARE_WHO
    talk.types("a team")
    assert talk.question is Question.SHARE_WHO
