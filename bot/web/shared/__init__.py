"""What the holder of a link and a PIN sees."""

from bot.web.shared.views import routes

__all__ = ["routes"]
