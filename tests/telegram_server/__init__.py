"""A faithful local Telegram Bot API server for tests. README.md beside this file says what it does and leaves out."""

from tests.telegram_server.chats import Account, Typing
from tests.telegram_server.faults import Broken, NoAnswer, Reset, Slow, TooMany
from tests.telegram_server.groups import Group
from tests.telegram_server.journal import Call, ChatReport, Delivery
from tests.telegram_server.limits import Limits
from tests.telegram_server.people import Person
from tests.telegram_server.seeing import Choice, Document, Seen
from tests.telegram_server.server import BOT, TOKEN, TelegramServer

__all__ = [
    "BOT",
    "TOKEN",
    "Account",
    "Broken",
    "Call",
    "ChatReport",
    "Choice",
    "Delivery",
    "Document",
    "Group",
    "Limits",
    "NoAnswer",
    "Person",
    "Reset",
    "Seen",
    "Slow",
    "TelegramServer",
    "TooMany",
    "Typing",
]
