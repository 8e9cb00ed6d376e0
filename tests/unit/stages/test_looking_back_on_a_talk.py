"""Somebody looks back on a talk: at their own pace, in their own words, with nothing kept or chased without a yes."""

import json
from dataclasses import replace

import pytest

from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.position import Door, Position, Question
from bot.model.reflection import Feels, Reflection, Went
from bot.stages import reflect, reflect_notes
from tests.unit.stages.talking import at

Q = Question
MINE = list(reflect.ASKS)


@pytest.fixture
def me(talk):
    """Somebody at their own door with nothing open."""
    talk.does("arrive")
    place(talk, Position(welcomed=True, door=Door.ME))
    return talk


def place(talk, position):
    with talk.begin() as records:
        records.people.place(talk.person, position)
        records.commit()


def looked_back(talk, learned="he wants the window open", unsaid="that I forgave him"):
    talk.types("we talked", "reflect_on_conversation")
    talk.presses("well")
    talk.types(learned)
    talk.types(unsaid)
    return talk.presses("all_right")


def titles(talk):
    return [button.title for say in talk.heard for button in say.buttons]


def test_the_whole_way_with_a_yes_to_the_notes(me):
    assert me.types("we talked")[-1] == "utter_reflect_ask_how"
    assert me.presses("mixed") == ["utter_reflect_thank", "utter_reflect_ask_learned"]
    assert me.types("he wants the window open") == ["utter_reflect_ask_unsaid"]
    assert me.types("that I forgave him") == ["utter_reflect_ask_now"]
    assert me.types("a bit wobbly") == [
        "utter_reflect_now_heard",
        "utter_reflect_read_back",
        "utter_reflect_ask_notes",
    ]
    assert me.value("utter_reflect_read_back", "lines").splitlines() == [
        "How it went: Mixed",
        "Learned: “he wants the window open”",
        "Left unsaid: “that I forgave him”",
        "How I was afterwards: “a bit wobbly”",
    ]
    assert me.lines == []
    assert me.presses("put_in") == ["utter_reflect_put_in", "utter_reflect_ask_next"]
    (line,) = me.draft.lines
    assert (line.heading, line.kind, line.words) == (Heading.MOST_IMPORTANT, Kind.ADDED, "he wants the window open")
    assert me.kept is None
    assert {"record_summary", "plan_conversation", "find_support"} <= set(me.buttons())
    assert me.presses("nothing") == ["utter_reflect_left_be", "utter_session_what_next"]
    assert me.question is None
    assert "reflect_on_conversation" in me.buttons()


@pytest.mark.parametrize("words", ["no", "keep it", "that's right", "maybe", "yes?"])
def test_without_a_clear_yes_nothing_goes_into_the_notes(me, words):
    looked_back(me)
    me.types(words)
    assert me.lines == []
    assert me.draft.reflection.learned == "he wants the window open"


def test_what_was_learned_goes_where_the_person_says(me):
    looked_back(me)
    assert me.presses("put_under") == ["utter_record_adding", "utter_record_ask_add_heading"]
    assert me.value("utter_record_adding", "words") == "he wants the window open"
    me.types("my wellness")
    assert [(line.heading, line.words) for line in me.draft.lines] == [(Heading.WELLNESS, "he wants the window open")]


def test_it_is_added_to_notes_that_are_kept_and_these_stay_as_they_are(talk):
    at(talk, None)
    kept = [line.words for line in talk.kept.lines]
    looked_back(talk)
    talk.types("yes")
    assert talk.lines == sorted([*kept, "he wants the window open"], key=talk.lines.index)
    assert set(talk.lines) == {*kept, "he wants the window open"}
    assert [line.words for line in talk.kept.lines] == kept
    assert talk.question is Q.REFLECT_NEXT
    talk.does("record_summary")
    assert talk.question is Q.RECORD_CHECK


def test_where_it_goes_can_be_said_again_and_it_is_there_once(me):
    looked_back(me)
    me.presses("put_in")
    me.types("go back")
    me.presses("put_under")
    me.presses("wellness")
    assert [(line.heading, line.words) for line in me.draft.lines] == [(Heading.WELLNESS, "he wants the window open")]
    me.types("go back")
    me.types("no")
    assert me.lines == []


def test_what_is_in_the_notes_already_is_not_asked_about(me):
    looked_back(me)
    me.presses("put_in")
    me.presses("nothing")
    looked_back(me)
    assert me.question is Q.REFLECT_NEXT
    assert me.lines == ["he wants the window open"]


@pytest.mark.parametrize("door", [Door.GRIEVING, Door.HELPING])
def test_only_ones_own_notes_or_those_about_somebody_close_are_added_to(talk, door):
    talk.does("arrive")
    place(talk, Position(welcomed=True, door=door))
    said = looked_back(talk)
    assert said == [
        "utter_reflect_thank",
        "utter_reflect_read_back",
        "utter_reflect_stays",
        "utter_reflect_ask_next",
    ]
    assert talk.value("utter_reflect_stays", "days") == "45"
    assert "focus_on_what_matters" not in talk.buttons()


