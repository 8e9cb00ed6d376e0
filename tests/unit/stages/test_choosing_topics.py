"""Somebody cannot think of anything, or would like to choose: topics, each with its own questions and its heading."""

import pytest

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Question
from bot.model.topics import Topic
from tests.unit.fakes import RESPONSES
from tests.unit.stages.talking import at

MOST_BUTTONS = 4
WHERE = {
    Topic.PEOPLE: Heading.PEOPLE,
    Topic.GOOD_DAY: Heading.WELLNESS,
    Topic.COMFORT: Heading.WELLNESS,
    Topic.FAITH: Heading.MOST_IMPORTANT,
    Topic.TO_DO: Heading.MOST_IMPORTANT,
    Topic.PRACTICAL: Heading.ALSO_KNOW,
    Topic.TALKING: Heading.COMMUNICATION,
    Topic.SPEAKS: Heading.PEOPLE,
    Topic.AFTERWARDS: Heading.ALSO_KNOW,
    Topic.OTHER: Heading.MOST_IMPORTANT,
}


def begin(talk, door="me"):
    talk.does("arrive")
    talk.presses(door)


def test_the_shortest_way_to_a_kept_summary_is_eight_turns(talk):
    turns = [talk.does("arrive"), talk.presses("me"), talk.types("My garden"), talk.types("we married there")]
    turns += [talk.types("a chair"), talk.presses("enough"), talk.presses("right"), talk.presses("keep")]
    assert len(turns) <= 12
    assert [line.words for line in talk.kept.lines] == ["My garden", "we married there", "a chair"]


@pytest.mark.parametrize("door", ["me", "close"])
def test_whoever_does_not_know_gets_three_ways_in_and_is_not_asked_again(talk, door):
    begin(talk, door)
    assert talk.types("I don't know") == ["utter_focus_topics_no_hurry", "utter_focus_topics_ideas"]
    assert talk.buttons() == ["choose:people", "choose:good_day", "choose:place", "choose:ideas"]
    assert talk.types("I don't know") == ["utter_focus_not_known", "utter_focus_ask_support"]


@pytest.mark.parametrize("words", ["What sort of thing do people usually say?", "what topics are there", "any ideas?"])
def test_whoever_asks_what_people_say_is_shown_ideas_and_no_text_about_talking(talk, words):
    begin(talk)
    assert talk.types(words, guess="ask_how_to_start_talking") == ["utter_focus_topics_ideas"]


def test_something_else_offers_topics_and_takes_own_words(talk):
    at(talk, Question.FOCUS_MORE)
    assert talk.presses("more") == ["utter_focus_ask_what_else", "utter_focus_topics_ideas"]
    assert talk.types("the smell of rain") == ["utter_focus_ask_why_quoting"]
    assert talk.draft.things[-1].heading is Heading.MOST_IMPORTANT


def test_more_ideas_shows_every_topic_four_buttons_at_a_time_and_begins_again(talk):
    at(talk, Question.FOCUS_MORE)
    talk.presses("more")
    offered, pages = set(), 0
    while "choose:people" not in talk.buttons() or not pages:
        assert len(talk.buttons()) <= MOST_BUTTONS
        offered |= {payload.removeprefix("choose:") for payload in talk.buttons()}
        talk.presses("ideas")
        pages += 1
        assert pages < 10
    assert offered - {"ideas"} == set(Topic)


@pytest.mark.parametrize("door", ["me", "close"])
@pytest.mark.parametrize("topic", WHERE)
def test_each_topic_has_its_questions_and_its_heading(talk, topic, door):
    begin(talk, door)
    talk.presses("ideas")
    opening = talk.presses(topic)[-1]
    assert opening == f"utter_focus_topics_{topic}"
    why = talk.types("my own words")[0]
    assert talk.value(why, "words") == "my own words"
    said = talk.types("because it does me good")
    assert said[0] == "utter_focus_topics_you_said"
    assert said[1] == ("utter_focus_ask_support" if topic is Topic.OTHER else f"utter_focus_topics_{topic}_support")
    talk.types("a helping hand")
    what, why = talk.draft.said(Kind.WHAT, 0), talk.draft.said(Kind.WHY, 0)
    assert (what.heading, why.heading) == (WHERE[topic], WHERE[topic])
    assert talk.draft.said(Kind.SUPPORT, 0).words == "a helping hand"


def test_each_door_has_an_opening_of_its_own():
    for name in ("people", "good_day", "place", "comfort", "faith", "to_do", "practical", "talking", "speaks", "other"):
        usual, close = (RESPONSES[f"utter_focus_topics_{name}"][at]["text"] for at in (-1, 0))
        assert "you" in usual
        assert "you" not in close.replace("your own words", "")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("A good day.", "good_day"), ("2", "good_day"), ("people", "people")],
)
def test_a_topic_can_be_typed_while_it_is_shown(talk, typed, said):
    begin(talk)
    talk.presses("ideas")
    assert talk.types(typed) == [f"utter_focus_topics_{said}"]


def test_a_topic_of_somebody_close_can_be_typed_as_it_is_shown(talk):
    begin(talk, "close")
    for _ in range(3):
        talk.presses("ideas")
    assert talk.types("Who speaks for them")[-1] == "utter_focus_topics_speaks"


def test_without_ideas_shown_the_same_words_are_an_answer(talk):
    begin(talk)
    assert talk.types("people") == ["utter_focus_ask_why_quoting"]
    assert talk.lines == ["people"]


