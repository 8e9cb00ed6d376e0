"""Somebody asks for a change in one sentence: while it is read back, when it is kept, while they put it in order."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at

R = "utter_record_"
SAID = ("my garden", "it is where we married", "my dog Alfie", "company", "a chair by the door", "a walk")


@pytest.fixture
def check(talk):
    at(talk, Question.RECORD_CHECK)
    assert tuple(talk.lines) == SAID
    return talk


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("change dog to cat", "my cat Alfie"),
        ("put cat instead of dog", "my cat Alfie"),
        ("swap Alfie for Ruby please", "my dog Ruby"),
        ("it should say Alfred not Alfie", "my dog Alfred"),
        ("change the bit about Alfie to my two dogs", "my two dogs"),
    ],
)
def test_words_are_put_in_place_of_others(check, words, now):
    assert check.types(words)[0] == R + "changed_quoting"
    assert check.value(R + "changed_quoting", "before") == "my dog Alfie"
    assert check.value(R + "changed_quoting", "after") == now
    assert check.lines == [now if line == "my dog Alfie" else line for line in SAID]
    assert check.question is Question.RECORD_CHECK


@pytest.mark.parametrize(
    "words",
    ["take out the bit about Alfie", "remove the one about the dog", "take out the dog", "not the bit about Alfie",
     "can you take the line about the dog out please", "remove the third one"],
)  # fmt: skip
def test_a_line_is_taken_out_and_its_reason_with_it(check, words):
    assert check.types(words)[0] == R + "ask_remove_with_why"
    assert len(check.lines) == 6
    assert check.presses("whole")[:2] == [R + "removed_quoting", R + "removed_why"]
    assert check.value(R + "removed_quoting", "words") == "my dog Alfie"
    assert check.value(R + "removed_why", "words") == "company"
    assert check.lines == ["my garden", "it is where we married", "a chair by the door", "a walk"]


def test_a_reason_is_taken_out_alone(check):
    assert R + "removed_why" not in check.types("take out the bit about company")
    assert "my dog Alfie" in check.lines


def test_a_line_is_changed_by_its_number_while_more_is_written(talk):
    at(talk, Question.FOCUS_MORE)
    assert talk.types("change 1", guess="edit_summary")[-1] == R + "ask_change_words"
    talk.types("my allotment")
    assert talk.lines[0] == "my allotment"


def test_if_several_lines_fit_it_asks_which(check):
    assert check.types("put the instead of a") == [R + "ask_change_which"]
    assert {each for each in check.buttons() if each.startswith("choose:l")} == {"choose:l3", "choose:l6"}
    assert check.types("the walk")[0] == R + "changed_quoting"
    assert "the walk" in check.lines
    assert "a chair by the door" in check.lines
    assert check.draft.asked_edit == ""


def test_a_change_that_waits_for_its_line_can_be_left(check):
    check.types("put the instead of a")
    assert check.types("no")[0] == R + "left_as_it_was"
    assert tuple(check.lines) == SAID
    check.presses("change")
    check.presses("l3")
    assert check.question is Question.RECORD_CHANGE_WORDS


def test_no_line_fits(check):
    assert check.types("take out the bit about the van") == [R + "no_such_line", R + "ask_check_again"]
    assert tuple(check.lines) == SAID


def test_something_is_added(check):
    said = check.types("add that I like the radio on")
    assert said == [R + "adding", R + "ask_add_heading"]
    check.presses("also_know")
    assert "I like the radio on" in check.lines


def test_a_kept_summary_is_opened_for_it(talk):
    at(talk, None)
    assert talk.types("take out the bit about the garden", guess="delete_my_data")[0] == R + "ask_remove_with_why"
    talk.types("yes")
    assert "my garden" not in talk.lines
    assert talk.question is Question.RECORD_CHECK
    assert any(line.words == "my garden" for line in talk.kept.lines), "what is kept stays until a yes"


def test_what_is_kept_is_not_asked_for_before_the_change(talk):
    at(talk, Question.RECORD_CONSENT)
    talk.types("change dog to cat")
    assert "my cat Alfie" in talk.lines
    assert talk.question is Question.RECORD_CHECK


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("the dog first", ["my dog Alfie"]),
        ("Alfie", ["my dog Alfie"]),
        ("put my books at the top", ["my books"]),
        ("the dog then the books", ["my dog Alfie", "my books"]),
        ("books, then Alfie", ["my books", "my dog Alfie"]),
    ],
)
def test_lines_are_put_in_order_by_their_own_words(talk, words, first):
    at(talk, Question.FOCUS_ORDER)
    talk.types(words, guess="edit_summary")
    assert talk.question is Question.RECORD_CHECK
    assert [line.words for line in talk.draft.things][: len(first)] == first


def test_a_line_is_put_last(talk):
    at(talk, Question.FOCUS_ORDER)
    assert talk.types("put the garden last")[0] == R + "moved_last"
    assert [line.words for line in talk.draft.things][-1] == "my garden"


@pytest.mark.parametrize("words", ["the cat first", "I love them all", "not the dog"])
def test_an_order_that_names_no_line_moves_none(talk, words):
    at(talk, Question.FOCUS_ORDER)
    before = talk.draft.lines
    talk.types(words)
    assert talk.draft.lines == before


# --- for one reader ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["not the bit about the chair", "everything but the chair", "all except the bit about the door",
     "leave out the line about the chair", "don't show the chair"],
)  # fmt: skip
def test_one_line_cannot_be_left_out_but_its_part_can(talk, words):
    at(talk, Question.SHARE_SECTIONS)
    said = talk.types(words)
    assert said[:2] == ["utter_share_without_part", "utter_share_chosen"]
    assert talk.value("utter_share_without_part", "section") == "How and when to support me"
    assert talk.value("utter_share_chosen", "sections") == "What is most important to me"


def test_a_part_can_be_left_out_by_its_name(talk):
    at(talk, Question.SHARE_SECTIONS)
    assert talk.types("everything except how and when to support me")[0] == "utter_share_chosen"
    assert [heading.value for heading in talk.position.sections] == ["most_important"]


def test_what_names_no_line_leaves_out_nothing(talk):
    at(talk, Question.SHARE_SECTIONS)
    assert talk.types("not the bit about the van")[0] == "utter_share_no_such_line"
    assert talk.position.sections == ()


def test_at_the_yes_to_sharing_the_parts_are_chosen_anew(talk):
    at(talk, Question.SHARE_CONSENT)
    assert talk.types("take out the bit about the chair")[0] == "utter_share_without_part"
    assert talk.question is Question.SHARE_SECTIONS
    assert len(talk.kept.lines) == len(SAID)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Denise. shes my key worker", "Denise"),
        ("Denise, my key worker", "Denise"),
        ("Dr. Patel", "Dr. Patel"),
        ("with my sister Jean please", "my sister Jean"),
        ("Jo (my nurse)", "Jo"),
        ("Theo and Jude", "Theo and Jude"),
    ],
)
def test_a_reader_is_called_by_their_name(talk, typed, name):
    at(talk, Question.SHARE_WHO)
    talk.types(typed)
    assert talk.draft.recipient == name


# --- a family member's account ----------------------------------------------------------------------------------------


def test_what_somebody_close_writes_stands_under_their_headings(talk):
    talk.does("arrive")
    talk.presses("close")
    for words in ("singing", "it is the only time I get her back", "the wireless on", "no", "skip"):
        talk.types(words)
    assert talk.question is Question.RECORD_CHECK
    headings = [say.values["heading"] for say in talk.heard if say.response == R + "section"]
    assert headings == ["What is most important to them", "How and when to support them"]
    talk.types("yes")
    talk.presses("keep")
    talk.does("share_summary")
    talk.types("Susan")
    titles = [button.title for say in talk.heard for button in say.buttons]
    assert titles == ["Everything", *headings]
