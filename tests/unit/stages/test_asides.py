"""Something is asked beside the open question: it is answered, and the question is asked again, shortly."""

import pytest

from bot.model.again import Again
from bot.model.position import Question
from bot.stages.asides import ASIDES
from tests.unit.fakes import RULES
from tests.unit.stages.talking import at, share_with

P = "utter_privacy_"
R = "utter_record_"
MOVES_NOTHING = {
    "action_ask",
    "action_feelings",
    "action_information",
    "action_session_greet",
    "action_session_who",
    "action_session_privacy",
    "action_share_who_viewed",
    "action_record_review",
    "action_record_copy",
    "action_record_differently",
    "action_improve_feedback",
    "action_session_aside",
    "action_session_clarify",
    "action_session_in_passing",
}


def test_asides_are_what_moves_nothing():
    still = {
        intent
        for intent, actions in RULES.items()
        if actions[-1] == "action_ask"
        and len(actions) > 1
        and all(name in MOVES_NOTHING or name.startswith("utter_") for name in actions)
    }
    assert still == ASIDES


NODS = ["ok", "Ok.", "right", "I see", "fair enough", "ok thats fine", "oh right, good to know", "all right then"]


@pytest.mark.parametrize("nod", NODS)
def test_an_ok_to_an_aside_keeps_nothing(talk, nod):
    at(talk, Question.RECORD_CONSENT)
    talk.types("who can see it?", guess="ask_privacy")
    assert talk.types(nod) == [R + "ask_consent"]
    assert talk.kept is None
    assert talk.question is Question.RECORD_CONSENT


@pytest.mark.parametrize("yes", ["yes", "yes please", "ok save it", "yes keep it", "ok yes", "please keep it"])
def test_a_yes_after_an_aside_is_a_yes(talk, yes):
    at(talk, Question.RECORD_CONSENT)
    talk.types("is it private?", guess="ask_privacy")
    assert talk.types(yes)[0] == R + "kept"


def test_an_ok_to_the_question_itself_is_a_yes(talk):
    at(talk, Question.RECORD_CONSENT)
    talk.types("who sees this")
    talk.types("ok")
    assert talk.types("ok")[0] == R + "kept"


def test_an_ok_to_an_aside_shares_and_deletes_nothing(talk):
    at(talk, Question.SHARE_CONSENT)
    talk.types("does he get told?")
    assert talk.types("ok") == ["utter_share_ask_consent"]
    assert talk.shares == ()
    talk.does("delete_my_data")
    talk.types("will it tell my daughter")
    assert talk.types("ok") == [R + "ask_delete"]
    assert talk.kept is not None


@pytest.mark.parametrize(
    "words", ["hang on who reads it", "wait, who sees this", "hold on, who gets to see it?", "wait who can read this",
              "hang on a minute, who looks at it"]
)  # fmt: skip
def test_a_question_behind_hang_on_is_no_pause(talk, words):
    at(talk, Question.RECORD_CONSENT)
    assert talk.types(words, guess="pause") == [P + "ask_privacy", R + "ask_consent"]


def test_hang_on_alone_is_waited_for(talk):
    at(talk, Question.RECORD_CONSENT)
    assert talk.types("hang on")[0] == "utter_session_take_your_time"


# --- what was read back is not said again -----------------------------------------------------------------------------


@pytest.mark.parametrize("intent", sorted(ASIDES - {"review_summary", "get_copy"}))
def test_the_summary_is_not_read_back_again_after_an_aside(talk, intent):
    at(talk, Question.RECORD_CHECK)
    said = talk.does(intent, "so what about that")
    assert said[-1] == R + "ask_check_again"
    assert R + "section" not in said
    assert {"choose:right", "choose:change", "review_summary"} <= set(talk.buttons())


def test_the_summary_is_read_back_once_when_asked_for(talk):
    at(talk, Question.RECORD_CHECK)
    for words in ("show it again", "let me see it again", "read it back again"):
        said = talk.types(words)
        assert said.count(R + "section") == 2
        assert said[-1] == R + "ask_check_again"


def test_it_is_read_back_when_it_was_changed_and_after_a_while(talk, clock):
    at(talk, Question.RECORD_CHECK)
    talk.does("thank")
    assert R + "section" in talk.types("take out 2")
    talk.does("thank")
    clock.move(days=2)
    assert R + "section" in talk.does("resume")


