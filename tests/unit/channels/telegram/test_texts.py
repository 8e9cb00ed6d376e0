"""The words of the Telegram channel are all there, true, and within what Telegram takes."""

import re

import pytest
import yaml

from bot.channels.telegram.outgoing import LONGEST_TOGETHER
from bot.channels.telegram.pieces import LONGEST
from bot.channels.telegram.texts import COMMANDS, INTENTS, LONGEST_DESCRIPTION, Fixed, Texts
from bot.model.messages import Message, Reply
from bot.responses import fixed_responses
from bot.settings import ROOT
from bot.understanding.commands import command

URL = "https://matters.example.org"
RUN_BY = "Willow Lodge Hospice {Dorset}"
LONGEST_TITLE_OF_A_COMMAND = 40
LONGEST_SHORT_DESCRIPTION = 120
LONGEST_DATA = 64


@pytest.fixture(scope="module")
def texts():
    return Texts(URL, RUN_BY)


def said(part):
    """All the text of a reply, or of a tuple of messages."""
    messages = part.messages if isinstance(part, Reply) else part
    return "\n".join(message.text for message in messages)


def everything(texts):
    """(name, text) of whatever somebody may read."""
    for name, part in {**vars(texts), "edited_line": texts.edited_line(7)}.items():
        if name.startswith("_"):
            continue
        if isinstance(part, str):
            yield name, part
        elif isinstance(part, dict):
            yield from ((f"{name} {key}", text) for key, text in part.items())
        else:
            yield name, said(part)
            messages = part.messages if isinstance(part, Reply) else part
            yield from ((f"{name} button", choice.title) for message in messages for choice in message.choices)


def choices(reply):
    return [choice.choice for message in reply.messages for choice in message.choices]


def test_every_response_of_the_file_is_read(texts):
    read = "\n".join(text for _, text in everything(texts))
    for name, messages in fixed_responses("telegram").items():
        for message in messages:
            filled = message.text.replace("{public_url}", URL).replace("{organisation}", RUN_BY)
            assert filled in read, name


def test_every_value_is_filled_in_and_every_message_fits(texts):
    for name, text in everything(texts):
        assert text.strip(), name
        assert not re.search(r"\{\w+\}", text.replace(RUN_BY, "")), name
        assert len(text) <= LONGEST, name


def test_honesty_is_one_message_beside_the_welcome(texts):
    (message,) = texts.honest
    for part in (
        "another company",
        "could read it",
        "not end-to-end encrypted",
        "until you delete it there",
        "does not delete it here",
    ):
        assert part in message.text
    assert len(message.text) <= LONGEST_TOGETHER
    for part in ("lock screen", "Settings", "Notifications and Sounds", "Private Chats", "Message Preview", URL):
        assert part in message.text


def test_what_may_be_a_cry_for_help_names_who_listens(texts):
    for reply in (texts.voice, texts.forwarded_unread, texts.unknown, texts.store_down):
        assert "999" in said(reply)
        assert "116 123" in said(reply)
    for part in (texts.picture, texts.file, texts.place, texts.forwarded, texts.group, texts.other_language):
        assert "999" in said(part)
    assert "999" in said(texts.away)
    assert "116 123" in said(texts.away)


def test_nothing_is_said_to_be_downloaded_that_is_not(texts):
    for reply in (texts.voice, texts.picture, texts.file, texts.forwarded_unread):
        assert "not downloaded" in said(reply)
    assert "I do not keep it" in said(texts.place)


def test_a_message_waits_only_when_it_was_not_taken_in(texts):
    assert texts.store_down.received is False
    assert texts.voice.received is True


def test_buttons_stand_under_the_last_message_with_ids_of_their_own(texts):
    assert choices(texts.edited) == [Fixed.CHANGE_LINE, Fixed.LEAVE_IT]
    assert choices(texts.not_confirmed) == [Fixed.SHOW_AGAIN]
    assert [choice.title for choice in texts.not_confirmed.messages[-1].choices] == ["Show it again"]
    assert not any(message.choices for message in texts.edited.messages[:-1])
    for choice in Fixed:
        assert choice.startswith("telegram-")
        assert len(choice.encode()) <= LONGEST_DATA


def test_a_button_leads_to_something_the_conversation_knows():
    known = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"]
    assert INTENTS[Fixed.CHANGE_LINE] == "edit_summary"
    assert set(INTENTS.values()) <= set(known)


@pytest.mark.parametrize(
    ("name", "intent"),
    [
        ("start", "greet"),
        ("help", "help"),
        ("pause", "pause"),
        ("my_summary", "review_summary"),
        ("share", "share_summary"),
        ("who_looked", "ask_who_viewed"),
        ("support", "find_support"),
        ("delete", "delete_my_data"),
    ],
)
def test_a_command_of_the_menu_is_words_that_are_known_word_for_word(name, intent):
    assert command(COMMANDS[name].words) == intent


def test_the_menu_has_a_short_line_for_every_command(texts):
    assert list(texts.menu) == list(COMMANDS)
    assert list(COMMANDS) == [
        "start",
        "help",
        "pause",
        "my_summary",
        "share",
        "who_looked",
        "support",
        "easy_read",
        "delete",
    ]
    for name, text in texts.menu.items():
        assert re.fullmatch(r"[a-z_]{1,32}", name)
        assert 0 < len(text) <= LONGEST_TITLE_OF_A_COMMAND, name


def test_the_page_of_the_bot_says_what_it_is_in_the_room_there_is(texts):
    assert len(texts.short_description) <= LONGEST_SHORT_DESCRIPTION
    assert "Software" in texts.short_description
    assert len(texts.description) <= LONGEST_DESCRIPTION
    for part in ("software", RUN_BY, "999", "116 123", "not end-to-end encrypted", URL):
        assert part in texts.description


def test_a_long_name_costs_the_end_of_the_page_and_no_more():
    page = Texts(URL, "the Hospice of a Very Long Name " * 8).description
    assert len(page) <= LONGEST_DESCRIPTION
    assert "999" in page
    assert page.endswith(".")


def test_what_is_put_beside_other_messages_is_messages(texts):
    beside = (texts.help, texts.deleted, texts.away, texts.caption, texts.other_language, texts.unknown_command)
    assert all(isinstance(message, Message) for part in beside for message in part)
