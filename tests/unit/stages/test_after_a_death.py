"""What to do after a death: one thing at a time, in four nations, with a place that is kept for days."""

from datetime import date

import pytest

from bot.model.position import Door, Question
from bot.stages.after_death import NAMES
from bot.stages.after_death_steps import STEPS, Where
from tests.unit.fakes import RESPONSES
from tests.unit.stages.talking import at

B = "utter_bereavement_"


@pytest.fixture
def grieving(talk):
    talk.does("arrive")
    talk.presses("grieving")
    return talk


def begin(talk, nation="england"):
    talk.presses("after_death")
    talk.presses(nation)
    return talk


def step_of(talk):
    return next(say.values["title"] for say in talk.heard if say.response in {B + "step", B + "step_again"})


def test_somebody_has_died_leads_to_a_choice(grieving):
    assert [say.response for say in grieving.heard][-1] == B + "ask_which"
    assert grieving.buttons()[-3:] == ["choose:after_death", "choose:support_for_me", "skip"]


def test_neither_is_an_answer_and_both_stay_within_reach(grieving):
    assert grieving.types("skip")[0] == B + "later"
    assert {"choose:after_death", "find_support"} <= set(grieving.buttons())


@pytest.mark.parametrize("where", Where)
def test_every_step_is_said_in_every_nation_and_leads_to_a_source(grieving, where):
    begin(grieving, where)
    for number, step in enumerate(STEPS, start=1):
        heading, said, ask = grieving.heard
        assert heading.values == {"number": str(number), "steps": str(len(STEPS)), "title": step.title}
        assert said.response == step.response(where)
        ((title, url),) = said.links
        assert title
        assert url.startswith("https://")
        assert ask.response == B + "ask_step"
        assert {"choose:next", "choose:done", "pause", "choose:stop_steps"} <= set(grieving.buttons())
        last = grieving.presses("next")
    assert last[0] == B + "end"
    assert grieving.question is None


def test_every_step_was_read_at_its_source_and_says_when():
    assert len({step.code for step in STEPS}) == len(STEPS)
    for step in STEPS:
        assert date(2026, 1, 1) <= step.reviewed <= date(2026, 11, 30)
        for where in Where:
            assert step.response(where) in RESPONSES


@pytest.mark.parametrize(
    ("where", "response", "words"),
    [
        ("england", "step_first_hours", ["111", "999", "no rush"]),
        ("northern_ireland", "step_first_hours_northern_ireland", ["out-of-hours", "999"]),
        ("wales", "step_certificate", ["medical examiner"]),
        ("scotland", "step_certificate_scotland", ["procurator fiscal"]),
        ("england", "step_register", ["5 days"]),
        ("scotland", "step_register_scotland", ["8 days"]),
        ("northern_ireland", "step_register_northern_ireland", ["5 days"]),
        ("scotland", "step_tell_us_once", ["28 days"]),
        ("northern_ireland", "step_tell_us_once_northern_ireland", ["does not work in Northern Ireland"]),
        ("wales", "step_funeral_money", ["Funeral Expenses Payment", "6 months"]),
        ("scotland", "step_funeral_money_scotland", ["Funeral Support Payment", "6 months"]),
        ("england", "step_benefits", ["3 months", "21 months"]),
        ("scotland", "step_estate_scotland", ["confirmation"]),
    ],
)
def test_what_differs_between_the_nations(where, response, words):
    assert any(step.response(Where(where)) == B + response for step in STEPS)
    *_, variation = RESPONSES[B + response]
    assert all(word in variation["text"] for word in words)


def test_no_step_sends_somebody_in_northern_ireland_to_111():
    for step in STEPS:
        for variation in RESPONSES[step.response(Where.NORTHERN_IRELAND)]:
            assert "111" not in variation["text"]


def test_a_loss_told_in_the_middle_of_the_steps_is_heard_and_leads_to_support(grieving):
    begin(grieving)
    grieving.presses("next")
    here = step_of(grieving)
    assert grieving.types("my brother took his own life in march, im in poole") == [B + "suicide", B + "ask_which"]
    assert "utter_signposting_service" in grieving.presses("support_for_me")
    grieving.presses("after_death")
    assert step_of(grieving) == here


def test_a_loss_told_instead_of_the_nation_is_heard_too(grieving):
    grieving.presses("after_death")
    assert grieving.types("my brother took his own life") == [B + "suicide", B + "ask_which"]
    assert grieving.presses("after_death") == [B + "ask_nation"]


