"""The two layers joined: either raises danger, only a lesser one is ever taken back, and patterns work alone."""

import logging
import shutil
from pathlib import Path

import pytest

from bot.encoder import SHIPPED, SUMS, Encoder, EncoderError
from bot.model.position import Expecting
from bot.model.safety import Asked, SafetyIntent, Verdict
from bot.safety import judge as judging
from bot.safety.judge import Where, judge_with
from bot.safety.trained import LIFE_AT_RISK, Reading, TrainedScreen, parts
from bot.safety.weighing import FEW_WORDS, LEAST, LEAST_OF_AN_ANSWER, SURE_OF_KIND, SURE_OF_ORDINARY, joined

DEATH = SafetyIntent.DEATH_JUST_HAPPENED
EMERGENCY, SUICIDAL, WISH, URGENT, HARM = (
    SafetyIntent.EMERGENCY,
    SafetyIntent.SUICIDAL,
    SafetyIntent.PASSIVE_DEATH_WISH,
    SafetyIntent.URGENT_SYMPTOMS,
    SafetyIntent.SAFEGUARDING,
)
JUDGE = judge_with(Encoder(SHIPPED))


def reading(
    intent: SafetyIntent,
    danger: float,
    likely: float | None = None,
    words: int = 9,
    life: float | None = None,
    complete: bool = True,
) -> Reading:
    at_risk = intent if intent in LIFE_AT_RISK else SUICIDAL
    of_life = life if life is not None else danger * (intent in LIFE_AT_RISK)
    return Reading(intent, danger if likely is None else likely, danger, at_risk, of_life, words, complete)


TABLE = [
    # patterns found, the trained reading -> answered as; why
    (None, reading(URGENT, LEAST.danger), URGENT, "the trained screen speaks up by itself"),
    (None, reading(URGENT, LEAST.danger - 0.01), None, "not on a hunch"),
    (None, reading(SUICIDAL, LEAST.life), SUICIDAL, "sooner where life may be at risk"),
    (None, reading(EMERGENCY, LEAST.life - 0.01), None, "but not on a hunch either"),
    (None, reading(SUICIDAL, LEAST.few_words - 0.01, words=FEW_WORDS), None, "few words say little"),
    (None, reading(SUICIDAL, LEAST.few_words, words=FEW_WORDS), SUICIDAL, "unless it is very likely"),
    (EMERGENCY, reading(WISH, SURE_OF_ORDINARY / 2), EMERGENCY, "an emergency is never taken back"),
    (SUICIDAL, reading(WISH, SURE_OF_ORDINARY / 2), SUICIDAL, "nor suicide"),
    (WISH, reading(URGENT, SURE_OF_ORDINARY / 2), None, "a lesser one is, when the meaning is surely another"),
    (URGENT, reading(WISH, SURE_OF_ORDINARY), URGENT, "but not while there is any doubt"),
    (None, reading(URGENT, LEAST.danger - 0.05, life=LEAST.life), SUICIDAL, "risk to life in another part of it"),
    (URGENT, reading(WISH, 0.0, complete=False), URGENT, "nor when words were left out"),
    (HARM, reading(WISH, 0.99), HARM, "harm first, then the wish that it were over"),
    (HARM, reading(EMERGENCY, 0.99), EMERGENCY, "life first of all"),
    (EMERGENCY, reading(URGENT, 0.99), EMERGENCY, "the graver of two, where life is at stake"),
    (WISH, reading(SUICIDAL, 0.9), SUICIDAL, "the trained screen knows the kind better"),
    (WISH, reading(SUICIDAL, 0.9, SURE_OF_KIND - 0.01), WISH, "unless it is not sure of the kind"),
]


@pytest.mark.parametrize(("found", "read", "answered", "why"), TABLE)
def test_joined(found, read, answered, why):
    verdict = joined(Verdict(found, "some.pattern") if found else None, read, Expecting.OPEN)
    assert (verdict.intent if verdict else None) is answered, why


ANSWERS = [
    (None, reading(URGENT, LEAST_OF_AN_ANSWER.danger - 0.01), None, "while an answer waits, dark words are an answer"),
    (None, reading(URGENT, LEAST_OF_AN_ANSWER.danger), URGENT, "unless they are very likely more"),
    (None, reading(SUICIDAL, LEAST_OF_AN_ANSWER.life), SUICIDAL, "sooner, again, where life may be at risk"),
    (None, reading(SUICIDAL, LEAST_OF_AN_ANSWER.few_words - 0.01, words=FEW_WORDS), None, "a word or two is an answer"),
    (WISH, reading(WISH, 0.4), WISH, "patterns stand as ever"),
]


@pytest.mark.parametrize(("found", "read", "answered", "why"), ANSWERS)
def test_joined_while_an_open_question_waits(found, read, answered, why):
    verdict = joined(Verdict(found, "some.pattern") if found else None, read, Expecting.ANSWERING)
    assert (verdict.intent if verdict else None) is answered, why


