"""How much a bot may send."""

import pytest

from tests.telegram_server import Limits, TelegramServer
from tests.unit.channels.telegram_server.conftest import ADA, PlainBot


def talk_to(server):
    server.person(ADA).starts()
    return PlainBot(server)


@pytest.fixture
def strict():
    with TelegramServer(Limits(chat_burst=2, overall_burst=4, group_per_minute=2)) as server:
        server.stops_time()
        yield server


def test_after_a_burst_one_chat_takes_one_message_a_second(strict):
    bot = talk_to(strict)
    bot.says("one")
    bot.says("two")
    answer = bot.asks("sendMessage", chat_id=ADA, text="three")
    assert answer.status_code == 429
    assert answer.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert answer.headers["Retry-After"] == "1"
    strict.time_passes(seconds=1)
    bot.says("three")
    assert [one.text for one in strict.person(ADA).sees()] == ["/start", "one", "two", "three"]
    bot.client.close()


def test_all_chats_together_have_a_limit_that_edits_count_for(strict):
    bot = talk_to(strict)
    sent = bot.says("one")
    for text in ("two", "three", "four"):
        bot.gets("editMessageText", chat_id=ADA, message_id=sent["message_id"], text=text)
    refused = bot.is_refused("editMessageText", chat_id=ADA, message_id=sent["message_id"], text="five")
    assert refused == (429, "Too Many Requests: retry after 1")
    assert bot.gets("sendChatAction", chat_id=ADA, action="typing")
    bot.client.close()


def test_a_group_has_a_limit_for_each_minute(strict):
    bot = talk_to(strict)
    family = strict.group(-1001234567890)
    family.adds_bot(strict.person(ADA))
    bot.says(to=family.id)
    bot.says(to=family.id)
    assert bot.is_refused("sendMessage", chat_id=family.id, text="x") == (429, "Too Many Requests: retry after 30")
    bot.client.close()


def test_what_is_refused_for_itself_costs_nothing(strict):
    bot = talk_to(strict)
    for _ in range(10):
        assert bot.is_refused("sendMessage", chat_id=ADA, text="")[0] == 400
    bot.says("one")
    bot.client.close()


def test_a_test_can_do_without():
    with TelegramServer(Limits.without_rates()) as server:
        bot = talk_to(server)
        for number in range(60):
            bot.says(str(number))
        bot.client.close()
