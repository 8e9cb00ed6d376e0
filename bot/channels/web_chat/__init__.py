"""The chat page: one conversation in a browser, with or without JavaScript."""

from bot.channels.web_chat.views import routes

__all__ = ["routes"]
