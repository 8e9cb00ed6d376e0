"""Somebody asks for a copy: which kind, given as a link that ends; all that is held with or without a summary."""

import pytest

from bot.model.own_copy import CopyForm
from bot.model.position import Question
from bot.records.copies import CopyExpiredError
from bot.records.own_copies import OwnCopies
from bot.stages.copy_files import CopyFiles
from bot.stages.share_pages import SharedPages
from tests.unit.stages.talking import at

R = "utter_record_"
ALL = "choose:copy_everything"


def files(talk, clock):
    return CopyFiles(SharedPages(talk.begin), OwnCopies(talk.begin), "Example Hospice", clock.now)


def made(talk, clock):
    """The file behind the link that was given last."""
    ((_, url),) = talk.links()
    token, _, form = url.removeprefix("https://example.org/copy/").partition("/")
    return files(talk, clock).make(token, CopyForm(form or "pdf"))


KINDS = {
    "one_page": "what-matters.pdf",
    "large_print": "what-matters-large-print.pdf",
    "crew_card": "what-matters-card.pdf",
    "plain_text": "what-matters.txt",
    "for_records": "what-matters-fhir.json",
    "all_held": "what-matters-everything.zip",
}


@pytest.mark.parametrize(("value", "name"), KINDS.items())
def test_each_button_leads_to_its_file_and_back(talk, clock, value, name):
    at(talk, None)
    assert talk.does("get_copy") == [R + "copy_ask_which"]
    assert len(talk.buttons()) == 4
    if f"choose:{value}" not in talk.buttons():
        talk.presses("more_kinds")
    assert f"choose:{value}" in talk.buttons()
    talk.presses(value)
    assert talk.question is None
    assert made(talk, clock).name == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("large print please", "what-matters-large-print.pdf"),
        ("the card for the ambulance", "what-matters-card.pdf"),
        ("everything you have on me", "what-matters-everything.zip"),
        ("zip", "what-matters-everything.zip"),
    ],
)
def test_words_that_name_the_kind_need_no_question(talk, clock, words, name):
    at(talk, None)
    talk.types(words)
    assert talk.question is None
    assert made(talk, clock).name == name


def test_the_link_ends_after_half_an_hour(talk, clock):
    at(talk, None)
    talk.types("large print please")
    clock.move(minutes=31)
    with pytest.raises(CopyExpiredError):
        made(talk, clock)


def test_all_that_is_held_needs_no_summary(talk, clock):
    talk.does("arrive")
    assert talk.does("get_copy")[0] == R + "nothing_yet"
    assert ALL in talk.buttons()
    talk.presses("copy_everything")
    assert made(talk, clock).name == "what-matters-everything.zip"
    assert talk.question is Question.WELCOME_DOOR


def test_a_draft_is_shown_here_and_other_kinds_wait_for_a_yes(talk, clock):
    at(talk, Question.RECORD_CHECK)
    assert talk.does("get_copy")[:2] == [R + "copy_here", R + "section"]
    assert ALL in talk.buttons()
    assert talk.types("can I have it in large print")[:2] == [R + "copy_needs_kept", R + "copy_here"]
    assert not talk.links()
    assert talk.question is Question.RECORD_CHECK


@pytest.mark.parametrize("question", [Question.FOCUS_WHY, Question.RECORD_CONSENT, Question.SHARE_SECTIONS])
def test_what_was_open_is_open_again_afterwards(talk, question):
    at(talk, None)
    at(talk, question)
    before = talk.draft
    assert talk.does("get_copy")[-1] == R + "copy_ask_which"
    talk.presses("crew_card")
    assert (talk.question, talk.draft) == (question, before)


@pytest.mark.parametrize("intent", ["pause", "stop", "ask_privacy", "express_fear"])
def test_leaving_or_asking_something_else_makes_no_copy(talk, intent):
    at(talk, None)
    talk.does("get_copy")
    talk.does(intent)
    assert not talk.links()
    talk.types("skip")
    assert talk.question is None


def test_what_was_said_of_talks_alone_hides_no_zip(talk, clock):
    talk.does("arrive")
    talk.presses("me")
    for words in ("we talked", "it went well", "he wants the window open", "skip", "skip", "skip"):
        talk.types(words)
    talk.types("send me everything you hold about me")
    assert made(talk, clock).name == "what-matters-everything.zip"
