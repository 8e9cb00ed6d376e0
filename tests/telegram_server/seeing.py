"""A chat as somebody sees it on their phone: what is there now, not how it came about."""

from dataclasses import dataclass

from tests.telegram_server.chats import Chat, Message
from tests.telegram_server.world import World


@dataclass(frozen=True)
class Choice:
    """A button under a message. It has `data` to send to the bot, or a `url` to open."""

    title: str
    message_id: int
    data: str = ""
    url: str = ""


@dataclass(frozen=True)
class Document:
    """A file that the bot sent, with its bytes."""

    name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True)
class Seen:
    """One message. `text` is the caption where there is no text; `rows` are its buttons as they are now."""

    message_id: int
    by_bot: bool
    sender: str
    kind: str
    text: str
    rows: tuple[tuple[Choice, ...], ...]
    document: Document | None
    is_edited: bool
    reply_to: int | None
    is_silent: bool
    is_protected: bool
    has_preview: bool
    date: int

    @property
    def choices(self) -> dict[str, Choice]:
        """The buttons by their titles, top to bottom."""
        return {choice.title: choice for row in self.rows for choice in row}


def seen(world: World, chat: Chat) -> list[Seen]:
    return [_seen(world, message) for message in chat.log if not message.is_deleted]


def seen_since_last_act(world: World, chat: Chat) -> list[Seen]:
    """What the bot wrote since the person last did something here, as it is now."""
    answers = (one for one in chat.log if one.by_bot and one.act == chat.acts and not one.is_deleted)
    return [_seen(world, message) for message in answers]


def _seen(world: World, message: Message) -> Seen:
    return Seen(
        message.message_id,
        message.by_bot,
        message.sender.first_name if message.sender else message.chat.title,
        message.kind,
        message.text,
        tuple(tuple(_choice(button, message) for button in row) for row in message.rows),
        _document(world, message),
        message.edit_date is not None,
        message.reply_to.message_id if message.reply_to else None,
        message.silent,
        message.protected,
        message.shows_preview,
        message.date,
    )


def _choice(button: dict[str, str], message: Message) -> Choice:
    return Choice(button["text"], message.message_id, button.get("callback_data", ""), button.get("url", ""))


def _document(world: World, message: Message) -> Document | None:
    shape = message.content.get("document")
    if shape is None:
        return None
    stored = world.files[shape["file_id"]]
    return Document(shape.get("file_name", ""), shape.get("mime_type", ""), stored.content)