def test_what_a_carer_learned_never_goes_into_notes_in_another_voice(me):
    with me.begin() as records:
        draft = Draft(door=Door.CLOSE).adding(Heading.PEOPLE, Kind.ADDED, -1, "her sister")
        records.drafts.put(me.person, draft)
        records.commit()
    looked_back(me)
    assert me.question is Q.REFLECT_NEXT
    assert me.lines == ["her sister"]


# --- it did not happen ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["it didn't happen", "they said not today", "we never got to talk about it", "not yet"]
)
def test_a_talk_that_did_not_happen_is_a_good_ending(me, words):
    me.types("we talked")
    assert me.types(words) == ["utter_reflect_not_yet", "utter_reflect_ask_again"]
    assert {"choose:leave_it", "plan_conversation"} <= set(me.buttons())
    assert me.presses("leave_it") == ["utter_reflect_left_be", "utter_session_what_next"]
    assert me.question is None
    with me.begin() as records:
        assert records.reminders.open_of(me.person) is None


def test_whoever_grieves_is_offered_no_next_talk(talk):
    talk.does("arrive")
    place(talk, Position(welcomed=True, door=Door.GRIEVING))
    talk.types("we talked")
    assert talk.presses("not_yet") == ["utter_reflect_never", "utter_reflect_ask_unsaid"]
    talk.types("goodbye, properly")
    talk.presses("low")
    assert talk.question is Q.REFLECT_NEXT
    assert "plan_conversation" not in talk.buttons()
    assert "Left unsaid: “goodbye, properly”" in talk.value("utter_reflect_read_back", "lines")


# --- care for the helper ----------------------------------------------------------------------------------------------


def test_after_a_hard_talk_somebody_to_talk_to_is_offered(me, support):
    me.types("we talked")
    assert me.types("it was really hard")[0] == "utter_reflect_hard"
    me.types("skip")
    assert me.types("skip")[-2:] == ["utter_reflect_after_hard", "utter_reflect_ask_now"]
    said = me.presses("someone")
    assert said[0] == "utter_reflect_now_someone"
    assert "utter_signposting_service" in said
    assert said[-1] == "utter_reflect_ask_next"
    assert me.types("the number is wrong", "report_directory_error")
    assert support.looked


def test_a_talk_that_was_not_hard_is_not_called_so(me):
    looked_back(me)
    assert "utter_reflect_after_hard" not in me.does("go_back")


# --- words ------------------------------------------------------------------------------------------------------------


def test_what_was_told_first_is_held_and_not_asked_for_again(me):
    said = me.types("we talked on Sunday and there were tears", "reflect_on_conversation")
    assert said == ["utter_reflect_told", "utter_reflect_ask_how"]
    me.presses("hard")
    me.types("skip")
    me.types("skip")
    me.presses("tired")
    lines = me.value("utter_reflect_read_back", "lines")
    assert lines.startswith("Told first: “we talked on Sunday and there were tears”\nHow it went: It was hard\n")


def test_the_first_words_of_somebody_new_are_held_until_the_door_is_known(talk):
    said = talk.types("I spoke to my dad yesterday, it was awful", "reflect_on_conversation")
    assert said == ["utter_welcome_hello", "utter_welcome_ask_door"]
    assert talk.presses("close") == ["utter_reflect_ask_how"]
    assert talk.draft.reflection.told == "I spoke to my dad yesterday, it was awful"
    assert talk.position.after_door is None


@pytest.mark.parametrize("door", [*Door, "skip"])
def test_every_door_leads_on_to_the_talk(talk, door):
    talk.types("we talked")
    assert talk.question is Q.WELCOME_DOOR
    said = talk.types("skip") if door == "skip" else talk.presses(door)
    assert said[-1] == "utter_reflect_ask_how"
    assert (talk.question, talk.position.after_door) == (Q.REFLECT_HOW, None)
    assert ("utter_bereavement_any" in said) == (door == Door.GRIEVING)


@pytest.mark.parametrize("words", ["{words} {0}", "<b>x</b>", "line one\n\nline two", "الحديقة", "x" * 20_000])
def test_words_are_held_exactly_and_only_in_the_sealed_draft(me, words):
    me.types("we talked")
    for _ in range(4):
        me.types(words)
    held = me.draft.reflection
    assert (held.how, held.learned, held.unsaid, held.now) == (words,) * 4
    assert json.dumps(words)[1:-1] not in json.dumps(me.position.to_json())
    me.presses("put_in")
    me.types(words)
    assert me.draft.reflection.next == words


def test_an_answer_given_again_replaces_the_first(me):
    looked_back(me)
    me.types("go back")
    assert me.value("utter_focus_earlier", "words") == "All right"
    me.types("go back")
    me.types("go back")
    assert me.value("utter_focus_earlier", "words") == "he wants the window open"
    me.types("he wants it shut")
    assert me.draft.reflection.learned == "he wants it shut"
    me.types("skip")
    assert me.draft.reflection.unsaid == "that I forgave him"


