"""What the bot says of itself: its commands for each scope and language, and its descriptions."""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.telegram_server.chats import Chat
from tests.telegram_server.errors import bad_request

MOST_COMMANDS = 100
LONGEST_COMMAND = 32
LONGEST_COMMAND_DESCRIPTION = 256
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120
_OF_A_CHAT = {"chat", "chat_administrators", "chat_member"}
_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"} | _OF_A_CHAT

Commands = list[dict[str, str]]


@dataclass
class Profile:
    """Commands by scope and language, descriptions by language; "" is the language of everybody else."""

    commands: dict[tuple[str, str], Commands] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)

    def menu(self, chat: Chat) -> Commands:
        """The commands that a person is offered in their private chat, as Telegram chooses them."""
        language = chat.person.language_code if chat.person else ""
        scopes = (f"chat:{chat.id}", "all_private_chats", "default")
        found = (self.commands.get((scope, spoken)) for scope in scopes for spoken in (language, ""))
        return next(filter(None, found), [])


def read_commands(given: Any) -> Commands:
    """Raises ApiError where Telegram would refuse one of them."""
    if given is None:
        return []
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_read_command(one) for one in given]


def _read_command(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(given.get(name), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command = given["command"].strip().removeprefix("/")
    description = given["description"].strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > LONGEST_COMMAND:
        raise bad_request(f"command length must not exceed {LONGEST_COMMAND}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > LONGEST_COMMAND_DESCRIPTION:
        raise bad_request(f"command description length must not exceed {LONGEST_COMMAND_DESCRIPTION}")
    if re.fullmatch("[a-z0-9_]+", command) is None:
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


def read_scope(given: Any) -> tuple[str, str | None]:
    """The scope as a key, and the chat that it names, if any. Raises ApiError for one that does not exist."""
    if given is None:
        return "default", None
    kind = given.get("type") if isinstance(given, dict) else None
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if kind not in _OF_A_CHAT:
        return str(kind), None
    chat_id = str(given.get("chat_id", ""))
    if not chat_id:
        raise bad_request("can't parse BotCommandScope: Empty chat_id specified")
    member = f":{given['user_id']}" if kind == "chat_member" and "user_id" in given else ""
    return f"{kind}:{chat_id}{member}", chat_id
