"""A person's own copy, behind a link that the chat gave them, and times for their own calendar."""

from bot.web.copy.calendar import calendar_routes
from bot.web.copy.views import routes

__all__ = ["calendar_routes", "routes"]
