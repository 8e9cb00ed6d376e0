"""What is written down for a test to look at."""

from tests.unit.channels.telegram_server.conftest import ADA, buttons


def test_every_request_is_written_down(server, bot, ada):
    bot.says("Hello.", reply_markup=buttons("Yes"))
    bot.asks("sendMessage", chat_id=ADA, text="")
    bot.asks("sendDocument", files={"document": ("a.txt", b"words")}, chat_id=ADA)
    bot.asks("nonsense")
    first, refused, document, unknown = server.calls()
    assert (first.method, first.chat_id, first.has_effect, first.status) == ("sendMessage", ADA, True, 200)
    assert first.parameters["reply_markup"] == buttons("Yes")
    assert first.answer["result"]["text"] == "Hello."
    assert (refused.has_effect, refused.status) == (False, 400)
    assert document.files["document"].content == b"words"
    assert (unknown.method, unknown.status) == ("nonsense", 404)
    assert refused.at >= first.at
    assert server.calls("senddocument") == [document]
    assert server.calls(chat=1002) == []


def test_the_report_says_what_was_told_and_said(server, bot, ada):
    ada.says("one")
    ada.says("two")
    (first, second) = (update["update_id"] for update in bot.gets("getUpdates"))
    bot.gets("getUpdates", offset=second)
    said = bot.says("Hello.")["message_id"]
    report = server.report()[ADA]
    assert report.told == (first, second)
    assert report.told_again == {second: 1}
    assert report.out_of_order == ()
    assert report.waiting == (second,)
    assert report.said == (said,)
    assert report.order == (("person", 1), ("person", 2), ("person", 3), ("bot", said))


def test_the_same_words_twice_are_noticed_until_the_person_does_something(server, bot, ada):
    bot.says("Hello.", reply_markup=buttons("Yes", data="a"))
    again = bot.says("Hello.", reply_markup=buttons("Yes", data="b"))["message_id"]
    bot.says("Hello.")
    assert server.report()[ADA].said_again == (again,)
    ada.presses("Yes")
    bot.says("Hello.")
    assert server.report()[ADA].said_again == (again,)


def test_an_edit_does_not_hide_that_words_came_twice(server, bot, ada):
    first = bot.says("Hello.")
    bot.gets("editMessageText", chat_id=ADA, message_id=first["message_id"], text="Changed.")
    again = bot.says("Hello.")["message_id"]
    assert server.report()[ADA].said_again == (again,)
