"""Telegram's Bot API as the channel needs it, through python-telegram-bot; its many errors become five.

What is sent is plain text: nothing that a person typed can be read as a format, and no link is opened for a preview.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import httpx
import telegram
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultsButton,
    InputFile,
    LinkPreviewOptions,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError
from telegram.request import HTTPXRequest

from bot.exports.files import File

log = logging.getLogger(__name__)

KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "inline_query", "channel_post")
"""The updates that are asked for."""
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_GONE = ("chat not found", "user is deactivated", "bot was blocked", "peer_id_invalid")
"""In small letters: the library writes all but the first letter of Telegram's words so."""


class WireError(Exception):
    """Telegram did not do what was asked. The kind of error says what is known; it never holds words or tokens."""


class NotReachedError(WireError):
    """Nothing left this machine: it can be tried again."""


class LaterError(WireError):
    """Telegram asks to wait for so many `seconds`, and did nothing."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds} seconds")
        self.seconds = seconds


class UnsureError(WireError):
    """The line broke, or Telegram failed, after something was sent: it may be done or not."""


class GoneError(WireError):
    """The person blocked the bot, or their account is gone."""


class RefusedError(WireError):
    """Telegram will never do this."""


class UnknownTokenError(WireError):
    """Telegram knows no bot with this token."""


class Wire(Protocol):
    """What the channel asks of Telegram. Each method raises WireError."""

    async def send(
        self, chat: int, text: str, buttons: Sequence[tuple[str, str]], *, quiet: bool, file: File | None = None
    ) -> int:
        """Send a message with its buttons, one to a row; return its id. `quiet`: it makes no sound."""
        ...

    async def set_buttons(self, chat: int, message: int, buttons: Sequence[tuple[str, str]]) -> None:
        """Put other buttons under a message; none to take them away."""
        ...

    async def show_typing(self, chat: int) -> None:
        """Show "typing" for five seconds, or until a message comes."""
        ...

    async def confirm_press(self, query: str) -> None:
        """Tell the app that a press was seen, so that it stops waiting."""
        ...

    async def point_to_private(self, query: str, title: str) -> None:
        """Answer an inline query with nothing but a way to the private chat."""
        ...

    async def leave(self, chat: int) -> None:
        """Leave a group."""
        ...


class TelegramWire:
    """The Bot API. `open` before use, `close` after."""

    def __init__(self, token: str, api_url: str) -> None:
        calls = _Requests(connection_pool_size=64, read_timeout=15, write_timeout=15, connect_timeout=5)
        polling = _Requests(connection_pool_size=2, connect_timeout=5)
        self._bot = _Bot(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=calls,
            get_updates_request=polling,
        )

    async def open(self) -> str:
        """Say hello to Telegram; return the bot's name without the @. Raises UnknownTokenError, NotReachedError."""
        await _done(self._bot.initialize())
        return self._bot.username

    async def close(self) -> None:
        """Close the connections."""
        await self._bot.shutdown()

    async def introduce(self, commands: Mapping[str, str], description: str, short_description: str) -> None:
        """Set the menu of commands, and what stands on the bot's page."""
        menu = [BotCommand(name, text) for name, text in commands.items()]
        await _done(self._bot.set_my_commands(menu))
        await _done(self._bot.set_my_description(description))
        await _done(self._bot.set_my_short_description(short_description))

    async def poll(self, offset: int, seconds: int) -> list[dict[str, Any]]:
        """Return updates from `offset` on, once there are some, or nothing after so many seconds."""
        updates: list[dict[str, Any]] = await _done(self._bot.updates_as_sent(offset, seconds))
        return updates

    async def use_webhook(self, url: str, secret: str) -> None:
        """Have updates sent to an address of ours, with this secret beside each."""
        await _done(self._bot.set_webhook(url, secret_token=secret, allowed_updates=KINDS, drop_pending_updates=False))

    async def use_polling(self) -> None:
        """Have updates wait until they are asked for; those that wait stay."""
        await _done(self._bot.delete_webhook(drop_pending_updates=False))

    async def send(
        self, chat: int, text: str, buttons: Sequence[tuple[str, str]], *, quiet: bool, file: File | None = None
    ) -> int:
        """Send a message."""
        keyboard = _keyboard(buttons) if buttons else None
        if file:
            return await self._send_file(chat, text, keyboard, file, quiet=quiet)
        sent = await _done(
            self._bot.send_message(
                chat,
                text,
                reply_markup=keyboard,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                disable_notification=quiet,
            )
        )
        return int(sent.message_id)

    async def _send_file(
        self, chat: int, text: str, keyboard: InlineKeyboardMarkup | None, file: File, *, quiet: bool
    ) -> int:
        sent = await _done(
            self._bot.send_document(
                chat,
                InputFile(file.content, filename=file.name),
                caption=text or None,
                reply_markup=keyboard,
                disable_content_type_detection=True,
                disable_notification=quiet,
            )
        )
        return int(sent.message_id)

    async def set_buttons(self, chat: int, message: int, buttons: Sequence[tuple[str, str]]) -> None:
        """Change the buttons; that they are so already is no error."""
        markup = _keyboard(buttons) if buttons else None
        try:
            await _done(self._bot.edit_message_reply_markup(chat, message, reply_markup=markup))
        except RefusedError as error:
            if "not modified" not in str(error.__cause__):
                raise

    async def show_typing(self, chat: int) -> None:
        """Show "typing"."""
        await _done(self._bot.send_chat_action(chat, telegram.constants.ChatAction.TYPING))

    async def confirm_press(self, query: str) -> None:
        """Confirm a press."""
        await _done(self._bot.answer_callback_query(query))

    async def point_to_private(self, query: str, title: str) -> None:
        """Answer an inline query."""
        button = InlineQueryResultsButton(title, start_parameter="hello")
        await _done(self._bot.answer_inline_query(query, [], cache_time=300, button=button))

    async def leave(self, chat: int) -> None:
        """Leave a group."""
        await _done(self._bot.leave_chat(chat))


