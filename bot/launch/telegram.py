"""Asks Telegram whose token this is, for the lines that a start and the doctor show."""

import asyncio

from bot.channels.telegram.wire import TelegramWire, UnknownTokenError, WireError
from bot.launch.preflight import Problem
from bot.settings import PREFIX, Settings

SECONDS = 6
"""How long somebody at a terminal waits for it."""
UNKNOWN = Problem(
    "Telegram knows no bot with this token.",
    f"Copy it again from @BotFather into {PREFIX}TELEGRAM_TOKEN. The web goes on without it.",
)


def look(settings: Settings) -> tuple[str, Problem | None]:
    """Return what to say of Telegram in one line, and what is wrong with the token, if anything."""
    if settings.telegram_token is None:
        return f"off; to talk there too, set {PREFIX}TELEGRAM_TOKEN (docs/operating.md)", None
    try:
        name = asyncio.run(_name(settings.telegram_token.get_secret_value(), settings.telegram_api_url))
    except UnknownTokenError:
        return f"off; {UNKNOWN.what} {UNKNOWN.mend}", UNKNOWN
    except (WireError, TimeoutError):
        return "cannot be reached just now; it is tried again by itself", None
    return f"https://t.me/{name}", None


async def _name(token: str, api_url: str) -> str:
    wire = TelegramWire(token, api_url)
    try:
        async with asyncio.timeout(SECONDS):
            return await wire.open()
    finally:
        await wire.close()
