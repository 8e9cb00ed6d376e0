"""Somebody plans a conversation: one short question at a time, each of which may be left, and a card at the end."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.exports.calendar import as_ics, moment_in
from bot.jobs.retention import retain
from bot.model.plan import Part, Plan
from bot.model.position import Door, Question
from tests.unit.fakes import everywhere, holds
from tests.unit.stages.talking import PLANNED, Talk, at
from tests.unit.stages.test_working_out_what_matters import ODD_WORDS

P = "utter_plan_"
F = "utter_focus_"
Q = Question
ASKED = (Q.PLAN_WHO, Q.PLAN_OTHERS, Q.PLAN_WHEN, Q.PLAN_WHERE, Q.PLAN_HOPE, Q.PLAN_HARD)


@pytest.fixture
def talk(begin, facts):
    """Somebody whom a channel can write to first. It is Saturday 21 November 2026, 09:30."""
    return Talk(begin, replace(facts, can_write_first=lambda person: True))


def plan_of(talk):
    return talk.draft.plan


def card(talk):
    return "\n".join(say.values["lines"] for say in talk.heard if say.response == P + "part")


def reminded(talk):
    with talk.begin(reading=True) as records:
        waits = records.reminders.open_of(talk.person)
        return waits and f"{waits.due_at:%d %b %H:%M}"


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


# --- leaving open, going back, coming back ----------------------------------------------------------------------------


@pytest.mark.parametrize("question", ASKED)
def test_each_question_can_be_left_open(talk, question):
    at(talk, question)
    talk.types("skip")
    while talk.question is not Q.PLAN_TONE:
        talk.types(PLANNED[ASKED.index(talk.question)])
    left = tuple(Part)[ASKED.index(question)]
    assert [part for part in Part if not plan_of(talk).has(part)] == [left, Part.FIRST]
    said = talk.presses("plain")
    assert said[0] == P + "card"
    assert (P + "plain" in said) == (left is Part.HOPE), "without a hope the line quotes nothing"


def test_leaving_everything_open_is_no_plan(talk):
    at(talk, Q.PLAN_WHO)
    for _ in range(6):
        talk.types("skip")
    assert talk.types("skip") == [F + "left_aside", P + "empty", "utter_session_what_next"]
    assert "plan_conversation" in talk.buttons()


@pytest.mark.parametrize("question", ASKED[1:])
def test_going_back_shows_what_was_said_and_it_can_be_changed_or_taken_out(talk, question):
    at(talk, question)
    before = ASKED[ASKED.index(question) - 1]
    part = tuple(Part)[ASKED.index(before)]
    assert talk.types("go back")[0] == F + "earlier"
    assert (talk.question, talk.value(F + "earlier", "words")) == (before, PLANNED[ASKED.index(before)])
    talk.types("skip")
    assert plan_of(talk).words(part) == PLANNED[ASKED.index(before)]
    talk.types("go back")
    assert talk.presses("take_out")[0] == P + "taken_out"
    assert (talk.question, plan_of(talk).words(part)) == (question, "")


@pytest.mark.parametrize(
    ("question", "words", "part", "there"),
    [
        (Q.PLAN_OTHERS, "no, I meant my brother", Part.WHO, "my brother"),
        (Q.PLAN_OTHERS, "Sorry - I mean “Jo” {x}", Part.WHO, "“Jo” {x}"),
        (Q.PLAN_WHERE, "no, make it Monday at 4", Part.WHEN, "Monday at 4"),
        (Q.PLAN_HARD, "I meant that we talk at all", Part.HOPE, "I meant that we talk at all"),
    ],
)
def test_a_slip_is_put_right_at_the_next_question(talk, question, words, part, there):
    at(talk, question)
    said = talk.types(words)
    if plan_of(talk).words(Part.HARD):
        assert plan_of(talk).hard == there, "words that are no clear slip are the answer"
        return
    assert said[0] == P + "put_right"
    assert (talk.question, plan_of(talk).words(part)) == (question, there)
    if part is Part.WHEN:
        assert talk.value(P + "that_is", "when") == "Monday 23 November at 4pm"


@pytest.mark.parametrize("question", [Q.PLAN_HOPE, Q.PLAN_TONE, Q.PLAN_CHECK, Q.PLAN_READY])
def test_a_month_later_the_same_question_is_open(talk, clock, question):
    at(talk, question)
    before = (talk.position, plan_of(talk))
    clock.move(days=30)
    assert retain(talk.begin, 45) == []
    assert "utter_session_back_plan" in talk.does("arrive")
    assert talk.does("resume")[0] == "utter_session_welcome_back"
    assert (talk.position, plan_of(talk)) == before
    if question is Q.PLAN_CHECK:
        assert "(this was Sunday 22 November at 3pm)" in card(talk)
    if question is Q.PLAN_READY:
        assert "choose:plan_calendar" not in talk.buttons(), "no file for a day that has passed"
        assert talk.presses("plan_remind")[0] == P + "no_day"


def test_half_a_plan_is_gone_on_with(talk):
    at(talk, Q.PLAN_WHERE)
    talk.does("focus_on_what_matters")
    talk.types("my garden")
    assert talk.types("my plan")[:2] == [P + "card", P + "part"]
    assert talk.question is Q.FOCUS_WHY, "it is shown, and the open question asked again"
    assert talk.types("plan a conversation") == [P + "where_we_were", P + "how_far", P + "ask_where"][::2]
    talk.does("focus_on_what_matters")
    assert talk.presses("open_plan")[-1] == P + "ask_check"
    assert "choose:go_on" in talk.buttons()
    talk.types("change who")
    assert talk.types("my brother")[-1] == P + "ask_check", "a change leads back to the card"
    assert talk.presses("go_on")[-1] == P + "ask_where"
    assert talk.types("the shed")[-1] == P + "ask_hope_with"


def test_a_plan_expires_with_the_draft(talk, clock):
    at(talk, None)
    talk.does("plan_conversation")
    for words in (*PLANNED, "gentle"):
        talk.types(words)
    clock.move(days=46)
    retain(talk.begin, 45)
    assert talk.does("resume")[1:] == [P + "empty", "utter_session_what_next"]
    assert talk.types("my plan") == [P + "nothing_yet", P + "start", P + "ask_who"]


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


# --- the card ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", Part)
def test_each_part_can_be_changed_from_the_card(talk, part):
    at(talk, Q.PLAN_CHANGE)
    talk.presses(f"part_{part}")
    said = talk.types("the other way round")
    assert (talk.question, plan_of(talk).words(part)) == (Q.PLAN_CHECK, "the other way round")
    assert said[-1] == P + "ask_check"


def test_a_change_from_the_card_changes_what_was_asked_for(talk):
    at(talk, Q.PLAN_CHANGE)
    talk.presses("part_others")
    talk.types("no, I meant my brother")
    assert (plan_of(talk).who, plan_of(talk).others) == (PLANNED[0], "no, I meant my brother")


def test_own_first_words_take_the_place_of_a_tone(talk):
    at(talk, Q.PLAN_CHANGE)
    assert plan_of(talk).tone == "gentle"
    talk.presses("part_first")
    assert talk.presses("own") == [P + "ask_words"]
    talk.types("Jean, put the kettle on")
    assert (plan_of(talk).first, plan_of(talk).tone, talk.question) == ("Jean, put the kettle on", "", Q.PLAN_CHECK)
    assert "First words: “Jean, put the kettle on”" in card(talk)
    talk.types("change my first words")
    talk.presses("light")
    assert (plan_of(talk).first, plan_of(talk).tone) == ("", "light")


def test_a_time_that_is_changed_takes_its_day_with_it(talk):
    at(talk, Q.PLAN_CHECK)
    talk.types("change the time")
    talk.types("when she is up to it")
    assert plan_of(talk).moment is None
    talk.presses("right")
    assert "choose:plan_calendar" not in talk.buttons()


# --- from the card ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["button", "words"])
def test_the_calendar_file_has_no_word_of_theirs(talk, clock, how):
    at(talk, Q.PLAN_READY)
    said = talk.presses("plan_calendar") if how == "button" else talk.types("put it in my calendar")
    assert said == ["utter_reminder_file", P + "ask_ready"]
    ((_, url),) = talk.links()
    moment = moment_in(url.rsplit("/", 1)[-1])
    assert moment == datetime(2026, 11, 22, 15, tzinfo=UTC)
    file = as_ics(moment, clock.now()).decode()
    assert not [words for words in (*PLANNED, "plan", "Jean", "die", "death") if words.lower() in file.lower()]


def test_a_reminder_on_the_day_before_is_set_only_when_asked_for(talk):
    at(talk, Q.PLAN_READY)
    assert "choose:plan_remind" in talk.buttons()
    assert reminded(talk) is None
    assert talk.types("remind me the day before", guess="set_reminder")[0] == "utter_reminder_set"
    assert (reminded(talk), talk.question) == ("21 Nov 10:00", Q.PLAN_READY)
    assert "choose:plan_remind" not in talk.buttons()


def test_no_reminder_is_offered_where_nobody_can_be_written_to(begin, facts):
    talk = at(Talk(begin, facts), Q.PLAN_READY)
    assert "choose:plan_calendar" in talk.buttons()
    assert "choose:plan_remind" not in talk.buttons()


def test_one_can_go_on_to_what_matters_and_come_back(talk):
    at(talk, Q.PLAN_READY)
    assert "focus_on_what_matters" in talk.buttons()
    assert talk.does("focus_on_what_matters") == [F + "ask_what"]
    assert talk.types("go back")[-1] == P + "ask_ready"


# --- the other person's no --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["They said not today", "she doesn't want to talk", "Mum said no."])
@pytest.mark.parametrize("question", [None, Q.PLAN_WHEN, Q.PLAN_CHECK, Q.PLAN_READY])
def test_a_no_of_the_other_person_is_left_there(talk, question, words):
    at(talk, Q.PLAN_READY)
    talk.presses("plan_remind")
    if question in {None, Q.PLAN_CHECK}:
        talk.presses("enough")
    if question is Q.PLAN_CHECK:
        talk.types("my plan")
    if question is Q.PLAN_WHEN:
        talk.presses("change")
        talk.presses("part_when")
    before = plan_of(talk)
    said = talk.types(words)
    assert said[:3] == [P + "not_today", P + "stays_here", P + "reminder_waits"]
    assert (talk.question, plan_of(talk)) == (None, before)
    talk.presses("stop_reminders")
    assert reminded(talk) is None


@pytest.mark.parametrize("words", ["what if she doesn't want to talk?", "I don't want to talk", "he said no to chemo"])
def test_other_words_are_no_such_no(talk, words):
    at(talk, Q.PLAN_HOPE)
    talk.types(words)
    assert plan_of(talk).hope == words


def test_that_they_do_not_want_to_talk_can_be_what_is_hard_or_what_matters(talk):
    at(talk, Q.PLAN_HARD)
    assert talk.types("she doesn't want to talk")[0] == P + "advice_unwilling"
    assert plan_of(talk).hard == "she doesn't want to talk"
    talk.does("focus_on_what_matters")
    talk.types("she doesn't want to talk")
    assert talk.lines == ["she doesn't want to talk"]


# --- letting go -------------------------------------------------------------------------------------------------------


def both(talk):
    """A plan and a draft of what matters."""
    at(talk, Q.PLAN_READY)
    talk.does("focus_on_what_matters")
    for words in ("my garden", "we married there", "a chair", "no"):
        talk.types(words)
    assert talk.question is Q.RECORD_CHECK
    return plan_of(talk)


@pytest.mark.parametrize("keeps", [True, False])
def test_a_plan_stays_when_a_summary_is_kept_or_declined(talk, keeps):
    plan = both(talk)
    talk.presses("right")
    talk.presses("keep" if keeps else "do_not_keep")
    if not keeps:
        said = talk.presses("no_copy")
        assert said[:2] == ["utter_record_not_kept", P + "stays"]
    assert (plan_of(talk), talk.lines) == (plan, [])
    assert "choose:see_plan" in talk.buttons()
    if keeps:
        assert not [line for line in talk.kept.lines if line.words in PLANNED]


def test_starting_over_asks_and_takes_the_plan_with_it(talk):
    at(talk, Q.PLAN_READY)
    assert talk.types("start over") == [P + "ask_start_over"]
    assert talk.types("no")[0] == P + "stays"
    assert plan_of(talk)
    talk.types("start over")
    assert talk.presses("start_over") == [P + "started_over", "utter_welcome_ask_door"]
    assert not plan_of(talk)


def test_deleting_a_plan_leaves_everything_else(talk):
    both(talk)
    talk.presses("open_plan")
    talk.presses("clear_plan")
    assert talk.presses("delete_plan")[0] == P + "cleared"
    assert not plan_of(talk)
    assert talk.lines == ["my garden", "we married there", "a chair"]


def test_deleting_everything_deletes_the_plan(talk):
    at(talk, Q.PLAN_READY)
    talk.types("delete everything")
    talk.presses("delete")
    assert not plan_of(talk)
    assert talk.types("my plan")[0] != P + "card"


def test_leaving_says_that_the_plan_waits(talk):
    at(talk, Q.PLAN_HOPE)
    assert talk.types("not today") == ["utter_session_pause", P + "waits"]


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [("no, change something else. Sunday at half 4", Question.PLAN_CHANGE), ("change the time", Question.PLAN_WHEN)],
)
def test_a_wish_to_change_something_at_the_card_means_the_plan(talk, words, leads_to):
    at(talk, Question.PLAN_CHECK)
    said = talk.does("edit_summary", words)
    assert "utter_record_nothing_yet" not in said
    assert talk.question is leads_to
