"""What each door offers: a widow is not asked what matters to her, and grief before a death is heard as that."""

import pytest

from bot.model.position import Door, Question


@pytest.mark.parametrize("door", ["grieving", "helping"])
def test_nobody_is_offered_to_work_out_what_matters_after_a_death_or_for_others(talk, door):
    talk.does("arrive")
    talk.presses(door)
    while talk.question is not None:
        talk.types("skip")
    assert "focus_on_what_matters" not in talk.buttons()


@pytest.mark.parametrize("door", ["me", "close", "writing"])
def test_whoever_writes_is_offered_it(talk, door):
    talk.does("arrive")
    talk.presses(door)
    talk.does("start_over")
    talk.types("skip")
    assert "focus_on_what_matters" in talk.buttons()


@pytest.mark.parametrize(
    "words",
    ["my mum hasn't died yet but I'm grieving", "my husband has not died yet and I am mourning him already"],
)
def test_grief_before_the_death_is_heard_and_nobody_is_told_of_a_death(talk, words):
    talk.does("arrive")
    assert "utter_bereavement_before" in talk.types(words)
    assert talk.position.door is Door.CLOSE
    assert not talk.position.about_a_death


@pytest.mark.parametrize("words", ["my son was killed in a car crash", "our baby was stillborn", "I had a miscarriage"])
def test_a_death_told_without_the_word_is_heard_as_one(talk, words):
    talk.does("arrive")
    talk.types(words)
    assert (talk.position.door, talk.question) == (Door.GRIEVING, Question.BEREAVEMENT_WHICH)


def test_the_buttons_speak_of_the_summary_of_whoever_is_helped(talk):
    talk.does("arrive")
    talk.presses("writing")
    talk.types("my hens")
    talk.does("record_summary")
    talk.types("skip")
    talk.presses("right")
    talk.presses("keep")
    titles = [button.title for say in talk.heard for button in say.buttons]
    assert "Share their summary" in titles
    assert not [title for title in titles if "my summary" in title]


@pytest.mark.parametrize(
    ("words", "door"), [("1", "me"), ("2.", "close"), ("number 3", "writing"), ("4", "grieving"), ("5)", "helping")]
)
def test_the_number_of_a_button_is_its_door(talk, words, door):
    talk.does("arrive")
    talk.types(words)
    assert talk.position.door == Door(door)


@pytest.mark.parametrize("words", ["6", "0", "12", "1 of us"])
def test_another_number_is_no_door(talk, words):
    talk.does("arrive")
    talk.types(words)
    assert talk.position.door is None
