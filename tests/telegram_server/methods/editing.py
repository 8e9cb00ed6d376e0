"""Changes to messages that are in a chat already."""

from typing import Any

from tests.telegram_server.chats import Chat, Message
from tests.telegram_server.errors import ApiError, bad_request
from tests.telegram_server.keyboards import Rows, read_markup
from tests.telegram_server.methods.sending import LONGEST_TEXT, read_text
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.result import Result
from tests.telegram_server.world import World

TWO_DAYS = 48 * 60 * 60


def edit_message_text(world: World, asked: Parameters) -> Result:
    rows = _rows(asked)
    text, entities = read_text(asked, "text", "entities")
    preview = asked.structure("link_preview_options", "link preview options") or {}
    chat, message = _own_message(world, asked)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    if len(text) > LONGEST_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    content: dict[str, Any] = {"text": text} | ({"entities": entities} if entities else {})
    if (content, rows, preview) == (message.content, message.rows, message.preview):
        raise _not_modified()
    return _changed(world, chat, message, content, rows, preview)


def edit_message_reply_markup(world: World, asked: Parameters) -> Result:
    rows = _rows(asked)
    chat, message = _own_message(world, asked)
    if rows == message.rows:
        raise _not_modified()
    return _changed(world, chat, message, message.content, rows, message.preview)


def delete_message(world: World, asked: Parameters) -> Result:
    if not asked.text("chat_id"):
        raise bad_request("chat identifier is not specified")
    message_id = asked.integer("message_id", 0)
    if message_id == 0:
        raise bad_request("message identifier is not specified")
    chat = world.chat_to_write_to(asked.text("chat_id"))
    message = world.message_to_change(chat, message_id, "delete")
    may_delete = message.by_bot or chat.kind == "private" or chat.bot_status == "administrator"
    if not may_delete or world.clock.now() - message.date > TWO_DAYS:
        raise bad_request("message can't be deleted for everyone")
    message.is_deleted = True
    return Result()


def _rows(asked: Parameters) -> Rows:
    """An edit without a keyboard takes the old one away."""
    return read_markup(asked.structure("reply_markup", "reply keyboard markup"), inline_only=True).inline or []


def _own_message(world: World, asked: Parameters) -> tuple[Chat, Message]:
    if not asked.text("chat_id") and asked.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = world.chat_to_write_to(asked.text("chat_id"))
    message = world.message_to_change(chat, asked.integer("message_id", 0), "edit")
    if not message.by_bot:
        raise bad_request("message can't be edited")
    return chat, message


def _changed(
    world: World, chat: Chat, message: Message, content: dict[str, Any], rows: Rows, preview: dict[str, Any]
) -> Result:
    world.rates.spend(None)
    message.content, message.rows, message.preview = content, rows, preview
    message.edit_date = world.seconds
    return Result(message.shape())


def _not_modified() -> ApiError:
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly the same as a current "
        "content and reply markup of the message"
    )
