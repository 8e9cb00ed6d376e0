"""What can be made to go wrong, and what was done all the same."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.telegram_server import Broken, NoAnswer, Reset, Slow, TooMany
from tests.unit.channels.telegram_server.conftest import ADA


def texts(ada):
    return [one.text for one in ada.sees()][1:]


def send(bot, text="hello", **more):
    return bot.asks("sendMessage", chat_id=ADA, text=text, **more)


def test_too_many_requests(server, bot, ada):
    server.faults.on("sendMessage", TooMany(retry_after=7))
    answer = send(bot)
    assert (answer.status_code, answer.json()["parameters"]) == (429, {"retry_after": 7})
    assert texts(ada) == []
    assert send(bot).status_code == 200
    assert texts(ada) == ["hello"]


@pytest.mark.parametrize("done", [False, True])
def test_a_broken_server(server, bot, ada, done):
    server.faults.on("sendMessage", Broken(500, done=done))
    server.faults.on("sendMessage", Broken(502, done=done))
    first, second = send(bot, "one"), send(bot, "two")
    assert (first.status_code, first.json()["description"]) == (500, "Internal Server Error")
    assert second.status_code == 502
    assert second.text.startswith("<html>")
    assert texts(ada) == (["one", "two"] if done else [])


@pytest.mark.parametrize("done", [False, True])
def test_no_answer_comes(server, bot, ada, done):
    server.faults.on("sendMessage", NoAnswer(done=done))
    with pytest.raises(httpx.ReadTimeout):
        bot.client.post("/sendMessage", json={"chat_id": ADA, "text": "hello"}, timeout=0.2)
    if done:
        ada.hears()
    assert texts(ada) == (["hello"] if done else [])
    (call,) = server.calls("sendMessage")
    assert (call.has_effect, call.status, call.fault) == (done, None, NoAnswer(done=done))


@pytest.mark.parametrize("done", [False, True])
def test_the_connection_is_reset(server, bot, ada, done):
    server.faults.on("sendMessage", Reset(done=done))
    with pytest.raises(httpx.ReadError):
        send(bot)
    assert texts(ada) == (["hello"] if done else [])
    assert send(bot, "again").status_code == 200


def test_a_slow_answer_comes(server, bot, ada):
    server.faults.on("sendMessage", Slow(0.05))
    assert send(bot).status_code == 200
    assert texts(ada) == ["hello"]


def test_a_fault_is_for_one_method_chat_and_count(server, bot, ada):
    ben = server.person(1002)
    ben.starts()
    planned = server.faults.on("sendMessage", TooMany(), chat=ADA, times=2, skip=1)
    statuses = [send(bot, str(number)).status_code for number in range(4)]
    assert statuses == [200, 429, 429, 200]
    assert bot.says(to=1002)
    assert planned.used == 2


def test_a_fault_can_stay_and_be_cancelled(server, bot, ada):
    planned = server.faults.on("*", Broken(500), times=None)
    assert [bot.asks("getMe").status_code, send(bot).status_code] == [500, 500]
    planned.cancel()
    assert send(bot).status_code == 200
    server.faults.on("*", Broken(500), times=None)
    server.faults.clear()
    assert send(bot).status_code == 200


def test_nobody_is_there_and_then_is_back(server, bot, ada):
    root = server.root
    with server.is_down():
        with pytest.raises(httpx.ConnectError):
            send(bot)
        ada.says("meanwhile")
    assert server.root == root
    assert send(bot).status_code == 200
    assert [update["message"]["text"] for update in bot.gets("getUpdates")] == ["meanwhile"]


def test_a_stop_cuts_off_who_waits(server, bot, ada):
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(bot.asks, "getUpdates", timeout=20)
        server.waits_for_call("getUpdates")
        server.stop()
        assert isinstance(waiting.exception(20), httpx.TransportError)


def test_an_update_comes_twice_although_it_was_confirmed(server, bot, ada):
    server.faults.doubles()
    ada.says("one")
    ada.says("two")
    first = bot.gets("getUpdates")
    last = first[-1]["update_id"] + 1
    assert [update["message"]["text"] for update in bot.gets("getUpdates", offset=last)] == ["one"]
    assert bot.gets("getUpdates", offset=last) == []
    assert server.report()[ADA].told_again == {first[0]["update_id"]: 1}


def test_an_update_comes_twice_by_webhook(server, bot, ada, receiver):
    bot.gets("setWebhook", url=receiver.url)
    server.faults.doubles()
    ada.says("one")
    assert [body["message"]["text"] for body in receiver.hears(2)] == ["one", "one"]
    server.waits_until_told()
    assert [one.is_taken for one in server.deliveries] == [True, True]


def test_two_updates_come_the_wrong_way_round(server, bot, ada):
    server.faults.swaps()
    with server.holding_updates():
        for words in ("one", "two", "three"):
            ada.says(words)
        assert bot.gets("getUpdates") == []
    updates = bot.gets("getUpdates", limit=1)
    updates += bot.gets("getUpdates", offset=updates[-1]["update_id"] + 1)
    assert [update["message"]["text"] for update in updates] == ["two", "one", "three"]
    report = server.report()[ADA]
    assert report.out_of_order == (updates[1]["update_id"],)


def test_two_updates_come_the_wrong_way_round_by_webhook(server, bot, ada, receiver):
    bot.gets("setWebhook", url=receiver.url)
    server.faults.swaps()
    with server.holding_updates():
        ada.says("one")
        ada.says("two")
    assert [body["message"]["text"] for body in receiver.hears(2)] == ["two", "one"]


def test_updates_whose_answer_was_lost_come_again(server, bot, ada):
    server.faults.on("getUpdates", Reset(done=True))
    ada.says("one")
    with pytest.raises(httpx.ReadError):
        bot.asks("getUpdates")
    assert len(bot.gets("getUpdates")) == 1
    assert list(server.report()[ADA].told_again.values()) == [1]
