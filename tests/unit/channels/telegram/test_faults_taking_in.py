"""Updates that come twice, in the wrong order, broken, or over which we stumble: each counts once, in its order."""

import pytest

from bot.channels.telegram import answering, gateway
from tests.telegram_server import Broken, Reset, TooMany
from tests.unit.channels.telegram.faults import LINES, NEXT, is_asked

pytestmark = pytest.mark.usefixtures("tried_again_soon")


async def test_an_update_that_comes_twice_counts_once(channel, server, ada, said):
    await is_asked(ada)
    server.faults.doubles(3)
    for line, until in zip(LINES, NEXT, strict=False):
        await ada.says(line, until=until)
    report = server.report()[1001]
    assert report.told_again
    assert report.said_again == ()
    assert said() == [*LINES[:3]]


async def test_updates_that_come_in_the_wrong_order_are_taken_in_the_right_one(channel, server, ada, said, until):
    await is_asked(ada)
    server.faults.swaps(3)
    with server.holding_updates():
        for line in LINES:
            ada.person.says(line)
    await until(lambda: len(said()) == len(LINES))
    assert said() == [*LINES]


async def test_an_update_that_cannot_be_read_as_a_whole_loses_no_words(
    channel, server, ada, said, monkeypatch, caplog, until
):
    await is_asked(ada)
    real = gateway.read

    def read(raw):
        if "quokka" in str(raw):
            raise KeyError("quokka")
        return real(raw)

    monkeypatch.setattr(gateway, "read", read)
    with server.holding_updates():
        ada.person.says("the quokka at dusk")
        ada.person.says(LINES[0])
    await until(lambda: said() == ["the quokka at dusk", LINES[0]])
    assert "could not be read (KeyError)" in caplog.text
    assert "quokka" not in caplog.text


async def test_a_broken_poll_comes_again(channel, server, ada, said):
    await is_asked(ada)
    for fault in (Broken(502, done=True), Broken(500), Reset(done=True), TooMany(1)):
        server.faults.on("getUpdates", fault)
    await ada.says(LINES[0], until="Why does")
    await ada.says(LINES[1], until="good support")
    assert said() == [*LINES[:2]]
    assert server.report()[1001].said_again == ()


async def test_a_mistake_of_ours_does_not_end_the_conversation(channel, server, ada, said, monkeypatch, until):
    await is_asked(ada)
    real = answering.outgoing

    def outgoing(parts, **named):
        if "quokka" in str(parts):
            raise IndexError("a mistake of ours")
        return real(parts, **named)

    monkeypatch.setattr(answering, "outgoing", outgoing)
    ada.person.says("the quokka at dusk")
    ada.person.says(LINES[0])
    await ada.hears(until="could not keep your last message")
    await until(lambda: LINES[0] in said())


async def test_what_follows_a_deletion_at_once_is_answered_too(channel, server, ada, said):
    await is_asked(ada)
    await ada.says(LINES[0], until="Why does")
    heard = await ada.says("delete my data", until="delete")
    yes = next(title for one in heard for title in one.choices if title.startswith("Yes"))
    with server.holding_updates():
        ada.person.presses(yes)
        ada.person.says("hello")
    heard = await ada.hears(until="Who is this for?")
    assert "Everything is deleted" in heard[0].text
    assert said() == []
