"""Typing what stands on a button is pressing it, whatever else the words could mean; nothing else is."""

import pytest

from bot.channels.engine import EngineMessage
from bot.channels.known import Before
from bot.channels.turn_store import TurnStore
from bot.safety import door
from bot.safety.screen import screen

DIED = ("Someone has died", "choose:grieving")
BUTTONS = (
    DIED,
    ("Yes, keep it", "choose:keep"),
    ("Next", "choose:next"),
    ("Next", "choose:other"),
    ("🙂", "choose:x"),
    ("Next of kin", "choose:kin"),
    ("Yes, something else", "choose:more"),
    ("No, show me what I said", "choose:enough"),
    ("Give me ideas", "choose:ideas"),
)


@pytest.fixture
async def offered(inbound, engine, token):
    engine.says = lambda _person, _heard: [EngineMessage("Which?", BUTTONS)]
    await inbound.receive(token, text="hello")
    engine.heard.clear()
    return token


@pytest.mark.parametrize("words", ["Yes, keep it", "yes keep it", "  YES, keep it! "])
async def test_a_title_typed_out_is_the_button(inbound, engine, offered, words):
    await inbound.receive(offered, text=words)
    assert [(heard.intent, heard.text) for heard in engine.heard] == [("choose", "")]


async def test_a_title_is_no_cry_where_its_button_stands(inbound, engine, offered):
    assert screen("someone has died") is not None
    await inbound.receive(offered, text="someone has died.")
    assert [heard.intent for heard in engine.heard] == ["choose"]


@pytest.mark.parametrize("words", ["someone has died just now", "someone has died and he is cold, what do i do"])
async def test_more_than_the_title_is_screened_like_anything_else(inbound, engine, offered, words):
    assert await inbound.receive(offered, text=words) == door.reply_to(screen(words)).reply
    assert engine.heard == []


async def test_without_its_button_it_is_screened(inbound, engine, token):
    words = "someone has died"
    assert await inbound.receive(token, text=words) == door.reply_to(screen(words)).reply


async def test_behind_a_question_of_the_door_its_answer_comes_first(inbound, engine, offered):
    await inbound.receive(offered, text="i want to kill myself")
    await inbound.receive(offered, text="Someone has died")
    assert engine.heard == []


async def test_typed_twice_while_the_engine_is_down_it_is_pressed_once(inbound, engine, offered):
    engine.down = True
    await inbound.receive(offered, text="Yes, keep it")
    await inbound.receive(offered, text="yes keep it")
    engine.down = False
    engine.heard.clear()
    await inbound.receive(offered, text="are you there")
    assert [heard.intent for heard in engine.heard].count("choose") == 1


async def test_what_quotes_somebody_is_not_kept_and_cannot_be_typed(inbound, engine, token, begin):
    engine.says = lambda _person, _heard: [EngineMessage("Which?", (("1. my own garden", "choose:l1"),))]
    await inbound.receive(token, text="hello")
    with begin() as records:
        assert records.choices.titles(records.sessions.person(token)) == {}
    await inbound.receive(token, text="1. my own garden")
    assert [heard.intent for heard in engine.heard] == [None, None]


@pytest.mark.parametrize(
    "words",
    ["no show me", "nope show me", "no thats it show me", "thats all, show me please", "nah just show me what i said",
     "oh give me ideas please"],
)  # fmt: skip
async def test_words_that_are_nearly_its_title_press_it(inbound, engine, offered, words):
    await inbound.receive(offered, text=words)
    assert [(heard.intent, heard.text) for heard in engine.heard] == [("choose", "")]


@pytest.mark.parametrize(
    "words",
    ["no", "no more pain", "no show me the garden", "show me", "yes something", "ok yes please keep it then"],
)  # fmt: skip
async def test_what_is_not_so_near_stays_words(inbound, engine, offered, words):
    await inbound.receive(offered, text=words)
    assert [heard.intent for heard in engine.heard] == [None]


async def test_what_is_nearly_a_title_goes_past_no_door(inbound, engine, offered):
    words = "oh someone has died please"
    assert await inbound.receive(offered, text=words) == door.reply_to(screen(words)).reply
    assert engine.heard == []


@pytest.mark.parametrize("words", ["next", "🙂", "keep it", "x" * 200])
async def test_what_names_no_button_or_two_stays_words(inbound, engine, offered, words):
    await inbound.receive(offered, text=words)
    assert [heard.intent for heard in engine.heard] == [None]


async def test_another_persons_button_cannot_be_typed(inbound, engine, offered):
    other = await inbound.open_session("test")
    await inbound.receive(other, text="Yes, keep it")
    assert [heard.intent for heard in engine.heard] == [None]


@pytest.fixture
def ended(monkeypatch):
    """The button stood there as the message came, and ended before its turn."""
    monkeypatch.setattr(TurnStore, "before", lambda _self, _token, _words="": Before(typed="ended"))


async def test_a_title_whose_button_ended_meanwhile_stays_words(inbound, engine, offered, ended):
    await inbound.receive(offered, text="Next of kin")
    assert [(heard.intent, heard.text) for heard in engine.heard] == [(None, "Next of kin")]


async def test_a_title_whose_button_ended_meanwhile_does_not_go_past_the_door(inbound, engine, offered, ended):
    assert await inbound.receive(offered, text=DIED[0]) == door.reply_to(screen(DIED[0])).reply
    assert engine.heard == []


async def test_the_same_message_sent_again_has_one_effect(inbound, engine, offered):
    first = await inbound.receive(offered, text="Yes, keep it", message_id="m1")
    engine.says = lambda _person, _heard: [EngineMessage("Kept.", ())]
    assert await inbound.receive(offered, text="Yes, keep it", message_id="m1") == first
    assert len(engine.heard) == 1
