"""Only a clear yes keeps it, with the words agreed to and whose view it is; a draft that has gone is never kept."""

import pytest

from bot.model.draft import Draft
from bot.model.position import Door, Question
from bot.records.consent import WORDINGS, Purpose
from bot.stages import mending
from bot.store.tables.people import ConsentRow, SummaryRow
from tests.unit.stages.talking import at

# --- the yes ----------------------------------------------------------------------------------------------------------

CLEAR_YES = [
    "yes",
    "Yes.",
    "yes please",
    "YES!",
    "ok",
    "okay",
    "y",
    "yeah",
    "keep it",
    "yes keep it",
    "I agree",
    "sure",
]

NEARLY = [
    "I suppose",
    "maybe",
    "yes but who sees it",
    "ok whatever 🤷",
    "👍",
    "🙂",
    "no yes",
    "yes no",
    "yes?",
    "if you must",
    "my daughter says yes",
    "yes but not the last bit",
    "ok but change line 2",
    "not yes",
    "don't keep it yet",
    "whatever you think",
    "he would say yes",
    "is it right",
    "that's right",
    "it is right",
    "looks good",
    "correct",
    "that's it",
    "yes delete it",
    "yes share it",
    "yes delete everything",
    "what happens if I say yes",
    "I would rather you did not",
    "",
    " ",
    "....",
    "1",
    "y e s",
    "yess but hang on",
    "可以",
]


@pytest.mark.parametrize("words", CLEAR_YES)
def test_a_clear_yes_keeps_it(talk, words):
    at(talk, Question.RECORD_CONSENT)
    said = talk.types(words)
    assert said[0] == "utter_record_kept"
    assert talk.kept.version == 1


@pytest.mark.parametrize("words", NEARLY)
@pytest.mark.parametrize("guess", ["inform", "affirm"])
def test_nothing_else_does(talk, words, guess):
    at(talk, Question.RECORD_CONSENT)
    before = talk.lines
    talk.types(words, guess)
    assert talk.kept is None
    assert talk.lines == before
    with talk.begin() as records:
        assert records._session.query(ConsentRow).count() == records._session.query(SummaryRow).count() == 0


@pytest.mark.parametrize(
    "intent", ["inform", "skip", "express_uncertainty", "choose", "deny", "pause", "resume", "greet"]
)
@pytest.mark.parametrize("choice", ["", "share", "delete", "right", "me", "copy", "opening"])
def test_no_other_button_is_a_yes_to_keeping(talk, intent, choice):
    at(talk, Question.RECORD_CONSENT)
    talk.does(intent, choice=choice)
    assert talk.kept is None


def test_a_yes_says_which_words_it_agreed_to(talk):
    at(talk, Question.RECORD_CONSENT)
    talk.presses("keep")
    with talk.begin() as records:
        (row,) = records._session.query(ConsentRow).all()
        assert (row.decision, row.purpose, row.wording) == ("given", Purpose.KEEP, WORDINGS[Purpose.KEEP])
    assert talk.draft == Draft(next_line=talk.draft.next_line)
    assert "utter_session_what_next" in [say.response for say in talk.heard]


def test_a_second_version_is_asked_for_in_other_words(talk):
    at(talk, None)
    talk.does("edit_summary")
    talk.types("change 1")
    talk.types("my garden at night")
    assert talk.presses("right") == ["utter_record_ask_consent_again"]
    assert talk.kept.lines[0].words == "my garden"
    talk.presses("keep")
    assert (talk.kept.version, talk.kept.lines[0].words) == (2, "my garden at night")


def test_a_familys_own_view_is_kept_as_theirs(talk):
    talk.does("arrive")
    talk.presses("close")
    talk.types("her garden")
    talk.does("record_summary")
    talk.presses("right")
    talk.presses("keep")
    assert talk.kept.door is Door.CLOSE


@pytest.mark.parametrize("after", ["grieving", "helping", "me"])
def test_changing_what_was_kept_about_another_keeps_it_about_them(talk, after):
    talk.does("arrive")
    talk.presses("close")
    talk.types("her garden")
    talk.does("record_summary")
    talk.presses("right")
    talk.presses("keep")
    talk.does("start_over")
    talk.presses(after)
    talk.does("edit_summary")
    talk.types("change garden to roses")
    talk.presses("right")
    talk.presses("keep")
    assert (talk.kept.version, talk.kept.door) == (2, Door.CLOSE)
    assert talk.draft.door is None


def test_the_first_summary_under_another_door_is_asked_for_as_a_first_one(talk):
    at(talk, None)
    talk.does("start_over")
    talk.presses("close")
    talk.types("her garden")
    talk.does("record_summary")
    assert talk.presses("right") == ["utter_record_ask_consent"]


# --- a draft that is no longer there ----------------------------------------------------------------------------------


def acts(talk, what):
    if what is None:
        return talk.does("resume")
    return talk.presses(what[1:-1]) if what[0] == "<" else talk.types(what)


RECORDING = [question for stage in mending.ON_A_DRAFT for question in stage.ASKS]


@pytest.mark.parametrize("question", RECORDING)
@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize("does", ["yes", "<keep>", "<right>", "my garden", "1", "no", None])
def test_an_expired_draft_is_never_kept(talk, question, kept, does):
    """A summary of nothing would take the place of what readers see."""
    at(talk, question)
    if kept:
        talk.does("record_summary")
        talk.presses("right")
        talk.presses("keep")
        talk.does("edit_summary")
        at_again = {"question": question, "line": "l1"}
        with talk.begin() as records:
            from dataclasses import replace

            records.people.place(talk.person, replace(records.people.position(talk.person), **at_again))
            records.commit()
    before = talk.kept
    with talk.begin() as records:
        records.drafts.drop(talk.person)
        records.commit()
    said = acts(talk, does)
    assert said[-1] == "utter_session_what_next"
    assert "utter_record_nothing_yet" in said
    assert talk.kept == before
    assert talk.question is None


# --- what was kept before ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("begins", ["my own bed, with the window open", "work out what matters"])
def test_what_is_written_after_keeping_is_added_to_what_was_kept(talk, begins):
    at(talk, Question.RECORD_CONSENT)
    talk.types("yes")
    at(talk, None)
    before, version = {line.words for line in talk.kept.lines}, talk.kept.version
    if begins == "work out what matters":
        talk.does("focus_on_what_matters")
        talk.types("my own bed, with the window open")
    else:
        talk.types(begins)
        talk.types("yes")
    talk.does("record_summary")
    talk.presses("right")
    talk.types("yes")
    assert talk.kept.version == version + 1
    assert {*before, "my own bed, with the window open"} == {line.words for line in talk.kept.lines}
