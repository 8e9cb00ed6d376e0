"""An answer to "Are you safe right now?" is never passed over: it is unsafe, or the question is asked once more."""

import pytest

from bot.model.safety import Asked
from bot.safety.other_ways import has_another_plan, is_elsewhere
from tests.unit.channels.gateway import said

AGAIN = "Are you safe right now?"


async def asked(inbound, token, words="i want to kill myself"):
    await inbound.receive(token, text=words)


@pytest.mark.parametrize(
    "words",
    [
        "not anymore", "only till the kids are asleep", "physically yes mentally no", "i said no", "i am but she isn't",
        "not now", "until he gets home", "just while the nurse is here", "bodily yes", "i told you no", "no i said",
        "im safe but hes not", "she isn't",
    ],
)  # fmt: skip
async def test_no_clear_yes_is_not_safe(inbound, engine, token, words):
    await asked(inbound, token)
    reply = await inbound.receive(token, text=words)
    assert said(reply).startswith("Call 999 now")
    assert engine.heard == []


@pytest.mark.parametrize(
    "words",
    ["hes coming back in", "no longer", "for the moment", "he's back", "its complicated", "who cares", "whatever"],
)
async def test_unclear_words_leave_the_question_open(inbound, engine, token, begin, words):
    await asked(inbound, token)
    reply = await inbound.receive(token, text=words)
    assert said(reply).endswith(AGAIN)
    assert engine.heard == []
    with begin() as records:
        assert records.people.position(records.sessions.person(token)).asked is Asked.SAFE_NOW
    assert said(await inbound.receive(token, text="no")).startswith("Call 999 now")


@pytest.mark.parametrize("words", ["the garden is so green today", "for me", "my mum", "i want to leave my watch"])
async def test_something_else_goes_on(inbound, engine, token, words):
    await asked(inbound, token)
    await inbound.receive(token, text=words)
    assert [heard.text for heard in engine.heard] == [words]


@pytest.mark.parametrize("words", ["and so do i", "me too", "same here", "i feel the same"])
async def test_their_own_wish_beside_anothers(inbound, engine, token, words):
    await asked(inbound, token, "mum keeps saying she wants to end it all")
    reply = await inbound.receive(token, text=words)
    assert said(reply).endswith(AGAIN)
    assert engine.heard == []


@pytest.mark.parametrize("words", ["yes they are", "yes she is", "ys", "they are"])
async def test_a_yes_for_another_is_heard(inbound, engine, token, words):
    await asked(inbound, token, "mum keeps saying she wants to end it all")
    await inbound.receive(token, text=words)
    assert engine.heard == []


@pytest.mark.parametrize("words", ["im not in england", "im in scotland", "we live in wales"])
async def test_where_the_lines_differ(inbound, engine, token, words):
    await asked(inbound, token)
    reply = said(await inbound.receive(token, text=words))
    assert "NHS 24" in reply
    assert reply.endswith(AGAIN)


async def test_a_plan_instead_of_999(inbound, engine, token):
    await asked(inbound, token, "dad cant breathe")
    reply = said(await inbound.receive(token, text="we dont want 999 hes end of life"))
    assert "palliative care line or community nurse" in reply
    assert engine.heard == []


@pytest.mark.parametrize(
    "words",
    ["she has a dnr no ambulance", "not calling 999 hes got a dnacpr", "why 999 hes on end of life care"],
)
def test_it_is_said_in_other_ways(words):
    assert has_another_plan(words)


@pytest.mark.parametrize(
    "words",
    [
        "i dont want 999",
        "i dont want 999 im dying",
        "no ambulance i took them all and i have a dnr",
        "we dont want 999",
    ],
)
def test_nobody_is_sent_past_999_for_their_own_harm(words):
    assert not has_another_plan(words)


@pytest.mark.parametrize("words", ["my son lives in scotland and visits", "I want to be buried in Ireland"])
def test_a_place_named_in_passing_is_none(words):
    assert not is_elsewhere(words)