class _Bot(Bot):
    """The library's bot, which also hands out updates as they came.

    Parsed by the library, one update that it cannot read would hold up all others for ever, and be logged as a whole.
    """

    async def updates_as_sent(self, offset: int, seconds: int) -> Any:
        """Ask for updates. A line that is dead is noticed ten seconds after Telegram ought to have answered."""
        asked = {"offset": offset, "timeout": seconds, "allowed_updates": KINDS}
        return await self._post("getUpdates", asked, read_timeout=seconds + 10)


class _Requests(HTTPXRequest):
    """The library's requests, but for an answer that cannot be read: the library would log all of it, words and names.

    Such an answer, from a proxy or cut off on its way, does not say whether what was asked is done.
    """

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return an answer of Telegram's. Raises NetworkError for anything else, LaterError where it asks to wait."""
        try:
            answer = json.loads(payload)
        except ValueError as error:
            raise NetworkError("no JSON") from error
        if not isinstance(answer, dict):
            raise NetworkError("no answer of Telegram's")
        asked_to_wait = answer.get("parameters") or {}
        if isinstance(asked_to_wait, dict) and "retry_after" in asked_to_wait:
            # The library's own error for this warns, each time, that it will be another one day.
            raise LaterError(float(asked_to_wait["retry_after"]))
        return answer


async def _done(asked: Any) -> Any:
    try:
        return await asked
    except TelegramError as error:
        raise _as_ours(error) from error
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise UnsureError from error  # an answer of another shape


def _as_ours(error: TelegramError) -> WireError:
    if isinstance(error, Forbidden):
        return GoneError()
    if isinstance(error, InvalidToken):
        return UnknownTokenError()
    if isinstance(error, BadRequest):
        return GoneError() if any(words in str(error).lower() for words in _GONE) else RefusedError()
    if isinstance(error.__cause__, _NEVER_SENT):
        return NotReachedError()
    return UnsureError() if isinstance(error, NetworkError) else RefusedError()


def _keyboard(buttons: Sequence[tuple[str, str]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(title, callback_data=choice)] for title, choice in buttons])
