"""Somebody has it read back, puts it right, and says yes or no to keeping it."""

import pytest

from bot.model.draft import Draft
from bot.model.headings import Heading
from bot.model.position import Door, Question
from bot.records.consent import WORDINGS, Purpose
from bot.store.tables.people import ConsentRow, SummaryRow
from tests.unit.fakes import every_byte, holds
from tests.unit.stages.talking import at

CANARY = "the heron on the slipway at Mousehole"


def test_it_is_read_back_under_the_headings_of_about_me(talk):
    at(talk, Question.RECORD_CHECK)
    talk.does("resume")
    sections = [say.values for say in talk.heard if say.response == "utter_record_section"]
    assert [section["heading"] for section in sections] == [Heading.MOST_IMPORTANT.label, Heading.SUPPORT.label]
    assert sections[0]["lines"].splitlines()[:2] == ["1. “my garden”", "2. Why: “it is where we married”"]


def test_the_numbers_read_back_are_the_numbers_understood(talk):
    at(talk, Question.RECORD_CHECK)
    for place, words in enumerate(list(talk.lines), start=1):
        talk.types(f"change {place}")
        assert talk.value("utter_record_ask_change_words", "words") == words
        talk.types("skip")


@pytest.mark.parametrize("typed", ["change 1", "change", "<button>"])
def test_changing_a_line(talk, typed):
    at(talk, Question.RECORD_CHECK)
    before = talk.lines
    if typed == "change 1":
        talk.types(typed)
    else:
        talk.presses("change")
        talk.presses(talk.draft.in_order[0].id)
    talk.types("no more than the sea")
    assert talk.lines == ["no more than the sea", *before[1:]]


def test_taking_out_every_line_ends_with_nothing(talk):
    at(talk, Question.RECORD_CHECK)
    while talk.draft.lines:
        said = talk.types("take out 1")
    assert said[-2:] == ["utter_record_nothing_left", "utter_session_what_next"]
    assert talk.question is None
    assert talk.types("yes")
    assert talk.kept is None


def test_one_line_needs_no_choosing(talk):
    talk.does("arrive")
    talk.presses("me")
    talk.types("my garden")
    talk.does("record_summary")
    assert talk.presses("change") == ["utter_record_ask_change_words"]
    talk.types("my dog")
    assert talk.lines == ["my dog"]


def test_putting_a_line_first_takes_its_why_along(talk):
    at(talk, Question.RECORD_CHECK)
    assert "my dog Alfie" in talk.lines
    talk.types(f"put {talk.lines.index('my dog Alfie') + 1} first")
    assert talk.lines[:2] == ["my dog Alfie", "company"]


@pytest.mark.parametrize("heading", Heading)
def test_adding_under_each_heading(talk, heading):
    at(talk, Question.RECORD_CHECK)
    talk.presses("add")
    talk.presses(heading)
    talk.types("knock first")
    (line,) = [line for line in talk.draft.lines if line.words == "knock first"]
    assert line.heading is heading


def test_a_line_may_hold_the_words_of_a_command(talk):
    at(talk, Question.RECORD_CHANGE_WORDS)
    talk.types("please do not take out 2 teeth")
    assert "please do not take out 2 teeth" in talk.lines


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
        assert (row.purpose, row.wording, row.withdrawn_at) == (Purpose.KEEP, WORDINGS[Purpose.KEEP], None)
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


# --- the no -----------------------------------------------------------------------------------------------------------


def wrapped_key(database):
    from sqlalchemy import text

    with database.connect() as connection:
        return connection.execute(text("select wrapped_key from people")).scalar_one()


def test_before_a_yes_no_file_holds_a_readable_word(talk, store_folder):
    talk.types(f"{CANARY}, and so much more that I want to say")
    talk.presses("me")
    assert not holds(store_folder, CANARY)
    talk.presses("opening")
    for _ in range(3):
        talk.types(CANARY)
        assert not holds(store_folder, CANARY)
    talk.does("record_summary")
    talk.presses("right")
    assert not holds(store_folder, CANARY)


@pytest.mark.parametrize(
    "no",
    [
        ["no", "no"],
        ["<do_not_keep>", "<no_copy>"],
        ["no", "<copy>"],
        ["nope", "nah"],
        ["don't keep it", "no thanks"],
    ],
)
def test_a_no_leaves_neither_words_nor_key(talk, database, store_folder, no):
    at(talk, Question.RECORD_CONSENT)
    key = wrapped_key(database)
    for what in no:
        talk.presses(what[1:-1]) if what[0] == "<" else talk.types(what)
    assert "utter_record_not_kept" in [say.response for say in talk.heard]
    assert talk.draft == Draft()
    assert wrapped_key(database) != key
    assert key not in every_byte(store_folder)
    assert not holds(store_folder, "my garden")
    with talk.begin() as records:
        assert records.consents.stands(talk.person, Purpose.KEEP) is False


