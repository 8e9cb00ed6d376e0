"""While a share is made: only a part, none of it for somebody, something else altogether. Nothing is shared by that."""

import pytest

from bot.model.headings import Heading
from bot.model.position import Door, Question
from bot.understanding.unsharing import is_a_heading
from tests.unit.stages.talking import at, share_with

S = "utter_share_"


@pytest.fixture
def parts(talk):
    """Somebody at the parts, with two of them."""
    at(talk, None)
    talk.does("share_summary", "show it to Jo")
    assert talk.draft.recipient == "Jo"
    assert talk.question is Question.SHARE_SECTIONS
    assert len(headings(talk)) > 1
    return talk


def headings(talk):
    return {line.heading for line in talk.kept.lines}


@pytest.mark.parametrize(
    ("words", "who"),
    [("show it to Jo", "Jo"), ("can you send it to my son Jo?", "my son Jo"), ("show Jo it", "Jo"),
     ("i want Jo to see it", "Jo")],
)  # fmt: skip
def test_whom_it_is_shown_to_is_not_asked_again(talk, words, who):
    at(talk, None)
    talk.does("share_summary", words)
    assert talk.draft.recipient == who


@pytest.mark.parametrize("words", ["show it again", "show me it", "send it to nobody", "share it"])
def test_where_nobody_is_named_it_is_asked(talk, words):
    at(talk, None)
    talk.does("share_summary", words)
    assert talk.question is Question.SHARE_WHO


@pytest.mark.parametrize("words", ["just what matters", "only what matters most to me please", "just the garden bit"])
def test_only_one_part(parts, words):
    parts.types(words)
    assert parts.position.sections == (Heading.MOST_IMPORTANT,)
    assert parts.question is Question.SHARE_SECTIONS


def test_only_one_part_takes_the_place_of_what_was_chosen(parts):
    parts.presses(str(Heading.SUPPORT))
    parts.types("just what matters")
    assert parts.position.sections == (Heading.MOST_IMPORTANT,)


def test_what_is_left_out_adds_nothing_that_was_not_chosen(parts):
    parts.presses(str(Heading.MOST_IMPORTANT))
    parts.types("not the chair bit")
    assert parts.position.sections == (Heading.MOST_IMPORTANT,)


def test_a_yes_to_what_was_not_understood_goes_nowhere(parts):
    parts.presses(str(Heading.SUPPORT))
    parts.types("just the zebra")
    parts.types("yes", "affirm")
    assert parts.question is Question.SHARE_SECTIONS
    parts.types("that is all")
    assert parts.question is Question.SHARE_EXPIRY


@pytest.mark.parametrize("question", [Question.SHARE_SECTIONS, Question.SHARE_EXPIRY, Question.SHARE_CONSENT])
def test_stopping_leaves_it(talk, question):
    at(talk, question)
    assert S + "not_now" in talk.types("stop this", "stop")
    assert talk.question is None
    assert not talk.shares


@pytest.mark.parametrize("question", [Question.SHARE_SECTIONS, Question.SHARE_EXPIRY, Question.SHARE_CONSENT])
def test_the_summary_is_opened(talk, question):
    at(talk, question)
    talk.types("change my summary", "edit_summary")
    assert talk.question is Question.RECORD_CHECK
    assert talk.lines


@pytest.mark.parametrize("words", ["what is most important to me", "just what matters"])
def test_a_part_named_later_leads_back_to_the_parts(talk, words):
    at(talk, Question.SHARE_EXPIRY)
    talk.types(words, "focus_on_what_matters")
    assert talk.question is Question.SHARE_SECTIONS
    assert talk.position.sections == (Heading.MOST_IMPORTANT,)
    talk.presses("done")
    talk.types("one month")
    assert talk.question is Question.SHARE_CONSENT


@pytest.mark.parametrize("words", ["stop Jo seeing it", "dont let Jo read it", "stop Jo from reading my summary"])
def test_who_is_not_to_see_it_is_not_shared_with(parts, words):
    assert S + "not_now" in parts.types(words)
    assert parts.question is None


def test_only_the_one_who_is_named_is_stopped(talk):
    at(talk, None)
    share_with(talk, "Jo")
    share_with(talk, "Sam")
    assert S + "stopped_unseen" in talk.types("stop Jo seeing it")
    assert [share.recipient for share in talk.shares if not share.stopped] == ["Sam"]


def test_every_title_of_a_part_is_known():
    assert all(is_a_heading(door.over(heading)) for heading in Heading for door in Door)
    assert not is_a_heading("what is most important to my son")
