"""An About Me that somebody has already, pasted: read back by its parts, nothing changed, nothing kept before a yes."""

import pytest

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Door, Question
from tests.unit.stages.talking import at

R = "utter_record_"
TEXT = (
    "About Me\n\nWhat is most important to me\nMy garden.\nAnd  two  spaces\n\n"
    "People who are important to me: Joan\n\nPlease do not\nshout\n\nMy wellness\nNHS number 943 476 5919\n"
    "My wellness\nI sing"
)
PARTS = [
    (Heading.MOST_IMPORTANT, Kind.ADDED, "My garden.\nAnd  two  spaces"),
    (Heading.PEOPLE, Kind.ADDED, "Joan"),
    (Heading.WELLNESS, Kind.ADDED, "NHS number 943 476 5919"),
    (Heading.WELLNESS, Kind.ADDED, "I sing"),
    (Heading.PLEASE_DO, Kind.DO_NOT, "shout"),
]


def lines(talk):
    return [(line.heading, line.kind, line.words) for line in talk.draft.in_order]


@pytest.fixture
def me(talk):
    talk.does("arrive")
    talk.presses("me")
    return talk


def test_it_is_asked_for_read_back_by_its_parts_and_kept_after_a_yes(me):
    assert me.types("I've already got one, can I paste it") == [R + "paste_ask"]
    said = me.types(TEXT)
    assert said[:2] == [R + "paste_found", R + "read_back"]
    assert said.count(R + "section") == 4
    assert lines(me) == PARTS
    assert me.kept is None
    me.presses("right")
    assert me.kept is None
    me.presses("keep")
    assert [line.words for line in me.kept.lines] == [words for _, _, words in PARTS]


@pytest.mark.parametrize("question", [Question.FOCUS_WHY, Question.PLAN_WHO, Question.WELCOME_DOOR])
def test_it_is_known_unasked_wherever_it_is_pasted(talk, question):
    talk.does("arrive") if question is Question.WELCOME_DOOR else at(talk, question)
    before = lines(talk)
    assert R + "paste_found" in talk.types(TEXT)
    assert set(lines(talk)) == {*before, *PARTS}
    assert talk.question is Question.RECORD_CHECK


def test_whoever_is_new_is_told_first_what_this_is(talk):
    said = talk.types(TEXT)
    assert "utter_welcome_hello" in said
    assert said[-1] == R + "ask_check"
    assert talk.position.door is Door.ME


def test_words_before_the_first_heading_wait_for_one(me):
    me.types(TEXT.replace("About Me", "I am Ann, born in Leeds"))
    assert me.question is Question.RECORD_ADD_HEADING
    assert me.value(R + "adding", "words") == "I am Ann, born in Leeds"
    me.presses("also_know")
    assert (Heading.ALSO_KNOW, Kind.ADDED, "I am Ann, born in Leeds") in lines(me)
    assert len(lines(me)) == len(PARTS) + 1


def test_without_headings_it_goes_in_one_piece_where_the_person_says(me):
    text = "I like the window open.\n\nAnd tea, not coffee."
    me.types("can I paste my about me")
    assert me.types(text)[0] == R + "paste_no_headings"
    assert lines(me) == []
    me.types("my wellness")
    assert lines(me) == [(Heading.WELLNESS, Kind.ADDED, text)]


def test_a_piece_that_is_left_out_leaves_nothing(me):
    me.types("can I paste my about me")
    me.types("I like the window open and tea")
    me.does("skip")
    assert (lines(me), me.draft.to_add) == ([], "")


def test_what_is_kept_already_stays_beside_it(talk):
    at(talk, None)
    before = [line.words for line in talk.kept.lines]
    talk.types(TEXT)
    talk.presses("right")
    talk.presses("keep")
    assert {*before, *(words for _, _, words in PARTS)} == {line.words for line in talk.kept.lines}


def test_who_helped_is_said_beside_it(me):
    me.types(f"{TEXT}\nSupported to write this by: Jo, niece")
    assert me.draft.supported == "Jo, niece"


def test_for_somebody_else_it_is_in_their_voice(talk):
    talk.does("arrive")
    talk.presses("close")
    talk.types(TEXT.replace("to me", "to them"))
    assert talk.position.door is Door.CLOSE
    assert lines(talk) == PARTS


def test_where_somebody_grieves_nothing_is_written(talk):
    talk.does("arrive")
    talk.presses("grieving")
    assert talk.types(TEXT)[0] == R + "paste_not_here"
    assert lines(talk) == []


@pytest.mark.parametrize(
    "text",
    [
        "My wellness\n\x00I \x00sing\nPeople important to me\nJo",
        "My wellness\n<script>alert(1)</script>{name}\nPeople important to me\nJo",
        "My wellness\n\u0623\u062d\u0628 \u0627\u0644\u0634\u0627\u064a\nPeople important to me\n\u05d2\u05f3\u05d5",
        "My wellness\n" + "I sing in the choir. " * 1000 + "\nPeople important to me\nJo",
    ],
)
def test_odd_and_long_texts_lose_nothing(me, text):
    assert R + "paste_found" in me.types(text)
    words = text.replace("\x00", "").split("\n")
    assert lines(me) == [
        (Heading.PEOPLE, Kind.ADDED, words[3]),
        (Heading.WELLNESS, Kind.ADDED, words[1].rstrip("\n")),
    ]


@pytest.mark.parametrize("words", ["skip", "no thanks", "not today"])
def test_it_can_be_left_and_what_was_open_comes_back(talk, words):
    at(talk, Question.FOCUS_WHY)
    talk.types("can I paste my about me")
    talk.types(words)
    talk.types("skip")
    assert lines(talk)[:1] == [(Heading.MOST_IMPORTANT, Kind.WHAT, "my garden")]
    assert talk.question in {Question.FOCUS_WHY, Question.FOCUS_SUPPORT}


def test_no_number_of_theirs_is_made_of_one_in_the_words(me, clock):
    import json

    from bot.model.own_copy import CopyForm
    from bot.records.own_copies import OwnCopies
    from bot.stages.copy_files import CopyFiles
    from bot.stages.share_pages import SharedPages

    me.types(TEXT)
    me.presses("right")
    me.presses("keep")
    me.types("a file for record systems")
    ((_, url),) = me.links()
    files = CopyFiles(SharedPages(me.begin), OwnCopies(me.begin), "Example Hospice", clock.now)
    bundle = json.loads(files.make(url.split("/")[-2], CopyForm.RECORD).content)
    patient = next(each["resource"] for each in bundle["entry"] if each["resource"]["resourceType"] == "Patient")
    assert "identifier" not in patient
    assert "943 476 5919" not in json.dumps(patient)
    assert "943 476 5919" in json.dumps(bundle)
