"""What the gateway may ask, and what becomes of what a person typed."""

from __future__ import annotations

from typing import Any

import pytest

from what_matters_engine.channel import TurnOutput
from what_matters_engine.messages import BadRequestError, plain_text, read_id, read_question, read_turn

INTENTS = {"affirm", "greet", "restart", "back", "session_start"}
TURN = {"conversation": "p1", "turn": "t1", "state": "open"}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I like tea", "I like tea"),
        ("  I like tea \n", "I like tea"),
        ("/restart", "restart"),
        (" \t/ //restart", "restart"),
        ("\u2003/restart", "restart"),
        ("tea / coffee", "tea / coffee"),
        ("/", "…"),
        ("", "…"),
        ("   ", "…"),
        ("half \ud83d a face", "half ? a face"),
    ],
)
def test_words_are_never_a_command(typed: str, read: str) -> None:
    assert plain_text(typed) == read
    message = read_turn({**TURN, "text": typed}, INTENTS).message(TurnOutput())
    assert message.text == read
    assert message.parse_data is None


def test_a_turn_carries_its_id_and_state() -> None:
    message = read_turn({**TURN, "text": "tea", "state": "answering"}, INTENTS).message(TurnOutput())
    assert (message.sender_id, message.message_id, message.input_channel) == ("p1", "t1", "what_matters")
    assert message.metadata == {"turn": "t1", "state": "answering"}


def test_a_button_is_certain() -> None:
    message = read_turn({**TURN, "intent": "affirm", "text": None}, INTENTS).message(TurnOutput())
    assert message.parse_data["intent"] == {"name": "affirm", "confidence": 1.0}
    assert message.parse_data["entities"] == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (None, "object"),
        ([], "object"),
        (TURN, "exactly one"),
        ({**TURN, "text": "tea", "intent": "affirm"}, "exactly one"),
        ({**TURN, "text": 3}, "text"),
        ({**TURN, "intent": "unheard_of"}, "intent"),
        ({**TURN, "intent": "restart"}, "intent"),
        ({**TURN, "intent": "back"}, "intent"),
        ({**TURN, "intent": ["affirm"]}, "intent"),
        ({**TURN, "text": "tea", "state": "dreaming"}, "state"),
        ({**TURN, "text": "tea", "state": None}, "state"),
        ({**TURN, "text": "tea", "conversation": "my own words"}, "conversation"),
        ({**TURN, "text": "tea", "conversation": ""}, "conversation"),
        ({**TURN, "text": "tea", "turn": 7}, "turn"),
        ({**TURN, "text": "tea", "turn": "t" * 129}, "turn"),
    ],
)
def test_other_bodies_are_refused(body: Any, field: str) -> None:
    with pytest.raises(BadRequestError, match=field):
        read_turn(body, INTENTS)


def test_a_question_is_open_unless_it_says_otherwise() -> None:
    assert read_question({"text": "/tea"}) == ("tea", "open")
    assert read_question({"text": "tea", "state": "answering"}) == ("tea", "answering")


@pytest.mark.parametrize("body", [{}, {"text": None}, {"text": "tea", "state": "x"}, "tea"])
def test_other_questions_are_refused(body: Any) -> None:
    with pytest.raises(BadRequestError):
        read_question(body)


def test_an_id_is_short_and_plain() -> None:
    assert read_id("3f6c-9.a:b_C", "turn") == "3f6c-9.a:b_C"
