"""Whoever has just told of a death goes in by the grieving door, and what they say next is heard."""

import pytest

from bot.channels.turn_store import TurnStore
from bot.model.directory import Need
from bot.model.position import Door, Question
from bot.model.search import Search
from bot.safety import door
from bot.stages import known_death
from bot.stages.conversation import Conversation
from bot.understanding.needs import need_named

WELCOME, DOOR, WHICH = "utter_welcome_after_a_death", "utter_welcome_ask_door", "utter_bereavement_ask_which"


def died(talk, *choices):
    store = TurnStore(talk.begin)
    for choice in choices or ("safety-death-expected",):
        store.note_safety(talk.token, None, door.press(choice))
    return talk


@pytest.mark.parametrize(
    "does",
    [
        ("resume", ""), ("inform", "i just feel numb"), ("inform", "i cant stop crying"), ("greet", "hello"),
        ("express_guilt", "i feel so guilty. she heard us fighting"), ("nlu_fallback", "the house is so quiet"),
        ("thank", "thank you"), ("plan_conversation", "i need to talk to my brother"),
    ],
)  # fmt: skip
def test_the_grieving_door_is_theirs(talk, does):
    said = died(talk).does(*does)
    assert WELCOME in said
    assert said[-1] == WHICH
    assert not {"utter_welcome_hello", DOOR, "utter_welcome_which"} & set(said)
    assert talk.position.door is Door.GRIEVING


@pytest.mark.parametrize("how", ["safety-death-unexpected", "safety-death-past"])
def test_however_it_was(talk, how):
    died(talk, "safety-death-unexpected", how)
    assert talk.does("resume")[-1] == WHICH


def test_so_it_is_where_the_door_was_asked_before(talk):
    talk.does("greet")
    said = died(talk).types("i just feel numb")
    assert DOOR not in said
    assert WELCOME not in said
    assert talk.question is Question.BEREAVEMENT_WHICH


def test_feelings_go_on_being_heard(talk):
    assert died(talk).does("express_guilt", "i feel so guilty. she heard us fighting")[0] == "utter_grief_fault"
    for words in ("i cant stop crying", "it doesnt feel real", "the house is so quiet now"):
        assert talk.types(words)[0].startswith(("utter_bereavement_heard", "utter_grief_"))
        assert talk.position.door is Door.GRIEVING


def test_nobody_has_died_asks_who_it_is_for(talk):
    died(talk, "safety-death-expected", "safety-death-nobody")
    assert talk.does("resume")[-1] == DOOR


def test_a_helper_is_not_moved(talk):
    talk.does("arrive")
    talk.presses("helping")
    died(talk).does("resume")
    assert talk.position.door is Door.HELPING


@pytest.mark.parametrize("question", [Question.SIGNPOSTING_PLACE, Question.SIGNPOSTING_WHO])
@pytest.mark.parametrize("here", [None, Door.CLOSE])
def test_grief_before_a_death_turns_to_grief(talk, place, question, here):
    """What was looked for was of somebody who lived."""
    grieved = Search(needs=(Need.BEREAVEMENT, Need.ANTICIPATORY_GRIEF), asked=(question.value,))
    place(talk, question=question, door=here, welcomed=True, search=grieved)
    assert not talk.position.about_a_death
    said = died(talk).types("this morning")
    assert said[-1] == WHICH
    assert talk.position.search.needs == (Need.BEREAVEMENT,)
    assert talk.position.about_a_death


def _reads(talk, words):
    with talk.begin() as records:
        return need_named(words, after_a_death=known_death.is_known(Conversation(records, talk.person, talk.facts)))


TELLING, DRIVER = "telling_children_of_a_death", "syringe_driver_after_a_death"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("what do i tell the kids", TELLING), ("how do i tell my little girl", TELLING),
        ("when should we tell the grandchildren", TELLING), ("what on earth do we say to her 6 year old", TELLING),
        ("what do i do with the syringe driver", DRIVER), ("do i take the syringe driver out", DRIVER),
        ("the driver is still going, do i switch it off", DRIVER), ("his pump is beeping", DRIVER),
        ("what do i tell my boss", ""), ("what do i tell the bank", ""), ("the taxi driver was kind", ""),
        ("the driver of the hearse is here", ""), ("my kids are asleep", ""),
        ("was it the syringe driver that killed him", "morphine_at_the_end"),
    ],
)  # fmt: skip
def test_the_first_hours_have_texts_of_their_own(talk, words, text):
    talk.does("arrive")
    talk.presses("close")
    talk.types("her garden")
    assert _reads(died(talk), words) == text


def test_before_a_death_the_driver_and_the_children_are_asked_of_the_living(talk):
    assert need_named("what do i do with the syringe driver") != DRIVER
    assert need_named("how do i tell the kids that i am dying") != TELLING


@pytest.fixture
def place():
    from dataclasses import replace

    def put(talk, **changes):
        with talk.begin() as records:
            records.people.place(talk.person, replace(records.people.position(talk.person), **changes))
            records.commit()

    return put
