"""The screen on whole tables of messages, on answers to the door's questions, and on text of any shape."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.safety import Asked, SafetyIntent, Verdict
from bot.safety.screen import load, screen

TABLES = Path(__file__).parent / "tables"
AT_RISK = {SafetyIntent.EMERGENCY, SafetyIntent.SUICIDAL}


def lines(table: str, name: str) -> list[str]:
    return [line for line in (TABLES / table / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line]


def share_found(table: str, intent: SafetyIntent) -> float:
    """Of the lines that mean this, how many get this very verdict."""
    messages = lines(table, intent)
    return sum(1 for message in messages if (v := screen(message)) and v.intent is intent) / len(messages)


def false_alarms(table: str) -> list[str]:
    return [message for message in lines(table, "ordinary") if screen(message)]


@pytest.mark.parametrize("intent", SafetyIntent)
def test_dev_table_is_found(intent):
    assert share_found("dev", intent) >= 0.99


@pytest.mark.parametrize("intent", sorted(AT_RISK))
def test_no_life_at_risk_in_the_dev_table_gets_a_lesser_reply(intent):
    assert [m for m in lines("dev", intent) if not (v := screen(m)) or v.intent not in AT_RISK] == []


def test_ordinary_dev_talk_raises_no_alarm():
    assert false_alarms("dev") == []


# What was measured once, before any of these lines was looked at for a pattern. docs/safety.md tells the story.
HELD_OUT_FLOORS = {
    SafetyIntent.EMERGENCY: 0.83,
    SafetyIntent.SUICIDAL: 0.53,
    SafetyIntent.PASSIVE_DEATH_WISH: 0.80,
    SafetyIntent.URGENT_SYMPTOMS: 1.0,
    SafetyIntent.SAFEGUARDING: 0.93,
    SafetyIntent.DEATH_JUST_HAPPENED: 0.93,
}


@pytest.mark.parametrize(("intent", "floor"), HELD_OUT_FLOORS.items())
def test_held_out_table_keeps_its_measured_floor(intent, floor):
    assert share_found("held_out", intent) >= floor


def test_held_out_ordinary_talk_keeps_its_measured_ceiling():
    assert len(false_alarms("held_out")) / len(lines("held_out", "ordinary")) <= 0.02


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("he hits me and now he can't breathe", SafetyIntent.EMERGENCY),
        ("the morphine has run out and I've been thinking of ending my life", SafetyIntent.SUICIDAL),
        ("my carer hit me and I'm in agony", SafetyIntent.SAFEGUARDING),
        ("she is in agony and I wish I was dead", SafetyIntent.URGENT_SYMPTOMS),
        ("dad died this morning. I wish I was dead", SafetyIntent.DEATH_JUST_HAPPENED),
    ],
)
def test_the_most_dangerous_meaning_is_answered(said, intent):
    verdict = screen(said)
    assert verdict is not None
    assert verdict.intent is intent


@pytest.mark.parametrize(
    "said",
    [
        "MUM CAN\u2019T BREATHE",
        "mum cannnnt breeeathe",
        "mum can\u200bt bre\u200bathe",
        "mum can't brea\0the",
        "\U0001f62d mum can't breathe \U0001f62d\U0001f62d",
        "mum c\u0301an't breathe",
        "mam cannae breathe",
        "mum cnt brethe",
    ],
)
def test_the_way_it_is_typed_does_not_hide_an_emergency(said):
    assert screen(said) == Verdict(SafetyIntent.EMERGENCY, "emergency.breathing")


def test_someone_elses_danger_has_a_pattern_of_its_own():
    verdict = screen("my husband says he's going to shoot himself")
    assert verdict is not None
    assert verdict.pattern.startswith("suicidal.other.")


@pytest.mark.parametrize(
    ("answer", "intent"),
    [
        ("no", SafetyIntent.EMERGENCY),
        ("not sure", SafetyIntent.EMERGENCY),
        ("I don't feel safe", SafetyIntent.EMERGENCY),
        ("yes", None),
        ("yeah I'm ok, my wife is here", None),
        ("no, I'm safe", None),
        ("she's safe", None),
        ("yes I've got the pills here", SafetyIntent.EMERGENCY),
        ("yes but I want to kill myself", SafetyIntent.SUICIDAL),
        ("I am far from safe", SafetyIntent.EMERGENCY),
        ("I am no longer safe", SafetyIntent.EMERGENCY),
        ("I'm anything but okay", SafetyIntent.EMERGENCY),
        ("he is never safe", SafetyIntent.EMERGENCY),
        ("yes until tonight", SafetyIntent.EMERGENCY),
        ("yes sort of", SafetyIntent.EMERGENCY),
        ("yes i think so", SafetyIntent.EMERGENCY),
        ("ok for now", SafetyIntent.EMERGENCY),
        ("safe for now", SafetyIntent.EMERGENCY),
        ("I'm safe till tomorrow", SafetyIntent.EMERGENCY),
        ("I think I'm safe", SafetyIntent.EMERGENCY),
        ("not yet", SafetyIntent.EMERGENCY),
        ("honestly I don't know", SafetyIntent.EMERGENCY),
        ("I don't know if I'm safe", SafetyIntent.EMERGENCY),
        ("not sure what I might do", SafetyIntent.EMERGENCY),
        ("I am safe, my wife is here", None),
        ("I'm fine, don't worry", None),
        ("yes thank you i'm safe now", None),
        ("I'm really quite safe", None),
        ("I'm fine, I'd never do that", None),
    ],
)
def test_answers_to_are_you_safe(answer, intent):
    verdict = screen(answer, Asked.SAFE_NOW)
    assert verdict is not None
    assert verdict.intent is intent


@pytest.mark.parametrize(
    ("answer", "intent"),
    [
        ("yes", SafetyIntent.SUICIDAL),
        ("sometimes", SafetyIntent.SUICIDAL),
        ("maybe", SafetyIntent.SUICIDAL),
        ("i dont know", SafetyIntent.SUICIDAL),
        ("no", None),
        ("no, nothing like that", None),
        ("no, I'm just tired", None),
        ("I'm just tired of living", SafetyIntent.SUICIDAL),
        ("No, I'm just tired of living", SafetyIntent.SUICIDAL),
        ("Not going to lie, it's crossed my mind", SafetyIntent.SUICIDAL),
        ("nearly every day", SafetyIntent.SUICIDAL),
        ("a little bit if I'm honest", SafetyIntent.SUICIDAL),
        ("I used to", SafetyIntent.SUICIDAL),
        ("I think about it sometimes", SafetyIntent.SUICIDAL),
        ("no, it's never crossed my mind", None),
        ("no I don't think about it", None),
    ],
)
def test_answers_to_thoughts_of_ending_your_life(answer, intent):
    verdict = screen(answer, Asked.THOUGHTS)
    assert verdict is not None
    assert verdict.intent is intent


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("yes", "expected"),
        ("yes, he was under the hospice", "expected"),
        ("it was expected, the nurse said it would be today", "expected"),
        ("we'd been expecting it", "expected"),
        ("no", "unexpected"),
        ("No, completely out of the blue", "unexpected"),
        ("I don't know", "unexpected"),
        ("not sure", "unexpected"),
        ("no it was four years ago", "past"),
        ("that was last month", "past"),
        ("nobody expected it", "unexpected"),
        ("we knew, but it is still a shock", "expected"),
    ],
)
def test_answers_to_was_this_death_expected(answer, says):
    assert screen(answer, Asked.DEATH_EXPECTED) == Verdict(
        SafetyIntent.DEATH_JUST_HAPPENED, f"answer.death_expected.{says}"
    )


@pytest.mark.parametrize(
    "answer",
    [
        "no. nobody's died. she went home",
        "nobody has died",
        "no he's not dead",
        "she's only gone home",
        "he's still alive",
    ],
)
def test_nobody_has_died_ends_it(answer):
    assert screen(answer, Asked.DEATH_EXPECTED) == Verdict(None, "answer.death_expected.nobody.reassured")


@pytest.mark.parametrize("answer", ["no she's gone", "no he is not breathing", "I'm not sure he's dead"])
def test_a_no_that_says_nobody_lives_is_no_such_answer(answer):
    verdict = screen(answer, Asked.DEATH_EXPECTED)
    assert verdict is not None
    assert verdict.intent is not None


@pytest.mark.parametrize(
    "words",
    [
        "who do I ring about the will",
        "she loved her garden",
        "thank you",
        "no idea what to do now",
        "I don't know what to do",
        "not sure how to tell the children",
        "no thank you",
        "the nurse said to ring someone",
        "we saw the nurse last week",
    ],
)
def test_other_words_are_no_answer_to_was_this_death_expected(words):
    assert screen(words, Asked.DEATH_EXPECTED) is None


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I don't know how to word my wishes", Asked.SAFE_NOW),
        ("not sure where to start with my list", Asked.SAFE_NOW),
        ("maybe you could show me the list again", Asked.SAFE_NOW),
        ("I'd like to do a bit more on my list", Asked.THOUGHTS),
        ("I walk the dog every day", Asked.THOUGHTS),
        ("my daughter visits often and I'd like her to see the list", Asked.THOUGHTS),
        ("I used to sing in a choir, put that in", Asked.THOUGHTS),
        ("I'd like a little music at my funeral", Asked.THOUGHTS),
        ("I said yes to the hospice visit on Monday", Asked.THOUGHTS),
        ("I don't know which hymn", Asked.THOUGHTS),
    ],
)
def test_words_of_an_answer_in_passing_are_no_answer(said, asked):
    assert screen(said, asked) is None


@pytest.mark.parametrize(
    ("said", "asked", "intent"),
    [
        ("No, he hits me", Asked.THOUGHTS, SafetyIntent.SAFEGUARDING),
        ("I am safe but he hit me again", Asked.SAFE_NOW, SafetyIntent.SAFEGUARDING),
        ("yes I'm safe. Dad died this morning", Asked.SAFE_NOW, SafetyIntent.DEATH_JUST_HAPPENED),
        ("No. The morphine has run out and she is in agony", Asked.THOUGHTS, SafetyIntent.URGENT_SYMPTOMS),
        ("not sure. He hits me", Asked.SAFE_NOW, SafetyIntent.EMERGENCY),
        ("sometimes. He hits me", Asked.THOUGHTS, SafetyIntent.SUICIDAL),
    ],
)
def test_any_danger_beats_a_reassured_answer_but_only_life_at_risk_beats_another(said, asked, intent):
    verdict = screen(said, asked)
    assert verdict is not None
    assert verdict.intent is intent


@pytest.mark.parametrize("asked", Asked)
def test_anything_else_than_an_answer_is_screened_as_usual(asked):
    assert screen("what is a hospice", asked) is None
    assert screen("mum can't breathe", asked) == Verdict(SafetyIntent.EMERGENCY, "emergency.breathing")


def test_yes_and_no_mean_nothing_when_nothing_was_asked():
    assert screen("no") is None
    assert screen("yes") is None


def test_danger_in_the_middle_of_fifty_thousand_characters_is_found():
    chat = "We talked about the garden and the hymns, and who gets the clock. " * 380
    verdict = screen(f"{chat} I have taken an overdose. {chat}")
    assert verdict is not None
    assert verdict.intent is SafetyIntent.EMERGENCY


def test_danger_without_a_single_full_stop_is_found():
    chat = "and then we went down to the sea and had our tea " * 500
    verdict = screen(f"{chat} ive taken all my tablets {chat}")
    assert verdict is not None
    assert verdict.intent is SafetyIntent.EMERGENCY


@settings(max_examples=150)
@given(st.text(max_size=400), st.sampled_from([None, *Asked]))
def test_any_text_at_all_is_read(text, asked):
    verdict = screen(text, asked)
    assert verdict is None or verdict.pattern


@settings(max_examples=60)
@given(st.lists(st.sampled_from(sorted(load().words)), max_size=120).map(" ".join))
def test_any_run_of_words_that_patterns_use_is_read(text):
    verdict = screen(text)
    assert verdict is None or verdict.intent in SafetyIntent


@pytest.mark.parametrize(
    "text", ["a" * 50_000, "not " * 12_500, "." * 50_000, "'" * 50_000, "\0" * 50_000, "\u0301" * 50_000]
)
def test_text_made_to_be_slow_is_read(text):
    assert screen(text) is None


def test_words_that_no_pattern_uses_are_not_kept():
    screen("zyxomorphic quibblefritz sat in the garden")
    assert "quibblefritz" not in load().vocab.strings
