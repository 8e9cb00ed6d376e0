"""Buttons: marked, pressed twice, gone, stale, typed instead."""

import asyncio

import pytest

from bot.channels.telegram.texts import Fixed
from tests.telegram_server import NoAnswer
from tests.unit.channels.telegram.talks import STALE, WHO, has

pytestmark = pytest.mark.usefixtures("quick", "channel")


async def test_a_button_is_marked_with_what_was_pressed(ada):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    seen = await asyncio.to_thread(
        ada.person.waits_until, lambda seen: any("✓ For me" in one.choices for one in seen if one.text == WHO)
    )
    assert [list(one.choices) for one in seen if one.text == WHO] == [["✓ For me"]]
    await asyncio.to_thread(ada.person.waits_until, lambda _seen: not ada.person.waiting_presses)


async def test_what_was_pressed_can_be_pressed_again_and_does_nothing(ada):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    await asyncio.to_thread(ada.person.waits_until, lambda seen: any("✓ For me" in one.choices for one in seen))
    ada.person.presses("✓ For me")
    await ada.says("my garden", "Why does that matter")
    assert len(has(ada.person.sees(), "What matters most")) == 1


async def test_buttons_of_earlier_turns_go(ada):
    await ada.starts()
    await ada.says("for me", "What matters most")
    await asyncio.to_thread(ada.person.waits_until, lambda seen: not any(one.choices for one in seen[:-1]))


async def test_a_stale_button_is_harmless(ada):
    (*_, question) = await ada.starts()
    await ada.presses("For me", "What matters most")
    await ada.says("my garden", "Why does that matter")
    heard = await ada.presses(question.choices["Someone has died"], "Why does that matter")
    assert has(heard, STALE)
    assert has(await ada.says("it is quiet", "good support"), "good support")


async def test_a_stale_button_that_still_shows_is_not_marked_as_pressed(ada, server):
    await ada.starts()
    server.faults.on("editMessageReplyMarkup", NoAnswer(done=False), times=None)
    await ada.says("for me", "What matters most")
    server.faults.clear()
    await ada.presses("Someone has died", STALE)
    await ada.says("my garden", "Why does that matter")
    assert not any(title.startswith("✓") for one in ada.person.sees() for title in one.choices)


async def test_a_double_touch_counts_once(ada, server):
    (*_, question) = await ada.starts()
    with server.holding_updates():
        ada.person.presses(question.choices["For me"])
        ada.person.presses(question.choices["For me"])
    await ada.hears("What matters most")
    await ada.says("my garden", "Why does that matter")
    assert len(has(ada.person.sees(), "What matters most")) == 1
    assert not has(ada.person.sees(), STALE)


async def test_a_button_can_be_typed_instead(ada, begin):
    await ada.starts()
    await ada.says("For me", "What matters most")


async def test_show_it_again_where_there_is_nothing_says_where_we_are(ada, server):
    (*_, question) = await ada.starts()
    choice = question.choices["For me"]
    ada.person.presses(type(choice)("Show it again", choice.message_id, Fixed.SHOW_AGAIN))
    heard = await ada.hears(WHO)
    assert has(heard, STALE)
