"""A stop, at any step between an update and its reply: nothing is lost, and nothing is done or said twice."""

import asyncio

import pytest

from bot.channels.telegram import polling
from bot.channels.telegram.mailbox import Mailbox
from bot.channels.telegram.wire import TelegramWire
from bot.channels.turn_store import TurnStore
from bot.records.telegram_messages import State
from tests.telegram_server import Slow
from tests.unit.channels.telegram.faults import AGAIN, LINES, NEXT, UNSURE, is_asked

pytestmark = pytest.mark.usefixtures("tried_again_soon")


async def test_a_stop_lets_what_is_on_the_line_come_to_its_end(make_channel, server, ada, said, until):
    channel = make_channel()
    channel.start()
    await is_asked(ada)
    server.faults.on("sendMessage", Slow(0.3))
    ada.person.says(LINES[0])
    await until(lambda: server.calls("sendMessage")[-1].fault is not None)
    await channel.stop()
    channel = make_channel()
    channel.start()
    await ada.says(LINES[1], until="good support")
    assert not any(UNSURE in text for text in ada.told())
    assert said() == [*LINES[:2]]
    await channel.stop()


class Killed(BaseException):
    """What is raised where a process would be gone: nothing catches it."""


class Plug:
    """Pulled at one of the steps between an update and its reply, after which nothing is done any more."""

    STEPS = (
        *((Mailbox, name) for name in ("take_in", "look", "open", "speaks", "outgoing", "claim", "answer", "move")),
        *((Mailbox, name) for name in ("take_old_buttons", "leave_unsure", "recover", "show_again", "busy")),
        *((TurnStore, name) for name in ("before", "person", "look", "write_down", "about_to_try", "hand_out")),
        *((TelegramWire, name) for name in ("poll", "send", "set_buttons", "show_typing", "confirm_press")),
    )

    def __init__(self, monkeypatch):
        self.left = self.done = 0
        self.is_in = True
        for owner, name in self.STEPS:
            real = getattr(owner, name)
            plugged = self._asynchronous if asyncio.iscoroutinefunction(real) else self._synchronous
            monkeypatch.setattr(owner, name, plugged(real))

    def is_pulled_after(self, steps):
        self.left, self.is_in = steps, True

    def _count(self):
        if not self.is_in:
            raise Killed
        self.left -= 1
        if self.left == 0:
            self.is_in = False
            raise Killed

    def _synchronous(self, real):
        def step(*given, **named):
            self._count()
            found = real(*given, **named)
            self._count()
            return found

        return step

    def _asynchronous(self, real):
        async def step(*given, **named):
            self._count()
            found = await real(*given, **named)
            self._count()
            return found

        return step


async def test_a_stop_at_any_step_loses_and_doubles_nothing(make_channel, server, ada, said, begin, monkeypatch, until):
    channel = make_channel()
    channel.start()
    await is_asked(ada)
    plug, lines = Plug(monkeypatch), []
    monkeypatch.setattr(polling, "SECONDS", 1)

    def is_quiet():
        with begin(reading=True) as records:
            is_idle = not records.telegram.busy()
            is_idle &= not records.telegram.messages.outgoing(records.telegram.id_of(1001), State.SENDING)
        return is_idle and said() == lines and not server.report()[1001].waiting

    for step in range(1, 70):
        await until(is_quiet)
        before = len(ada.told())
        new = [f"line {step}, first", f"line {step}, second"]
        lines += new
        plug.is_pulled_after(step)
        for line in new:
            ada.person.says(line)
        await until(lambda: not plug.is_in or is_quiet())
        await channel.stop()
        plug.is_pulled_after(0)
        channel = make_channel()
        channel.start()
        await until(is_quiet)
        replies = [text for text in ada.told()[before:] if UNSURE not in text]
        if any(UNSURE in text for text in ada.told()[before:]):
            ada.person.presses(AGAIN)
            await ada.hears()
            await until(is_quiet)
            replies = list(dict.fromkeys(text for text in ada.told()[before:] if UNSURE not in text))
            assert len(replies) == 2, (step, replies)
        else:
            expected = [NEXT[(2 * step + at) % 3] for at in (-2, -1)]
            assert [part in text for part, text in zip(expected, replies, strict=True)] == [True, True], (step, replies)
    await channel.stop()
