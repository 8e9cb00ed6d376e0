"""Everything that people send through Telegram, by what it is; and nothing taken that is not needed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.incoming import Incoming, Kind, read, read_at_least

PRIVATE = {"id": 77, "type": "private", "first_name": "Morwenna"}
FROM = {"id": 77, "is_bot": False, "first_name": "Morwenna", "username": "morwenna_p", "language_code": "cy"}


def message(**fields):
    return {"message_id": 5, "date": 1, "chat": PRIVATE, "from": FROM, **fields}


def command(text):
    name = text.split()[0]
    return message(text=text, entities=[{"type": "bot_command", "offset": 0, "length": len(name)}])


SENT = [
    ({"text": "my garden"}, Kind.WORDS, "my garden"),
    ({"text": "my garden", "reply_to_message": {"message_id": 2, "text": "Why?"}}, Kind.WORDS, "my garden"),
    ({"text": "told you", "forward_origin": {"type": "user"}}, Kind.FORWARDED, "told you"),
    ({"voice": {"file_id": "x"}}, Kind.VOICE, ""),
    ({"audio": {"file_id": "x"}}, Kind.VOICE, ""),
    ({"video_note": {"file_id": "x"}}, Kind.VOICE, ""),
    ({"photo": [{"file_id": "x"}], "caption": "us in Weymouth"}, Kind.PICTURE, "us in Weymouth"),
    ({"video": {"file_id": "x"}}, Kind.PICTURE, ""),
    ({"animation": {"file_id": "x"}, "document": {"file_id": "x"}}, Kind.PICTURE, ""),
    ({"sticker": {"emoji": "🙂"}}, Kind.STICKER, ""),
    ({"location": {"latitude": 50.7, "longitude": -2.4}}, Kind.PLACE, ""),
    ({"venue": {"title": "x"}, "location": {"latitude": 50.7, "longitude": -2.4}}, Kind.PLACE, ""),
    ({"contact": {"phone_number": "01632 960001"}}, Kind.CONTACT, ""),
    ({"poll": {"question": "?"}}, Kind.POLL, ""),
    ({"dice": {"value": 3}}, Kind.DICE, ""),
    ({"document": {"file_id": "x"}, "caption": "his letter"}, Kind.FILE, "his letter"),
    ({"something_of_next_year": {}}, Kind.UNKNOWN, ""),
    ({"something_of_next_year": {}, "caption": "his letter"}, Kind.UNKNOWN, "his letter"),
]


@pytest.mark.parametrize(("fields", "kind", "words"), SENT)
def test_what_is_sent(fields, kind, words):
    found = read({"update_id": 9, "message": message(**fields)})
    assert found == Incoming(9, kind, 77, words, message=5, sent=1, language="cy")


def test_pictures_that_were_sent_together_say_so():
    assert read({"update_id": 9, "message": message(photo=[{}], media_group_id="77")}).album == "77"


@pytest.mark.parametrize("name", ["pinned_message", "message_auto_delete_timer_changed", "chat_background_set"])
def test_what_telegram_writes_by_itself_is_for_nobody(name):
    assert read({"update_id": 9, "message": message(**{name: {}})}) == Incoming(9, Kind.UNKNOWN)


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("/start", "start", ""),
        ("/start card-abc", "start", "card-abc"),
        ("/Help@OurBot now", "help", "now"),
        ("/pause\nI am afraid", "pause", "I am afraid"),
    ],
)
def test_a_command_is_one_where_telegram_says_so(text, name, rest):
    found = read({"update_id": 9, "message": command(text)})
    assert (found.kind, found.command, found.choice) == (Kind.COMMAND, name, rest)
    assert read({"update_id": 9, "message": message(text=text)}).kind is Kind.WORDS


def test_a_pressed_button_brings_its_data_and_where_it_stood():
    query = {"id": "q1", "from": FROM, "data": "abc", "message": message(text="Which?")}
    assert read({"update_id": 9, "callback_query": query}) == Incoming(
        9, Kind.PRESSED, 77, choice="abc", message=5, query="q1"
    )
    old = {"id": "q1", "from": FROM, "data": "abc"}
    assert read({"update_id": 9, "callback_query": old}).chat == 77


def test_a_pressed_button_brings_what_stands_on_it():
    rows = [[{"text": "For me", "callback_data": "abc"}], [{"text": "Open", "url": "https://e.org"}]]
    under = message(text="Which?", reply_markup={"inline_keyboard": rows})
    assert read(
        {"update_id": 9, "callback_query": {"id": "q", "from": FROM, "data": "abc", "message": under}}
    ).title == ("For me")
    assert (
        read({"update_id": 9, "callback_query": {"id": "q", "from": FROM, "data": "x", "message": under}}).title == ""
    )


def test_a_button_pressed_anywhere_but_in_a_private_chat_is_nothing():
    under = message(text="Which?", chat={"id": -5, "type": "group"})
    found = read({"update_id": 9, "callback_query": {"id": "q", "from": FROM, "data": "abc", "message": under}})
    assert found == Incoming(9, Kind.UNKNOWN)


def test_an_edited_message_is_its_new_words():
    found = read({"update_id": 9, "edited_message": message(text="my big garden")})
    assert (found.kind, found.words, found.message) == (Kind.EDITED, "my big garden", 5)
    assert read({"update_id": 9, "edited_message": message(text="/help me", entities=[])}).command == ""


@pytest.mark.parametrize("sent", ["voice", "photo", "document", "animation"])
def test_an_edited_caption_is_edited_words(sent):
    found = read({"update_id": 9, "edited_message": message(**{sent: {"file_id": "x"}, "caption": "new"})})
    assert (found.kind, found.words) == (Kind.EDITED, "new")


def test_a_place_that_moves_is_nobodys_new_message():
    assert read({"update_id": 9, "edited_message": message(location={})}) == Incoming(9, Kind.UNKNOWN)


def test_when_it_was_sent_is_when_it_was_changed_last():
    assert read({"update_id": 9, "message": message(text="x", date=50)}).sent == 50
    assert read({"update_id": 9, "edited_message": message(text="x", date=50, edit_date=70)}).sent == 70


def test_whose_language_is_not_known_has_none():
    assert read({"update_id": 9, "message": message(text="x", **{"from": {"id": 77}})}).language == ""


@pytest.mark.parametrize("kind", ["group", "supergroup"])
def test_nothing_said_in_a_group_is_taken(kind):
    found = read({"update_id": 9, "message": message(text="hello", chat={"id": -5, "type": kind})})
    assert found == Incoming(9, Kind.GROUP, -5, message=5)


@pytest.mark.parametrize(
    ("update", "kind"),
    [
        ({"channel_post": {"text": "x", "chat": {"id": -6, "type": "channel"}}}, Kind.CHANNEL),
        ({"inline_query": {"id": "q", "query": "x"}}, Kind.INLINE),
        ({"message": message(text="x", **{"from": {"id": 8, "is_bot": True}})}, Kind.UNKNOWN),
        ({"my_chat_member": {"chat": PRIVATE, "new_chat_member": {"status": "kicked"}}}, Kind.BLOCKED),
        ({"my_chat_member": {"chat": PRIVATE, "new_chat_member": {"status": "member"}}}, Kind.UNBLOCKED),
        ({"my_chat_member": {"chat": {"id": -5, "type": "group"}, "new_chat_member": {}}}, Kind.UNKNOWN),
        ({"poll_answer": {}}, Kind.UNKNOWN),
        ({}, Kind.UNKNOWN),
    ],
)
def test_what_else_there_is(update, kind):
    assert read({"update_id": 9, **update}).kind is kind


def test_no_name_number_or_place_is_taken():
    for fields, _, _ in SENT:
        taken = str(read({"update_id": 9, "message": message(**fields)}))
        assert not any(part in taken for part in ("Morwenna", "morwenna_p", "960001", "50.7"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(["story", "giveaway", "checklist", "paid_media", "web_app_data"]), JSON))
def test_what_a_later_telegram_may_send_is_no_error(fields):
    found = read(json.loads(json.dumps({"update_id": 9, "message": message(**fields)})))
    assert found.kind in {Kind.UNKNOWN, Kind.PICTURE}


HERE = {"id": 7, "type": "private"}


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ({"chat": HERE, "text": "my garden"}, (Kind.WORDS, 7, "my garden")),
        ({"chat": HERE, "text": ["my garden"]}, (Kind.UNKNOWN, 7, "")),
        ({"chat": HERE}, (Kind.UNKNOWN, 7, "")),
        ({"chat": {"id": 7, "type": "group"}, "text": "x"}, (Kind.UNKNOWN, 0, "")),
        ({"chat": {"id": "7", "type": "private"}, "text": "x"}, (Kind.UNKNOWN, 0, "")),
        ({"chat": 7}, (Kind.UNKNOWN, 0, "")),
        (None, (Kind.UNKNOWN, 0, "")),
    ],
)
def test_of_an_update_of_a_shape_nobody_knows_the_words_are_read(message, found):
    update = read_at_least({"update_id": 5, "message": message})
    assert (update.kind, update.chat, update.words) == found
