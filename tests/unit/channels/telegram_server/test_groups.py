"""Groups and channels, of which a bot hears only what concerns it."""

import pytest

from tests.telegram_server import TelegramServer
from tests.unit.channels.telegram_server.conftest import PlainBot, buttons

FAMILY, NEWS = -1001234567890, -1001234567891


@pytest.fixture
def family(server, bot, ada):
    family = server.group(FAMILY)
    family.adds_bot(ada)
    bot.gets("getUpdates", offset=-1)
    server._world.queue.keep_last(0)
    return family


def kinds(bot):
    return [next(name for name in update if name != "update_id") for update in bot.gets("getUpdates")]


def test_being_added_is_told_twice_and_being_removed_once(server, bot, ada):
    family = server.group(FAMILY)
    family.adds_bot(ada)
    family.removes_bot(ada)
    assert kinds(bot) == ["my_chat_member", "message", "my_chat_member"]
    refused = bot.is_refused("sendMessage", chat_id=FAMILY, text="x")
    assert refused == (403, "Forbidden: bot was kicked from the supergroup chat")


def test_only_what_concerns_the_bot_is_told(bot, ada, family):
    family.says(ada, "dinner at six")
    family.says(ada, "/start")
    family.says(ada, "/start@another_bot")
    family.says(ada, "/start@what_matters_test_bot")
    family.says(ada, "ask @what_matters_test_bot")
    sent = bot.says("Please write to me alone.", to=FAMILY)
    family.says(ada, "why", reply_to=family.chat.message(sent["message_id"]))
    told = [update["message"]["text"] for update in bot.gets("getUpdates")]
    assert told == ["/start", "/start@what_matters_test_bot", "ask @what_matters_test_bot", "why"]


def test_a_bot_may_be_told_all():
    with TelegramServer(sees_all_of_groups=True) as server:
        bot, ada = PlainBot(server), server.person(1)
        family = server.group(FAMILY)
        family.adds_bot(ada)
        family.says(ada, "dinner at six")
        assert bot.gets("getUpdates")[-1]["message"]["text"] == "dinner at six"
        assert bot.gets("getMe")["can_read_all_group_messages"] is True
        bot.client.close()


def test_a_group_counts_its_own_messages(bot, ada, family):
    assert bot.says(to=FAMILY)["message_id"] == 2
    assert bot.says()["message_id"] == 2


def test_buttons_in_a_group_can_be_pressed_by_anybody(server, bot, family):
    bot.says("Who comes?", to=FAMILY, reply_markup=buttons("Me"))
    family.presses(server.person(1002, first_name="Ben"), "Me")
    (update,) = bot.gets("getUpdates")
    assert update["callback_query"]["from"]["id"] == 1002
    assert update["callback_query"]["message"]["chat"]["id"] == FAMILY
    assert family.sees()[-1].text == "Who comes?"


def test_the_bot_can_leave(bot, ada, family):
    assert bot.gets("leaveChat", chat_id=FAMILY) is True
    refused = bot.is_refused("sendMessage", chat_id=FAMILY, text="x")
    assert refused == (403, "Forbidden: bot is not a member of the supergroup chat")
    family.says(ada, "/start")
    assert bot.gets("getUpdates") == []


def test_a_post_of_a_channel_has_no_person(server, bot, ada):
    news = server.group(NEWS, kind="channel", title="News")
    news.adds_bot(ada)
    news.posts("It rains.")
    added, post = bot.gets("getUpdates")
    assert added["my_chat_member"]["new_chat_member"]["can_post_messages"] is True
    assert "from" not in post["channel_post"]
    assert post["channel_post"]["sender_chat"]["title"] == "News"
