"""Somebody works out what matters: one thing or several, in their own words, at their own pace."""

import pytest

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Door, Question
from tests.unit.stages.talking import at

ODD_WORDS = [
    "{words} {0} {unknown} }{",
    "%s %(words)s $words",
    "<script>alert(1)</script> & <b>bold</b>",
    "x" * 20_000,
    "أريد أن أكون في حديقتي",
    "הגינה שלי",
    "🌻🐝💛",
    "line one\nline two\n\nline four",
    "“quoted” 'words' \"here\"",
    "/slash first",
    "it's  two   spaces",
    "12",
]


def test_the_shortest_way_is_five_turns(talk):
    assert talk.does("arrive") == ["utter_welcome_hello", "utter_welcome_ask_door"]
    assert talk.presses("me") == ["utter_focus_ask_what"]
    assert talk.types("My garden at dusk") == ["utter_focus_ask_why_quoting"]
    assert talk.value("utter_focus_ask_why_quoting", "words") == "My garden at dusk"
    assert talk.types("It is where we married") == ["utter_focus_topics_you_said", "utter_focus_ask_support"]
    assert talk.value("utter_focus_topics_you_said", "words") == "It is where we married"
    assert talk.types("A chair by the door") == ["utter_focus_ask_more"]
    assert talk.presses("enough")[0] == "utter_record_read_back"
    assert [(li.heading, li.kind, li.topic, li.words) for li in talk.draft.in_order] == [
        (Heading.MOST_IMPORTANT, Kind.WHAT, 0, "My garden at dusk"),
        (Heading.MOST_IMPORTANT, Kind.WHY, 0, "It is where we married"),
        (Heading.SUPPORT, Kind.SUPPORT, 0, "A chair by the door"),
    ]


def test_the_welcome_says_who_runs_it_and_how_long_a_draft_lasts(talk):
    talk.does("arrive")
    assert talk.heard[0].values == {"organisation": "Example Hospice", "days": "45"}
    assert "utter_welcome_hello" not in talk.does("arrive")


@pytest.mark.parametrize("words", ODD_WORDS)
def test_words_are_kept_exactly(talk, words):
    talk.does("arrive")
    talk.presses("me")
    for _ in range(4):
        talk.types(words)
        if talk.question is Question.FOCUS_SEVERAL:
            talk.presses("together")
    assert [line.words for line in talk.draft.lines] == [words] * 4
    talk.does("record_summary")
    assert sum(say.values["lines"].count(words) for say in talk.heard if "lines" in say.values) >= 4
    talk.presses("right")
    talk.presses("keep")
    assert [line.words for line in talk.kept.lines] == [words] * 4


def test_several_things_each_with_its_own_why(talk):
    talk.does("arrive")
    talk.presses("me")
    for words in ("garden", "married there", "a chair"):
        talk.types(words)
    talk.presses("more")
    for words in ("dog", "company", "walks"):
        talk.types(words)
    talk.types("bees")
    talk.types("skip")
    talk.types("a neighbour")
    talk.types("no")
    assert talk.question is Question.FOCUS_ORDER
    talk.types("skip")
    assert talk.question is Question.RECORD_CHECK
    assert talk.lines == ["garden", "married there", "dog", "company", "bees", "a chair", "walks", "a neighbour"]
    assert {line.topic for line in talk.draft.lines} == {0, 1, 2}


def test_leaving_everything_aside_is_allowed(talk):
    talk.does("arrive")
    talk.presses("me")
    talk.types("I don't know")
    talk.types("I don't know")
    talk.types("skip")
    assert talk.types("no") == ["utter_record_nothing_yet", "utter_session_what_next"]
    assert talk.question is None
    assert talk.draft.lines == ()


