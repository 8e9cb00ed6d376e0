"""The people of the Telegram runs, the trouble they get into, how what became of it is counted, and what is printed."""

import random
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace

import httpx
import pytest

from bench.telegram import faults, report, timing
from bench.telegram.people import AGAIN, ASKED, FIRST_ASKED, FIRST_DOOR, Plan, Talker, line
from bench.telegram.trouble import Trouble
from tests.telegram_server import Limits, TelegramServer


@pytest.fixture
def server():
    with TelegramServer(limits=Limits.without_rates()) as server:
        yield server


@pytest.fixture
def bot(server):
    with httpx.Client(base_url=f"{server.root}/bot{server.token}", trust_env=False) as client:

        def says(text, *titles):
            buttons = [[{"text": title, "callback_data": title}] for title in titles]
            markup = {"reply_markup": {"inline_keyboard": buttons}} if buttons else {}
            client.post("/sendMessage", json={"chat_id": 7, "text": text, **markup}).raise_for_status()

        yield says


@pytest.fixture
def talker(server):
    talker = Talker(server.person(7), [line(3, place) for place in range(4)], random.Random(1), (1.0, 1.0), 0.0)
    talker.starts()
    return talker


def said(talker):
    return [message.text for message in talker.person.chat.log if not message.by_bot][1:]


def test_nobody_says_what_somebody_else_says():
    everything = [line(chat, place) for chat in range(200) for place in range(20)]
    assert len(set(everything)) == 4000


def test_people_press_answer_and_ask_to_see_it_again(bot, talker):
    bot("Who is this for?", FIRST_DOOR)
    talker.look(0)
    assert not talker.person.waiting_presses
    talker.look(1)
    assert len(talker.person.waiting_presses) == 1
    bot(f"{FIRST_ASKED} to you?")
    talker.look(2)
    talker.look(3)
    assert said(talker) == [line(3, 0)]
    bot("My last message may not have reached you.", AGAIN)
    talker.look(4)
    talker.look(5)
    assert (len(talker.asked_again), len(talker.person.waiting_presses)) == (1, 2)
    bot(f"{ASKED[0]} to you?")
    talker.look(6)
    talker.look(7)
    assert said(talker) == [line(3, 0), line(3, 1)]
    assert len(talker.asked_again) == 1
    assert not talker.is_done


def test_a_press_that_nothing_comes_of_is_tried_again(bot, talker):
    bot("Who is this for?", FIRST_DOOR)
    for now in (0, 1, 30, 50):
        talker.look(now)
    assert len(talker.person.waiting_presses) == 2


@pytest.mark.parametrize(
    ("replies", "asked", "missing", "doubled"),
    [
        ((0, 1, 2), (), 0, 0),
        ((0, 1), (), 1, 0),
        ((0, 1, 1, 2), (), 0, 1),
        ((0, 1, 1, 2), (2,), 0, 0),  # asked for after two replies, and shown
        ((0, 1, 1, 2), (1,), 0, 1),  # nobody asks for what is not there yet
        ((0, 1, 0, 1, 2), (2,), 0, 0),  # both were in doubt
        ((0, 1, 1, 1, 2), (2,), 0, 1),  # once is what was asked for
        ((0, 1, 1, 1, 2), (2, 3), 0, 0),
        ((0, 0, 1), (1,), 1, 0),
    ],
)
def test_replies_are_counted_by_what_they_ask(bot, talker, replies, asked, missing, doubled):
    talker.said, before = 3, len(talker.person.chat.log)
    talker.asked_again = [before + place for place in asked]
    for place in replies:
        bot(ASKED[place])
    found = faults._replies(talker)
    assert (found["replies"], found["replies_missing"], found["replies_doubled"]) == (len(replies), missing, doubled)


def test_what_answers_an_old_button_is_no_reply_of_its_own(bot, talker):
    talker.said = 1
    bot(ASKED[0])
    bot(f"That button is from earlier, so I changed nothing. {ASKED[0]}")
    assert faults._replies(talker)["replies_doubled"] == 0


def test_order_is_that_of_what_was_kept():
    assert faults._is_in_order(["a", "c"], ["a", "b", "c"])
    assert not faults._is_in_order(["b", "a"], ["a", "b", "c"])


class Copy:
    """A copy whose processes are names."""

    def __init__(self):
        self.running, self.fails = {"web", "actions", "engine"}, []

    def start(self, name):
        self.running.add(name)

    def kill(self, name):
        self.running.remove(name)

    def is_running(self, name):
        return name in self.running

    def revive(self):
        return ["actions"] if "actions" in self.running and len(self.fails) == 2 else []

    def wait_until_ready(self):
        assert self.running == {"web", "actions", "engine"}

    @contextmanager
    def locked(self):
        self.fails.append("locked")
        yield
        self.fails.append("mended")

    full = locked


def test_what_is_killed_comes_back_and_the_store_is_let_go(server):
    copy = Copy()
    trouble = Trouble(copy, server, random.Random(3))
    for now in range(600):
        trouble.look(now)
    trouble.mend()
    assert set(trouble.done) >= {
        "web killed",
        "actions killed",
        "engine killed",
        "line broken",
        "actions ended by itself",
    }
    assert copy.fails[-1] == "mended"
    assert Counter(copy.fails)["locked"] == Counter(copy.fails)["mended"]
    assert server.faults.planned == []


COUNTS = faults.Counts(
    chats=2, sent=4, kept_once=4, lost=0, doubled=0, out_of_order=0, replies=4,
    replies_missing=0, replies_doubled=0, shown_again=1, never_taken=0,
)  # fmt: skip


@pytest.mark.parametrize(
    "wrong", ["lost", "doubled", "out_of_order", "replies_missing", "replies_doubled", "never_taken"]
)
def test_a_run_with_anything_wrong_is_not_clean(wrong):
    assert COUNTS.is_clean
    assert not replace(COUNTS, **{wrong: 1}).is_clean


def test_the_table_of_a_fault_run():
    found = faults.Found(COUNTS, {"web killed": 3}, 61.0)
    told = "\n".join(report.of_faults(found, Plan(people=2, messages=2)))
    assert "2 chats of 2 messages: nothing lost, nothing doubled, order kept**: yes." in told
    assert "| web killed " in told
    assert "no." in report.of_faults(replace(found, counts=replace(COUNTS, lost=1)), faults.FULL)[0]


def test_the_table_of_times():
    rounds = timing.Round(timing.Block((110.0, 120.0), 30.0), timing.Block((100.0, 100.0), 20.0), (5.0, 6.0))
    told = report.of_timing(timing.Found(Plan(people=2, messages=1), (rounds,)))
    assert told[0].startswith("**At p95 at most 1.25 times as long as the chat API**: yes, 1.20 times.")
    assert any("2 turns on each side, of 2 people" in each for each in told)
