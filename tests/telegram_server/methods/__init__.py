"""The methods of the Bot API, by their names in small letters. Each takes the world and the parameters.

They run with the bell held, and raise ApiError before they change anything.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.telegram_server.methods import answering, editing, knowing, sending, webhooks
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.result import Result
from tests.telegram_server.world import World

Method = Callable[[World, Parameters], Result]


@dataclass(frozen=True)
class Named:
    """A method under the name that Telegram's own documentation gives it."""

    name: str
    run: Method


_METHODS: dict[str, Method] = {
    "getMe": knowing.get_me,
    "getChat": knowing.get_chat,
    "getFile": knowing.get_file,
    "leaveChat": knowing.leave_chat,
    "setMyCommands": knowing.set_my_commands,
    "getMyCommands": knowing.get_my_commands,
    "deleteMyCommands": knowing.delete_my_commands,
    "setMyDescription": knowing.set_my_description,
    "getMyDescription": knowing.get_my_description,
    "setMyShortDescription": knowing.set_my_short_description,
    "getMyShortDescription": knowing.get_my_short_description,
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": answering.answer_callback_query,
    "answerInlineQuery": answering.answer_inline_query,
    "setWebhook": webhooks.set_webhook,
    "deleteWebhook": webhooks.delete_webhook,
    "getWebhookInfo": webhooks.get_webhook_info,
}
METHODS = {name.lower(): Named(name, run) for name, run in _METHODS.items()}
