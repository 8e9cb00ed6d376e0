"""getUpdates: long polling, confirming, and one reader at a time."""

import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.unit.channels.telegram_server.conftest import PlainBot


@pytest.fixture
def pool():
    with ThreadPoolExecutor(4) as pool:
        yield pool


def ids(updates):
    return [update["update_id"] for update in updates]


def test_updates_are_numbered_one_after_the_other(bot, ada):
    for words in ("one", "two", "three"):
        ada.says(words)
    first, second, third = ids(bot.gets("getUpdates"))
    assert (second, third) == (first + 1, first + 2)


def test_what_is_not_confirmed_comes_again(bot, ada):
    ada.says("one")
    ada.says("two")
    both = ids(bot.gets("getUpdates"))
    assert ids(bot.gets("getUpdates")) == both
    assert ids(bot.gets("getUpdates", offset=both[1])) == [both[1]]
    assert ids(bot.gets("getUpdates")) == [both[1]]
    assert bot.gets("getUpdates", offset=both[1] + 1) == []
    assert bot.gets("getUpdates") == []


def test_at_most_so_many_are_given(bot, ada):
    for number in range(101):
        ada.says(str(number))
    assert len(bot.gets("getUpdates")) == 100
    assert len(bot.gets("getUpdates", limit=3)) == 3


def test_a_negative_offset_leaves_only_the_last(bot, ada):
    for words in ("one", "two", "three"):
        ada.says(words)
    (last,) = bot.gets("getUpdates", offset=-1)
    assert last["message"]["text"] == "three"
    assert bot.gets("getUpdates") == [last]


def test_an_offset_from_the_future_confirms_nothing(bot, ada):
    ada.says("one")
    (update,) = bot.gets("getUpdates")
    assert bot.gets("getUpdates", offset=update["update_id"] + 1000) == [update]


def test_a_reader_waits_for_the_next_update(server, bot, ada, pool):
    waiting = pool.submit(bot.gets, "getUpdates", timeout=20)
    server.waits_for_call("getUpdates")
    ada.says("hello")
    (update,) = waiting.result(20)
    assert update["message"]["text"] == "hello"


def test_a_reader_who_waited_in_vain_gets_nothing(bot, ada):
    assert bot.gets("getUpdates", timeout=1) == []


def test_a_second_reader_sends_the_first_away(server, bot, ada, pool):
    other = PlainBot(server)
    first = pool.submit(bot.asks, "getUpdates", timeout=20)
    is_waiting(server)
    second = pool.submit(other.gets, "getUpdates", timeout=20)
    refused = first.result(20).json()
    assert refused["error_code"] == 409
    assert refused["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    ada.says("hello")
    assert len(second.result(20)) == 1
    other.client.close()


def test_a_webhook_sends_a_reader_away_and_keeps_others_out(server, bot, receiver, pool):
    other = PlainBot(server)
    first = pool.submit(bot.asks, "getUpdates", timeout=20)
    is_waiting(server)
    other.gets("setWebhook", url=receiver.url)
    assert first.result(20).json()["description"] == "Conflict: terminated by setWebhook request"
    code, description = other.is_refused("getUpdates")
    assert code == 409
    assert description.startswith("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook")
    other.gets("deleteWebhook")
    assert other.gets("getUpdates") == []
    other.client.close()


def is_waiting(server):
    assert server._world.bell.wait_for(lambda: server._answers._polling._reader is not None, 20)


def test_a_reader_who_hung_up_takes_nothing_along(server, bot, ada):
    with socket.create_connection(("127.0.0.1", int(server.root.rpartition(":")[2]))) as gone:
        gone.sendall(f"GET /bot{server.token}/getUpdates?timeout=20 HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        is_waiting(server)
    assert server._world.bell.wait_for(lambda: server._answers._polling._reader is None, 20)
    ada.says("hello")
    assert len(bot.gets("getUpdates")) == 1
    assert server.report()[ada.id].told_again == {}


def test_only_what_is_asked_for_is_kept_and_the_choice_stays(bot, ada):
    bot.gets("getUpdates", allowed_updates=["callback_query", "my_chat_member"])
    ada.says("hello")
    ada.blocks_bot()
    assert [set(update) - {"update_id"} for update in bot.gets("getUpdates")] == [{"my_chat_member"}]
    assert bot.gets("getWebhookInfo")["allowed_updates"] == ["callback_query", "my_chat_member"]
    bot.gets("getUpdates", allowed_updates=[])
    assert "allowed_updates" not in bot.gets("getWebhookInfo")


def test_after_a_day_an_update_is_lost(server, bot, ada):
    ada.says("yesterday")
    server.time_passes(hours=23)
    ada.says("today")
    server.time_passes(hours=1, seconds=1)
    (update,) = bot.gets("getUpdates")
    assert update["message"]["text"] == "today"
    assert server.report()[ada.id].lost == (update["update_id"] - 1,)