def test_going_back_leaves_a_topic_for_the_ideas_and_those_for_the_question(talk):
    begin(talk)
    talk.presses("ideas")
    talk.presses("ideas")
    talk.presses("faith")
    assert talk.types("go back") == ["utter_focus_topics_ideas"]
    assert talk.types("go back") == ["utter_focus_ask_what"]
    assert talk.types("go back") == ["utter_welcome_ask_door"]


def test_a_topic_is_left_without_an_answer(talk):
    begin(talk)
    talk.presses("ideas")
    talk.presses("good_day")
    assert talk.types("I don't know") == ["utter_focus_not_known", "utter_focus_ask_more"]
    talk.types("the sea")
    assert talk.draft.things[0].heading is Heading.MOST_IMPORTANT


def test_words_held_from_before_are_not_lost_over_a_topic(talk):
    talk.types("I want to talk about my garden, it is all I think of")
    talk.presses("me")
    talk.presses("people")
    talk.types("my sister Jo")
    talk.types("skip")
    talk.types("skip")
    talk.presses("more")
    assert talk.value("utter_focus_opening", "words") == "I want to talk about my garden, it is all I think of"


def test_a_topic_survives_months_and_an_interruption(talk, clock):
    begin(talk)
    talk.presses("ideas")
    talk.presses("comfort")
    clock.move(days=90)
    assert "utter_session_back_focus" in talk.does("greet")
    assert talk.does("resume")[-1] == "utter_focus_topics_comfort"
    assert talk.does("ask_privacy")[-1] == "utter_focus_topics_comfort"


def test_a_topic_pressed_late_begins_another_thing(talk):
    at(talk, Question.FOCUS_WHY)
    talk.types("go back")
    assert talk.presses("people") == ["utter_focus_topics_people"]
    talk.types("my sister Jo")
    assert talk.lines == ["my garden", "my sister Jo"]


def test_a_family_reads_please_do_and_please_do_not(talk):
    begin(talk)
    talk.presses("ideas")
    talk.presses("good_day")
    for words in ("sun on my face", "skip", "open the blinds"):
        talk.types(words)
    assert talk.question is Question.FOCUS_DO
    talk.types("knock first")
    talk.types("talk over my head")
    talk.presses("enough")
    said = next(say.values for say in talk.heard if say.values.get("heading") == Heading.PLEASE_DO.label)
    assert said["lines"].splitlines() == ["2. Please do: “knock first”", "3. Please do not: “talk over my head”"]


def test_please_do_is_asked_once_unless_it_is_chosen(talk):
    begin(talk)
    for topic in ("good_day", "comfort"):
        talk.presses(topic)
        for words in ("sun on my face", "skip", "open the blinds"):
            talk.types(words)
        if topic == "good_day":
            talk.presses("neither")
        assert talk.question is Question.FOCUS_MORE
    talk.presses("please")
    assert talk.question is Question.FOCUS_DO


def test_please_do_is_not_asked_where_it_does_not_help(talk):
    begin(talk)
    talk.presses("faith")
    for words in ("the sea at dawn", "skip", "a walk"):
        talk.types(words)
    assert talk.question is Question.FOCUS_MORE


# --- several things at once -------------------------------------------------------------------------------------------


def test_several_things_become_lines_of_their_own_after_a_yes(talk):
    begin(talk)
    talk.types("1. my hens\n2. Sunday lunch\n3. the choir")
    assert talk.value("utter_focus_topics_ask_several", "count") == "3"
    talk.types("yes")
    assert talk.lines == ["my hens", "Sunday lunch", "the choir"]
    for words, quoted in (("they make me laugh", "Sunday lunch"), ("skip", "the choir")):
        talk.types(words)
        assert talk.value("utter_focus_ask_why_quoting", "words") == quoted
    talk.types("I sang there for years")
    assert talk.question is Question.FOCUS_SUPPORT
    assert talk.lines == ["my hens", "they make me laugh", "Sunday lunch", "the choir", "I sang there for years"]


def test_each_why_of_several_things_can_be_gone_back_to(talk):
    begin(talk)
    talk.types("1. my hens\n2. Sunday lunch")
    talk.types("yes")
    talk.types("they make me laugh")
    assert talk.types("go back") == ["utter_focus_earlier", "utter_focus_ask_why_quoting"]
    assert talk.value("utter_focus_earlier", "words") == "they make me laugh"
    talk.types("skip")
    assert talk.value("utter_focus_ask_why_quoting", "words") == "Sunday lunch"


@pytest.mark.parametrize("answer", ["no", "skip", "I don't know", "No, keep it as one"])
def test_without_a_yes_they_stay_one_exactly_as_written(talk, answer):
    begin(talk)
    talk.types("my hens\nSunday lunch")
    talk.types(answer)
    assert talk.lines == ["my hens\nSunday lunch"]
    assert talk.question is Question.FOCUS_WHY


def test_what_is_typed_instead_of_yes_or_no_is_held(talk):
    begin(talk)
    talk.types("my hens\nSunday lunch")
    talk.types("and the bees as well")
    assert talk.question is Question.FOCUS_SEVERAL
    talk.types("no")
    assert (talk.lines, talk.draft.opening) == (["my hens\nSunday lunch"], "and the bees as well")


def test_several_people_stand_under_people(talk):
    begin(talk)
    talk.presses("people")
    talk.types("my sister Jo\nmy friend Ana")
    talk.presses("apart")
    assert {line.heading for line in talk.draft.lines} == {Heading.PEOPLE}