def test_where_they_died_is_read_from_a_town_too(grieving):
    grieving.presses("after_death")
    grieving.types("she died in a hospital in Cardiff")
    assert [say.response for say in grieving.heard][1] == STEPS[0].response(Where.WALES) == B + "step_first_hours"
    with grieving.begin() as records:
        assert records.people.position(grieving.person).after_death.nation == Where.WALES


@pytest.mark.parametrize(("place", "nation"), [("Cardiff", Where.WALES), ("in Cardiff", Where.WALES)])
def test_a_bare_place_is_where_they_died(grieving, place, nation):
    grieving.presses("after_death")
    grieving.types(place)
    with grieving.begin() as records:
        assert records.people.position(grieving.person).after_death.nation == nation


def test_what_a_step_is_about_is_answered_by_the_step_and_by_no_guess(grieving):
    begin(grieving)
    grieving.presses("next")
    said = grieving.types("what's a medical examiner", guess="ask_wills_funerals")
    assert said == [B + "step", B + "step_certificate", B + "ask_step"]
    said = grieving.types("I can't find the number for the tell us once", guess="report_directory_error")
    assert said == [B + "step", B + "step_tell_us_once", B + "step_again", B + "ask_step"]
    assert step_of(grieving) == "Telling government offices"
    grieving.presses("after_death")
    assert step_of(grieving) == "The medical certificate"


def test_a_step_is_read_once_until_they_go_on_or_away_or_ask_for_it(grieving, clock):
    begin(grieving)
    read, named = [B + "step", B + "step_first_hours", B + "ask_step"], [B + "step_again", B + "ask_step"]
    assert grieving.types("I rang them and it just rings out", guess="report_directory_error")[-2:] == named
    assert grieving.presses("after_death") == read
    assert grieving.does("greet")[-2:] == named
    clock.move(hours=1)
    assert grieving.does("greet")[-3:] == read


def test_the_same_grief_is_not_met_with_the_same_words_twice(grieving):
    grieving.types("my wife died in May")
    begin(grieving)
    told = "my wife died and everyone has stopped ringing"
    assert grieving.types(told) == [B + "heard_again", B + "ask_which"]


def test_a_death_told_without_its_place_is_heard_and_the_place_asked_again(grieving):
    grieving.presses("after_death")
    assert grieving.types("he died in our old house on a Tuesday") == [B + "heard", B + "ask_nation"]


def test_words_that_tell_no_loss_are_heard_and_the_step_stays(grieving):
    begin(grieving)
    said = grieving.types("I still lay the table for two every night")
    assert said[:2] == [B + "heard", B + "step_again"]
    assert grieving.types("blue")[:2] == ["utter_session_another_way", B + "step_again"]


def test_a_question_to_a_step_is_led_to_its_page(grieving):
    begin(grieving)
    assert grieving.types("how long does a medical examiner take?")[0] == B + "step_question"


def test_a_loss_put_as_a_question_leads_to_support_too(grieving):
    begin(grieving)
    assert B + "ask_which" in grieving.types("my brother died too, who can I talk to?")


@pytest.mark.parametrize(
    "words",
    [
        "I rang but nobody answered",
        "I phoned and they are closed until monday",
        "i called them and they wont let me register",
        "I told you i cant do this",
        "I have told you already he is dead",
        "she's called Margaret",
        "hes told me to wait",
        "I called 999 no one came",
        "i rang and cant cope",
    ],
)
def test_what_did_not_work_is_not_done(grieving, words):
    begin(grieving)
    answers = {B + "heard", B + "say_step", B + "ask_which", B + "named", "utter_signposting_no_answer"}
    assert answers & set(grieving.types(words))
    with grieving.begin() as records:
        assert records.people.position(grieving.person).after_death.done == ()


@pytest.mark.parametrize("words", ["done", "we've done that this morning", "done that as well",
                                   "I rang the surgery", "it's been sorted",
                                   "my daughter has told them"])  # fmt: skip
def test_said_in_any_words_a_step_is_done(grieving, words):
    begin(grieving)
    grieving.types(words)
    assert step_of(grieving) == STEPS[1].title


def test_the_place_is_kept_for_weeks(grieving, clock):
    begin(grieving)
    grieving.presses("next")
    grieving.presses("next")
    here = step_of(grieving)
    assert grieving.types("another day")[0] == "utter_session_pause"
    clock.move(days=20)
    assert grieving.does("arrive")[0] == "utter_session_back_bereavement"
    grieving.does("resume")
    assert step_of(grieving) == here


