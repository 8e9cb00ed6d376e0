"""Words that tell of danger are answered at once and once, whatever hangs or fails; all else waits, in its order."""

import asyncio
import threading
from functools import partial

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels import inbound
from bot.channels.telegram import danger_first, delivery, gateway, patience, trying_again
from bot.channels.telegram.mailbox import Mailbox
from bot.records.unit_of_work import UnitOfWork
from tests.telegram_server import Broken, Reset
from tests.unit.channels.telegram.sent import count

DANGER = "I want to end my life"
CRISIS = "Are you safe right now?"
NOT_SAFE = "Call 999 now"
MATTERS = "What matters most"
WHY = "Why does that matter"
SUPPORT = "good support"
SOFTWARE = "No person is watching this chat live"
WAITS_WITH_TELEGRAM = "Yours waits with Telegram"
WAITS_HERE = "Your words are safe"


class Store:
    """What starts a transaction, as long as the store is there. `left`: after so many more it is gone."""

    def __init__(self, begin):
        self._begin = begin
        self.is_down = False
        self.left = None
        self.refused = 0

    def __call__(self, *, reading=False):
        if self.left is not None:
            self.left -= 1
            self.is_down = self.is_down or self.left < 0
        if self.is_down:
            self.refused += 1
            raise OperationalError("begin", {}, Exception("gone"))
        return self._begin(reading=reading)

    def comes_back(self):
        self.is_down, self.left = False, None


@pytest.fixture
def begin(database, clock, key):
    return Store(partial(UnitOfWork, database, clock, key))


@pytest.fixture(autouse=True)
def all_is_tried_again_soon(monkeypatch, quick):
    monkeypatch.setattr(trying_again, "LONGEST_WAIT", 0.1)
    monkeypatch.setattr(patience, "AT_ONCE", 2)


@pytest.fixture
async def ada(ada, channel):
    """Ada was asked what matters most to her."""
    await ada.starts()
    await ada.presses("For me", MATTERS)
    return ada


def order(ada, *texts):
    """The places of the first messages that hold these."""
    told = ada.told()
    return [next(place for place, one in enumerate(told) if text in one) for text in texts]


# --- something hangs --------------------------------------------------------------------------------------------------


async def hangs(ada, thinking, words="my garden"):
    """The turn of these words does not end."""
    thinking.hold(words)
    ada.person.says(words)
    await thinking.heard.wait()


async def danger_comes_last(ada, thinking):
    """A turn hangs and another waits behind it; danger is answered, and then both of them."""
    await hangs(ada, thinking)
    ada.person.says("it is quiet")
    await ada.says(DANGER, CRISIS)
    thinking.let_go()
    await ada.sees(SUPPORT)


async def test_while_another_turn_of_the_chat_hangs(ada, thinking):
    await hangs(ada, thinking)
    await ada.says(DANGER, CRISIS)
    assert count(ada, WHY) == 0
    thinking.let_go()
    await ada.sees(WHY)
    await ada.says("who are you", SOFTWARE)
    assert count(ada, CRISIS) == 1


async def test_what_waited_is_answered_after_it_in_order(ada, thinking):
    await danger_comes_last(ada, thinking)
    crisis, why, support = order(ada, CRISIS, WHY, SUPPORT)
    assert crisis < why < support


async def test_its_question_stays_open_while_what_came_before_is_answered(ada, thinking):
    await danger_comes_last(ada, thinking)
    await ada.says("no", NOT_SAFE)


async def test_twice_at_once_is_answered_twice_and_not_more(ada, server, thinking):
    await hangs(ada, thinking)
    with server.holding_updates():
        ada.person.says(DANGER)
        ada.person.says(DANGER)
    await ada.sees(CRISIS, count=2)
    thinking.let_go()
    await ada.sees(WHY)
    await ada.says("who are you", SOFTWARE)
    assert count(ada, CRISIS) == 2


async def test_together_with_an_ordinary_message(ada, server):
    with server.holding_updates():
        ada.person.says("my garden")
        ada.person.says(DANGER)
        ada.person.says("it is quiet")
    await ada.sees(CRISIS)
    await ada.sees(WHY)
    await ada.sees(SUPPORT)
    assert count(ada, CRISIS) == 1


