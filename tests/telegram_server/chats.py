"""People, bots, chats and messages, and the shapes in which the Bot API shows them."""

from dataclasses import dataclass, field
from typing import Any, Literal

from tests.telegram_server.keyboards import Rows

ChatKind = Literal["private", "group", "supergroup", "channel"]
Shape = dict[str, Any]

INLINE_PREVIEW = frozenset({"url", "text_link"})


@dataclass(frozen=True)
class Account:
    """A person or a bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False

    @property
    def shape(self) -> Shape:
        shape: Shape = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        more = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        return shape | {name: value for name, value in more.items() if value}


@dataclass(eq=False)
class Message:
    """One message of a chat. `content` holds the text, or the voice, the document and so on, as the Bot API does."""

    chat: "Chat"
    message_id: int
    sender: Account | None
    date: int
    content: Shape
    by_bot: bool = False
    rows: Rows = field(default_factory=list)
    reply_to: "Message | None" = None
    origin: Shape | None = None
    edit_date: int | None = None
    silent: bool = False
    protected: bool = False
    preview: Shape = field(default_factory=dict)
    is_deleted: bool = False
    act: int = 0
    """How many things the person had done in this chat when it came."""
    as_sent: tuple[Any, ...] = ()
    """Its words, titles of buttons and file, before anything was edited."""

    @property
    def text(self) -> str:
        return str(self.content.get("text", self.content.get("caption", "")))

    @property
    def kind(self) -> str:
        """What it is: text, voice, document and so on."""
        return next(name for name in self.content if name not in {"entities", "caption", "caption_entities"})

    @property
    def shows_preview(self) -> bool:
        """Whether Telegram would open the first address in it, to show what is there."""
        entities: list[Shape] = self.content.get("entities", [])
        return not self.preview.get("is_disabled") and any(entity["type"] in INLINE_PREVIEW for entity in entities)

    def shape(self, *, with_reply: bool = True) -> Shape:
        shape: Shape = {"message_id": self.message_id}
        if self.sender is not None:
            shape["from"] = self.sender.shape
        if self.chat.kind == "channel":
            shape["sender_chat"] = self.chat.shape
        shape |= {"chat": self.chat.shape, "date": self.date}
        if self.edit_date is not None:
            shape["edit_date"] = self.edit_date
        if self.origin is not None:
            shape["forward_origin"] = self.origin
        if with_reply and self.reply_to is not None and not self.reply_to.is_deleted:
            shape["reply_to_message"] = self.reply_to.shape(with_reply=False)
        if self.protected:
            shape["has_protected_content"] = True
        shape |= self.content
        if self.preview:
            shape["link_preview_options"] = self.preview
        if self.rows:
            shape["reply_markup"] = {"inline_keyboard": self.rows}
        return shape


@dataclass(frozen=True)
class Typing:
    """A chat action ("typing", "upload_document" ...). It shows for five seconds, or until a message comes."""

    action: str
    at: float


@dataclass(eq=False)
class Chat:
    """A chat of the bot with one person, or a group or channel. Every message stays in `log`, also a deleted one."""

    id: int
    kind: ChatKind
    person: Account | None = None
    title: str = ""
    log: list[Message] = field(default_factory=list, repr=False)
    typing: list[Typing] = field(default_factory=list)
    bot_status: str = "left"
    """Of the bot in a group: member, administrator, left or kicked. Of a person who blocked it: kicked."""
    has_started: bool = False
    """Whether this person wrote to the bot before; without that it may not write first."""
    is_deactivated: bool = False
    keyboard: tuple[tuple[str, ...], ...] = ()
    acts: int = 0
    """How many things the person did: messages, presses, edits."""
    own_ids: int = 0

    @property
    def shape(self) -> Shape:
        if self.person is None:
            return {"id": self.id, "title": self.title, "type": self.kind}
        names = {"first_name": self.person.first_name, "last_name": self.person.last_name}
        names |= {"username": self.person.username}
        return {"id": self.id, **{name: value for name, value in names.items() if value}, "type": "private"}

    def message(self, message_id: int) -> Message | None:
        """None where it was deleted, or never was."""
        return next((one for one in self.log if one.message_id == message_id and not one.is_deleted), None)
