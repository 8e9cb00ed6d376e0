"""Where somebody who is trusted says that a person has died, or stops what follows from it."""

from bot.web.trusted.views import routes

__all__ = ["routes"]
