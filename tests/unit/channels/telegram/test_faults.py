"""Whatever goes wrong: nothing is lost, nothing is done or said twice by itself, and each chat keeps its order."""

import asyncio
import sqlite3
import threading
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from telegram.request import HTTPXRequest

from bot.channels.telegram import answering, delivery, gateway, polling, wire
from bot.channels.telegram.mailbox import Mailbox
from bot.channels.telegram.wire import TelegramWire
from bot.channels.turn_store import TurnStore
from bot.records.telegram import State
from tests.telegram_server import Broken, NoAnswer, Reset, Slow, TooMany

UNSURE = "My last message may not have reached you."
AGAIN = "Show it again"
LINES = ("my garden", "it is quiet there", "a chair in the shade", "my sister", "she makes me laugh", "a lift to hers")
DANGER = "i want to end my life"


@pytest.fixture(autouse=True)
def people_read_quickly(monkeypatch):
    """No pauses; and answers that do not come are waited for half a second."""
    for name in ("BETWEEN", "LONGEST_PAUSE"):
        monkeypatch.setattr(delivery, name, 0.0)
    for module in (delivery, gateway, polling):
        monkeypatch.setattr(module, "LONGEST_WAIT", 0.2)
    made = wire._Requests.__init__

    def quick(self, **given):
        made(self, **{**given, "read_timeout": 0.5})

    monkeypatch.setattr(wire._Requests, "__init__", quick)


@pytest.fixture
def said(begin, rules):
    """What the conversation took down of what a person of this number said, in order."""

    def lines(number=1001):
        with begin(reading=True) as records:
            person = records.sessions.person(records.telegram.token_of(number))
            return [line.words for line in records.drafts.get(person).lines] if person else []

    return lines


def texts(ada):
    """What the bot wrote, in order."""
    return [one.text for one in ada.person.sees() if one.by_bot]


def happens(happened, within=20.0):
    async def look():
        end = asyncio.get_running_loop().time() + within
        while not happened():
            assert asyncio.get_running_loop().time() < end, "waited in vain"
            await asyncio.sleep(0.01)

    return look()


async def is_asked(ada):
    """Go to the first question that takes any words."""
    ada.person.starts()
    await ada.hears(until="Who is this for?")
    await ada.presses("For me", until="What")


# --- sending ----------------------------------------------------------------------------------------------------------


async def test_telegram_asks_to_wait(channel, server, ada, said):
    await is_asked(ada)
    server.faults.on("sendMessage", TooMany(retry_after=1), times=2)
    await ada.says(LINES[0], until="Why")
    calls = server.calls("sendMessage")[-3:]
    assert [call.status for call in calls] == [429, 429, 200]
    assert calls[1].at - calls[0].at >= 1
    assert len({call.parameters["text"] for call in calls}) == 1
    assert said() == [LINES[0]]


async def test_telegram_is_out_of_reach_for_a_while(channel, server, ada, said):
    await is_asked(ada)
    before = len(texts(ada))
    with server.holding_updates():
        ada.person.says(LINES[0])
    server.faults.on("sendMessage", Slow(0.3))
    await happens(lambda: said() == [LINES[0]])
    with server.is_down():
        await asyncio.sleep(0.5)
    await ada.hears()
    assert UNSURE in "\n".join(texts(ada)[before:]) or "Why" in texts(ada)[-1]
    await ada.says(LINES[1], until="good support")
    assert said() == [*LINES[:2]]