def test_a_no_with_a_copy_shows_it_once(talk):
    at(talk, Question.RECORD_COPY)
    before = talk.lines
    talk.presses("copy")
    shown = "\n".join(say.values.get("lines", "") for say in talk.heard)
    assert all(words in shown for words in before)


def test_a_no_to_a_change_leaves_the_kept_version(talk):
    at(talk, None)
    kept = talk.kept
    talk.does("edit_summary")
    talk.types("take out 1")
    talk.presses("right")
    talk.types("no")
    assert "utter_record_not_kept_earlier_stays" in talk.types("no")
    assert talk.kept == kept


def test_life_goes_on_after_a_no(talk):
    at(talk, Question.RECORD_COPY)
    talk.presses("no_copy")
    talk.does("focus_on_what_matters")
    talk.types("my dog")
    assert talk.lines == ["my dog"]


# --- a draft that is no longer there ----------------------------------------------------------------------------------


def acts(talk, what):
    if what is None:
        return talk.does("resume")
    return talk.presses(what[1:-1]) if what[0] == "<" else talk.types(what)


RECORDING = [q for q in Question if q.startswith("record") and q is not Question.RECORD_DELETE]


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


# --- looking, copying, beginning again, deleting ----------------------------------------------------------------------


def test_looking_shows_the_draft_or_the_kept_version(talk):
    talk.does("arrive")
    assert talk.does("review_summary")[0] == "utter_record_nothing_yet"
    at(talk, Question.RECORD_CHECK)
    assert talk.does("review_summary")[0] == "utter_record_draft_so_far"
    talk.presses("right")
    talk.presses("keep")
    assert talk.does("review_summary")[0] == "utter_record_kept_version"
    assert talk.value("utter_record_kept_version", "date") == "21 November 2026"


def test_a_copy_is_a_link_or_the_draft_here(talk, clock):
    from bot.records.copies import CopyExpiredError
    from bot.stages.share_pages import SharedPages

    talk.does("arrive")
    assert talk.does("get_copy")[0] == "utter_record_nothing_yet"
    at(talk, Question.RECORD_CHECK)
    assert talk.does("get_copy")[:2] == ["utter_record_copy_here", "utter_record_section"]
    talk.presses("right")
    talk.presses("keep")
    assert talk.does("get_copy")[0] == "utter_record_copy_link"
    ((_, url),) = talk.heard[0].links
    assert url.startswith("https://example.org/copy/")
    pages = SharedPages(talk.begin)
    assert pages.own_copy(url.rsplit("/", 1)[1]).version == 1
    clock.move(minutes=31)
    with pytest.raises(CopyExpiredError):
        pages.own_copy(url.rsplit("/", 1)[1])


def test_beginning_again_asks_first_when_there_is_a_draft(talk):
    at(talk, Question.FOCUS_MORE)
    before = talk.lines
    assert talk.does("start_over")[-1] == "utter_session_ask_start_over"
    assert talk.does("start_over")[-1] == "utter_session_ask_start_over"
    talk.types("no")
    assert (talk.question, talk.lines) == (Question.FOCUS_MORE, before)
    talk.does("start_over")
    talk.presses("start_over")
    assert (talk.question, talk.lines, talk.position.door) == (Question.WELCOME_DOOR, [], None)


def test_beginning_again_keeps_what_is_kept(talk):
    at(talk, None)
    kept = talk.kept
    talk.does("start_over")
    assert talk.question is Question.WELCOME_DOOR
    assert talk.kept == kept


@pytest.mark.parametrize("yes", ["yes", "<delete>", "yes delete everything", "yes please"])
def test_deleting_everything(talk, database, store_folder, yes):
    at(talk, None)
    key, before = wrapped_key(database), talk.person
    talk.does("delete_my_data")
    said = talk.presses(yes[1:-1]) if yes[0] == "<" else talk.types(yes)
    assert said == ["utter_record_deleted"]
    assert talk.person != before
    assert key not in every_byte(store_folder)
    assert talk.kept is None
    assert talk.types("hello")[:1] == ["utter_welcome_hello"]


