"""What the bot sends: its shape, its limits, and how a person sees it."""

import pytest

from tests.unit.channels.telegram_server.conftest import ADA, PlainBot, buttons


def test_a_message_has_the_shape_of_the_bot_api(server, bot, ada):
    sent = bot.says("Hello.", reply_markup=buttons("For me"))
    assert sent["message_id"] == 2
    assert sent["from"]["is_bot"] is True
    assert sent["chat"] == {"id": ADA, "first_name": "Ada", "type": "private"}
    assert sent["reply_markup"] == {"inline_keyboard": [[{"text": "For me", "callback_data": "go"}]]}
    assert sent["text"] == "Hello."
    assert isinstance(sent["date"], int)


def test_a_person_sees_words_buttons_and_documents_in_order(server, bot, ada):
    bot.says("First.", reply_markup=buttons("For me", "For somebody else"))
    bot.asks(
        "sendDocument", files={"document": ("copy.pdf", b"%PDF-1.7", "application/pdf")}, chat_id=ADA, caption="It"
    )
    start, first, copy = ada.sees()
    assert (start.text, start.by_bot) == ("/start", False)
    assert (first.text, list(first.choices)) == ("First.", ["For me", "For somebody else"])
    assert (copy.text, copy.document.name, copy.document.content) == ("It", "copy.pdf", b"%PDF-1.7")
    assert copy.document.mime_type == "application/pdf"


def test_a_document_can_be_sent_again_by_its_id_and_fetched(server, bot, ada):
    first = bot.asks("sendDocument", files={"document": ("a.txt", b"words")}, chat_id=ADA).json()["result"]["document"]
    again = bot.gets("sendDocument", chat_id=ADA, document=first["file_id"])["document"]
    assert again == first
    path = bot.gets("getFile", file_id=first["file_id"])["file_path"]
    got = bot.client.get(f"{server.root}/file/bot{server.token}/{path}")
    assert got.content == b"words"


def test_form_address_and_json_ask_for_the_same(server, bot, ada):
    bot.client.get("/sendmessage", params={"chat_id": ADA, "text": "address"})
    bot.client.post("/SENDMESSAGE", data={"chat_id": str(ADA), "text": "form"})
    bot.client.post("/sendMessage", json={"chat_id": ADA, "text": "json"})
    assert [one.text for one in ada.sees()][1:] == ["address", "form", "json"]


def test_quiet_protected_and_without_preview(server, bot, ada):
    address = "Look: https://example.org/once"
    bot.says(address, disable_notification=True, protect_content=True, link_preview_options={"is_disabled": True})
    bot.says(address)
    first, second = ada.sees()[1:]
    assert (first.is_silent, first.is_protected, first.has_preview) == (True, True, False)
    assert (second.is_silent, second.is_protected, second.has_preview) == (False, False, True)