def test_a_second_talk_is_looked_back_on_beside_the_first(me):
    looked_back(me)
    me.presses("put_in")
    me.presses("nothing")
    looked_back(me, "she wants music", "skip")
    me.types("no")
    assert [each.learned for each in me.draft.reflections] == ["he wants the window open", "she wants music"]
    assert me.types("show me what you have", "review_summary").count("utter_reflect_read_back") == 2


def test_what_was_said_of_a_talk_is_shown_and_copied_on_request(me):
    looked_back(me)
    me.types("no")
    me.presses("nothing")
    for intent in ("review_summary", "get_copy"):
        assert me.does(intent) == ["utter_reflect_read_back", "utter_session_what_next"]


def test_leaving_everything_aside_holds_nothing(me):
    me.types("we talked")
    for _ in range(5):
        me.types("skip")
    assert me.question is None
    assert not any(each.said for each in me.draft.reflections)


# --- going away, coming back ------------------------------------------------------------------------------------------


def test_what_was_open_is_open_again_afterwards(talk):
    at(talk, Q.FOCUS_SUPPORT)
    talk.types("we had the talk")
    looked_back(talk)
    talk.presses("put_in")
    assert "Go on where we were" in titles(talk)
    assert talk.presses("nothing")[-1] == "utter_focus_ask_support"
    assert talk.question is Q.FOCUS_SUPPORT
    talk.types("go back")
    assert talk.question is Q.FOCUS_WHY


def test_a_yes_that_was_waited_for_is_asked_again_after_reading_back(talk):
    at(talk, Q.RECORD_CONSENT)
    talk.types("we had the talk")
    talk.presses("not_yet")
    talk.presses("leave_it")
    assert talk.question is Q.RECORD_CHECK
    assert talk.kept is None


@pytest.mark.parametrize("question", [Q.RECORD_DELETE, Q.SIGNPOSTING_NEED, Q.SESSION_START_OVER])
def test_what_was_asked_aside_is_left_and_its_place_returned_to(talk, question):
    at(talk, question)
    before = talk.position.returning_to
    talk.types("we had the talk")
    talk.presses("not_yet")
    talk.presses("leave_it")
    assert (talk.question, talk.position.returning_to) == (before, None)


@pytest.mark.parametrize("question", MINE)
def test_to_tell_of_the_talk_again_loses_no_place(talk, question):
    at(talk, question)
    talk.types("we had the talk")
    ended = question in {Q.REFLECT_NEXT, Q.REFLECT_AGAIN}
    assert talk.question is (Q.REFLECT_HOW if ended else question)


@pytest.mark.parametrize("question", MINE)
def test_support_can_be_found_on_the_way(talk, question):
    at(talk, question)
    talk.does("find_support", "find support")
    talk.types("skip")
    talk.types("skip")
    assert talk.question is question


@pytest.mark.parametrize("question", MINE)
def test_months_later_the_words_are_gone_and_the_way_goes_on(talk, question):
    at(talk, question)
    with talk.begin() as records:
        records.drafts.drop(talk.person)
        records.commit()
    talk.does("arrive")
    assert talk.question is (Q.REFLECT_NEXT if question in reflect_notes.ASKS else question)
    talk.types("skip")
    assert talk.lines == []


def test_starting_over_asks_first_and_takes_it_along(me):
    looked_back(me)
    me.types("no")
    assert me.types("start over") == ["utter_session_ask_start_over"]
    me.types("yes")
    assert me.draft == Draft(next_line=me.draft.next_line)
    assert me.question is Q.WELCOME_DOOR


def test_it_goes_with_a_draft_that_is_declined(me):
    looked_back(me)
    me.presses("put_in")
    me.does("record_summary")
    me.presses("right")
    me.presses("do_not_keep")
    me.presses("no_copy")
    assert me.draft.reflections == ()


def test_deleting_everything_deletes_it(me):
    looked_back(me)
    me.types("delete everything")
    me.presses("delete")
    assert me.draft.reflections == ()


def test_leaving_says_that_it_waits(me):
    looked_back(me)
    assert me.does("pause") == ["utter_session_pause", "utter_session_draft_waits"]


# --- reading and storing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "reflection",
    [
        Reflection(),
        Reflection("told", Went.HARD, "how", "learned", "unsaid", Feels.LOW, "now", "next", over=True),
        Reflection(feels=Feels.SOMEONE),
    ],
)
def test_a_draft_reads_back_what_it_stored(reflection):
    draft = replace(Draft(), reflections=(reflection, reflection))
    assert Draft.from_json(json.loads(json.dumps(draft.to_json()))) == draft


def test_what_another_version_stored_is_read():
    assert Reflection.from_json({"went": "sideways", "feels": "low", "mood": "x"}) == Reflection(feels=Feels.LOW)
    old = Draft().to_json()
    del old["reflections"]
    assert Draft.from_json(old) == Draft()