@pytest.mark.parametrize(
    "first",
    ["delete_my_data", "start_over"],
)
@pytest.mark.parametrize("second", ["delete_my_data", "start_over", "withdraw_consent"])
def test_one_aside_after_another_comes_back_to_the_question(talk, first, second):
    at(talk, Question.FOCUS_SUPPORT)
    talk.does(first)
    talk.does(second)
    talk.types("no")
    assert talk.question is Question.FOCUS_SUPPORT


def test_leaving_an_aside_by_another_way_does_not_lead_back_into_it(talk):
    at(talk, None)
    talk.does("delete_my_data")
    talk.does("edit_summary")
    assert talk.question is Question.RECORD_CHECK
    while talk.does("go_back")[0] != "utter_session_first_question":
        assert talk.question is not Question.RECORD_DELETE
    assert talk.question is not Question.RECORD_DELETE


@pytest.mark.parametrize("aside", ["delete_my_data", "start_over"])
def test_a_long_answer_where_deleting_is_asked_goes_to_the_question_before(talk, aside):
    at(talk, Question.FOCUS_WHY)
    talk.does(aside)
    talk.types("he loves the radio on low all night")
    assert "he loves the radio on low all night" in talk.lines
    assert talk.question is not Question.FOCUS_WHY


@pytest.mark.parametrize("words", ["I only meant that line", "no I did not mean all of it", "hm not sure now"])
def test_words_about_deleting_are_no_answer_to_the_question_before(talk, words):
    at(talk, Question.FOCUS_WHY)
    talk.does("delete_my_data")
    talk.types(words)
    assert talk.question is Question.FOCUS_WHY
    assert words not in talk.lines


def test_going_back_out_of_deleting_when_nothing_was_open(talk):
    at(talk, None)
    talk.does("delete_my_data")
    talk.does("go_back")
    assert talk.question is None


# --- nothing is overwritten, lost or passed off as somebody else's ----------------------------------------------------


@pytest.mark.parametrize("words", ["keep it", "that's fine", "ok", "skip", "I don't know", "no"])
def test_a_nod_never_becomes_the_words_of_a_line(talk, words):
    at(talk, Question.RECORD_CHANGE_WORDS)
    before = talk.lines
    talk.types(words)
    assert talk.lines == before


def test_words_typed_where_a_heading_is_asked_for_are_held_until_it_is_chosen(talk):
    at(talk, Question.RECORD_ADD_HEADING)
    before = talk.lines
    assert talk.types("I am allergic to nuts") == [
        "utter_record_say_heading",
        "utter_record_adding",
        "utter_record_ask_add_heading",
    ]
    assert talk.lines == before
    assert talk.types("wellness")[0] == "utter_record_added"
    (line,) = [line for line in talk.draft.lines if line.words == "I am allergic to nuts"]
    assert line.heading is Heading.WELLNESS
    assert talk.draft.to_add == ""


def test_words_typed_at_the_check_can_be_added(talk):
    at(talk, Question.RECORD_CHECK)
    said = talk.types("I also want my dog with me")
    assert said[:2] == ["utter_record_say_which", "utter_record_can_add"]
    talk.presses("add_written")
    assert talk.value("utter_record_adding", "words") == "I also want my dog with me"
    talk.presses("support")
    assert "I also want my dog with me" in talk.lines


def test_words_that_could_be_added_go_with_the_next_answer(talk):
    at(talk, Question.RECORD_CHECK)
    talk.types("I also want my dog with me")
    talk.presses("right")
    assert talk.draft.to_add == ""


@pytest.mark.parametrize("words", ["don't", "no don't", "skip", "I don't know", "please don't delete anything"])
def test_nothing_is_deleted_without_a_plain_no(talk, words):
    at(talk, Question.RECORD_COPY)
    before = talk.lines
    talk.types(words)
    assert talk.lines == before
    assert talk.question is Question.RECORD_COPY


def test_the_draft_can_be_kept_for_now(talk):
    at(talk, Question.RECORD_CONSENT)
    talk.types("no")
    assert "pause" in talk.buttons()
    assert talk.does("pause") == ["utter_session_pause", "utter_session_draft_waits"]
    assert talk.lines


@pytest.mark.parametrize("question", [Question.RECORD_CHECK, Question.RECORD_CONSENT])
@pytest.mark.parametrize("words", ["skip", "I don't know"])
def test_leaving_it_leaves_the_draft_and_offers_what_next(talk, question, words):
    at(talk, question)
    before = talk.lines
    assert talk.types(words)[-1] == "utter_session_what_next"
    assert (talk.lines, talk.kept) == (before, None)
    assert "record_summary" in talk.buttons()


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
