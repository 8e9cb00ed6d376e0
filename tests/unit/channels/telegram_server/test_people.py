"""What people do, and how the bot is told of it."""

import asyncio

import pytest

from tests.telegram_server import BOT
from tests.telegram_server.kinds import KINDS
from tests.unit.channels.telegram_server.conftest import ADA


def only(bot):
    (update,) = bot.gets("getUpdates")
    return update


def test_words_are_told_with_who_said_them(server, bot):
    ada = server.person(ADA, first_name="Ada", language_code="cy", last_name="Invented", username="ada_i")
    ada.says(" hello ")
    message = only(bot)["message"]
    assert message["text"] == "hello"
    assert message["from"] == {
        "id": ADA,
        "is_bot": False,
        "first_name": "Ada",
        "last_name": "Invented",
        "username": "ada_i",
        "language_code": "cy",
    }


def test_words_that_are_too_long_come_in_pieces(bot, ada):
    ada.says("a" * 5000)
    assert [len(update["message"]["text"]) for update in bot.gets("getUpdates")] == [4096, 904]


def test_a_command_is_marked(server, bot):
    server.person(ADA).starts("join-1")
    message = only(bot)["message"]
    assert message["text"] == "/start join-1"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


@pytest.mark.parametrize("kind", KINDS)
def test_everything_else_can_be_sent(bot, ada, kind):
    ada.sends(kind)
    message = only(bot)["message"]
    assert kind in message
    assert "text" not in message
    assert ada.sees()[-1].kind == kind


def test_a_voice_message_can_be_fetched_and_have_a_caption(server, bot, ada):
    ada.sends("voice", caption="listen", duration=61)
    message = only(bot)["message"]
    assert (message["caption"], message["voice"]["duration"]) == ("listen", 61)
    path = bot.gets("getFile", file_id=message["voice"]["file_id"])["file_path"]
    assert bot.client.get(f"{server.root}/file/bot{server.token}/{path}").content.startswith(b"OggS")


def test_a_forwarded_message_says_where_it_is_from(bot, ada):
    ada.forwards("words", of="Somebody")
    ada.forwards("words", of=BOT)
    hidden, known = (update["message"]["forward_origin"] for update in bot.gets("getUpdates"))
    assert (hidden["type"], hidden["sender_user_name"]) == ("hidden_user", "Somebody")
    assert (known["type"], known["sender_user"]["is_bot"]) == ("user", True)


def test_an_edit_is_told_with_the_new_words(bot, ada):
    said = ada.says("gardn")
    ada.edits(said, "garden")
    first, second = bot.gets("getUpdates")
    assert first["message"]["text"] == "gardn"
    assert second["edited_message"]["text"] == "garden"
    assert second["edited_message"]["message_id"] == said.message_id
    assert ada.sees()[-1].is_edited


def test_a_reply_carries_what_it_answers(bot, ada):
    asked = bot.says("Who?")
    ada.replies(ada.sees()[-1], "me")
    assert only(bot)["message"]["reply_to_message"]["message_id"] == asked["message_id"]


def test_a_person_who_deletes_is_not_told_of(bot, ada):
    said = ada.says("not this")
    bot.gets("getUpdates", offset=-1)
    ada.deletes(said)
    assert [one.text for one in ada.sees()] == ["/start"]
    assert len(bot.gets("getUpdates")) == 1


def test_blocking_and_coming_back_is_told(bot, ada):
    ada.blocks_bot()
    ada.blocks_bot()
    ada.unblocks()
    changes = [update["my_chat_member"] for update in bot.gets("getUpdates")]
    assert [(one["old_chat_member"]["status"], one["new_chat_member"]["status"]) for one in changes] == [
        ("member", "kicked"),
        ("kicked", "member"),
    ]


def test_who_blocked_the_bot_cannot_write(ada):
    ada.blocks_bot()
    with pytest.raises(AssertionError, match="blocked"):
        ada.says("hello")


def test_an_inline_query_is_told_for_half_a_minute(server, bot, ada):
    ada.asks_inline("garden")
    query = only(bot)["inline_query"]
    assert (query["query"], query["from"]["id"]) == ("garden", ADA)
    assert bot.gets("answerInlineQuery", inline_query_id=query["id"], results=[])
    server.time_passes(seconds=31)
    assert bot.gets("getUpdates") == []
    assert bot.is_refused("answerInlineQuery", inline_query_id=query["id"], results=[])[0] == 400


def test_another_bot_is_one_and_cannot_be_answered(server, bot):
    server.other_bot(55).says("beep")
    assert only(bot)["message"]["from"]["is_bot"] is True
    refused = bot.is_refused("sendMessage", chat_id=55, text="hello")
    assert refused == (403, "Forbidden: bot can't send messages to bots")


def test_the_same_id_is_the_same_person(server, ada):
    assert server.person(ADA) is ada


async def test_a_person_waits_for_the_answer(bot, ada):
    ada.says("hello")
    heard = asyncio.create_task(asyncio.to_thread(ada.hears, 2))
    await asyncio.to_thread(bot.says, "One.")
    await asyncio.to_thread(bot.says, "Two.")
    assert [one.text for one in await heard] == ["One.", "Two."]


def test_only_what_came_since_counts_as_heard(bot, ada):
    bot.says("Before.")
    ada.says("hello")
    bot.says("After.")
    assert [one.text for one in ada.hears()] == ["After."]
    assert ada.waits_until(lambda seen: seen[-1].text == "After.")
    with pytest.raises(AssertionError, match="waited in vain"):
        ada.hears(2, within=0.01)