def test_a_pattern_keeps_its_own_reply():
    kept = joined(Verdict(SUICIDAL, "suicidal.other.says"), reading(SUICIDAL, 0.99), Expecting.OPEN)
    assert kept == Verdict(SUICIDAL, "suicidal.other.says")


@pytest.mark.parametrize("expecting", list(Expecting))
@pytest.mark.parametrize(
    "words",
    [
        "I gave him an extra dose of the morphine",
        "I gave her two by mistake",
        "he's had too much of his patch",
        "I think I gave mum her oramorph twice",
    ],
)
def test_a_dose_too_many_is_answered_in_every_state(words, expecting):
    verdict = JUDGE(words, Where(expecting=expecting))
    assert verdict is not None
    assert verdict.intent is URGENT


def test_the_answer_to_the_doors_own_question_is_read_by_the_patterns():
    verdict = JUDGE("yes I am", Where(Asked.SAFE_NOW))
    assert verdict is not None
    assert verdict.pattern == "answer.safe_now.reassured"


@pytest.mark.parametrize("asked", [Asked.SAFE_NOW, Asked.THOUGHTS])
def test_a_yes_is_believed_unless_the_rest_plainly_speaks_of_ending_a_life(monkeypatch, asked):
    words = {Asked.SAFE_NOW: "Yes I am okay", Asked.THOUGHTS: "No, nothing like that"}[asked]
    words += ". The letters are written and the milkman is paid"
    for life, intent in ((LEAST_OF_AN_ANSWER.life, SUICIDAL), (LEAST_OF_AN_ANSWER.life - 0.01, None)):
        monkeypatch.setattr(TrainedScreen, "read", lambda *_, life=life: reading(SUICIDAL, life, words=12))
        verdict = JUDGE(words, Where(asked))
        assert verdict is not None
        assert verdict.intent is intent


def test_patterns_answer_alone_when_the_trained_screen_fails(monkeypatch, caplog):
    def broken(self, text):
        raise RuntimeError(text)

    monkeypatch.setattr(TrainedScreen, "read", broken)
    with caplog.at_level(logging.ERROR):
        verdict = JUDGE("he is not breathing", Where())
    assert verdict is not None
    assert verdict.intent is EMERGENCY
    assert "RuntimeError" in caplog.text
    assert "breathing" not in caplog.text


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("the night sitter has just gone, im on my own with him", "on my own"),
        ("my sister stabbed me in the back over mums house, that hurt", "that hurt"),
    ],
)
def test_what_is_left_beside_a_find_counts_as_danger_where_it_cannot_be_read(monkeypatch, caplog, words, rest):
    def breaks_at_the_rest(self, text):
        if text == words:
            return reading(DEATH, 0.9, words=12) if "gone" in words else reading(HARM, 0.9, words=12)
        assert rest in text
        raise RuntimeError(text)

    monkeypatch.setattr(TrainedScreen, "read", breaks_at_the_rest)
    with caplog.at_level(logging.ERROR):
        assert JUDGE(words, Where()) is not None
    assert len(caplog.records) == 1
    assert rest not in caplog.text


def test_an_encoder_without_the_screens_head_stops_the_start(tmp_path):
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "copy"))
    listed = (copy / SUMS).read_text(encoding="utf-8").splitlines()
    (copy / SUMS).write_text("\n".join(line for line in listed if "screen" not in line), encoding="utf-8")
    with pytest.raises(EncoderError, match="make encoder"):
        judging.judge_with(Encoder(copy))


@pytest.mark.parametrize("words", [0, 1, 20, 42, 43, 100, 1400])
def test_every_word_of_a_long_message_is_in_some_part(words):
    text = " ".join(f"w{number}" for number in range(words))
    whole, *runs = parts(text)
    assert whole == text
    if words > 42:
        assert {word for run in runs for word in run.split()} == set(text.split())
        assert max(len(run.split()) for run in runs) <= 28
    else:
        assert runs == []


def test_a_word_that_is_none_is_left_out():
    assert list(parts(f"Aunt {'Donaudampfschiff' * 4}")) == ["Aunt"]


def test_both_ends_of_a_very_long_message_are_read():
    text = " ".join(f"w{number}" for number in range(30_000))
    _, *runs = parts(text)
    assert "w0" in runs[0].split()
    assert "w29999" in runs[-1].split()
    assert len(runs) <= 100


@pytest.mark.parametrize(
    "text", ["", "🌻🌻", "\0\0", "שלום", "<b>x</b>", "'; DROP TABLE people; --", "a" * 20_000, "/restart"]
)
def test_strange_messages_are_judged_without_an_error(text, caplog):
    JUDGE(text, Where(expecting=Expecting.ANSWERING))
    assert caplog.text == ""
