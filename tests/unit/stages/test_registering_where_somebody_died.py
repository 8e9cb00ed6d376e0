"""The town named beside a death says which steps hold: nobody is asked for the nation, or told the rule of another."""

import pytest

from bot.channels.turn_store import TurnStore
from bot.model.position import Door, Question
from bot.model.safety import SafetyIntent, Verdict
from bot.safety import door

STEP = "utter_bereavement_step_register"
HERE = Verdict(SafetyIntent.DEATH_JUST_HAPPENED, "death")
TOWNS = [
    ("Cardiff", STEP, "wales"),
    ("Swansea", STEP, "wales"),
    ("Glasgow", f"{STEP}_scotland", "scotland"),
    ("Edinburgh", f"{STEP}_scotland", "scotland"),
    ("Belfast", f"{STEP}_northern_ireland", "northern_ireland"),
]


@pytest.fixture
def answered(talk):
    """The safety door is told of a death, and that it was expected."""

    def told(words):
        store = TurnStore(talk.begin)
        store.note_safety(talk.token, HERE, door.reply_to(HERE), words)
        expected = next(button for button in door.reply_to(HERE).reply.messages[-1].choices if "Yes" in button.title)
        store.note_safety(talk.token, None, door.press(expected.choice))
        return talk

    return told


@pytest.mark.parametrize(("town", "step", "nation"), TOWNS)
@pytest.mark.parametrize(
    "asked", ["what do i do about registering", "how long have i got to register it", "the registrar?"]
)
def test_registering_is_told_as_it_is_there(answered, town, step, nation, asked):
    talk = answered(f"my husband died at home in {town} this morning")
    assert talk.position.door is Door.GRIEVING
    said = talk.does("ask_organ_donation", asked)
    assert step in said
    assert "utter_welcome_ask_door" not in said
    assert talk.position.after_death.nation == nation


@pytest.mark.parametrize(("town", "step", "nation"), TOWNS)
def test_where_alone_is_told_next_and_leads_to_the_steps(answered, town, step, nation):
    talk = answered("what do i do now he has died")
    talk.does("nlu_fallback", f"were in {town}")
    assert talk.question is Question.BEREAVEMENT_STEP
    assert talk.position.after_death.nation == nation
    assert step in talk.does("ask_wills_funerals", "how long have i got to register it")


@pytest.mark.parametrize(("town", "step", "nation"), TOWNS)
def test_told_in_the_grief_door_it_holds_too(talk, town, step, nation):
    talk.does("arrive")
    talk.presses("grieving")
    talk.types(f"my husband died in hospital last week in {town}")
    assert step in talk.does("ask_wills_funerals", "what do i do about registering")


@pytest.mark.parametrize("words", ["he died this morning", "my husband died. I like Swansea City and Poole"])
def test_no_town_or_two_leaves_it_open(answered, words):
    assert not answered(words).position.after_death.nation


def test_a_door_that_was_taken_stays(talk, answered):
    talk.does("arrive")
    talk.presses("me")
    assert answered("my dad died in Cardiff").position.door is Door.ME


def test_a_nation_that_was_chosen_in_the_steps_stays(talk):
    talk.does("arrive")
    talk.presses("grieving")
    talk.presses("after_death")
    talk.presses("england")
    talk.does("ask_wills_funerals", "my sister in Glasgow says I have to register it, when")
    assert talk.position.after_death.nation == "england"


@pytest.mark.parametrize(
    ("words", "young"),
    [
        ("my mum died last month in Belfast", False),
        ("my dad died", False),
        ("my father passed away", False),
        ("I lost my mother in May", False),
        ("my dad died and im 12", True),
        ("my mummy died", True),
        ("my daughter is 6 and her dad died", True),
        ("the kids have lost their dad", True),
    ],
)
def test_a_child_grieves_only_where_one_is_spoken_of(talk, words, young):
    talk.does("bereaved_child", words)
    search = talk.position.search if talk.position.search.tells_anything else talk.position.sought
    assert (search.for_child or (search.age or 99) < 18) is young