def test_after_stop_nothing_is_open_and_the_place_is_still_kept(grieving):
    begin(grieving)
    grieving.presses("next")
    here = step_of(grieving)
    assert grieving.presses("stop_steps") == [B + "stopped", "utter_session_what_next"]
    grieving.presses("after_death")
    assert step_of(grieving) == here


def test_what_is_done_is_not_said_again_and_what_is_left_is(grieving):
    begin(grieving)
    grieving.presses("done")
    for _ in STEPS[1:]:
        said = grieving.presses("next")
    assert said[:2] == [B + "left", B + "end"]
    left = grieving.value(B + "left", "left")
    assert STEPS[0].title not in left
    assert all(step.title in left for step in STEPS[1:])
    grieving.presses("after_death")
    assert step_of(grieving) == STEPS[1].title


def test_going_back_step_by_step_and_then_to_the_question_before(grieving):
    begin(grieving)
    grieving.presses("next")
    grieving.types("go back")
    assert step_of(grieving) == STEPS[0].title
    assert grieving.types("go back") == [B + "ask_nation"]


def test_the_nation_can_be_changed_at_any_step(grieving):
    begin(grieving)
    grieving.presses("next")
    grieving.presses("nation")
    assert grieving.question is Question.BEREAVEMENT_NATION
    grieving.presses("scotland")
    assert [say.response for say in grieving.heard][1] == B + "step_certificate_scotland"
    grieving.types("it was in Wales")
    assert [say.response for say in grieving.heard][1] == B + "step_certificate"


def test_another_question_does_not_lose_the_step(grieving):
    begin(grieving)
    grieving.presses("next")
    here = step_of(grieving)
    grieving.does("ask_lpa")
    assert step_of(grieving) == here
    said = grieving.does("ask_money", "what about his pension")
    assert said == [B + "step", B + "step_benefits", B + "step_again", B + "ask_step"]


def test_nobody_who_has_not_asked_is_led_there(talk):
    at(talk, None)
    talk.does("resume")
    assert "choose:after_death" not in talk.buttons()


def test_a_place_that_a_later_version_does_not_know_begins_anew(talk):
    from dataclasses import replace

    from bot.model.search import AfterDeath

    at(talk, Question.BEREAVEMENT_STEP)
    with talk.begin() as records:
        here = records.people.position(talk.person)
        records.people.place(talk.person, replace(here, after_death=AfterDeath("of old", ("gone",), "atlantis")))
        records.commit()
    talk.does("resume")
    assert step_of(talk) == STEPS[0].title


def test_each_nation_has_a_name():
    assert set(NAMES) == set(Where)


@pytest.mark.parametrize(("words", "title"), [("we had the funeral", "The funeral"),
                                              ("registered him on the Tuesday", "Registering the death")])  # fmt: skip
def test_another_step_told_as_done_is_ticked_off_and_the_present_one_stays(grieving, words, title):
    begin(grieving)
    here = step_of(grieving)
    assert grieving.types(words)[0] == B + "ticked"
    assert grieving.heard[0].values["title"] == title
    assert step_of(grieving) == here
    assert next(step.code for step in STEPS if step.title == title) in grieving.position.after_death.done


def test_where_they_died_is_asked_twice_at_most(grieving):
    grieving.presses("after_death")
    grieving.types("i cant believe it at all")
    assert grieving.position.question is Question.BEREAVEMENT_NATION
    heard = grieving.types("it was his heart you see")
    assert B + "stopped" in heard
    assert grieving.position.question is None


def test_a_miscarriage_has_no_steps_after_a_death(grieving):
    grieving.types("i had a miscarriage last week")
    grieving.does("skip")
    titles = {button.title for say in grieving.heard for button in say.buttons}
    assert "What to do after a death" not in titles
    assert "After a miscarriage" in titles


def test_who_is_dying_is_not_asked_of_as_dead(grieving):
    heard = grieving.types("my mum is dying, she hasnt got long")
    assert B + "before" in heard
    assert "utter_signposting_ask_how" not in heard
    assert grieving.position.door is Door.CLOSE


def test_a_baby_who_kicks_has_not_died(grieving):
    assert B + "before_baby" in grieving.types("im 20 weeks and the scan was bad")
    assert grieving.position.door is Door.ME
