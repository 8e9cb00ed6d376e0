"""Finding support: the page for volunteers, cards to print, corrections by those signed in, and the open APIs."""

from bot.web.support.routes import routes

__all__ = ["routes"]