async def test_a_press_under_the_answer_while_a_turn_hangs(ada, thinking):
    await ada.says(DANGER, CRISIS)
    await hangs(ada, thinking)
    await ada.presses("No", NOT_SAFE)
    thinking.let_go()
    await ada.sees(WHY)
    assert count(ada, NOT_SAFE) == 1


async def test_while_as_many_chats_hang_as_are_dealt_with_at_once(ada, bert, server, thinking):
    """A stranger's first words are these."""
    await bert.starts()
    await bert.presses("For me", MATTERS)
    for somebody, words in ((ada, "my garden"), (bert, "my boat")):
        await hangs(somebody, thinking, words)
    stranger = type(ada)(server.person(1009))
    await stranger.says(DANGER, CRISIS)
    thinking.let_go()
    await stranger.says("who are you", SOFTWARE)
    assert count(stranger, CRISIS) == 1


async def test_while_the_reply_of_the_chat_is_paced(bert, channel, monkeypatch):
    for name in ("BETWEEN", "LONGEST_PAUSE"):
        monkeypatch.setattr(delivery, name, 60.0)
    bert.person.starts()
    await bert.hears("Hello.")
    await bert.says(DANGER, CRISIS)
    assert count(bert, "Who is this for?") == 0


# --- the engine is down -----------------------------------------------------------------------------------------------


async def test_while_the_engine_is_down(ada, rules):
    rules.down = True
    ada.person.says("my garden")
    await ada.says(DANGER, CRISIS)
    rules.down = False
    await ada.sees(WHY)
    await ada.says("who are you", SOFTWARE)
    assert count(ada, CRISIS) == 1


async def test_what_came_while_the_engine_was_down_is_answered_in_order(ada, rules, said, monkeypatch, until):
    monkeypatch.setattr(patience, "PATIENCE", 0.0)
    monkeypatch.setattr(inbound, "MOST_TRIES", 1000)
    rules.down = True
    ada.person.says("my garden")
    await ada.sees(WAITS_HERE)
    ada.person.says("it is quiet")
    tries = len(rules.heard)
    await until(lambda: len(rules.heard) > tries + 5)
    assert count(ada, WAITS_HERE) == 1
    rules.down = False
    await ada.sees(SUPPORT)
    assert said() == ["my garden", "it is quiet"]
    assert count(ada, WAITS_HERE) == 1


async def test_each_outage_of_the_engine_is_told_once(ada, rules, monkeypatch):
    monkeypatch.setattr(patience, "PATIENCE", 0.0)
    for outage, words, answer in ((1, "my garden", WHY), (2, "it is quiet", SUPPORT)):
        rules.down = True
        ada.person.says(words)
        await ada.sees(WAITS_HERE, count=outage)
        rules.down = False
        await ada.sees(answer)
    assert count(ada, WAITS_HERE) == 2


# --- the store fails --------------------------------------------------------------------------------------------------


async def test_while_the_store_is_down(ada, begin, until):
    begin.is_down = True
    await ada.says(DANGER, CRISIS)
    refused = begin.refused
    await until(lambda: begin.refused > refused + 5)
    begin.comes_back()
    await ada.says("who are you", SOFTWARE)
    assert count(ada, CRISIS) == 1


async def test_it_is_remembered_once_the_store_is_back(ada, begin, server):
    begin.is_down = True
    await ada.says(DANGER, CRISIS)
    begin.comes_back()
    await asyncio.to_thread(server.waits_until_told)
    await ada.says("no", NOT_SAFE)


async def test_a_press_under_the_answer_while_the_store_is_down(ada, begin, until):
    await ada.says(DANGER, CRISIS)
    begin.is_down = True
    await ada.presses("No", NOT_SAFE)
    refused = begin.refused
    await until(lambda: begin.refused > refused + 5)
    begin.comes_back()
    await ada.says("who are you", SOFTWARE)
    assert count(ada, NOT_SAFE) == 1


@pytest.mark.parametrize("left", range(12))
async def test_while_the_store_goes_away_in_the_middle(ada, begin, left):
    begin.left = left
    await ada.says(DANGER, CRISIS)
    begin.comes_back()
    await ada.says("who are you", SOFTWARE)
    assert count(ada, CRISIS) >= 1


