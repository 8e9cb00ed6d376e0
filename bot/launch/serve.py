"""Serves the web application or the action host, with our logging: `python -m bot.launch.serve web|actions`.

A way of its own to start uvicorn, because uvicorn's usual logging prints addresses, and those carry tokens.
"""

import sys

import uvicorn

from bot.launch.logs import setup_logging
from bot.settings import Settings

_FAREWELL = 5
"""Seconds that open connections get at the end."""


def main(arguments: list[str]) -> int:
    """Serves until told to stop; returns the exit status, 2 when the argument is not known."""
    settings = Settings()
    places = {
        "web": ("bot.asgi:create", settings.host, settings.web_port),
        "actions": ("bot.action_server:create", "127.0.0.1", settings.actions_port),
    }
    if len(arguments) != 1 or arguments[0] not in places:
        sys.stderr.write("usage: python -m bot.launch.serve web|actions\n")
        return 2
    application, host, port = places[arguments[0]]
    setup_logging()
    uvicorn.run(
        application,
        factory=True,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_FAREWELL,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
