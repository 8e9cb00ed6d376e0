"""The chat page: one conversation in a browser, with or without JavaScript."""

from bot.channels.web_chat.joining import join_routes
from bot.channels.web_chat.views import routes

__all__ = ["join_routes", "routes"]
