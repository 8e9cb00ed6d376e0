"""Somebody plans a conversation: one short question at a time, a day said back, and words kept as they are."""

from datetime import UTC, datetime

import pytest

from bot.model.plan import Part, Plan
from bot.model.position import Door
from tests.unit.fakes import everywhere, holds
from tests.unit.stages.planning import ASKED, P, Q, card, plan_of, reminded
from tests.unit.stages.reminding import reached
from tests.unit.stages.talking import PLANNED, at
from tests.unit.stages.test_working_out_what_matters import ODD_WORDS


@pytest.fixture
def talk(begin, facts):
    return reached(begin, facts)


# --- the straight path ------------------------------------------------------------------------------------------------


def test_the_straight_path(talk):
    talk.does("arrive")
    assert talk.types("plan a conversation") == ["utter_welcome_ask_door"]
    assert talk.presses("me") == [P + "start", P + "ask_who"]
    assert talk.types("my sister Jean") == [P + "ask_others_besides"]
    assert talk.value(P + "ask_others_besides", "words") == "my sister Jean"
    assert talk.types("nobody else") == [P + "how_far", P + "ask_when_with"]
    assert talk.heard[0].values == {"place": "3", "all": "7"}
    assert talk.types("tomorrow after lunch") == [P + "that_is", P + "ask_where"]
    assert talk.value(P + "that_is", "when") == "Sunday 22 November, about 2pm"
    assert talk.types("the kitchen") == [P + "how_far", P + "ask_hope_with"]
    assert talk.types("that we can laugh") == [P + "ask_hard"]
    said = talk.types("she may cry")
    assert said[1:] == [P + "three_ways", P + "gentle_note", P + "plain_note", P + "light_note", P + "ask_tone"]
    assert {say.values["words"] for say in talk.heard if say.response.endswith("_note")} == {"that we can laugh"}
    assert talk.presses("gentle")[-3:] == [P + "first_words", P + "gentle_note", P + "ask_check"]
    assert card(talk).splitlines() == [
        "Who with: “my sister Jean”",
        "Who else: “nobody else”",
        "When: “tomorrow after lunch” (Sunday 22 November, about 2pm)",
        "Where: “the kitchen”",
        "I hope for: “that we can laugh”",
        "Feels hard: “she may cry”",
    ]
    assert talk.presses("right") == [P + "done", P + "ask_ready"]
    assert talk.presses("enough") == [P + "end", "utter_session_what_next"]
    assert "choose:see_plan" in talk.buttons()
    assert "plan_conversation" not in talk.buttons()


def test_whoever_comes_to_plan_first_is_welcomed_and_asked_who_it_is_for(talk):
    assert talk.does("plan_conversation", "I have to tell my brother on Sunday") == [
        "utter_welcome_hello",
        "utter_welcome_ask_door",
    ]
    assert talk.presses("close")[-1] == P + "ask_who"
    assert talk.position.door is Door.CLOSE


@pytest.mark.parametrize("open_question", [None, Q.FOCUS_WHY])
def test_one_can_turn_to_a_plan_and_is_offered_one(talk, open_question):
    at(talk, open_question)
    if open_question is None:
        talk.does("resume")
        assert "plan_conversation" in talk.buttons()
    assert talk.does("plan_conversation") == [P + "start", P + "ask_who"]
    lines = talk.lines
    for words in PLANNED:
        talk.types(words)
    assert talk.lines == lines, "nothing of a plan is put into the draft"


@pytest.mark.parametrize(
    ("door", "says", "asks"),
    [
        ("grieving", P + "grieving", "utter_bereavement_ask_which"),
        ("helping", P + "helping", "utter_welcome_ask_door"),
    ],
)
def test_other_doors_get_a_kind_way_on(talk, door, says, asks):
    talk.does("arrive")
    talk.presses(door)
    assert talk.types("plan a conversation")[0] == says
    if door == "helping":
        assert talk.presses("me") == [P + "start", P + "ask_who"]
    else:
        assert not plan_of(talk)
        talk.types("skip")
        assert "plan_conversation" not in talk.buttons()


# --- when -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        ("Sunday after lunch", "Sunday 22 November, about 2pm"),
        ("next Sunday", "Sunday 29 November"),
        ("Saturday 28 November at 11.30", "Saturday 28 November at 11:30am"),
        ("Monday after tea when the boys are out", "Monday 23 November, about 6pm"),
        ("3 January at noon", "Sunday 3 January 2027 at midday"),
        ("after dinner on Sunday", None),
        ("after lunch", None),
        ("at the weekend", None),
        ("next week", None),
        ("Sunday or Monday", None),
        ("when she visits", None),
    ],
)
def test_a_day_is_said_back_and_other_words_are_kept_as_they_are(talk, words, understood):
    at(talk, Q.PLAN_WHEN)
    said = talk.types(words)
    assert said[0] == (P + "that_is" if understood else P + "as_you_said")
    if understood:
        assert talk.value(P + "that_is", "when") == understood
    assert (plan_of(talk).when, plan_of(talk).moment is not None) == (words, understood is not None)


