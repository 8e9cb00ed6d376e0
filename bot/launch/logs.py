"""The one place that sets up logging for every process of ours outside the engine.

Log lines carry ids, never words a person typed. Addresses carry tokens (a shared link, a bot's own address),
so nothing that logs whole addresses may speak.
"""

import logging.config

QUIET = (
    "httpx",
    "httpcore",
    "asyncio",
    "multipart",
    "python_multipart",
    "sqlalchemy.engine",
)
"""Loggers that print addresses, forms or SQL parameters below WARNING."""


def setup_logging(level: str = "INFO") -> None:
    """Sends every log line to standard error as one line, and silences the loggers in `QUIET`.

    `level` is the level of our own loggers; a DEBUG run never wakes the quiet ones.
    """
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "line": {
                    "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
                    "datefmt": "%Y-%m-%dT%H:%M:%S%z",
                }
            },
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"level": "WARNING", "handlers": ["stderr"]},
            "loggers": {
                **{name: {"level": level} for name in ("bot", "actions", "uvicorn", "uvicorn.error")},
                **{name: {"level": "WARNING", "propagate": False, "handlers": ["stderr"]} for name in QUIET},
                "uvicorn.access": {"level": "CRITICAL", "propagate": False, "handlers": []},
            },
        }
    )