def test_html_is_read_and_marked_in_utf_16_units(bot, ada):
    sent = bot.says("🌿 <b>My &lt;garden&gt;</b> and <a href='https://example.org/x'>more</a>", parse_mode="HTML")
    assert sent["text"] == "🌿 My <garden> and more"
    assert sent["entities"] == [
        {"type": "bold", "offset": 3, "length": 11},
        {"type": "text_link", "offset": 19, "length": 4, "url": "https://example.org/x"},
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<b>open", 'can\'t find end tag corresponding to start tag "b"'),
        ("<big>x</big>", 'unsupported start tag "big" at byte offset 0'),
        ("a </b>", "unexpected end tag at byte offset 2"),
        ("<b><i>x</b></i>", 'unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ],
)
def test_html_that_cannot_be_read_is_refused(bot, ada, text, why):
    code, description = bot.is_refused("sendMessage", chat_id=ADA, text=text, parse_mode="HTML")
    assert code == 400
    assert description.lower() == f"bad request: can't parse entities: {why}".lower()
    assert len(ada.sees()) == 1


def test_the_limit_counts_what_is_left_after_html(bot, ada):
    assert bot.says("<b>" + "a" * 4096 + "</b>", parse_mode="HTML")
    refused = bot.is_refused("sendMessage", chat_id=ADA, text="a" * 4097)
    assert refused == (400, "Bad Request: message is too long")
    assert bot.says("  " + "a" * 4096 + "  ")["text"] == "a" * 4096


@pytest.mark.parametrize(("text", "why"), [("", "message text is empty"), ("  \n ", "text must be non-empty")])
def test_nothing_cannot_be_said(bot, ada, text, why):
    assert bot.is_refused("sendMessage", chat_id=ADA, text=text) == (400, f"Bad Request: {why}")


def test_button_data_has_at_most_64_bytes(bot, ada):
    assert bot.says(reply_markup=buttons("Yes", data="é" * 32))
    refused = bot.is_refused("sendMessage", chat_id=ADA, text="x", reply_markup=buttons("Yes", data="é" * 32 + "a"))
    assert refused == (400, "Bad Request: BUTTON_DATA_INVALID")
    code, description = bot.is_refused("sendMessage", chat_id=ADA, text="x", reply_markup=buttons("Yes", data=""))
    assert code == 400
    assert description.endswith("Text buttons are unallowed in the inline keyboard")


@pytest.mark.parametrize(
    ("button", "why"),
    [
        ({"text": " ", "callback_data": "a"}, "inline keyboard button text must be non-empty"),
        (
            {"text": "a", "url": "http://localhost:8080/x"},
            "inline keyboard button URL 'http://localhost:8080/x' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "a", "url": "ftp://a.example"},
            "inline keyboard button URL 'ftp://a.example' is invalid: Unsupported URL protocol",
        ),
    ],
)
def test_a_bad_button_refuses_the_whole_message(bot, ada, button, why):
    refused = bot.is_refused("sendMessage", chat_id=ADA, text="x", reply_markup={"inline_keyboard": [[button]]})
    assert refused == (400, f"Bad Request: {why}")


def test_a_keyboard_has_at_most_a_hundred_buttons(bot, ada):
    refused = bot.is_refused("sendMessage", chat_id=ADA, text="x", reply_markup=buttons(*map(str, range(101))))
    assert refused == (400, "Bad Request: reply markup is too long")
    assert bot.says(reply_markup=buttons(*map(str, range(100))))


def test_who_may_not_be_written_to(server, bot, ada):
    ben = server.person(1002, first_name="Ben")
    assert bot.is_refused("sendMessage", text="x") == (400, "Bad Request: chat_id is empty")
    assert bot.is_refused("sendMessage", chat_id=1002, text="x") == (400, "Bad Request: chat not found")
    family = server.group(-1001234567890)
    family.adds_bot(ada)
    family.says(ben, "/hello")
    cannot_begin = (403, "Forbidden: bot can't initiate conversation with a user")
    assert bot.is_refused("sendMessage", chat_id=1002, text="x") == cannot_begin
    ada.blocks_bot()
    assert bot.is_refused("sendMessage", chat_id=ADA, text="x") == (403, "Forbidden: bot was blocked by the user")
    assert bot.is_refused("sendChatAction", chat_id=ADA, action="typing")[0] == 403
    ada.unblocks()
    assert bot.says()
    ada.closes_account()
    assert bot.is_refused("sendMessage", chat_id=ADA, text="x") == (403, "Forbidden: user is deactivated")


def test_a_wrong_token_is_refused(server):
    wrong = PlainBot(server, "700000001:" + "B" * 35)
    malformed = PlainBot(server, "nonsense")
    assert wrong.is_refused("getMe") == (401, "Unauthorized")
    assert malformed.is_refused("getMe") == (404, "Not Found")
    wrong.client.close()
    malformed.client.close()


def test_an_unknown_method_is_not_found(bot):
    assert bot.is_refused("sendGreetings") == (404, "Not Found: method not found")
    assert bot.client.get("/").status_code == 404


def test_ids_of_private_chats_are_one_count(server, bot, ada):
    ben = server.person(1002)
    ben.starts()
    ids = [bot.says(to=ADA), bot.says(to=1002), bot.says(to=ADA)]
    assert [one["message_id"] for one in ids] == [3, 4, 5]


def test_typing_is_seen_with_its_time(server, bot, ada):
    bot.gets("sendChatAction", chat_id=ADA, action="typing")
    server.time_passes(seconds=60)
    bot.gets("sendChatAction", chat_id=ADA, action="upload_document")
    first, second = ada.typing
    assert (first.action, second.action) == ("typing", "upload_document")
    assert second.at - first.at >= 60
    refused = bot.is_refused("sendChatAction", chat_id=ADA, action="singing")
    assert refused == (400, "Bad Request: wrong parameter action in request")


def test_a_reply_shows_what_it_answers(bot, ada):
    asked = ada.says("hello")
    sent = bot.says("Hello.", reply_parameters={"message_id": asked.message_id})
    assert sent["reply_to_message"]["text"] == "hello"
    assert ada.sees()[-1].reply_to == asked.message_id
    refused = bot.is_refused("sendMessage", chat_id=ADA, text="x", reply_parameters={"message_id": 999})
    assert refused == (400, "Bad Request: message to be replied not found")


def test_a_caption_and_a_file_have_their_limits(bot, ada):
    def send(content, caption):
        return bot.asks("sendDocument", files={"document": ("a.txt", content)}, chat_id=ADA, caption=caption).json()

    assert send(b"a", "a" * 1025)["description"] == "Bad Request: message caption is too long"
    assert send(b"", "a")["description"] == "Bad Request: file must be non-empty"
    assert send(b"a", "a" * 1024)["ok"]
    nothing = bot.is_refused("sendDocument", chat_id=ADA)
    assert nothing == (400, "Bad Request: there is no document in the request")
    unknown = bot.is_refused("sendDocument", chat_id=ADA, document="unknown")
    assert unknown == (400, "Bad Request: wrong file identifier/HTTP URL specified")
