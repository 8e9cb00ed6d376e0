"""The one place that sets up logging for every process of ours outside the engine.

Log lines carry ids, never words a person typed. Addresses carry tokens (a shared link, a bot's own address),
so nothing that logs whole addresses may speak.
"""

import logging.config
import traceback
from pathlib import Path
from typing import Any


class NamesOnly(logging.Formatter):
    """Writes an error as its kind and place. Its message may quote what a person typed, or a secret."""

    def formatException(self, ei: Any) -> str:  # noqa: N802  (the name is logging's)
        """Return the kinds of the error and its causes, each with the place it was raised."""
        parts, error = [], ei[1]
        while error is not None:
            last = traceback.extract_tb(error.__traceback__)[-1:]
            parts.append(" at ".join([type(error).__name__, *(f"{Path(p.filename).name}:{p.lineno}" for p in last)]))
            error = error.__cause__
        return " < ".join(parts)


QUIET = (
    "httpx",
    "httpcore",
    "asyncio",
    "multipart",
    "python_multipart",
    "sqlalchemy.engine",
    "telegram",
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
                    "()": NamesOnly,
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