def test_a_bare_time_is_the_answer_and_sets_no_reminder(talk):
    at(talk, Q.PLAN_WHEN)
    assert talk.types("Sunday at 3 please", guess="set_reminder")[0] == P + "that_is"
    assert (plan_of(talk).when, reminded(talk)) == ("Sunday at 3 please", None)
    talk.types("go back")
    assert talk.types("remind me tomorrow", guess="set_reminder")[0] == "utter_reminder_set"
    assert talk.question is Q.PLAN_WHEN


def test_the_day_goes_by_the_clock_of_the_person(talk):
    at(talk, Q.PLAN_WHEN)
    talk.does("set_reminder", "my time zone is Tokyo")
    talk.types("tomorrow at 3")
    assert plan_of(talk).moment == datetime(2026, 11, 22, 6, tzinfo=UTC)
    assert talk.value(P + "that_is", "when") == "Sunday 22 November at 3pm"


# --- whatever they type -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ODD_WORDS, ids=lambda words: words[:20])
def test_words_are_kept_exactly(talk, words):
    at(talk, Q.PLAN_WHO)
    for _ in ASKED:
        talk.types(words)
    assert [plan_of(talk).words(part) for part in tuple(Part)[:6]] == [words] * 6
    talk.presses("own")
    talk.types(words)
    assert card(talk).count(f"“{words}”") == 7
    assert Plan.from_json(plan_of(talk).to_json()) == plan_of(talk)


def test_long_words_are_left_out_of_questions_and_lines(talk):
    at(talk, Q.PLAN_WHO)
    assert talk.types("my sister " * 20) == [P + "ask_others"]
    assert talk.types("no") == [P + "how_far", P + "ask_when"]
    talk.types("skip")
    assert talk.types("skip")[-1] == P + "ask_hope"
    talk.types("x" * 20_000)
    assert [name for name in talk.types("skip") if name in {P + "gentle", P + "plain", P + "light"}] == [
        P + "gentle",
        P + "plain",
        P + "light",
    ]


def test_a_planted_sentence_is_nowhere_but_sealed(talk, database, store_folder):
    planted = "the heron on the slipway at dawn"
    at(talk, Q.PLAN_WHO)
    for _ in ASKED:
        talk.types(planted)
    talk.types(planted)
    assert planted in card(talk)
    assert not holds(store_folder, planted)
    assert not everywhere(database, "heron")
    assert "heron" not in str(talk.position.to_json())


@pytest.mark.parametrize(
    ("words", "when", "where"),
    [
        ("Sunday at 3. my place", "Sunday at 3", "my place"),
        ("Sunday at 3, at his", "Sunday at 3", "at his"),
        ("Saturday, in the garden, after lunch", "Saturday, after lunch", "in the garden"),
        ("Sunday after lunch", "Sunday after lunch", ""),
        ("at the hospital on Monday", "at the hospital on Monday", ""),
    ],
)
def test_a_place_told_beside_the_day_is_not_asked_for(talk, words, when, where):
    at(talk, Q.PLAN_WHEN)
    talk.types(words)
    assert (plan_of(talk).when, plan_of(talk).where) == (when, where)
    assert talk.question is (Q.PLAN_HOPE if where else Q.PLAN_WHERE)


@pytest.mark.parametrize(
    ("words", "who", "others"),
    [
        ("Gary. not his wife", "Gary", "not his wife"),
        ("my son Gary, but not Paula, not her mum", "my son Gary", "but not Paula, not her mum"),
        ("Gary", "Gary", ""),
        ("my sister, my brother", "my sister, my brother", ""),
        ("not my sister, my brother", "not my sister, my brother", ""),
    ],
)
def test_who_is_not_to_be_there_told_beside_whom_it_is_with(talk, words, who, others):
    at(talk, Q.PLAN_WHO)
    talk.types(words)
    assert (plan_of(talk).who, plan_of(talk).others) == (who, others)
    assert talk.question is (Q.PLAN_WHEN if others else Q.PLAN_OTHERS)


@pytest.mark.parametrize("words", ["his wife not there", "my sister not coming", "his wife not there. dont want her"])
def test_who_stays_away_changes_nobody_it_is_with(talk, words):
    at(talk, Q.PLAN_OTHERS)
    before = plan_of(talk).who
    talk.types(words)
    assert (plan_of(talk).who, plan_of(talk).others) == (before, words)
