"""What a team will do, and what became of it: told once, in its own words, when it is the moment for it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.model.position import Door, Question
from bot.model.safety import Asked, Told
from bot.model.teamwork import Progress
from tests.unit.stages.hearing_back import I, share_of
from tests.unit.stages.talking import ask_from_team
from tests.unit.team_store import staff

DUE = date(2026, 12, 1)


def promise(pages, talk, words="A bench by the door", due=DUE):
    share = share_of(talk)
    line = pages.open(staff("a1"), share).sections[0].lines[0].id
    return pages.promise(staff("a1"), share, line, words, due)


def commitment(pages, talk):
    return pages.open(staff("a1"), share_of(talk)).commitments[0].id


def test_what_will_be_done_is_told_once_in_the_words_of_the_team(sharing, pages):
    promise(pages, sharing)
    said = sharing.does("resume")
    assert said == [I + "about", I + "planned", "utter_session_what_next"]
    assert sharing.value(I + "about", "about") == "my garden"
    assert sharing.value(I + "planned", "words") == "A bench by the door"
    assert sharing.value(I + "planned", "team") == "The Garden Team"
    assert sharing.value(I + "planned", "due") == "1 December 2026"
    assert sharing.does("resume") == ["utter_session_what_next"]


@pytest.mark.parametrize(
    ("state", "response"),
    [(Progress.DONE, "done"), (Progress.PARTLY, "partly"), (Progress.NOT_POSSIBLE, "not_possible")],
)
def test_what_became_of_it_is_told(sharing, pages, state, response):
    promise(pages, sharing)
    sharing.does("resume")
    pages.change(staff("a2"), share_of(sharing), commitment(pages, sharing), state, "The path is too steep")
    said = sharing.does("resume")
    assert I + response in said
    assert sharing.value(I + response, "words") == "The path is too steep"
    assert sharing.value(I + "promised", "promised") == "A bench by the door"


def test_a_greeting_that_is_not_held_for_a_repeat_says_only_that_there_is_news(sharing, pages):
    promise(pages, sharing)
    for _ in range(2):
        assert sharing.does("arrive") == [I + "news", "utter_session_what_next"]
    assert "resume" in sharing.buttons()
    assert I + "planned" in sharing.does("resume")
    assert sharing.does("arrive") == ["utter_session_what_next"]


def test_nothing_is_told_to_somebody_who_came_because_a_person_died(sharing, pages):
    promise(pages, sharing)
    with sharing.begin() as records:
        here = records.people.position(sharing.person)
        records.people.place(sharing.person, replace(here, door=Door.GRIEVING))
        records.commit()
    assert not [said for said in sharing.does("resume") if said.startswith(I)]
    with sharing.begin() as records:
        records.people.place(sharing.person, here)
        records.commit()
    assert I + "planned" in sharing.does("resume")


def test_without_a_day_no_day_is_named(sharing, pages):
    promise(pages, sharing, due=None)
    assert I + "planned_some_time" in sharing.does("resume")


def test_news_comes_before_the_next_ordinary_reply_and_the_question_is_asked_again(sharing, pages):
    sharing.does("focus_on_what_matters")
    promise(pages, sharing)
    said = sharing.types("the sea")
    assert said == [I + "about", I + "planned", "utter_focus_ask_why_quoting"]
    assert sharing.question is Question.FOCUS_WHY


def test_until_the_reply_was_given_out_it_is_not_told(sharing, pages):
    promise(pages, sharing)
    for _ in range(2):
        with sharing.begin() as records:
            from bot.model.saying import Said
            from bot.stages.conversation import Conversation

            lost = Conversation(records, sharing.person, sharing.facts)
            sharing.actions["action_ask"].decide(lost, Said("resume"))
            assert I + "planned" in [say.response for say in lost.says]
            lost.store()
            records.commit()
    assert I + "planned" in sharing.does("resume")
    assert sharing.does("resume") == ["utter_session_what_next"]


@pytest.mark.parametrize("danger", [{"asked": next(iter(Asked))}, {"told": next(iter(Told))}])
def test_nothing_is_told_while_a_reply_about_danger_is_the_latest(sharing, pages, danger):
    promise(pages, sharing)
    ask_from_team(sharing)
    with sharing.begin() as records:
        here = records.people.position(sharing.person)
        records.people.place(sharing.person, replace(here, **danger))
        records.commit()
    assert sharing.does("resume") == ["utter_session_what_next"]
    with sharing.begin() as records:
        records.people.place(sharing.person, replace(records.people.position(sharing.person), asked=None, told=None))
        records.commit()
    assert I + "planned" in sharing.does("resume")


def test_a_pause_is_left_in_peace(sharing, pages):
    promise(pages, sharing)
    assert not [name for name in sharing.does("pause") if name.startswith(I)]
