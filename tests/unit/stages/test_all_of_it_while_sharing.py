"""“All of it” while sharing means every part. It is never taken for deleting, which has to be asked for."""

import pytest

from bot.model.position import Question
from bot.understanding.context import act_on
from bot.understanding.naming import reader_in
from tests.unit.stages.talking import at


@pytest.mark.parametrize(
    "words", ["all of it", "everything", "the lot", "share all of it", "the whole thing", "it all"]
)
def test_all_of_it_is_no_name_and_deletes_nothing(talk, words):
    at(talk, Question.SHARE_WHO)
    assert talk.types(words, guess="delete_my_data")[0] == "utter_share_all_parts"
    assert talk.question is Question.SHARE_WHO
    assert not talk.draft.recipient
    talk.types("Lorraine")
    assert talk.question is Question.SHARE_EXPIRY
    assert talk.position.sections
    assert not talk.shares


@pytest.mark.parametrize(
    ("words", "reader"),
    [
        ("share it wi my daughter Lorraine", "my daughter Lorraine"),
        ("share it wiv our Kev", "our Kev"),
        ("share it wit me mam", "me mam"),
        ("share this to my sister", "my sister"),
        ("pls share it 2 lorraine", "lorraine"),
        ("i want to share it w/ Jan", "Jan"),
        ("can u share my summary wi' Ishbel", "Ishbel"),
        ("share it 2 days", ""),
        ("share it", ""),
        ("i want to share my meals wi Jan", ""),
        ("i share everything wi my wife", ""),
    ],
)
def test_a_reader_is_heard_in_other_ways_of_saying_with(words, reader):
    assert reader_in(words) == reader


def test_the_name_alone_said_in_the_same_way(talk):
    at(talk, Question.SHARE_WHO)
    talk.types("wi my daughter Lorraine")
    assert talk.draft.recipient == "my daughter Lorraine"


def test_all_of_it_with_a_reader_chooses_every_part(talk):
    at(talk, None)
    talk.types("share it all wi my daughter Lorraine", guess="share_summary")
    assert talk.question is Question.SHARE_EXPIRY
    assert talk.draft.recipient == "my daughter Lorraine"


@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
@pytest.mark.parametrize("words", ["all of it", "everything", "the lot", "no, all of it"])
def test_how_much_alone_is_never_guessed_to_delete(words, state):
    assert act_on([("delete_my_data", 0.99)], words, state)[0] != "delete_my_data"


@pytest.mark.parametrize("words", ["delete all of it", "wipe the lot please", "delete everything", "erase it all"])
def test_deleting_is_still_heard_where_it_is_said(words):
    assert act_on([("delete_my_data", 0.99)], words, "answering")[0] == "delete_my_data"
