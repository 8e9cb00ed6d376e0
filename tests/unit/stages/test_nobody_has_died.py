"""Nobody has died, or the one a record is about has: what was open comes back, or is put down."""

from dataclasses import replace

import pytest

from bot.model.bereft import Bereft
from bot.model.directory import Need, Relationship
from bot.model.position import Door, Question
from bot.model.safety import Told
from tests.unit.stages.talking import at

Q = Question
B = "utter_bereavement_"


def told_of_a_death(talk):
    """As the gateway notes it when the safety door answers."""
    with talk.begin() as records:
        here = records.people.position(talk.person)
        records.people.place(talk.person, replace(here, told=Told.DEATH_JUST_HAPPENED))
        records.commit()


@pytest.mark.parametrize("question", [Q.PLAN_HARD, Q.FOCUS_MORE, Q.SHARE_EXPIRY, Q.RECORD_CHECK])
@pytest.mark.parametrize("words", ["WHAT? she's not dead!!!", "no one has died. go back to my plan", "my mum is alive"])
def test_grief_that_was_guessed_is_left_for_what_was_open_before(talk, question, words):
    at(talk, question)
    talk.does("bereavement_support", "I am grieving")
    assert talk.question is Q.SIGNPOSTING_WHO
    assert talk.types(words, "bereavement_support")[0] == B + "mistaken"
    assert talk.question is question
    assert not talk.position.about_a_death
    assert talk.position.bereft == Bereft()


@pytest.mark.parametrize("press", [(), ("after_death",), ("after_death", "england"), ("support_for_me",)])
def test_behind_the_wrong_door_who_it_is_for_is_asked_again(talk, press):
    talk.does("arrive")
    for value in ("grieving", *press):
        talk.presses(value)
    assert talk.types("nobody has died")[0] == B + "mistaken"
    assert talk.question is Q.WELCOME_DOOR
    assert talk.position.door is None


def test_a_share_goes_on_after_a_detour_to_grief(talk):
    at(talk, Q.SHARE_EXPIRY)
    sections = talk.position.sections
    talk.does("bereavement_support", "till im dead. so, three months?")
    assert talk.question is Q.SIGNPOSTING_WHO
    talk.types("Three months")
    assert (talk.question, talk.position.days) == (Q.SHARE_CONSENT, 90)
    assert talk.position.sections == sections


def test_a_length_of_time_since_a_death_is_none_of_a_share(talk):
    at(talk, Q.SHARE_EXPIRY)
    talk.does("bereavement_support", "I am grieving")
    talk.types("three months ago")
    assert talk.question is not Q.SHARE_CONSENT


@pytest.mark.parametrize("door", [Door.CLOSE, Door.WRITING])
@pytest.mark.parametrize("what", ["resume", "in her bed at home", "ok"])
def test_a_death_of_the_one_a_record_is_about_puts_its_questions_down(talk, door, what):
    talk.does("arrive")
    talk.presses(door)
    for words in ("her garden", "she planted it", "a chair by the door"):
        talk.types(words)
    lines = talk.lines
    told_of_a_death(talk)
    said = talk.does("resume") if what == "resume" else talk.types(what)
    assert B + "put_down" in said
    assert said[-1] == B + "ask_which"
    assert talk.lines == lines
    assert B + "put_down" not in talk.does("resume")


def test_what_is_shared_of_them_is_said_and_stays(sharing):
    with sharing.begin() as records:
        here = records.people.position(sharing.person)
        records.people.place(sharing.person, replace(here, door=Door.CLOSE))
        records.commit()
    told_of_a_death(sharing)
    assert B + "still_shared" in sharing.does("resume")


def test_ones_own_record_goes_on_and_deleting_is_never_in_the_way(talk):
    at(talk, Q.FOCUS_MORE)
    told_of_a_death(talk)
    talk.does("resume")
    assert talk.question is Q.FOCUS_MORE


def test_what_is_asked_for_after_a_death_is_done(talk):
    talk.does("arrive")
    talk.presses("close")
    for words in ("her garden", "she planted it", "a chair by the door"):
        talk.types(words)
    told_of_a_death(talk)
    talk.does("delete_my_data")
    assert talk.question is Q.RECORD_DELETE


@pytest.mark.parametrize("words", ["A friend", "a mate", "im not his partner im his mate", "im not family"])
def test_who_has_died_is_taken_before_it_is_asked(talk, words):
    talk.does("arrive")
    talk.presses("grieving")
    assert B + "friend" in talk.types(words)
    assert talk.position.search.relationships == (Relationship.FRIEND,)
    assert talk.question is Q.SIGNPOSTING_PLACE


def test_a_friend_is_taken_beside_whatever_else_is_read_into_the_words(talk, support, monkeypatch):
    read = support.read
    monkeypatch.setattr(support, "read", lambda words: replace(read(words), needs=(Need.LOCAL_SUPPORT,)))
    talk.does("arrive")
    talk.presses("grieving")
    talk.types("A friend")
    assert talk.position.search.relationships == (Relationship.FRIEND,)


def test_whose_death_was_expected_is_not_asked_how(talk):
    talk.does("arrive")
    talk.presses("grieving")
    assert B + "expected" in talk.types("Dave. last night. he was in the hospice. im not family")
    assert talk.position.search.relationships == (Relationship.FRIEND,)


def test_anothers_husband_is_no_partner_of_the_speaker(talk):
    talk.does("arrive")
    talk.presses("grieving")
    talk.types("her husband never liked me and I am grieving")
    assert talk.position.search.relationships == ()
    assert talk.question is Q.SIGNPOSTING_WHO
    talk.types("her husband never liked me")
    assert talk.position.search.relationships == ()


@pytest.mark.parametrize("press", [(), ("support_for_me",), ("after_death", "england")])
@pytest.mark.parametrize("intent", ["inform", "ask_wills_funerals"])
@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("is it me who has to register it? im not family", "Registering the death"),
        ("how soon must it be registered", "Registering the death"),
        ("who registers it. is it me?", "Registering the death"),
    ],
)
def test_a_question_after_a_death_has_its_own_step(talk, press, intent, words, title):
    talk.does("arrive")
    for value in ("grieving", *press):
        talk.presses(value)
    here = talk.question
    talk.does(intent, words)
    assert title in {say.values.get("title") for say in talk.heard}
    assert talk.question is here
