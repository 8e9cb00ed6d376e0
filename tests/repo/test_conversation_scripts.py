"""How many conversations are tested, of what kind, and how awkward they are: fewer than these is a gap."""

from collections import Counter

import pytest

from bot.model.position import Question
from tests.conversations.holding import said
from tests.conversations.script import Conversation, Expected, conversations

ENOUGH = {
    "straight": 25,
    "corrections": 15,
    "digressions": 15,
    "changes_of_mind": 8,
    "pauses": 8,
    "refusals": 8,
    "griefs": 10,
    "disagreements": 6,
    "helpers": 6,
    "nonsense": 10,
}
AWKWARD_FOR_EACH_SMOOTH = 2
ALL = conversations()


@pytest.mark.parametrize(("kind", "number"), ENOUGH.items())
def test_there_are_enough_of_each_kind(kind: str, number: int) -> None:
    assert sum(one.kind == kind for one in ALL) >= number


def test_no_kind_is_counted_nowhere() -> None:
    assert {one.kind for one in ALL} == set(ENOUGH)


def test_two_are_awkward_for_each_that_is_smooth() -> None:
    count = Counter(one.awkward for one in ALL)
    assert count[True] >= AWKWARD_FOR_EACH_SMOOTH * count[False]


def test_no_two_are_the_same() -> None:
    said_in = Counter(tuple(step for step in one.steps if not isinstance(step, Expected)) for one in ALL)
    assert [steps for steps, times in said_in.items() if times > 1] == []


@pytest.mark.parametrize("conversation", ALL, ids=lambda one: one.name)
def test_each_expects_something_that_exists_and_ends_with_it(conversation: Conversation) -> None:
    expected = [step for step in conversation.steps if isinstance(step, Expected)]
    assert len(expected) >= 2, "a conversation that expects nothing cannot fail"
    assert isinstance(conversation.steps[-1], Expected), "nobody looks at what came of the last step"
    assert conversation.who
    for each in expected:
        if each.kind.startswith("asked"):
            assert set(each.wanted) <= {*Question, "None"}
        for words in each.wanted:
            if words.startswith("utter_"):
                assert said(words)
