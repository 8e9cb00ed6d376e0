"""Grief comes up in the middle of something: it is heard first. Who died is remembered, in the person's own word."""

from dataclasses import replace

import pytest

from bot.model.bereft import Bereft, Word
from bot.model.directory import Found, Need, Relationship
from bot.model.position import Position, Question
from tests.unit.stages.fake_support import CRUSE, MOSAIC, PAGE_ONLY, match
from tests.unit.stages.talking import at

CRYING = "I can't stop crying thinking about it"


@pytest.mark.parametrize("question", [Question.FOCUS_WHAT, Question.FOCUS_WHY, Question.PLAN_WHEN, Question.PLAN_HOPE])
def test_it_is_heard_before_anything_is_asked(talk, question):
    at(talk, question)
    lines, plan = talk.lines, talk.draft.plan
    assert talk.types(CRYING) == ["utter_session_surfacing"]
    assert talk.buttons() == ["resume", "pause", "find_support", "choose:told_too"]
    assert (talk.lines, talk.draft.plan, talk.question) == (lines, plan, question)


def test_it_can_be_kept_as_the_answer(talk):
    at(talk, Question.FOCUS_WHY)
    talk.types(CRYING)
    talk.presses("told_too")
    assert talk.lines[-1] == CRYING
    assert talk.question is Question.FOCUS_SUPPORT


def test_going_on_asks_the_same_again(talk):
    at(talk, Question.FOCUS_WHY)
    talk.types(CRYING)
    assert talk.does("resume")[-1] == "utter_focus_ask_why_quoting"
    talk.types("because we planted it")
    assert talk.lines[-1] == "because we planted it"


def test_somebody_close_is_led_to_help_with_grief_before_a_death(talk):
    talk.does("arrive")
    talk.presses("close")
    talk.types("I miss him so much already")
    assert "anticipatory_grief" in talk.buttons()


@pytest.mark.parametrize("words", ["my wife died in March", "I lost my husband last year", "mum died on tuesday"])
def test_a_death_told_first_is_heard_and_its_door_offered(talk, words):
    talk.does("arrive")
    talk.presses("me")
    assert talk.types(words) == ["utter_session_surfacing"]
    assert talk.buttons() == ["bereavement_support", "choose:after_death", "resume", "choose:told_too"]
    assert talk.lines == []
    talk.presses("told_too")
    assert talk.lines == [words]


@pytest.mark.parametrize(
    "words",
    ["how it was when my wife died", "to go like my dad died", "my mum hasn't died yet", "I nearly lost my son"],
)
def test_a_death_that_is_no_news_is_an_answer(talk, words):
    talk.does("arrive")
    talk.presses("me")
    talk.types(words)
    assert talk.lines == [words]


def test_a_death_told_later_is_why_it_matters(talk):
    at(talk, Question.FOCUS_WHY)
    talk.types("my wife died in March")
    assert talk.lines[-1] == "my wife died in March"


def test_where_a_hard_thing_is_asked_for_it_is_the_answer(talk):
    at(talk, Question.PLAN_HARD)
    talk.types(CRYING)
    assert talk.draft.plan.hard == CRYING


# --- the thread is kept -----------------------------------------------------------------------------------------------


def bereaved(talk, words):
    talk.does("arrive")
    talk.types(words)
    return talk


def test_who_died_is_not_asked_a_second_time(talk):
    bereaved(talk, "my husband died last month")
    talk.presses("support_for_me")
    for _ in range(3):
        if talk.question is not None:
            talk.types("skip")
    assert talk.question is None
    assert talk.types("I do not know how to get through Christmas")[0] == "utter_bereavement_hard_days"
    assert talk.value("utter_bereavement_hard_days", "who") == "a partner"
    said = talk.does("bereavement_support")
    assert "utter_signposting_ask_who" not in said
    assert talk.facts.support.looked[-1].relationships == (Relationship.PARTNER,) or talk.question is not None


def test_another_death_is_another_death(talk):
    bereaved(talk, "my husband died last month")
    talk.does("bereavement_support", "and now my mum died")
    assert talk.position.bereft.who is Relationship.PARENT
    assert talk.position.search.relationships == (Relationship.PARENT,)


def test_what_a_helper_tells_is_not_their_own_loss(talk):
    talk.does("arrive")
    talk.presses("helping")
    talk.does("bereavement_support", "her husband died")
    assert talk.position.bereft == Bereft()


@pytest.mark.parametrize(
    ("words", "dies"),
    [
        ("my husband died last month", "dies"),
        ("my husband passed away last month", "passes"),
        ("I lost my husband last month", "is gone"),
    ],
)
def test_the_assistant_says_it_in_the_same_word(talk, words, dies):
    talk.does("arrive")
    talk.does("bereavement_support", words)
    assert talk.value("utter_bereavement_partner", "dies") == dies


def test_lost_is_never_where(talk):
    """ "Who have you lost?" could be taken as somebody missing."""
    talk.does("arrive")
    talk.does("bereavement_support", "I lost her")
    assert talk.position.bereft.word is Word.LOST
    asked = [say.values for say in talk.heard if say.response == "utter_signposting_ask_who"]
    assert all(values["died"] == "died" for values in asked)


def test_it_comes_back_from_the_store_and_a_strange_code_does_not():
    here = Position(bereft=Bereft(Relationship.PARTNER, None, Word.PASSED), misses=2)
    assert Position.from_json(here.to_json()) == here
    assert Bereft.from_json({"who": "cat", "word": "lost"}) == Bereft(word=Word.LOST)


# --- at one in the morning --------------------------------------------------------------------------------------------


def test_what_is_open_now_comes_first(talk, support):
    support.found = Found((match(CRUSE, open_now=False), match(MOSAIC, open_now=None), match(PAGE_ONLY)))
    at(talk, None)
    talk.does("find_support", "money")
    shown = [say.values["name"] for say in talk.heard if say.response == "utter_signposting_service"]
    assert shown in ([], ["The Page", "Mosaic House", "Cruse"])
    if not shown:
        talk.types("skip")
        shown = [say.values["name"] for say in talk.heard if say.response == "utter_signposting_service"]
        assert shown == ["The Page", "Mosaic House", "Cruse"]


def test_with_everything_closed_somebody_who_listens_now_comes_before_it(talk, support):
    from bot.model.directory import Looking
    from bot.stages.services import find

    closed = Found((match(CRUSE, open_now=False), match(MOSAIC, open_now=False)))
    listens = Found((match(replace(CRUSE, id="s9", name="All Night")),))
    support.find = lambda looking: listens if Need.CRISIS in looking.needs else closed
    conversation = type("Talk", (), {"facts": talk.facts})
    names = [one.entry.name for one in find(conversation, Looking(needs=(Need.BEREAVEMENT,))).matches]
    assert names == ["All Night", "Cruse", "Mosaic House"]
    names = [one.entry.name for one in find(conversation, Looking(needs=(Need.MONEY,))).matches]
    assert names == ["Cruse", "Mosaic House"]