def test_it_is_read_back_to_whoever_says_hello_after_an_hour(talk, clock):
    at(talk, Question.RECORD_CHECK)
    clock.move(minutes=61)
    assert R + "section" in talk.does("greet")


def test_what_was_not_understood_reads_nothing_back(talk):
    at(talk, Question.RECORD_CHECK)
    assert talk.types("yes. no. I don't know") == [R + "say_which", R + "can_add", R + "ask_check_again"]
    assert talk.types("yes")[0] == R + "ask_consent"


@pytest.mark.parametrize(
    ("question", "left_out", "asked"),
    [
        (Question.PLAN_CHECK, "utter_plan_part", "utter_plan_ask_check_again"),
        (Question.PLAN_TONE, "utter_plan_three_ways", "utter_plan_ask_tone"),
        (Question.REFLECT_NOTES, "utter_reflect_read_back", "utter_reflect_ask_notes"),
    ],
)
def test_no_other_card_is_said_again_after_an_aside(talk, question, left_out, asked):
    at(talk, question)
    said = talk.does("ask_lpa")
    assert left_out not in said
    assert said[-1] == asked


def test_the_plan_is_shown_again_when_asked_for(talk):
    at(talk, Question.PLAN_CHECK)
    talk.does("ask_lpa")
    assert "utter_plan_part" in talk.types("show it again")
    talk.does("ask_lpa")
    assert "utter_plan_part" in talk.presses("see_plan")


def test_why_it_was_asked_again_is_forgotten_with_the_question(talk):
    at(talk, Question.RECORD_CHECK)
    talk.does("thank")
    assert talk.position.again is Again.ASIDE
    talk.types("yes")
    assert talk.position.again is None


# --- who gets to know -------------------------------------------------------------------------------------------------

BEFORE_SHARING = {
    "does he get told about this?": "told",
    "will it tell my daughter": "told",
    "can my son change it": "changed",
    "what happens to it if he dies": "after_death",
    "does the doctor get it": "read_by_nobody",
    "will my family see it without me": "read_by_nobody",
    "If I say yes can my ex-husband get hold of it?": "read_by_nobody",
}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (None, ["who_nobody", "ask_privacy"]),
        (Question.RECORD_CHECK, ["ask_privacy"]),
        (Question.FOCUS_WHY, ["ask_privacy"]),
    ],
)
def test_who_reads_it_is_told_before_all_the_rest(talk, question, said):
    at(talk, question)
    heard = talk.types("who reads it", guess="out_of_scope")
    assert heard[: len(said)] == [P + each for each in said]
    assert talk.question is question


@pytest.mark.parametrize(("words", "said"), BEFORE_SHARING.items())
@pytest.mark.parametrize("question", [None, Question.RECORD_CHECK, Question.FOCUS_WHY])
def test_a_plain_question_gets_a_plain_answer(talk, question, words, said):
    at(talk, question)
    assert talk.types(words, guess="out_of_scope")[0] == P + said
    assert talk.question is question


def test_whether_somebody_can_read_it_is_answered_from_what_is_shared(talk, begin):
    at(talk, None)
    share_with(talk, "Bernadette")
    assert talk.types("can she still read it?")[0] == P + "read_if"
    assert talk.value(P + "read_if", "recipients") == "Bernadette"
    assert talk.types("can Bernadette open it")[0] == P + "read"
    assert talk.types("can my ex-husband see it")[0] == P + "read_only"
    assert talk.types("what happens to my words when I die")[0] == P + "after_death_shared"
    talk.does("withdraw_consent")
    assert talk.types("can she still read it?")[0] == P + "read_by_nobody"


def test_whoever_asks_before_the_welcome_who_is_there_is_told_once(talk):
    assert talk.does("ask_who_are_you") == ["utter_welcome_hello", "utter_welcome_ask_door"]
    assert talk.does("ask_who_are_you")[0] == "utter_session_who"


def test_what_was_read_cannot_be_taken_back(talk, begin):
    from bot.stages.share_pages import SharedPages

    at(talk, None)
    SharedPages(begin).open(*share_with(talk, "Bernadette"))
    talk.does("withdraw_consent")
    assert talk.types("can she still read it?")[0] == P + "read_no_more"


def test_with_nothing_shared_nothing_is_deleted_and_they_are_back(talk):
    at(talk, Question.RECORD_CONSENT)
    assert talk.types("stop sharing") == ["utter_share_nothing_to_stop", R + "ask_consent"]
    assert talk.question is Question.RECORD_CONSENT
