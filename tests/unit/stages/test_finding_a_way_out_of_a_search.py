"""A search for services is left by saying so, or for writing down somebody's words; no answer is no new need."""

import pytest

from bot.model.position import Door, Question
from bot.understanding.answers import door
from bot.understanding.context import act_on
from bot.understanding.needs import need_named
from bot.understanding.places import wants_no_place_asked
from tests.unit.stages.talking import at


def test_a_volunteer_who_types_for_somebody_is_writing(talk):
    talk.does("arrive")
    talk.types("im a volunteer, sat with Mr Okafor, hes 84, he talks i type ok?", "volunteer_help")
    assert talk.position.door is Door.WRITING
    assert talk.question is Question.FOCUS_WHAT


def helping(talk):
    talk.does("arrive")
    talk.presses("helping")
    return talk


@pytest.mark.parametrize("words", ["no not that, i'm helping him write what matters", "he talks, I type"])
def test_a_search_is_left_for_writing(talk, words):
    helping(talk).types(words, "volunteer_help")
    assert talk.position.door is Door.WRITING
    assert talk.question is Question.FOCUS_WHAT
    talk.types("back to writing for him", "volunteer_help")
    assert not talk.lines
    assert talk.question is Question.FOCUS_WHAT


def test_a_place_is_asked_no_more(talk):
    at(talk, None)
    at(talk, Question.SIGNPOSTING_PLACE)
    assert talk.types("stop asking for a postcode")[0] == "utter_signposting_left"
    assert talk.question is not Question.SIGNPOSTING_PLACE


@pytest.mark.parametrize(
    ("words", "against"),
    [("dont ask me for a postcode", True), ("I didnt ask for services", True), ("why do you want my postcode", True),
     ("Stoke", False), ("near the post office", False), ("dont know", False), ("BH1", False)],
)  # fmt: skip
def test_words_against_it(words, against):
    assert wants_no_place_asked(words) is against


@pytest.mark.parametrize(
    "words", ["he talks to me", "my daughter types fast", "I write poems", "I help at the library"]
)
def test_who_writes_nothing_for_another(words):
    assert door(words) != "writing"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the first one rang out no answer", True),
        ("tried that number, nobody picked up", True),
        ("I rang and it went to voicemail", True),
        ("the second one is engaged", True),
        ("my wife is busy with the first one", False),
        ("no answer from God", False),
        ("I rang the doctor, no answer", False),
        ("nobody answers me at night", False),
    ],
)
def test_no_answer_is_no_new_need(words, told):
    assert (act_on([("baby_loss", 0.9)], words, "open")[0] == "report_directory_error") is told


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("do they take the house", "continuing_healthcare"),
        ("will they take our house", "continuing_healthcare"),
        ("will mum have to sell her home", "continuing_healthcare"),
        ("can they make us sell up", "continuing_healthcare"),
        ("will they take him home", ""),
        ("we had to leave the house", ""),
    ],
)
def test_the_house(words, text):
    assert need_named(words) == text


def test_the_house_is_asked_about():
    assert act_on([("ask_wills_funerals", 0.6)], "do they take the house", "answering")[0] == "ask_money"
