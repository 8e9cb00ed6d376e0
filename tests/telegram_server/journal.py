"""What happened: every request of the bot, every update it was given, and a count of both for each chat."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.telegram_server.chats import Chat, Message
from tests.telegram_server.faults import Fault
from tests.telegram_server.parameters import Upload
from tests.telegram_server.updates import Queue


@dataclass(eq=False)
class Call:
    """One request. `status` is None while it runs, and where no answer ever came."""

    method: str
    parameters: dict[str, Any]
    files: dict[str, Upload]
    chat_id: int | None
    at: float
    has_effect: bool = False
    status: int | None = None
    answer: dict[str, Any] | None = None
    fault: Fault | None = None


@dataclass(frozen=True)
class Delivery:
    """One update, given to the bot once. For a webhook, `is_taken` says whether its answer (2xx) arrived."""

    update_id: int
    chat_id: int
    by: Literal["polling", "webhook"]
    at: float
    is_taken: bool | None = None
    status: int | None = None


@dataclass(frozen=True)
class ChatReport:
    """What one chat saw. All numbers are update or message ids."""

    told: tuple[int, ...]
    """Updates the bot was given, in the order in which it first got them."""
    told_again: dict[int, int]
    """Updates it was given more than once, with how often more."""
    out_of_order: tuple[int, ...]
    """Updates that came after a later one."""
    waiting: tuple[int, ...]
    """Updates that it has not confirmed yet."""
    lost: tuple[int, ...]
    """Updates that nobody fetched in time."""
    said: tuple[int, ...]
    """Messages of the bot in the chat, in order; also those deleted since."""
    said_again: tuple[int, ...]
    """Messages that say what another one already said since the person last did something."""
    order: tuple[tuple[str, int], ...]
    """Who wrote when: ("person" or "bot", message id)."""


@dataclass
class Journal:
    """Only grows."""

    calls: list[Call] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)

    def of(self, method: str | None = None, chat: int | None = None) -> list[Call]:
        """The requests, first to last; of one method or chat if asked for."""
        return [
            call
            for call in self.calls
            if (method is None or call.method.lower() == method.lower()) and chat in {None, call.chat_id}
        ]

    def report(self, chat: Chat, queue: Queue) -> ChatReport:
        given = [delivery.update_id for delivery in self.deliveries if delivery.chat_id == chat.id]
        first = tuple(dict.fromkeys(given))
        return ChatReport(
            told=first,
            told_again={update_id: times - 1 for update_id, times in Counter(given).items() if times > 1},
            out_of_order=tuple(one for at, one in enumerate(first) if any(before > one for before in first[:at])),
            waiting=tuple(sorted(update.update_id for update in queue.waiting() if update.chat_id == chat.id)),
            lost=tuple(queue.lost.get(chat.id, ())),
            said=tuple(message.message_id for message in chat.log if message.by_bot),
            said_again=_said_again(chat.log),
            order=tuple(("bot" if message.by_bot else "person", message.message_id) for message in chat.log),
        )


def _said_again(log: list[Message]) -> tuple[int, ...]:
    said: set[tuple[Any, ...]] = set()
    found = []
    for message in log:
        if message.by_bot:
            if (message.act, message.as_sent) in said:
                found.append(message.message_id)
            said.add((message.act, message.as_sent))
    return tuple(found)
