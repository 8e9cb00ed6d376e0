"""Which of the variations of a response is said."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.core.domain import Domain

from what_matters_engine.wording import MostFittingWording


def when(**slots: Any) -> list[dict[str, Any]]:
    return [{"type": "slot", "name": name, "value": value} for name, value in slots.items()]


RESPONSES = {
    "utter_ask": [
        {"condition": when(door="close", easy_read=True), "text": "easy, for somebody close"},
        {"condition": when(door="close"), "text": "for somebody close"},
        {"condition": when(easy_read=True), "text": "easy"},
        {"text": "for everybody"},
    ],
    "utter_thank": [{"text": "one"}, {"text": "other"}, {"condition": when(easy_read=True), "text": "easy"}],
    "utter_quote": [{"text": "You said “{words}”. Why?"}],
    "utter_only_close": [{"condition": when(door="close"), "text": "for somebody close"}],
}


@pytest.fixture(name="wording")
def _wording() -> MostFittingWording:
    domain = Domain.from_dict({"version": "3.1", "responses": RESPONSES})
    return MostFittingWording(None, domain)


@pytest.mark.parametrize(
    ("slots", "said"),
    [
        ({}, "for everybody"),
        ({"door": None, "easy_read": False}, "for everybody"),
        ({"door": "me", "easy_read": False}, "for everybody"),
        ({"door": "close"}, "for somebody close"),
        ({"door": "close", "easy_read": False}, "for somebody close"),
        ({"door": "me", "easy_read": True}, "easy"),
        ({"door": "close", "easy_read": True}, "easy, for somebody close"),
    ],
)
def test_the_closest_variation_is_said(wording: MostFittingWording, slots: dict[str, Any], said: str) -> None:
    for _ in range(20):
        answer = wording.generate_from_slots("utter_ask", slots, "what_matters")
        assert answer is not None
        assert answer["text"] == said


def test_among_equals_each_has_its_turn(wording: MostFittingWording) -> None:
    drawn = [wording.generate_from_slots("utter_thank", {}, "what_matters") for _ in range(100)]
    assert {one["text"] for one in drawn if one} == {"one", "other"}


@pytest.mark.parametrize(("name", "slots"), [("utter_only_close", {}), ("utter_nothing", {})])
def test_where_none_fits_nothing_is_made_up(
    wording: MostFittingWording, name: str, slots: dict[str, Any]
) -> None:
    assert wording.generate_from_slots(name, slots, "what_matters") is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("My allotment.", "You said “My allotment.” Why?"),
        ("Is it wrong?", "You said “Is it wrong?” Why?"),
        ("my dog", "You said “my dog”. Why?"),
        ("he said “stay.”", "You said “he said “stay.””. Why?"),
    ],
)
def test_a_quotation_that_ends_in_a_stop_gets_no_second_one(
    wording: MostFittingWording, words: str, said: str
) -> None:
    answer = wording.generate_from_slots("utter_quote", {}, "what_matters", words=words)
    assert answer is not None
    assert answer["text"] == said
