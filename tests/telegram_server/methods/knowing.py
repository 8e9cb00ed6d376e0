"""What the bot asks or says about itself, a chat or a file."""

from tests.telegram_server.errors import bad_request
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.profile import (
    LONGEST_DESCRIPTION,
    LONGEST_SHORT_DESCRIPTION,
    read_commands,
    read_scope,
)
from tests.telegram_server.result import Result
from tests.telegram_server.world import World, found_file

LARGEST_DOWNLOAD = 20 * 1024 * 1024


def get_me(world: World, asked: Parameters) -> Result:
    del asked
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": world.sees_all_of_groups,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return Result(world.bot.shape | abilities, has_effect=False)


def get_chat(world: World, asked: Parameters) -> Result:
    chat = world.chat_to_read(asked.text("chat_id"))
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    full = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(gifts, False)}
    return Result(chat.shape | full, has_effect=False)


def leave_chat(world: World, asked: Parameters) -> Result:
    chat = world.chat_to_write_to(asked.text("chat_id"))
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    return Result()


def get_file(world: World, asked: Parameters) -> Result:
    if not asked.text("file_id"):
        raise bad_request("file_id not specified")
    stored = found_file(world, asked.text("file_id"))
    if len(stored.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    kept = {name: stored.shape[name] for name in ("file_id", "file_unique_id", "file_size")}
    return Result(kept | {"file_path": stored.path}, has_effect=False)


def set_my_commands(world: World, asked: Parameters) -> Result:
    commands = read_commands(asked.structure("commands", "commands"))
    world.profile.commands[_place(world, asked)] = commands
    return Result()


def get_my_commands(world: World, asked: Parameters) -> Result:
    return Result(world.profile.commands.get(_place(world, asked), []), has_effect=False)


def delete_my_commands(world: World, asked: Parameters) -> Result:
    world.profile.commands.pop(_place(world, asked), None)
    return Result()


def _place(world: World, asked: Parameters) -> tuple[str, str]:
    scope, chat_id = read_scope(asked.structure("scope", "BotCommandScope"))
    if chat_id is not None:
        world.chat_to_read(chat_id)
    return scope, asked.text("language_code")


def set_my_description(world: World, asked: Parameters) -> Result:
    return _describe(world.profile.descriptions, asked, "description", LONGEST_DESCRIPTION)


def get_my_description(world: World, asked: Parameters) -> Result:
    return _description(world.profile.descriptions, asked, "description")


def set_my_short_description(world: World, asked: Parameters) -> Result:
    return _describe(world.profile.short_descriptions, asked, "short_description", LONGEST_SHORT_DESCRIPTION)


def get_my_short_description(world: World, asked: Parameters) -> Result:
    return _description(world.profile.short_descriptions, asked, "short_description")


def _describe(kept: dict[str, str], asked: Parameters, name: str, longest: int) -> Result:
    words = asked.text(name)
    if len(words) > longest:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    kept[asked.text("language_code")] = words
    return Result()


def _description(kept: dict[str, str], asked: Parameters, name: str) -> Result:
    words = kept.get(asked.text("language_code")) or kept.get("", "")
    return Result({name: words}, has_effect=False)
