"""All that the server holds: the bot, the chats, and what the bot has yet to be told."""

import itertools
from dataclasses import dataclass, field
from typing import Literal

from tests.telegram_server.bell import Bell
from tests.telegram_server.chats import Account, Chat, Message, Shape
from tests.telegram_server.clock import Clock
from tests.telegram_server.errors import ApiError, bad_request, forbidden
from tests.telegram_server.faults import Faults
from tests.telegram_server.journal import Delivery, Journal
from tests.telegram_server.keyboards import Markup
from tests.telegram_server.limits import Limits, Rates
from tests.telegram_server.profile import Profile
from tests.telegram_server.updates import Queue, Update
from tests.telegram_server.webhook_settings import WebhookSettings

STATUSES_IN = {"member", "administrator"}


@dataclass
class Press:
    """A button that somebody pressed. The answer is what they were shown; nothing where it was empty."""

    query_id: str
    chat: Chat
    person: Account
    at: float
    is_answered: bool = False
    text: str = ""
    alert: bool = False


@dataclass(frozen=True)
class StoredFile:
    """A file in Telegram's own store."""

    content: bytes
    path: str
    shape: Shape


@dataclass
class World:
    """Everything behind one token. Whoever reads or changes it holds `bell`, and rings it after a change."""

    bot: Account
    limits: Limits
    sees_all_of_groups: bool = False
    clock: Clock = field(default_factory=Clock)
    bell: Bell = field(default_factory=Bell)
    faults: Faults = field(default_factory=Faults)
    journal: Journal = field(default_factory=Journal)
    profile: Profile = field(default_factory=Profile)
    webhook: WebhookSettings = field(default_factory=WebhookSettings)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    inline_queries: dict[str, float] = field(default_factory=dict)
    is_holding: bool = False
    """Whether updates stay here for now, because a test wants several to wait."""

    def __post_init__(self) -> None:
        self.queue = Queue(self.clock)
        self.rates = Rates(self.limits, self.clock)
        self._ids = itertools.count(1)
        self._queries = itertools.count(4_100_000_000_000_000_001)
        self._files = itertools.count(1)

    @property
    def seconds(self) -> int:
        """The time in whole seconds, as dates in the Bot API are."""
        return int(self.clock.now())

    def next_query(self) -> str:
        return str(next(self._queries))

    def chat_to_write_to(self, given: str) -> Chat:
        """The chat that the bot names. Raises ApiError where it may not write there."""
        chat = self.chat_to_read(given)
        if chat.is_deactivated:
            raise forbidden("user is deactivated")
        if chat.kind == "private":
            if chat.person is not None and chat.person.is_bot:
                raise forbidden("bot can't send messages to bots")
            if chat.bot_status == "kicked":
                raise forbidden("bot was blocked by the user")
            if not chat.has_started:
                raise forbidden("bot can't initiate conversation with a user")
        elif chat.bot_status == "kicked":
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        elif chat.bot_status not in STATUSES_IN:
            raise forbidden(f"bot is not a member of the {chat.kind} chat")
        return chat

    def chat_to_read(self, given: str) -> Chat:
        """Raises ApiError where the bot never heard of it."""
        if not given.strip():
            raise bad_request("chat_id is empty")
        named = given.strip()
        chat = self.chats.get(int(named)) if named.lstrip("-").isdigit() else None
        if chat is None or not self._has_met(chat):
            raise bad_request("chat not found")
        return chat

    def _has_met(self, chat: Chat) -> bool:
        """A bot knows a person who wrote to it, or to a group where it is."""
        if chat.kind != "private" or chat.has_started:
            return True
        groups = (one for one in self.chats.values() if one.kind != "private")
        return any(message.sender == chat.person for group in groups for message in group.log)

    def message_to_change(self, chat: Chat, message_id: int, what: str) -> Message:
        """Raises ApiError where it is not in that chat (any more)."""
        message = chat.message(message_id)
        if message is None:
            raise bad_request(f"message to {what} not found")
        return message

    def post(
        self,
        chat: Chat,
        sender: Account | None,
        content: Shape,
        *,
        markup: Markup | None = None,
        reply_to: Message | None = None,
        origin: Shape | None = None,
    ) -> Message:
        """Put a message into a chat, from anybody. The bot is not told of it here."""
        by_bot = sender == self.bot
        if not by_bot:
            chat.acts += 1
            chat.has_started = chat.has_started or chat.kind == "private"
        markup = markup or Markup()
        message = Message(
            chat,
            self._next_message_id(chat),
            sender,
            self.seconds,
            content,
            by_bot=by_bot,
            rows=markup.inline or [],
            reply_to=reply_to,
            origin=origin,
            act=chat.acts,
        )
        titles = tuple(button["text"] for row in message.rows for button in row)
        message.as_sent = (message.text, titles, content.get("document", {}).get("file_name"))
        if by_bot and (markup.reply or markup.removes):
            chat.keyboard = markup.reply or ()
        chat.log.append(message)
        return message

    def _next_message_id(self, chat: Chat) -> int:
        """One count for all private chats and small groups; one of its own for each supergroup and channel."""
        if chat.kind in {"private", "group"}:
            return next(self._ids)
        chat.own_ids += 1
        return chat.own_ids

    def tell(self, kind: str, payload: Shape, chat: Chat, user_id: int | None = None) -> Update | None:
        """Let the bot know, in its own time. The lane of a webhook is that of the user, where one is given."""
        update = self.queue.add(kind, payload, chat.id, user_id)
        self.bell.ring()
        return update

    def store_file(self, content: bytes, folder: str, shape: Shape) -> Shape:
        """Keep a file. Returns its shape with the ids and the size that Telegram gives it."""
        number = next(self._files)
        ids: Shape = {"file_id": f"BQACAgQAAxkDAAI{number:06d}-{folder}", "file_unique_id": f"AgAD{number:06d}"}
        full = shape | ids | {"file_size": len(content)}
        self.files[ids["file_id"]] = StoredFile(content, f"{folder}/file_{number}", full)
        return full

    def hand_out(self) -> list[Update]:
        """What the bot is to be given now, with the order spoilt where a fault says so."""
        if self.is_holding:
            return []
        while self.faults.swapped and self.queue.swap_two():
            self.faults.swapped -= 1
        return self.queue.waiting()

    def is_given(self, update: Update) -> None:
        """It is on its way to the bot."""
        if self.faults.doubled and not update.handed_out:
            self.faults.doubled -= 1
            update.again += 1
        update.handed_out += 1
        update.is_shielded = False

    def record_delivery(
        self,
        update: Update,
        by: Literal["polling", "webhook"],
        *,
        is_taken: bool | None = None,
        status: int | None = None,
    ) -> None:
        now = self.clock.now()
        self.journal.deliveries.append(Delivery(update.update_id, update.chat_id, by, now, is_taken, status))
        self.bell.ring()

    def pressed(self, query_id: str) -> Press:
        """Raises ApiError where it is too late to answer."""
        press = self.presses.get(query_id)
        if press is None or self.clock.now() - press.at > self.limits.callback_seconds:
            raise too_old()
        return press


def too_old() -> ApiError:
    return bad_request("query is too old and response timeout expired or query ID is invalid")


def found_file(world: World, file_id: str) -> StoredFile:
    """Raises ApiError where there is none."""
    stored = world.files.get(file_id)
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return stored
