"""Whatever is typed gets a reply, and the next message gets its own."""

import asyncio
import json

import pytest

from bot.channels.telegram import patience, trying_again
from bot.channels.telegram.pieces import LONGEST, length
from bot.channels.turn_store import TurnStore

pytestmark = pytest.mark.usefixtures("quick", "channel")

WHO = "Who is this for?"
SOFTWARE = "No person is watching this chat live"
FAULTS = ("could not keep", "not working", "may not have reached")

TYPED = {
    "emoji only": "🌿🙂🕊️",
    "a family": "👨‍👩‍👧‍👦" * 30,
    "one letter": "x",
    "a full stop": ".",
    "right to left": "אני אוהב את הגן שלי",
    "turned around": "my \u202egarden\u202c",
    "nothing that is writing": "\u202e\u2066\ufeff",
    "NUL": "my\x00garden\x00",
    "other controls": "\x01\x02my\x1bgarden\x7f",
    "HTML": "<b>my</b> <script>alert(1)</script> &amp; <a href='https://example.org'>garden</a>",
    "Markdown": "*my* _garden_ [x](https://example.org) `y` ~z~ |w|",
    "SQL": "'; DROP TABLE telegram_chats; --",
    "braces": "{organisation} {0} {x.__class__} %s %(x)s ${y}",
    "a template": "{{ 7 * 7 }} {% raw %}",
    "restart": "/restart",
    "an intent": '/intent{"json": 1}',
    "an intent of ours": '/delete_my_data{"sure": true}',
    "a command of nobody": "/nothing_of_this_kind at all",
    "a slash": "/",
    "slashes": "////",
    "a command for another bot": "/help@somebody_else_bot",
    "a path": "/etc/passwd",
    "JSON": '{"update_id": 1, "message": {"text": "/start"}}',
    "a payload of a button": "choose:keep",
    "an id of a button": "telegram-show-again",
    "one long word": "a" * 4096,
    "many marks": "a" + "\u0301" * 2000,
    "lines": "\n\n".join(["my garden"] * 100),
}


@pytest.fixture
def people(server, ada):
    """Somebody for each line of the table, by what they type."""
    return {name: type(ada)(server.person(2000 + place)) for place, name in enumerate(TYPED)}


async def types(somebody, text):
    """Type it, wait for a reply, and see that what comes after it gets its own."""
    before = len(somebody.told())
    somebody.person.says(text)
    await asyncio.to_thread(somebody.person.hears)
    assert len(somebody.told()) > before
    await somebody.says("who are you", SOFTWARE)
    assert not any(phrase in told for told in somebody.told() for phrase in FAULTS), text


async def test_it_gets_a_reply_and_breaks_nothing_as_the_first_message(people):
    for name, somebody in people.items():
        await types(somebody, TYPED[name])


async def test_it_gets_a_reply_and_breaks_nothing_as_an_answer(people):
    for name, somebody in people.items():
        await somebody.starts()
        await somebody.presses("For me", "What matters most")
        await types(somebody, TYPED[name])


async def test_half_a_letter(ada, channel):
    """Python can hold one, and no other program can: the stand-in could not send it."""
    await ada.starts()
    await ada.presses("For me", "What matters most")
    chat = {"id": 1001, "type": "private"}
    message = {"message_id": 99, "date": 1, "chat": chat, "from": {"id": 1001}, "text": "my \ud83c garden"}
    await channel._gateway.take_one(json.dumps({"update_id": 900_000_001, "message": message}).encode())
    await ada.sees("You said “my garden”")
    await ada.says("who are you", SOFTWARE)


async def test_a_mistake_of_ours_over_a_message_does_not_block_the_chat(ada, monkeypatch):
    monkeypatch.setattr(patience, "MOST_LOST", 2)
    monkeypatch.setattr(trying_again, "LONGEST_WAIT", 0.05)
    write_down = TurnStore.write_down

    def stumbles(store, person, sent, said):
        if sent.words == "my garden":
            raise LookupError
        return write_down(store, person, sent, said)

    monkeypatch.setattr(TurnStore, "write_down", stumbles)
    await ada.starts()
    await ada.presses("For me", "What matters most")
    ada.person.says("my garden")
    ada.person.says("who are you")
    await ada.sees("could not keep your last message")
    await ada.sees(SOFTWARE)


async def test_what_was_typed_is_said_back_as_it_was_typed(ada):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    await ada.says("<b>my</b> & *his* _garden_ {x}", "You said “<b>my</b> & *his* _garden_ {x}”")


async def test_very_many_characters(ada):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    ada.person.says("so it goes. " * 1700)
    await ada.hears("Why does that matter")
    await ada.says("who are you", SOFTWARE)
    assert all(length(text) <= LONGEST for text in ada.told())


async def test_sixty_commands_in_a_row(ada, server):
    await ada.starts()
    with server.holding_updates():
        for _ in range(20):
            ada.person.says("/help")
            ada.person.says("/my_summary")
            ada.person.says("/start")
    await asyncio.to_thread(server.waits_until_told)
    await ada.says("who are you", SOFTWARE)
    report = server.report()[1001]
    assert not report.waiting
    assert sum(WHO in text for text in ada.told()) >= 60
