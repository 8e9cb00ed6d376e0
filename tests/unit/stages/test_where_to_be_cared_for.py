"""Somebody says where they would like to be cared for, has not decided, or would rather not say."""

import pytest

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Question
from bot.stages.share_pages import with_whys
from tests.unit.stages.talking import at


def test_what_was_chosen_is_kept_in_the_words_of_the_button(talk):
    at(talk, Question.FOCUS_PLACE)
    title = next(b.title for say in talk.heard for b in say.buttons if b.payload == "choose:place_hospice")
    talk.presses("place_hospice")
    assert talk.value("utter_focus_ask_why_quoting", "words") == title
    line = talk.draft.thing(talk.position.topic)
    assert (line.kind, line.heading, line.words) == (Kind.PLACE, Heading.SUPPORT, title)


def test_what_was_typed_is_kept_in_own_words_and_read_back_by_what_was_asked(talk):
    at(talk, Question.FOCUS_PLACE)
    for words in ("in my own bed by the window", "I can hear the sea", "a nurse at night", "skip", "skip"):
        talk.types(words)
    talk.presses("enough")
    talk.types("skip")
    lines = "\n".join(say.values.get("lines", "") for say in talk.heard)
    assert "Place of care: “in my own bed by the window”\n" in lines
    assert "Why: “I can hear the sea”" in lines


@pytest.mark.parametrize(
    "words", ["I haven't decided yet", "undecided", "we are still thinking about it", "I have not made up my mind"]
)
def test_nobody_is_asked_why_it_matters_that_they_have_not_decided(talk, words):
    at(talk, Question.FOCUS_PLACE)
    assert talk.types(words)[0] == "utter_focus_place_undecided"
    assert talk.draft.things[-1].words == words


def test_a_button_can_be_typed_and_the_words_typed_are_kept(talk):
    at(talk, Question.FOCUS_PLACE)
    assert talk.types("somewhere else.") == ["utter_focus_place_say_where", "utter_focus_place_ask"]
    talk.types("at home")
    assert talk.draft.thing(talk.position.topic).words == "at home"


@pytest.mark.parametrize(("typed", "button"), [("not sure", "place_undecided"), ("I'd rather not say", "place_untold")])
@pytest.mark.parametrize("pressed", [True, False])
def test_undecided_and_untold_are_answers_and_kept_as_such(talk, typed, button, pressed):
    at(talk, Question.FOCUS_PLACE)
    titles = {b.payload: b.title for say in talk.heard for b in say.buttons}
    talk.presses(button) if pressed else talk.types(typed)
    kept = talk.draft.said(Kind.PLACE, talk.position.topic)
    assert kept.words == (titles[f"choose:{button}"] if pressed else typed)
    assert talk.question is not Question.FOCUS_WHY


def test_every_answer_has_a_button_and_a_family_has_its_own(talk):
    talk.does("arrive")
    talk.presses("close")
    talk.presses("place")
    titles = [button.title for say in talk.heard for button in say.buttons]
    assert titles == [
        "At home",
        "In a hospice",
        "In a care home",
        "In hospital",
        "Somewhere else",
        "They have not decided",
        "I would rather not say",
    ]


@pytest.mark.parametrize("answer", ["<place_home>", "<place_untold>", "skip", "not sure"])
def test_it_is_never_asked_twice(talk, answer):
    at(talk, Question.FOCUS_PLACE)
    talk.presses(answer[1:-1]) if answer[0] == "<" else talk.types(answer)
    for _ in range(6):
        if talk.question is not Question.FOCUS_MORE:
            talk.types("skip")
    assert talk.presses("place") == ["utter_focus_topics_place"]
    assert talk.question is Question.FOCUS_WHAT


def test_it_is_not_asked_unless_the_person_opens_it(talk):
    at(talk, None)
    assert not [line for line in talk.kept.lines if line.kind is Kind.PLACE]


def test_gone_back_to_it_can_be_changed_or_left(talk):
    at(talk, Question.FOCUS_PLACE)
    talk.presses("place_home")
    assert talk.types("go back") == ["utter_focus_earlier", "utter_focus_place_ask"]
    talk.types("skip")
    assert (talk.question, talk.draft.things[-1].words) == (Question.FOCUS_WHY, "At home")
    talk.types("go back")
    talk.types("with my sister in Bath")
    assert talk.draft.things[-1].words == "with my sister in Bath"


def test_a_reader_sees_what_was_asked_before_the_words(talk):
    at(talk, Question.FOCUS_PLACE)
    for step in ("at home", "the dog is here", "skip", "skip", "skip"):
        talk.types(step)
    talk.presses("enough")
    talk.types("skip")
    talk.presses("right")
    talk.presses("keep")
    shown = [(line.shown, why.words) for line, why in with_whys(talk.kept, Heading.SUPPORT) if why]
    assert shown == [("Place of care: at home", "the dog is here")]
