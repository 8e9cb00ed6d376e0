"""What the bot says of itself."""

import pytest

STOP = {"command": "stop", "description": "Stop"}
HELP = {"command": "help", "description": "Help"}


def test_the_bot_is_who_it_is(bot):
    me = bot.gets("getMe")
    assert (me["is_bot"], me["username"]) == (True, "what_matters_test_bot")
    assert me["can_read_all_group_messages"] is False


def test_commands_belong_to_a_scope_and_a_language(bot, ada):
    private = {"type": "all_private_chats"}
    bot.gets("setMyCommands", commands=[HELP])
    bot.gets("setMyCommands", commands=[STOP, HELP], scope=private, language_code="en")
    assert bot.gets("getMyCommands") == [HELP]
    assert bot.gets("getMyCommands", scope=private) == []
    assert bot.gets("getMyCommands", scope=private, language_code="en") == [STOP, HELP]
    assert ada.menu == [STOP, HELP]
    bot.gets("setMyCommands", commands=[STOP], scope={"type": "chat", "chat_id": ada.id})
    assert ada.menu == [STOP]
    bot.gets("deleteMyCommands", scope={"type": "chat", "chat_id": ada.id})
    assert ada.menu == [STOP, HELP]


def test_who_has_no_commands_of_their_own_gets_the_general_ones(server, bot):
    bot.gets("setMyCommands", commands=[HELP])
    assert server.person(3, language_code="cy").menu == [HELP]


@pytest.mark.parametrize(
    ("command", "description", "why"),
    [
        ("Stop", "Stop", "BOT_COMMAND_INVALID"),
        ("stop-now", "Stop", "BOT_COMMAND_INVALID"),
        ("s" * 33, "Stop", "command length must not exceed 32"),
        ("stop", " ", "command description must be non-empty"),
        ("stop", "s" * 257, "command description length must not exceed 256"),
    ],
)
def test_a_command_that_does_not_fit_is_refused(bot, command, description, why):
    commands = [{"command": command, "description": description}]
    assert bot.is_refused("setMyCommands", commands=commands) == (400, f"Bad Request: {why}")
    assert bot.gets("getMyCommands") == []


def test_a_scope_must_exist(bot):
    assert bot.is_refused("setMyCommands", commands=[STOP], scope={"type": "everywhere"})[0] == 400
    refused = bot.is_refused("setMyCommands", commands=[STOP], scope={"type": "chat", "chat_id": 77})
    assert refused == (400, "Bad Request: chat not found")


def test_descriptions_fall_back_to_the_general_one(bot):
    bot.gets("setMyDescription", description="I help.")
    bot.gets("setMyShortDescription", short_description="Helps.", language_code="en")
    assert bot.gets("getMyDescription", language_code="cy") == {"description": "I help."}
    assert bot.gets("getMyShortDescription") == {"short_description": ""}
    assert bot.gets("getMyShortDescription", language_code="en") == {"short_description": "Helps."}
    assert bot.is_refused("setMyDescription", description="a" * 513)[0] == 400
    assert bot.is_refused("setMyShortDescription", short_description="a" * 121)[0] == 400
