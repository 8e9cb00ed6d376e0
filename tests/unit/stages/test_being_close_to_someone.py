"""In the door for somebody close: a carer is heard, and whoever it is about is called what the carer calls them."""

import pytest

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Door, Question
from tests.unit.stages.talking import at

TIRED = "I'm so tired, I've not slept for weeks, he's up all night"


@pytest.fixture
def close(talk):
    talk.does("arrive")
    talk.presses("close")
    return talk


def test_a_worn_out_carer_is_heard_and_the_question_asked_all_the_same(close):
    assert close.types(TIRED) == ["utter_session_worn_out", "utter_focus_ask_what"]
    assert close.buttons()[:2] == ["ask_carer_support", "choose:told_too"]
    assert (close.lines, close.question) == ([], Question.FOCUS_WHAT)
    close.presses("told_too")
    assert close.lines == [TIRED]


def test_an_answer_told_with_it_is_taken_and_the_carer_heard(close):
    said = close.types("I'm exhausted but what she wants is to be home")
    assert said[0] == "utter_session_worn_out"
    assert close.lines == ["I'm exhausted but what she wants is to be home"]


def test_the_same_is_not_said_twice(close):
    close.types(TIRED)
    assert close.types("i'm shattered")[0] == "utter_session_worn_out_again"


def test_whoever_writes_of_themselves_is_no_carer(talk):
    talk.does("arrive")
    talk.presses("me")
    assert "utter_session_worn_out" not in talk.types("I'm so tired")


@pytest.mark.parametrize(
    ("words", "them"), [("it's for my wife", "your wife"), ("my nan", "your nan"), ("not me, it's our Dave", "Dave")]
)
def test_the_questions_name_who_it_is(talk, words, them):
    talk.does("arrive")
    talk.types(words)
    if talk.position.door is not Door.CLOSE:
        talk.presses("close")
    talk.types("her garden")
    assert talk.value("utter_focus_ask_why_quoting", "them") == them


def test_who_it_is_can_be_told_later(close):
    close.types("my wife likes her garden")
    assert close.value("utter_focus_ask_why_quoting", "them") == "your wife"


def test_only_saying_who_it_is_answers_nothing(close):
    assert close.types("she's my mum")[0] == "utter_focus_named"
    assert close.lines == []


def test_kin_named_in_passing_is_not_taken(close):
    close.types("my son brings her flowers")
    assert close.value("utter_focus_ask_why_quoting", "them") == "them"


@pytest.mark.parametrize("words", ["my sleep", "me time", "I need to see my friends"])
def test_the_carers_own_life_stands_under_the_one_who_cares(close, words):
    assert close.types(words) == ["utter_focus_own_life", "utter_focus_ask_what"]
    (line,) = close.draft.lines
    assert (line.kind, line.heading) == (Kind.CARING, Heading.ALSO_KNOW)


def test_it_can_be_said_to_be_about_the_other_after_all(close):
    close.types("my sleep")
    close.presses("of_them")
    assert [line.kind for line in close.draft.lines] == [Kind.WHAT]


def test_what_is_about_the_other_is_not(close):
    close.types("that I visit")
    assert [line.kind for line in close.draft.lines] == [Kind.WHAT]


@pytest.mark.parametrize("words", ["my wife is dying. weeks.", "i cant do this", "he's got days left"])
def test_pain_at_the_first_question_is_heard_first(close, words):
    assert close.types(words) == ["utter_session_surfacing"]
    assert close.lines == []
    close.presses("told_too")
    assert close.lines == [words]


def test_news_that_names_no_door_is_heard_and_not_offered_as_what_matters(talk):
    assert talk.types("they found it in my liver")[0] == "utter_session_news"
    talk.presses("me")
    assert talk.draft.opening == ""
    assert talk.question is Question.FOCUS_WHAT


@pytest.mark.parametrize(
    ("words", "door"),
    [
        ("i've got MND", Door.ME),
        ("I'm dying", Door.ME),
        ("my wife has cancer", Door.CLOSE),
        ("mum has alzheimers and I look after her", Door.CLOSE),
        ("my husband is poorly and i want people to know he loves the sea and his old dog", Door.CLOSE),
    ],
)
def test_whoever_says_first_whom_it_is_about_is_not_asked(talk, words, door):
    assert talk.types(words)[:2] == ["utter_welcome_hello", "utter_welcome_thank"]
    assert talk.position.door is door
    assert talk.question is Question.FOCUS_WHAT
    assert talk.lines == []


@pytest.mark.parametrize(
    "words",
    ["my mum told me about this", "I'm a nurse", "is my dad dying", "I am writing for a lady I visit", "hello there"],
)
def test_who_it_is_for_is_asked_where_the_words_do_not_say(talk, words):
    talk.types(words)
    assert talk.question is Question.WELCOME_DOOR


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("not sure this is for me", "utter_session_for_anyone"),
        ("dunno if i should be here", "utter_session_for_anyone"),
        ("is this even allowed", "utter_session_you_may"),
    ],
)
def test_a_doubt_at_the_opening_is_answered(talk, words, says):
    assert talk.types(words)[0] == says
    assert talk.draft.opening == ""
    assert talk.question is Question.WELCOME_DOOR


def test_a_menu_has_eight_buttons_at_most_and_leads_everywhere_in_two(talk):
    from tests.unit.stages.talking import share_with

    at(talk, None)
    share_with(talk, "Aunt May")
    talk.does("resume")
    first = talk.buttons()
    assert len(first) <= 8
    reached = set(first)
    for value in [each.removeprefix("choose:") for each in first if each.startswith("choose:menu_")]:
        talk.presses(value)
        reached |= set(talk.buttons())
        talk.presses("something_else")
    wanted = {"share_summary", "review_summary", "edit_summary", "get_copy", "withdraw_consent", "plan_conversation"}
    assert wanted | {"ask_who_viewed", "find_support", "help"} <= reached