async def test_other_messages_wait_with_telegram_and_are_answered_in_order(ada, begin, until):
    begin.is_down = True
    await ada.says("my garden", WAITS_WITH_TELEGRAM)
    ada.person.says("it is quiet")
    refused = begin.refused
    await until(lambda: begin.refused > refused + 5)
    assert count(ada, WAITS_WITH_TELEGRAM) == 1
    begin.comes_back()
    await ada.sees(SUPPORT)
    why, support = order(ada, WHY, SUPPORT)
    assert why < support
    assert count(ada, WHY) == 1


async def test_each_outage_of_the_store_is_told_once_to_everybody(ada, bert, begin):
    await bert.starts()
    for outage in (1, 2):
        begin.is_down = True
        for somebody in (ada, bert):
            somebody.person.says("who are you")
            await somebody.sees(WAITS_WITH_TELEGRAM, count=outage)
        begin.comes_back()
        await ada.sees(SOFTWARE, count=outage)  # who is new reads it in the welcome
        await bert.sees("I am software, not a person", count=outage)
    assert (count(ada, WAITS_WITH_TELEGRAM), count(bert, WAITS_WITH_TELEGRAM)) == (2, 2)


async def test_while_the_store_hangs(ada, begin, database, monkeypatch):
    """Somebody else writes into it and does not end."""
    monkeypatch.setattr(gateway, "SAFETY_PATIENCE", 0.05)
    with database.connect() as other:
        other.exec_driver_sql("select 1" if database.dialect.name != "sqlite" else "create table in_the_way (x int)")
        await ada.says(DANGER, CRISIS)
        other.rollback()
    await ada.says("who are you", SOFTWARE)
    assert count(ada, CRISIS) == 1


async def test_while_the_store_hangs_once_the_words_are_taken_in(ada, until, monkeypatch):
    monkeypatch.setattr(danger_first, "SOON", 0.05)
    hangs, real = threading.Event(), Mailbox.answer

    def answer(mailbox, chat, updates, *given, **named):
        assert not updates or hangs.wait(20)
        return real(mailbox, chat, updates, *given, **named)

    monkeypatch.setattr(Mailbox, "answer", answer)
    await ada.says(DANGER, CRISIS)
    hangs.set()
    await ada.says("who are you", SOFTWARE)
    assert count(ada, CRISIS) <= 2


@pytest.mark.parametrize("fault", [Reset(done=False), Broken(502)])
async def test_an_answer_that_did_not_arrive_without_the_store_comes_with_it(ada, server, monkeypatch, fault):
    monkeypatch.setattr(gateway, "SAFETY_PATIENCE", 0.05)
    slow, real = threading.Event(), Mailbox.take_in

    def take_in(mailbox, updates):
        assert not updates or slow.wait(20)
        return real(mailbox, updates)

    monkeypatch.setattr(Mailbox, "take_in", take_in)
    server.faults.on("sendMessage", fault)
    ada.person.says(DANGER)
    await asyncio.sleep(0.5)
    slow.set()
    await ada.sees(CRISIS)


async def test_a_fault_later_does_not_bring_it_again(ada, monkeypatch):
    await ada.says(DANGER, CRISIS)
    real, failures = Mailbox.look, iter([True] * 3)

    def look(*given):
        if next(failures, False):
            raise OperationalError("", {}, Exception("database is locked"))
        return real(*given)

    monkeypatch.setattr(Mailbox, "look", look)
    await ada.says("who are you", SOFTWARE)
    assert count(ada, CRISIS) == 1


async def test_where_each_time_is_in_doubt_it_is_sent_three_times_and_no_more(ada, server, monkeypatch):
    monkeypatch.setattr(trying_again, "LONGEST_WAIT", 0.05)
    # A slow machine must not have it answered without the store as well, where it may come once more.
    monkeypatch.setattr(gateway, "SAFETY_PATIENCE", 60)
    monkeypatch.setattr(danger_first, "SOON", 60)
    server.faults.on("sendMessage", Reset(done=True), times=10)
    ada.person.says(DANGER)
    await ada.sees(CRISIS, count=3)
    await asyncio.sleep(1)
    assert count(ada, CRISIS) == delivery.MOST_COPIES
