"""The keyboards that a bot hangs under a message: read, checked and compared as Telegram does."""

import ipaddress
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tests.telegram_server.errors import bad_request

Rows = list[list[dict[str, Any]]]

MOST_BUTTONS = 100
MOST_BYTES = 10_000
LONGEST_DATA = 64
_KINDS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
)


@dataclass(frozen=True)
class Markup:
    """One of: buttons under the message, a keyboard in place of the phone's (rows of titles), or its removal."""

    inline: Rows | None = None
    reply: tuple[tuple[str, ...], ...] | None = None
    removes: bool = False


def read_markup(given: Any, *, inline_only: bool = False) -> Markup:
    """What `reply_markup` asks for. Raises ApiError where Telegram refuses it."""
    if given is None:
        return Markup()
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    if given.get("keyboard"):
        markup = Markup(reply=tuple(tuple(_title(button) for button in row) for row in given["keyboard"]))
    elif given.get("inline_keyboard"):
        markup = Markup(inline=_inline(given["inline_keyboard"]))
    else:
        markup = Markup(removes=bool(given.get("remove_keyboard")))
    if inline_only and (markup.reply or markup.removes or given.get("force_reply")):
        raise bad_request("inline keyboard expected")
    return markup


def _title(button: Any) -> str:
    title = button.get("text", "") if isinstance(button, dict) else str(button)
    if not title:
        raise bad_request("keyboard button text must be non-empty")
    return str(title)


def _inline(rows: Any) -> Rows:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    kept = [[_button(button) for button in row] for row in rows if row]
    buttons = [button for row in kept for button in row]
    if len(buttons) > MOST_BUTTONS or len(json.dumps(kept).encode()) > MOST_BYTES:
        raise bad_request("reply markup is too long")
    return kept


def _button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    kind = next((name for name in _KINDS if button.get(name)), None)
    if kind is None:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    text = button["text"].strip()
    if not text:
        raise bad_request("inline keyboard button text must be non-empty")
    value = button[kind]
    if kind == "callback_data" and len(str(value).encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if kind == "url":
        value = _checked_url(str(value))
    extra = {name: button[name] for name in ("style", "icon_custom_emoji_id") if name in button}
    return {"text": text, kind: value} | extra


def _checked_url(url: str) -> str:
    """The address as Telegram keeps it. It takes no name without a dot, so no "localhost"."""
    parts = urlsplit(url if "://" in url or url.startswith("tg:") else f"http://{url}")
    if parts.scheme in {"tg", "ton"}:
        return url
    if parts.scheme not in {"http", "https"}:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    host = parts.hostname or ""
    if "." not in host and not _is_ipv6(host):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return parts._replace(path=parts.path or "/").geturl()


def _is_ipv6(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).version == 6
    except ValueError:
        return False