async def test_connecting_fails_before_anything_leaves(channel, server, ada, said, monkeypatch):
    await is_asked(ada)
    before = len(texts(ada))
    real, failures = TelegramWire.send, iter([True] * 3)

    async def send(self, *given, **named):
        if next(failures, False):
            raise wire.NotReachedError
        return await real(self, *given, **named)

    monkeypatch.setattr(TelegramWire, "send", send)
    await ada.says(LINES[0], until="Why")
    assert len([text for text in texts(ada)[before:] if "Why" in text]) == 1
    assert not any(UNSURE in text for text in texts(ada))


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize(
    "fault", [NoAnswer, Reset, lambda done: Broken(500, done=done), lambda done: Broken(502, done=done)]
)
async def test_a_message_that_may_not_have_arrived_is_not_sent_again_by_itself(channel, server, ada, said, fault, done):
    await is_asked(ada)
    server.faults.on("sendMessage", fault(done=done))
    heard = await ada.says(LINES[0], until=UNSURE)
    assert [("Why does" in one.text) for one in heard].count(True) == done
    assert texts(ada)[-1].endswith(UNSURE)
    heard = await ada.presses(AGAIN, until="Why does")
    assert len(heard) == 1
    await ada.says(LINES[1], until="good support")
    assert said() == [*LINES[:2]]
    assert [UNSURE in text for text in texts(ada)].count(True) == 1


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
async def test_an_answer_to_danger_is_sent_again(channel, server, ada, fault):
    await is_asked(ada)
    server.faults.on("sendMessage", fault)
    heard = await ada.says(DANGER, until="116 123")
    await happens(lambda: len(server.calls("sendMessage", 1001)) >= 2 and server.calls("sendMessage")[-1].status == 200)
    assert "116 123" in texts(ada)[-1]
    assert not any(UNSURE in text for text in texts(ada))
    assert heard


async def test_an_answer_to_danger_overtakes_a_chat_that_must_wait(channel, server, ada):
    await is_asked(ada)
    server.faults.on("sendMessage", TooMany(retry_after=2))
    ada.person.says(LINES[0])
    await happens(lambda: server.calls("sendMessage")[-1].status == 429)
    await ada.says(DANGER, until="116 123")
    assert not any("Why does" in text for text in texts(ada))
    await ada.hears(until="Why does")
    assert [("116 123" in text and "Samaritans" in text) for text in texts(ada)].count(True) >= 1


async def test_a_message_that_is_refused_holds_nothing_up(channel, server, ada, said, monkeypatch):
    await is_asked(ada)
    real, refused = TelegramWire.send, iter([True])

    async def send(self, *given, **named):
        if next(refused, False):
            raise wire.RefusedError
        return await real(self, *given, **named)

    monkeypatch.setattr(TelegramWire, "send", send)
    ada.person.says(LINES[0])
    await happens(lambda: said() == [LINES[0]])
    await ada.says(LINES[1], until="good support")


async def test_blocked_in_the_middle_of_a_reply(channel, server, ada, said, begin):
    await is_asked(ada)
    server.faults.on("sendMessage", Slow(0.3))
    ada.person.says(LINES[0])
    await happens(lambda: server.calls("sendMessage")[-1].fault is not None)
    ada.person.blocks_bot()

    def is_blocked():
        with begin(reading=True) as records:
            chat = records.telegram.get(records.telegram.id_of(1001))
            return chat.blocked and not records.telegram.busy()

    await happens(is_blocked)
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


# --- updates ----------------------------------------------------------------------------------------------------------


async def test_an_update_that_comes_twice_counts_once(channel, server, ada, said):
    await is_asked(ada)
    server.faults.doubles(3)
    for line, until in zip(LINES, ("Why does", "good support", "anything else"), strict=False):
        await ada.says(line, until=until)
    report = server.report()[1001]
    assert report.told_again
    assert report.said_again == ()
    assert said() == [*LINES[:3]]


async def test_updates_that_come_in_the_wrong_order_are_taken_in_the_right_one(channel, server, ada, said):
    await is_asked(ada)
    server.faults.swaps(3)
    with server.holding_updates():
        for line in LINES:
            ada.person.says(line)
    await happens(lambda: len(said()) == len(LINES))
    assert said() == [*LINES]


