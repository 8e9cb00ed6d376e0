"""A message that cannot be sent, or may not have arrived: nothing is said twice by itself, and nothing is held up."""

import asyncio

import pytest
from telegram.request import HTTPXRequest

from bot.channels.telegram import wire
from bot.channels.telegram.wire import TelegramWire
from tests.telegram_server import Broken, NoAnswer, Reset, Slow, TooMany
from tests.unit.channels.telegram.faults import AGAIN, DANGER, LINES, UNSURE, is_asked

pytestmark = pytest.mark.usefixtures("tried_again_soon")


async def test_telegram_asks_to_wait(channel, server, ada, said):
    await is_asked(ada)
    server.faults.on("sendMessage", TooMany(retry_after=1), times=2)
    await ada.says(LINES[0], until="Why")
    calls = server.calls("sendMessage")[-3:]
    assert [call.status for call in calls] == [429, 429, 200]
    assert calls[1].at - calls[0].at >= 1
    assert len({call.parameters["text"] for call in calls}) == 1
    assert said() == [LINES[0]]


async def test_telegram_is_out_of_reach_for_a_while(channel, server, ada, said, until):
    await is_asked(ada)
    before = len(ada.told())
    with server.holding_updates():
        ada.person.says(LINES[0])
    server.faults.on("sendMessage", Slow(0.3))
    await until(lambda: said() == [LINES[0]])
    with server.is_down():
        await asyncio.sleep(0.5)
    await ada.hears()
    assert UNSURE in "\n".join(ada.told()[before:]) or "Why" in ada.told()[-1]
    await ada.says(LINES[1], until="good support")
    assert said() == [*LINES[:2]]


async def test_connecting_fails_before_anything_leaves(channel, server, ada, said, monkeypatch):
    await is_asked(ada)
    before = len(ada.told())
    real, failures = TelegramWire.send, iter([True] * 3)

    async def send(self, *given, **named):
        if next(failures, False):
            raise wire.NotReachedError
        return await real(self, *given, **named)

    monkeypatch.setattr(TelegramWire, "send", send)
    await ada.says(LINES[0], until="Why")
    assert len([text for text in ada.told()[before:] if "Why" in text]) == 1
    assert not any(UNSURE in text for text in ada.told())


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize(
    "fault", [NoAnswer, Reset, lambda done: Broken(500, done=done), lambda done: Broken(502, done=done)]
)
async def test_a_message_that_may_not_have_arrived_is_not_sent_again_by_itself(channel, server, ada, said, fault, done):
    await is_asked(ada)
    server.faults.on("sendMessage", fault(done=done))
    heard = await ada.says(LINES[0], until=UNSURE)
    assert [("Why does" in one.text) for one in heard].count(True) == done
    assert ada.told()[-1].endswith(UNSURE)
    heard = await ada.presses(AGAIN, until="Why does")
    assert len(heard) == 1
    await ada.says(LINES[1], until="good support")
    assert said() == [*LINES[:2]]
    assert [UNSURE in text for text in ada.told()].count(True) == 1


async def test_the_word_about_it_comes_at_once_and_once(channel, server, ada):
    server.faults.on("sendMessage", Reset(done=False))
    server.faults.on("sendMessage", Reset(done=False), skip=1)
    ada.person.starts()
    heard = await ada.hears(until="Who is this for?")
    assert UNSURE in heard[0].text
    assert [UNSURE in one.text for one in heard].count(True) == 2, "the second is the same one, sent again in doubt"


async def test_shown_again_the_buttons_work(channel, server, ada, said):
    server.faults.on("sendMessage", NoAnswer(done=False), skip=2)
    ada.person.starts()
    await ada.hears(until=UNSURE)
    heard = await ada.presses(AGAIN, until="Who is this for?")
    assert "For me" in heard[-1].choices
    await ada.presses("For me", until="What")


async def test_shown_again_twice_is_harmless(channel, server, ada):
    await is_asked(ada)
    server.faults.on("sendMessage", NoAnswer(done=False))
    unsure = (await ada.says(LINES[0], until=UNSURE))[-1]
    await ada.presses(AGAIN, until="Why does")
    ada.person.presses(unsure.choices[AGAIN])
    assert "from earlier" in (await ada.hears())[0].text


@pytest.mark.parametrize("fault", [NoAnswer(done=True), Reset(done=False), Broken(502, done=False)])
async def test_an_answer_to_danger_is_sent_again(channel, server, ada, fault, until):
    await is_asked(ada)
    server.faults.on("sendMessage", fault)
    heard = await ada.says(DANGER, until="116 123")
    await until(lambda: len(server.calls("sendMessage", 1001)) >= 2 and server.calls("sendMessage")[-1].status == 200)
    assert "116 123" in ada.told()[-1]
    assert not any(UNSURE in text for text in ada.told())
    assert heard


async def test_an_answer_to_danger_overtakes_a_chat_that_must_wait(channel, server, ada, until):
    await is_asked(ada)
    server.faults.on("sendMessage", TooMany(retry_after=2))
    ada.person.says(LINES[0])
    await until(lambda: server.calls("sendMessage")[-1].status == 429)
    await ada.says(DANGER, until="116 123")
    assert not any("Why does" in text for text in ada.told())
    await ada.hears(until="Why does")
    assert [("116 123" in text and "Samaritans" in text) for text in ada.told()].count(True) >= 1


async def test_a_message_that_is_refused_holds_nothing_up(channel, server, ada, said, monkeypatch, until):
    await is_asked(ada)
    real, refused = TelegramWire.send, iter([True])

    async def send(self, *given, **named):
        if next(refused, False):
            raise wire.RefusedError
        return await real(self, *given, **named)

    monkeypatch.setattr(TelegramWire, "send", send)
    ada.person.says(LINES[0])
    await until(lambda: said() == [LINES[0]])
    await ada.says(LINES[1], until="good support")


async def test_blocked_in_the_middle_of_a_reply(channel, server, ada, said, begin, until):
    await is_asked(ada)
    server.faults.on("sendMessage", Slow(0.3))
    ada.person.says(LINES[0])
    await until(lambda: server.calls("sendMessage")[-1].fault is not None)
    ada.person.blocks_bot()

    def is_blocked():
        with begin(reading=True) as records:
            chat = records.telegram.get(records.telegram.id_of(1001))
            return chat.blocked and not records.telegram.busy()

    await until(is_blocked)
    ada.person.unblocks()
    await ada.says(LINES[1], until="good support")
    assert said() == [*LINES[:2]]
    assert not is_blocked()


async def test_an_answer_that_cannot_be_read_is_an_answer_in_doubt(channel, server, ada, monkeypatch, caplog):
    await is_asked(ada)
    real, pages = HTTPXRequest.do_request, iter([(200, b"<html>quokka</html>"), (200, b'{"ok":true}')])

    async def do_request(self, url, *given, **named):
        code, payload = await real(self, url, *given, **named)
        return next(pages, (code, payload)) if url.endswith("/sendMessage") else (code, payload)

    monkeypatch.setattr(HTTPXRequest, "do_request", do_request)
    heard = await ada.says("the quokka at dusk", until=UNSURE)
    assert [("Why does" in one.text) for one in heard].count(True) == 1
    assert "quokka" not in caplog.text
