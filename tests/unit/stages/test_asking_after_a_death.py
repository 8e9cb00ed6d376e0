"""After a death: somebody to ring for what was told, a baby's own texts, room to tell, and nothing about the dying."""

from dataclasses import replace

import pytest

from bot.information.loader import read_information
from bot.model.directory import Loss, Need
from bot.model.position import Door
from bot.model.search import Search

LIBRARY = read_information()
BABY, SUICIDE = (Loss.BABY,), (Loss.SUICIDE,)


def grieving(talk, losses=(), door=None):
    """Put them where a list was shown for this loss, and nothing is open."""
    with talk.begin() as records:
        position = records.people.position(talk.person)
        sought = Search(needs=(Need.BEREAVEMENT,), losses=losses)
        records.people.place(talk.person, replace(position, welcomed=True, door=door, sought=sought))
        records.commit()
    return talk


def told(talk):
    return talk.value("utter_information_text", "words")


@pytest.mark.parametrize("losses", [(), BABY, SUICIDE])
def test_somebody_to_talk_to_is_found_for_the_loss_that_was_told(talk, support, losses):
    said = grieving(talk, losses).types("can i talk to somebody", guess="ask_who_are_you")
    assert said[0] == "utter_signposting_somebody"
    assert "utter_session_who" not in said
    assert "utter_signposting_ask_need" not in said


def test_where_nothing_was_told_there_is_somebody_for_anyone(talk):
    talk.does("greet")
    said = talk.types("can i speak to a real person", guess="ask_who_are_you")
    assert said[0] == "utter_signposting_somebody_for_anyone"
    assert said[-1] == "utter_signposting_ask_need"


@pytest.mark.parametrize(
    ("words", "guess", "text"),
    [
        ("can i take her home", "ask_place_of_care", "time_with_a_baby"),
        ("do i get a birth certificate", "inform", "registering_a_baby"),
        ("how long will I bleed", "ask_medical_advice", "bleeding_after_a_miscarriage"),
        ("who pays for the funeral", "ask_money", "funeral_of_a_baby"),
    ],
)
def test_after_the_death_of_a_baby_its_own_text_is_said(talk, words, guess, text):
    grieving(talk, BABY, Door.GRIEVING).types(words, guess)
    assert told(talk) == "\n\n".join(LIBRARY.about(text).messages)


@pytest.mark.parametrize(
    ("words", "guess", "text"),
    [
        ("how long will i feel like this", "ask_what_to_expect", "grief"),
        ("was her breathing normal at the end", "ask_comfort", "looking_back_at_the_end"),
        ("my wife wont speak, what do I say to her", "ask_talk_to_children", "grieving_differently"),
    ],
)
def test_in_grief_nothing_is_said_of_the_dying_or_of_children(talk, words, guess, text):
    grieving(talk).types(words, guess)
    assert told(talk) == "\n\n".join(LIBRARY.about(text).messages)


def test_whoever_cares_for_somebody_alive_is_told_of_the_last_days(talk):
    grieving(talk, door=Door.CLOSE).does("ask_what_to_expect", "what will happen at the end")
    assert told(talk) == "\n\n".join(LIBRARY.answering("ask_what_to_expect").messages)


@pytest.mark.parametrize(
    ("words", "response"),
    [
        ("can i tell you about her", "utter_bereavement_you_may_tell"),
        ("am i allowed to carry on talking to you", "utter_session_you_may_go_on"),
    ],
)
def test_there_is_room_to_tell_and_to_go_on_without_a_menu(talk, words, response):
    assert grieving(talk, door=Door.GRIEVING).types(words, guess="review_summary") == [response]


@pytest.mark.parametrize(
    ("words", "response"),
    [
        ("nobody asks me how I am", "utter_feelings_express_loneliness"),
        ("my oldest friend has moved and I am lonely", "utter_feelings_express_loneliness"),
        ("I am 82 and see nobody", "utter_feelings_lonely_and_older"),
    ],
)
def test_a_line_for_older_people_is_for_those_who_say_that_they_are_older(talk, words, response):
    assert grieving(talk).does("express_loneliness", words)[0] == response


@pytest.mark.parametrize(
    ("told", "asked", "text"),
    [
        ("my dad died", "my son is 6. should he go to the funeral", "children_and_funerals"),
        ("my husband died", "should the kids go to the funeral", "children_and_funerals"),
        ("my husband died", "i told him daddy went to sleep was that wrong", "talking_to_children"),
    ],
)
def test_a_child_is_asked_of(talk, told, asked, text):
    talk.does("bereavement_support", told)
    talk.types(asked, "nlu_fallback")
    assert talk.position.text == text