@pytest.mark.parametrize("door", [Door.GRIEVING, Door.HELPING])
def test_the_other_doors_lead_to_people_and_on(talk, door):
    talk.does("arrive")
    talk.presses(door)
    if door is Door.GRIEVING:
        talk.presses("support_for_me")
    talk.types("skip")
    said = talk.types("skip")
    assert "utter_signposting_service" in said
    assert said[-1] == "utter_session_what_next"
    assert talk.position.door is door
    assert talk.does("focus_on_what_matters")[-1] == "utter_welcome_ask_door"
    assert talk.presses("me") == ["utter_focus_ask_what"]


# --- words that came before a question --------------------------------------------------------------------------------


def test_opening_words_are_offered_back(talk):
    talk.types("I want to talk about my garden, it is all I think of")
    talk.presses("me")
    assert [say.response for say in talk.heard] == ["utter_focus_opening", "utter_focus_ask_opening"]
    assert talk.heard[0].values["words"] == "I want to talk about my garden, it is all I think of"
    talk.presses("opening")
    assert talk.lines == ["I want to talk about my garden, it is all I think of"]
    assert talk.draft.opening == ""


@pytest.mark.parametrize("words", ["My garden", "Staying at home with Alfie", "the sea"])
def test_short_opening_words_are_not_lost_either(talk, words):
    talk.does("arrive")
    assert talk.types(words) == ["utter_welcome_which", "utter_welcome_ask_door"]
    talk.presses("me")
    assert talk.value("utter_focus_opening", "words") == words
    talk.types("yes")
    assert talk.lines == [words]


def test_opening_words_may_be_said_another_way(talk):
    talk.types("I want to talk about my garden, it is all I think of")
    talk.presses("me")
    talk.types("Being outdoors")
    assert talk.lines == ["Being outdoors"]
    assert talk.draft.opening == ""


@pytest.mark.parametrize("no", ["no", "no leave it", "no, leave that out please"])
def test_a_no_to_opening_words_asks_for_others(talk, no):
    talk.types("I want to talk about my garden, it is all I think of")
    talk.presses("me")
    assert talk.types(no)[-1] == "utter_focus_ask_what"
    assert talk.question is Question.FOCUS_WHAT
    assert talk.draft.opening == ""


def test_opening_words_never_replace_an_answer(talk):
    at(talk, Question.FOCUS_WHY)
    with talk.begin() as records:
        from dataclasses import replace

        records.drafts.put(talk.person, replace(records.drafts.get(talk.person), opening="something else"))
        records.commit()
    talk.types("go back")
    assert talk.value("utter_focus_earlier", "words") == "my garden"
    talk.types("yes")
    assert talk.lines == ["my garden"]


def test_words_in_two_messages_before_the_door_are_both_held(talk):
    talk.types("first I was told in March that it had come back")
    talk.types("and then my daughter moved in to help me")
    talk.presses("me")
    assert talk.draft.opening.splitlines() == [
        "first I was told in March that it had come back",
        "and then my daughter moved in to help me",
    ]


def test_a_button_for_words_that_are_gone_writes_nothing(talk):
    talk.types("I want to talk about my garden, it is all I think of")
    talk.presses("me")
    with talk.begin() as records:
        records.drafts.drop(talk.person)
        records.commit()
    assert talk.presses("opening") == ["utter_session_earlier_button", "utter_focus_ask_what"]
    assert talk.lines == []


# --- going back -------------------------------------------------------------------------------------------------------


def test_going_back_reaches_the_very_first_question(talk):
    at(talk, Question.RECORD_CHECK)
    talk.presses("right")
    seen = []
    while talk.does("go_back")[0] != "utter_session_first_question":
        seen.append(talk.question)
        assert len(seen) < 40
    assert seen[-1] is Question.WELCOME_DOOR
    assert seen[0] is Question.RECORD_CHECK
    assert talk.question is Question.WELCOME_DOOR
    assert len(talk.draft.lines) >= 3


def test_going_back_after_a_change_is_no_dead_end(talk):
    at(talk, Question.RECORD_CHECK)
    talk.types("change 1")
    talk.types("my garden, at dusk")
    talk.presses("add")
    talk.presses("people")
    talk.types("my sister")
    assert talk.question is Question.RECORD_CHECK
    talk.does("go_back")
    assert talk.question is Question.FOCUS_MORE


