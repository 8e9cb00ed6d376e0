"""A person's own copy, behind a link that the chat gave them."""

from bot.web.copy.views import routes

__all__ = ["routes"]
