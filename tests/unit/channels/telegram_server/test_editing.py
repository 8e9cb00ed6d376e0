"""Changes to what is in the chat, and the answers to buttons."""

import pytest

from tests.unit.channels.telegram_server.conftest import ADA, buttons

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
def asked(bot, ada):
    """A message with two buttons."""
    return bot.says("Who is it for?", reply_markup=buttons("For me", "For somebody else"))


def edit(bot, message, method="editMessageText", **parameters):
    return bot.asks(method, chat_id=ADA, message_id=message["message_id"], **parameters).json()


def test_an_edit_changes_what_a_person_sees(bot, ada, asked):
    edited = edit(bot, asked, text="For you, then.")["result"]
    assert edited["edit_date"] >= edited["date"]
    last = ada.sees()[-1]
    assert (last.text, last.rows, last.is_edited) == ("For you, then.", (), True)


def test_buttons_can_be_taken_away_alone(bot, ada, asked):
    assert "reply_markup" not in edit(bot, asked, "editMessageReplyMarkup")["result"]
    assert ada.sees()[-1].rows == ()
    assert ada.sees()[-1].text == "Who is it for?"


def test_an_edit_that_changes_nothing_is_refused(bot, ada, asked):
    same = {"text": "Who is it for?", "reply_markup": buttons("For me", "For somebody else")}
    assert edit(bot, asked, **same)["description"] == NOT_MODIFIED
    edit(bot, asked, "editMessageReplyMarkup")
    assert edit(bot, asked, "editMessageReplyMarkup")["description"] == NOT_MODIFIED


def test_what_cannot_be_edited(bot, ada, asked):
    theirs = ada.says("hello")
    document = bot.asks("sendDocument", files={"document": ("a.txt", b"a")}, chat_id=ADA).json()["result"]
    assert edit(bot, {"message_id": 99}, text="x")["description"] == "Bad Request: message to edit not found"
    mine_not = edit(bot, {"message_id": theirs.message_id}, text="x")["description"]
    assert mine_not == "Bad Request: message can't be edited"
    assert edit(bot, document, text="x")["description"] == "Bad Request: there is no text in the message to edit"
    assert edit(bot, asked, text="a" * 4097)["description"] == "Bad Request: MESSAGE_TOO_LONG"


def test_a_deleted_message_is_gone(server, bot, ada, asked):
    theirs = ada.says("hello")
    for message_id in (asked["message_id"], theirs.message_id):
        assert bot.gets("deleteMessage", chat_id=ADA, message_id=message_id) is True
    assert [one.text for one in ada.sees()] == ["/start"]
    refused = bot.is_refused("deleteMessage", chat_id=ADA, message_id=asked["message_id"])
    assert refused == (400, "Bad Request: message to delete not found")


def test_after_two_days_a_message_stays(server, bot, ada, asked):
    server.time_passes(hours=49)
    refused = bot.is_refused("deleteMessage", chat_id=ADA, message_id=asked["message_id"])
    assert refused == (400, "Bad Request: message can't be deleted for everyone")


def test_a_press_is_told_and_answered(bot, ada, asked):
    press = ada.presses("For me")
    assert ada.waiting_presses == [press]
    (update,) = bot.gets("getUpdates")
    query = update["callback_query"]
    assert (query["data"], query["from"]["id"], query["message"]["text"]) == ("go", ADA, "Who is it for?")
    assert bot.gets("answerCallbackQuery", callback_query_id=query["id"], text="Thank you", show_alert=True)
    assert (press.text, press.alert, ada.waiting_presses) == ("Thank you", True, [])
    assert bot.gets("answerCallbackQuery", callback_query_id=query["id"], text="Again")
    assert press.text == "Thank you"


def test_an_answer_that_comes_too_late_is_refused(server, bot, ada, asked):
    press = ada.presses("For me")
    server.time_passes(seconds=16)
    assert bot.is_refused("answerCallbackQuery", callback_query_id=press.query_id) == (400, TOO_OLD)
    assert bot.is_refused("answerCallbackQuery", callback_query_id="12") == (400, TOO_OLD)


def test_the_newest_button_of_a_title_is_pressed(bot, ada, asked):
    newer = bot.says("Again?", reply_markup=buttons("For me", data="newer"))
    ada.presses("For me")
    (update,) = bot.gets("getUpdates")
    assert update["callback_query"]["message"]["message_id"] == newer["message_id"]


def test_a_button_seen_before_can_still_be_pressed(bot, ada, asked):
    old = ada.sees()[-1].choices["For me"]
    edit(bot, asked, "editMessageReplyMarkup")
    ada.presses(old)
    bot.gets("deleteMessage", chat_id=ADA, message_id=asked["message_id"])
    ada.presses(old)
    changed, gone = (update["callback_query"] for update in bot.gets("getUpdates"))
    assert "reply_markup" not in changed["message"]
    assert gone["message"] == {"chat": asked["chat"], "message_id": asked["message_id"], "date": 0}


def test_a_button_that_is_not_there_cannot_be_pressed(bot, ada, asked):
    with pytest.raises(AssertionError, match="no button 'For nobody'"):
        ada.presses("For nobody")


def test_an_address_is_opened_without_the_bot(bot, ada):
    bot.says("See", reply_markup={"inline_keyboard": [[{"text": "Site", "url": "https://example.org"}]]})
    assert ada.presses("Site") is None
    assert ada.sees()[-1].choices["Site"].url == "https://example.org/"
    assert bot.gets("getUpdates") == []


def test_a_keyboard_in_place_of_the_phones_says_its_title(bot, ada):
    bot.says("Yes or no?", reply_markup={"keyboard": [[{"text": "Yes"}, "No"]], "resize_keyboard": True})
    assert ada.keyboard == (("Yes", "No"),)
    ada.presses("No")
    assert ada.sees()[-1].text == "No"
    bot.says("Thank you.", reply_markup={"remove_keyboard": True})
    assert ada.keyboard == ()
