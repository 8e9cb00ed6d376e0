"""Conversations with the running stack, filed by what the person does: see tests/conversations.

They are held all at the start, several at once, because each has to wait for the engine again and again.
"""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.bootstrap import build
from tests.conversations.holding import Holding
from tests.conversations.script import Conversation, conversations
from tests.system.stack import Stack

AT_ONCE = 4


def as_parameter(conversation: Conversation) -> object:
    wrong = conversation.known_wrong
    marks = [pytest.mark.xfail(strict=True, reason=wrong)] if wrong else []
    return pytest.param(conversation, marks=marks, id=conversation.name)


@pytest.fixture(scope="module")
def held(stack: Stack, request: pytest.FixtureRequest) -> dict[str, str]:
    """What went wrong in each conversation that was chosen, by its name; empty where nothing did."""
    items = (getattr(item, "callspec", None) for item in request.session.items)
    chosen = [each.params["conversation"] for each in items if each is not None and "conversation" in each.params]
    parts = build(stack.settings)
    try:
        with ThreadPoolExecutor(AT_ONCE) as several:
            wrong = several.map(lambda one: Holding(stack, parts, one).hold(), chosen)
            return dict(zip((one.name for one in chosen), wrong, strict=True))
    finally:
        parts.database.dispose()


@pytest.mark.parametrize("conversation", [as_parameter(one) for one in conversations()])
def test_it_goes_as_it_has_to(held: dict[str, str], conversation: Conversation) -> None:
    if wrong := held[conversation.name]:
        pytest.fail(wrong, pytrace=False)