async def test_an_update_that_cannot_be_read_as_a_whole_loses_no_words(channel, server, ada, said, monkeypatch, caplog):
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
    await happens(lambda: said() == ["the quokka at dusk", LINES[0]])
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


# --- coming and going -------------------------------------------------------------------------------------------------


async def test_telegram_is_down_at_the_start(make_channel, server, ada):
    channel = make_channel()
    with server.is_down():
        channel.start()
        await asyncio.sleep(0.3)
    ada.person.starts()
    await ada.hears(until="Who is this for?")
    await channel.stop()


@pytest.mark.parametrize("method", ["getMe", "setMyCommands", "setMyDescription", "deleteWebhook"])
@pytest.mark.parametrize("fault", [Broken(502), TooMany(1), Reset(done=False)])
async def test_a_start_that_goes_wrong_is_tried_again(make_channel, server, ada, method, fault):
    server.faults.on(method, fault)
    channel = make_channel()
    channel.start()
    ada.person.starts()
    await ada.hears(until="Who is this for?")
    await channel.stop()


async def test_telegram_goes_down_later(channel, server, ada, said):
    await is_asked(ada)
    with server.is_down():
        ada.person.says(LINES[0])
        await asyncio.sleep(0.3)
    await ada.hears(until="Why does")
    assert said() == [LINES[0]]


async def test_a_token_that_is_refused_once_is_tried_again(channel, server, ada, said, monkeypatch):
    await is_asked(ada)
    real, refused = TelegramWire.poll, iter([True])

    async def poll(self, *given):
        if next(refused, False):
            raise wire.UnknownTokenError
        return await real(self, *given)

    monkeypatch.setattr(TelegramWire, "poll", poll)
    await ada.says(LINES[0], until="Why does")
    await ada.says(LINES[1], until="good support")


async def test_somebody_else_polls_with_the_same_token(channel, server, ada, said, settings):
    await is_asked(ada)
    other = TelegramWire(server.token, server.root)
    await other.open()
    await other.poll(0, 0)
    with pytest.raises(wire.WireError):
        await asyncio.gather(*(other.poll(0, 1) for _ in range(2)))
    await ada.says(LINES[0], until="Why does")
    assert said() == [LINES[0]]
    await other.close()


async def test_a_stop_lets_what_is_on_the_line_come_to_its_end(make_channel, server, ada, said):
    channel = make_channel()
    channel.start()
    await is_asked(ada)
    server.faults.on("sendMessage", Slow(0.3))
    ada.person.says(LINES[0])
    await happens(lambda: server.calls("sendMessage")[-1].fault is not None)
    await channel.stop()
    channel = make_channel()
    channel.start()
    await ada.says(LINES[1], until="good support")
    assert not any(UNSURE in text for text in texts(ada))
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


NEXT = ("Why does", "good support", "anything else")


async def test_a_stop_at_any_step_loses_and_doubles_nothing(make_channel, server, ada, said, begin, monkeypatch):
    channel = make_channel()
    channel.start()
    await is_asked(ada)
    plug, lines = Plug(monkeypatch), []
    monkeypatch.setattr(polling, "SECONDS", 1)

    def is_quiet():
        with begin(reading=True) as records:
            is_idle = not records.telegram.busy()
            is_idle &= not records.telegram.outgoing(records.telegram.id_of(1001), State.SENDING)
        return is_idle and said() == lines and not server.report()[1001].waiting

    for step in range(1, 70):
        await happens(is_quiet)
        before = len(texts(ada))
        new = [f"line {step}, first", f"line {step}, second"]
        lines += new
        plug.is_pulled_after(step)
        for line in new:
            ada.person.says(line)
        await happens(lambda: not plug.is_in or is_quiet())
        await channel.stop()
        plug.is_pulled_after(0)
        channel = make_channel()
        channel.start()
        await happens(is_quiet)
        replies = [text for text in texts(ada)[before:] if UNSURE not in text]
        if any(UNSURE in text for text in texts(ada)[before:]):
            ada.person.presses(AGAIN)
            await ada.hears()
            await happens(is_quiet)
            replies = list(dict.fromkeys(text for text in texts(ada)[before:] if UNSURE not in text))
            assert len(replies) == 2, (step, replies)
        else:
            expected = [NEXT[(2 * step + at) % 3] for at in (-2, -1)]
            assert [part in text for part, text in zip(expected, replies, strict=True)] == [True, True], (step, replies)
    await channel.stop()


