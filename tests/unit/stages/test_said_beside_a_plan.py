"""A plan that is made takes in what is said beside its buttons; a talk that was had is looked back on."""

import pytest

from bot.model.position import Question
from bot.understanding.feeling_told import tells_a_feeling
from bot.understanding.talk_had import had_a_talk
from bot.understanding.writing_down import writes_what_matters
from tests.unit.stages.talking import at

HEARD, HOLDS = "utter_bereavement_heard", "utter_plan_holds_words"


@pytest.mark.parametrize("question", [Question.PLAN_READY, Question.PLAN_CHECK, Question.PLAN_CHANGE])
@pytest.mark.parametrize("words", ["i feel so guilty", "im so scared", "i cant stop crying", "feeling really low"])
def test_feelings_are_heard(talk, question, words):
    at(talk, question)
    plan = talk.draft.plan
    assert talk.types(words)[0] == HEARD
    assert (talk.question, talk.draft.plan) == (question, plan)


def test_a_second_feeling_is_heard_too_and_nobody_is_taken_to_have_died(talk):
    at(talk, Question.PLAN_READY)
    talk.types("i feel so guilty")
    assert talk.types("im so scared")[0] == "utter_bereavement_heard_again"
    assert talk.buttons()[0] == "find_support"


@pytest.mark.parametrize(
    "words",
    ["my voice matters most. want to be heard when its gone", "i want my dogs with me", "church on sundays is mine"],
)
def test_what_matters_is_held_and_offered_as_a_line(talk, words):
    at(talk, Question.PLAN_READY)
    assert talk.types(words)[0] == HOLDS
    assert talk.draft.opening == words
    talk.does("focus_on_what_matters")
    assert talk.question is Question.FOCUS_WHAT
    talk.presses("opening")
    assert talk.lines == [words]


@pytest.mark.parametrize(
    "words", ["thats all for now thanks", "change the place", "no that is all", "make it monday",
              "what do i do if he shouts", "great that looks good thank you"]
)  # fmt: skip
def test_what_is_said_of_the_plan_is_not_held(talk, words):
    at(talk, Question.PLAN_READY)
    talk.types(words)
    assert talk.draft.opening == ""


@pytest.mark.parametrize("guess", ["inform", "edit_summary"])
def test_to_write_down_what_matters_goes_there(talk, guess):
    at(talk, Question.PLAN_READY)
    talk.does(guess, "ok write down what matters")
    assert talk.question is Question.FOCUS_WHAT


@pytest.mark.parametrize(
    "question", [Question.PLAN_READY, Question.FOCUS_WHAT, Question.FOCUS_WHY, Question.FOCUS_MORE]
)
@pytest.mark.parametrize("words", ["we had the talk. it was awful", "talked to my son last night. it was awful"])
def test_a_talk_that_was_had_is_looked_back_on(talk, question, words):
    at(talk, question)
    lines = talk.lines
    assert talk.types(words)[0] == "utter_reflect_told"
    assert (talk.question, talk.lines) == (Question.REFLECT_HOW, lines)
    assert talk.draft.reflection.told == words
    talk.types("tony walked out and mum heard us")
    assert talk.lines == lines


def test_afterwards_they_are_back_where_they_were(talk):
    at(talk, Question.FOCUS_WHY)
    talk.types("we had the talk last night. it was awful")
    for _ in range(4):
        talk.does("skip")
    talk.presses("nothing")
    assert talk.question is Question.FOCUS_WHY


def test_the_first_words_of_all_may_tell_of_it(talk):
    assert talk.types("talked to my son last night. it was awful")[0] != "utter_session_did_you_mean"
    assert talk.draft.reflection.told
    assert talk.draft.opening == ""


@pytest.mark.parametrize("question", [Question.REFLECT_NOTES, Question.REFLECT_NEXT])
def test_at_the_end_of_looking_back_a_feeling_is_heard(talk, question):
    at(talk, question)
    lines, before = talk.lines, talk.draft.reflection
    assert talk.types("i feel so guilty")[0] == HEARD
    assert (talk.question, talk.lines, talk.draft.reflection) == (question, lines, before)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("i spoke to mum today and she cried", True), ("finally sat down with tony yesterday", True),
        ("me and dad had a chat this morning, it went ok", True),
        ("tried to talk to david last night. he shouted", True),
        ("had that conversation with my brothers. tony stormed off", True), ("spoke with the kids on sunday", True),
        ("we talked about the sea every night", False), ("i want to talk to my son. not spoken 9 yrs", False),
        ("a chat with my sister each week", False), ("she told me last week she wants to be at home", False),
        ("we had a party last week. it was lovely", False), ("he talked to me when i was small", False),
        ("how do i talk to him tonight?", False),
    ],
)  # fmt: skip
def test_only_a_talk_of_late_is_one(words, told):
    assert had_a_talk(words) is told


@pytest.mark.parametrize(
    "words", ["when im sad i want music", "i feel at home in the garden", "hard: he shouts", "am i sad?"]
)
def test_no_feeling_of_now(words):
    assert not tells_a_feeling(words)


@pytest.mark.parametrize("words", ["what matters is my dog", "write it down", "put sunday down", "what matters most"])
def test_no_wish_to_write_what_matters(words):
    assert not writes_what_matters(words)
