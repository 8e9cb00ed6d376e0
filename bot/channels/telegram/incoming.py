"""What somebody sent, taken out of one update of the Bot API: only what is needed to answer it, and no more.

Files are never fetched, and names, numbers and places are not read. Pure: a mapping goes in, a plain value comes out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What an update is, as far as its answer differs."""

    WORDS = "words"
    PRESSED = "pressed"
    COMMAND = "command"
    EDITED = "edited"
    FORWARDED = "forwarded"
    VOICE = "voice"
    PICTURE = "picture"
    STICKER = "sticker"
    PLACE = "place"
    CONTACT = "contact"
    POLL = "poll"
    DICE = "dice"
    FILE = "file"
    GROUP = "group"
    CHANNEL = "channel"
    INLINE = "inline"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update. `chat` is where an answer goes, 0 where none can go.

    `words` are what was typed, or the caption of what was sent. `choice` is the data of a pressed button, or what
    follows a command; `title` is what stands on that button; `query` is the id by which Telegram wants the press
    confirmed. `message` is the id of the message that was sent, edited, or pressed under. `sent` is when, in seconds
    since 1970, 0 where that is not known; `language` is that of the person's app, as "en" or "pt-br"; `album` is the
    same for all pictures that were sent together.
    """

    update: int
    kind: Kind
    chat: int = 0
    words: str = ""
    choice: str = ""
    command: str = ""
    message: int = 0
    query: str = ""
    title: str = ""
    sent: int = 0
    language: str = ""
    album: str = ""


_SENT = {
    "voice": Kind.VOICE,
    "audio": Kind.VOICE,
    "video_note": Kind.VOICE,
    "photo": Kind.PICTURE,
    "video": Kind.PICTURE,
    "animation": Kind.PICTURE,
    "story": Kind.PICTURE,
    "sticker": Kind.STICKER,
    "location": Kind.PLACE,
    "venue": Kind.PLACE,
    "contact": Kind.CONTACT,
    "poll": Kind.POLL,
    "dice": Kind.DICE,
    "document": Kind.FILE,
}
"""By the field that a message has, the first that it has: an animation comes as a document too, a venue as a place."""
_BY_ITSELF = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "write_access_allowed",
    "connected_website",
    "boost_added",
)
"""What Telegram writes into a chat by itself. Nobody waits for an answer to it."""
_ORIGIN = ("forward_origin", "forward_date")
_GONE = {"kicked", "left"}
_PRIVATE = "private"


def read(update: Mapping[str, Any]) -> Incoming:
    """Return what an update is. What a later Bot API may send is `UNKNOWN`, never an error."""
    number = int(update["update_id"])
    name = next((name for name in _READERS if name in update), "")
    return _READERS[name](number, update[name]) if name else Incoming(number, Kind.UNKNOWN)


def read_at_least(update: Mapping[str, Any]) -> Incoming:
    """Return what is certain of an update that cannot be read as a whole: its private chat, and the words in it."""
    number, message = int(update["update_id"]), update.get("message")
    chat = message.get("chat") if isinstance(message, dict) else None
    if not isinstance(message, dict) or not isinstance(chat, dict):
        return Incoming(number, Kind.UNKNOWN)
    own_id, words = chat.get("id"), message.get("text")
    if chat.get("type") != _PRIVATE or not isinstance(own_id, int):
        return Incoming(number, Kind.UNKNOWN)
    if not isinstance(words, str):
        return Incoming(number, Kind.UNKNOWN, own_id)
    return Incoming(number, Kind.WORDS, own_id, words)


def _message(number: int, message: Mapping[str, Any]) -> Incoming:
    if message.get("from", {}).get("is_bot"):
        return Incoming(number, Kind.UNKNOWN)
    chat, own_id = _chat(message), int(message.get("message_id", 0))
    if message.get("chat", {}).get("type") != _PRIVATE:
        return Incoming(number, Kind.GROUP, chat, message=own_id)
    if any(name in message for name in _BY_ITSELF):
        return Incoming(number, Kind.UNKNOWN)
    words = str(message.get("text") or message.get("caption") or "")
    kind = _kind(message, words)
    found = Incoming(
        number,
        kind,
        chat,
        words,
        message=own_id,
        sent=int(message.get("edit_date") or message.get("date") or 0),
        language=str(message.get("from", {}).get("language_code") or ""),
        album=str(message.get("media_group_id") or ""),
    )
    if kind is not Kind.COMMAND:
        return found
    _, *rest = words.split(maxsplit=1)
    return replace(found, choice="".join(rest), command=_command(message, words))


def _kind(message: Mapping[str, Any], words: str) -> Kind:
    if any(name in message for name in _ORIGIN):
        return Kind.FORWARDED
    if sent := next((kind for name, kind in _SENT.items() if name in message), None):
        return sent
    if not message.get("text"):
        return Kind.UNKNOWN
    return Kind.COMMAND if _command(message, words) else Kind.WORDS


def _command(message: Mapping[str, Any], words: str) -> str:
    """Return the command at the start of a message without its slash and the bot's name, or ""."""
    entities = message.get("entities") or ()
    leads = any(entity.get("type") == "bot_command" and entity.get("offset") == 0 for entity in entities)
    return words.split(maxsplit=1)[0].removeprefix("/").partition("@")[0].lower() if leads else ""


def _edited(number: int, message: Mapping[str, Any]) -> Incoming:
    edited = _message(number, message)
    if edited.kind is Kind.PLACE:  # one that is shared live changes every few seconds
        return Incoming(number, Kind.UNKNOWN)
    if edited.kind is Kind.GROUP or not (edited.words or edited.kind is Kind.PICTURE):
        return edited
    return replace(edited, kind=Kind.EDITED, choice="", command="", album="")


def _pressed(number: int, query: Mapping[str, Any]) -> Incoming:
    under = query.get("message") or {}
    if under.get("chat", {}).get("type", _PRIVATE) != _PRIVATE:  # it has no buttons there
        return Incoming(number, Kind.UNKNOWN)
    return Incoming(
        number,
        Kind.PRESSED,
        _chat(under) or int(query.get("from", {}).get("id", 0)),
        choice=str(query.get("data") or ""),
        message=int(under.get("message_id", 0)),
        query=str(query.get("id", "")),
        title=_title(under, str(query.get("data") or "")),
    )


def _title(message: Mapping[str, Any], choice: str) -> str:
    """Return what stands on the button with this data."""
    rows = message.get("reply_markup", {}).get("inline_keyboard") or ()
    return next(
        (str(button.get("text", "")) for row in rows for button in row if button.get("callback_data") == choice), ""
    )


def _standing(number: int, change: Mapping[str, Any]) -> Incoming:
    if change.get("chat", {}).get("type") != _PRIVATE:
        return Incoming(number, Kind.UNKNOWN)
    gone = change.get("new_chat_member", {}).get("status") in _GONE
    return Incoming(number, Kind.BLOCKED if gone else Kind.UNBLOCKED, _chat(change))


def _chat(part: Mapping[str, Any]) -> int:
    return int(part.get("chat", {}).get("id", 0))


def _post(number: int, post: Mapping[str, Any]) -> Incoming:
    return Incoming(number, Kind.CHANNEL, _chat(post))


def _inline(number: int, query: Mapping[str, Any]) -> Incoming:
    return Incoming(number, Kind.INLINE, query=str(query.get("id", "")))


_READERS = {
    "callback_query": _pressed,
    "message": _message,
    "edited_message": _edited,
    "my_chat_member": _standing,
    "channel_post": _post,
    "edited_channel_post": _post,
    "inline_query": _inline,
}
