"""`python -m bot` is the same as `what-matters`."""

from bot.cli import app

app()
