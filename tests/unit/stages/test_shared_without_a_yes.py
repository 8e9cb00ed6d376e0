"""That something was done here without a yes: for the person who answers for it, and sharing can be stopped at once."""

import pytest

from bot.model.position import Question
from bot.understanding.got_wrong import done_without_yes
from tests.unit.stages.talking import at

HERE = [
    "a link was sent out that i didnt say yes to",
    "you sent my notes without asking me",
    "my summary was shared and i never agreed to it",
    "you shared it with jo without my say so",
    "it sent the link when i hadnt said yes",
    "I never agreed to a link",
    "something i said was kept without my permission",
]
ELSEWHERE = [
    "they put a tube in without asking me",
    "my letter was sent to the wrong house",
    "the hospital sent my notes without asking",
    "my wife was moved and i didnt agree",
    "my watch was given away without asking",
    "I never agreed to chemo",
    "was my link sent without asking?",
]


@pytest.mark.parametrize("words", HERE)
@pytest.mark.parametrize("guess", ["report_directory_error", "withdraw_consent", "inform"])
def test_it_goes_to_the_person_who_answers_for_it(talk, words, guess):
    at(talk, Question.FOCUS_SUPPORT)
    said = talk.types(words, guess)
    assert not any(each.startswith("utter_signposting") for each in said)
    assert words not in talk.lines
    assert any(each.startswith("utter_improve") for each in said)


def test_what_is_shared_can_be_stopped_at_once(talk):
    at(talk, Question.SHARE_CONSENT)
    talk.types("yes", "affirm")
    assert talk.types(HERE[0], "report_directory_error")[0] == "utter_improve_can_stop"
    assert "withdraw_consent" in talk.buttons()
    talk.does("withdraw_consent")
    assert all(share.stopped for share in talk.shares)


def test_with_nothing_shared_nothing_can_be_stopped(talk):
    at(talk, Question.FOCUS_SUPPORT)
    assert "utter_improve_can_stop" not in talk.types(HERE[0])


@pytest.mark.parametrize("words", ELSEWHERE)
def test_what_others_did_is_no_complaint_about_this(words):
    assert not done_without_yes(words)
