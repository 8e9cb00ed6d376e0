"""Whatever is asked, a person may ask something else, pause or be in danger; then the same question is open again."""

import pytest

from tests.system.stack import LASTING, Person

EASIER = "what do you mean"
"""After this the question comes in easier words, and the next interruption shows that it is the same one."""
INTERRUPTIONS = {
    EASIER: "",
    "who can see this?": "locked",
    "what is this for?": "I ask so that",
    "help": "Here you can",
    "are you a person": "I am software",
}


ASKED_ASIDE = {"record_delete", "record_copy", "plan_clear", "session_start_over"}
"""Leaving is a no to these; the question before them is open again."""


BESIDE = {"Show it again", "Say who helped"}
"""Buttons that are offered once, or once only. What was read back is asked about in fewer words the second time."""


def question_of(person: Person) -> object:
    """What is asked last: by its buttons where it has some, else by its words."""
    last = person.last.messages[-1]
    return {choice["title"] for choice in last["choices"]} - BESIDE or last["text"]


@pytest.mark.parametrize("question", LASTING)
def test_a_question_an_emergency_or_a_pause_leaves_the_same_question_open(person: Person, question: str) -> None:
    person.reaches(question)
    open_question = question_of(person)
    for words, expected in INTERRUPTIONS.items():
        heard = person.says(words)
        assert expected in heard.text, f"{words!r} at {question}: {heard.text}"
        assert words == EASIER or question_of(person) == open_question, f"after {words!r}"
        assert len(heard.messages) > 1, "nothing but the question came back"

    heard = person.says("he has collapsed and he is not breathing")
    assert "999" in heard.messages[0]["text"].splitlines()[0]
    person.says("carry on")
    assert question_of(person) == open_question

    left = person.says("not today").text
    assert "fine" in left
    person.says("carry on")
    if question in ASKED_ASIDE:
        assert "deleted nothing" in left
        assert question_of(person) != open_question, "a dangerous question stays open for weeks"
    else:
        assert question_of(person) == open_question


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("my mum can't breathe, her lips are blue", "999"),
        ("i want to kill myself", "116 123"),
        ("i wish i just wouldn't wake up tomorrow", "thoughts of ending your life"),
        ("the syringe driver has stopped and she is in agony", "111"),
        ("my son hits me and takes my pension", "Hourglass"),
        ("dad died ten minutes ago what do i do", "expected"),
    ],
)
def test_each_safety_intent_has_its_reply(person: Person, words: str, expected: str) -> None:
    person.reaches("focus_why")
    assert expected in person.says(words).text


@pytest.mark.parametrize(
    "words",
    [
        "i want to die at home in my own bed",
        "no resuscitation, when it's my time let me go",
        "i'm scared of dying in pain",
        "i'm at peace with dying, i've had a good life",
        "i'd like abide with me at my funeral",
        "i think of my brother every day, and of his music",
        "I just want to stop at home and share Sunday lunch",
        "not being a burden, and help with the garden",
    ],
)
def test_ordinary_talk_of_dying_is_an_answer_like_any_other(person: Person, words: str) -> None:
    person.reaches("focus_what")
    assert "Why does that matter to you?" in person.says(words).text


def test_a_death_told_as_an_answer_is_heard_first_and_can_be_kept_as_the_answer(person: Person) -> None:
    person.reaches("focus_what")
    heard = person.says("my brother died by suicide and i think of him every day")
    assert "Thank you for telling me" in heard.text
    assert "999" not in heard.text
    assert "“my brother died by suicide and i think of him every day”" in person.presses("Keep it as my answer").text


def test_after_saying_they_are_not_safe_999_comes_first(person: Person) -> None:
    person.reaches("focus_what")
    person.says("i want to kill myself")
    assert "999" in person.says("no").messages[0]["text"]


def test_after_saying_they_are_safe_the_conversation_carries_on(person: Person) -> None:
    person.reaches("focus_what")
    person.says("i've been thinking about killing myself")
    person.says("yes")
    assert "What matters most to you" in person.presses("Carry on").text
