"""What may be remembered between turns, and what may not."""

from __future__ import annotations

import pytest
from rasa.shared.core.domain import Domain

from what_matters_engine.word_free import (
    DomainHoldsWordsError,
    SlotHoldsWordsError,
    kept_slots,
    kept_value,
)

SLOTS = """
version: "3.1"
intents: [greet]
slots:
  door: {type: categorical, values: [myself, Close], mappings: [{type: custom}]}
  eased: {type: bool, mappings: [{type: custom}]}
"""


@pytest.mark.parametrize(
    ("domain", "why"),
    [
        ("slots: {worry: {type: text, mappings: [{type: from_text}]}}", "text"),
        ("slots: {worry: {type: any, mappings: [{type: custom}]}}", "any"),
        ("slots: {worry: {type: list, mappings: [{type: custom}]}}", "list"),
        ("slots: {ease: {type: float, mappings: [{type: custom}]}}", "float"),
        (
            "slots: {door: {type: bool, mappings: [{type: custom, action: action_door}]}}",
            "mapped by an action",
        ),
        ("actions: [action_validate_slot_mappings]", "fails open"),
        ("forms: {plan_form: {required_slots: []}}", "forms"),
    ],
)
def test_a_domain_that_could_hold_words_is_refused(domain: str, why: str) -> None:
    with pytest.raises(DomainHoldsWordsError, match=why):
        kept_slots(Domain.from_yaml(f'version: "3.1"\nintents: [greet]\n{domain}'))


def test_only_the_domains_own_slots_are_kept() -> None:
    assert set(kept_slots(Domain.from_yaml(SLOTS))) == {"door", "eased"}


@pytest.mark.parametrize(
    ("slot", "given", "kept"),
    [
        ("door", "myself", "myself"),
        ("door", "close", "close"),
        ("door", None, None),
        ("eased", True, True),
        ("eased", False, False),
        ("eased", None, None),
    ],
)
def test_listed_values_are_kept(slot: str, given: object, kept: object) -> None:
    assert kept_value(kept_slots(Domain.from_yaml(SLOTS))[slot], given) == kept


@pytest.mark.parametrize(
    ("slot", "given"),
    [
        ("door", "my garden"),
        ("door", "__other__"),
        ("door", ["myself"]),
        ("eased", "yes, a little"),
        ("eased", 1),
    ],
)
def test_other_values_are_refused_and_not_repeated(slot: str, given: object) -> None:
    with pytest.raises(SlotHoldsWordsError) as refused:
        kept_value(kept_slots(Domain.from_yaml(SLOTS))[slot], given)
    assert "garden" not in str(refused.value)
