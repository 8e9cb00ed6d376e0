"""Everything that people send through Telegram, by what it is; and nothing taken that is not needed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.incoming import Incoming, Kind, read

PRIVATE = {"id": 77, "type": "private", "first_name": "Morwenna"}
FROM = {"id": 77, "is_bot": False, "first_name": "Morwenna", "username": "morwenna_p"}


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
]


@pytest.mark.parametrize(("fields", "kind", "words"), SENT)
def test_what_is_sent(fields, kind, words):
    assert read({"update_id": 9, "message": message(**fields)}) == Incoming(9, kind, 77, words, message=5)


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [("/start", "start", ""), ("/start card-abc", "start", "card-abc"), ("/Help@OurBot now", "help", "now")],
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


def test_an_edited_message_is_its_new_words():
    found = read({"update_id": 9, "edited_message": message(text="my big garden")})
    assert (found.kind, found.words, found.message) == (Kind.EDITED, "my big garden", 5)
    assert read({"update_id": 9, "edited_message": message(location={})}).kind is Kind.PLACE


@pytest.mark.parametrize("kind", ["group", "supergroup"])
def test_nothing_said_in_a_group_is_taken(kind):
    found = read({"update_id": 9, "message": message(text="hello", chat={"id": -5, "type": kind})})
    assert found == Incoming(9, Kind.GROUP, -5, message=5)


@pytest.mark.parametrize(
    ("update", "kind"),
    [
        ({"channel_post": {"text": "x"}}, Kind.CHANNEL),
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