def test_an_answer_given_again_replaces_the_first(talk):
    at(talk, Question.FOCUS_SUPPORT)
    talk.types("go back")
    assert talk.value("utter_focus_earlier", "words") == "it is where we married"
    talk.types("we met there")
    assert talk.lines == ["my garden", "we met there"]
    assert talk.question is Question.FOCUS_SUPPORT


def test_skip_leaves_an_earlier_answer_as_it_is(talk):
    at(talk, Question.FOCUS_SUPPORT)
    talk.types("go back")
    talk.types("skip")
    assert talk.lines == ["my garden", "it is where we married"]


def test_skip_at_an_earlier_what_goes_on_to_its_why(talk):
    """ "Say 'skip' to leave it as it is": what is left as it is still has its why."""
    at(talk, Question.FOCUS_WHY)
    talk.types("go back")
    talk.types("skip")
    assert talk.lines == ["my garden"]
    assert talk.question is Question.FOCUS_WHY


# --- words that answer nothing, and leaving ---------------------------------------------------------------------------


@pytest.mark.parametrize(("words", "guess"), [("I miss him", "nlu_fallback"), ("he was a lovely man", "inform")])
def test_whoever_grieves_is_heard(talk, words, guess):
    talk.does("arrive")
    talk.presses("grieving")
    talk.types("skip")
    assert talk.does(guess, words)[0] in {"utter_grief_missing", "utter_grief_of_them"}
    assert "bereavement_support" in talk.buttons()
    assert talk.question is None


def test_words_that_were_not_understood_are_put_by_and_offered(talk):
    talk.does("arrive")
    talk.types("skip")
    said = talk.does("nlu_fallback", "sat by the water with him")
    assert said == ["utter_session_put_by", "utter_session_words_held", "utter_session_what_next"]
    assert "focus_on_what_matters" in talk.buttons()
    talk.does("focus_on_what_matters")
    talk.presses("me")
    assert talk.value("utter_focus_opening", "words") == "sat by the water with him"


def test_a_first_message_that_was_not_understood_is_held(talk):
    assert talk.does("nlu_fallback", "nobody asks me about the sea")[0] == "utter_welcome_hello"
    assert talk.draft.opening == "nobody asks me about the sea"


def test_bad_news_first_is_heard_and_not_offered_back(talk):
    assert talk.does("nlu_fallback", "they found cancer in her liver")[0] == "utter_session_news"
    assert talk.draft.opening == ""


def test_a_few_puzzling_words_are_not_held(talk):
    at(talk, None)
    assert talk.does("nlu_fallback", "asdf")[0] == "utter_session_not_understood"
    assert talk.draft.opening == ""


@pytest.mark.parametrize("words", ["skip", "I don't know", "no"])
def test_leaving_the_first_question_is_no_dead_end(talk, words):
    talk.does("arrive")
    assert talk.types(words) == ["utter_welcome_later", "utter_session_what_next"]
    assert "find_support" in talk.buttons()
    assert talk.does("focus_on_what_matters") == ["utter_welcome_ask_door"]


def test_bad_news_is_acknowledged_and_not_offered_as_what_matters(talk):
    talk.does("arrive")
    assert talk.types("my mum is dying") == ["utter_welcome_thank", "utter_focus_ask_what"]
    assert (talk.position.door, talk.draft.opening) == (Door.CLOSE, "")


@pytest.mark.parametrize(("intent", "response"), [("goodbye", "goodbye"), ("stop", "stop"), ("pause", "pause")])
def test_each_way_of_leaving_has_words_of_its_own(talk, intent, response):
    talk.does("arrive")
    assert talk.does(intent) == [f"utter_session_{response}", "utter_session_write_any_time"]
    at(talk, Question.FOCUS_WHY)
    assert talk.does(intent) == [f"utter_session_{response}", "utter_session_draft_waits"]