# --- the store --------------------------------------------------------------------------------------------------------


@pytest.fixture
def impatient(database):
    """A store that waits for nobody."""
    event.listen(database, "connect", lambda connection, _record: connection.execute("PRAGMA busy_timeout=20"))


@contextmanager
def locked(folder):
    """Within, somebody else holds the turn to write."""
    connection = sqlite3.connect(folder / "what-matters.db", isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


async def test_a_store_that_is_locked(impatient, channel, server, ada, said, store_folder):
    await is_asked(ada)
    with locked(store_folder):
        heard = await ada.says(LINES[0], until="waits with Telegram")
        assert len(heard) == 1
        await ada.says(DANGER, until="116 123")
        ada.person.says(LINES[1])
        await asyncio.sleep(1)
        assert len([text for text in texts(ada) if "waits with Telegram" in text]) == 1
    await happens(lambda: said() == [*LINES[:2]])
    await ada.hears(until="good support")
    report = server.report()[1001]
    assert report.waiting == report.lost == ()


async def test_a_store_that_locks_once_words_are_taken_in(impatient, channel, ada, said, store_folder, monkeypatch):
    """Danger is answered even then."""
    await is_asked(ada)
    taken, lock = threading.Event(), locked(store_folder)
    real = Mailbox.take_in

    def take_in(self, updates):
        found = real(self, updates)
        if updates and not taken.is_set():
            lock.__enter__()
            taken.set()
        return found

    monkeypatch.setattr(Mailbox, "take_in", take_in)
    await ada.says(DANGER, until="116 123")
    lock.__exit__(None, None, None)
    await ada.says(LINES[0], until="Why does")
    assert said() == [LINES[0]]


WRITING = ("take_in", "look", "speaks", "outgoing", "claim", "answer", "move", "take_old_buttons")


@pytest.mark.parametrize("step", WRITING)
async def test_a_store_that_fails_at_one_step_and_then_works(channel, server, ada, said, monkeypatch, step):
    await is_asked(ada)
    before = len(texts(ada))
    real, failures = getattr(Mailbox, step), iter([True] * 3)

    def fails(*given, **named):
        if next(failures, False):
            raise OperationalError("", {}, Exception("database or disk is full"))
        return real(*given, **named)

    monkeypatch.setattr(Mailbox, step, fails)
    for line in LINES[:3]:
        ada.person.says(line)
    await happens(lambda: said() == [*LINES[:3]])
    await ada.hears(until="anything else")
    told = [text for text in texts(ada)[before:] if "waits with Telegram" not in text]
    assert [part in text for part, text in zip(NEXT, told, strict=True)] == [True] * 3


async def test_the_store_fails_at_the_start(make_channel, ada, monkeypatch):
    real, failures = Mailbox.recover, iter([True] * 3)

    def recover(*given):
        if next(failures, False):
            raise OperationalError("", {}, Exception("database is locked"))
        return real(*given)

    monkeypatch.setattr(Mailbox, "recover", recover)
    channel = make_channel()
    channel.start()
    ada.person.starts()
    await ada.hears(until="Who is this for?")
    await channel.stop()


# --- at the end of everything -----------------------------------------------------------------------------------------


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


async def test_a_mistake_of_ours_does_not_end_the_conversation(channel, server, ada, said, monkeypatch):
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
    await happens(lambda: LINES[0] in said())
