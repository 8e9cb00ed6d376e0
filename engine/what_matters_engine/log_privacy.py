"""Keeps a person's words out of the engine's logs; the other half is that our own code logs ids only."""

from __future__ import annotations

import logging
from typing import Any

import pluggy
from rasa.plugin import plugin_manager
from rasa.shared.exceptions import RasaException

_hook = pluggy.HookimplMarker("rasa")

# Their error lines quote what an action server answered or what a response was filled with. TurnProcessor
# raises for each of those errors and the channel logs them by name.
QUOTING_LOGGERS = ("rasa.core.actions.action", "rasa.core.nlg.interpolator")


class WordsInLogsError(RasaException):
    """At the chosen log level Rasa would print what people type."""


class _Redaction:
    """What Rasa calls an anonymisation pipeline: it is handed every logged value that may hold words."""

    @staticmethod
    def log_run(_: Any) -> str:
        return "[left out]"


class _RedactionPlugin:
    @_hook
    def get_anonymization_pipeline(self) -> _Redaction:
        return _Redaction()


def install() -> None:
    """Redact Rasa's structured logs and silence those that quote; raises WordsInLogsError at level DEBUG."""
    if logging.getLogger("rasa").isEnabledFor(logging.DEBUG):
        raise WordsInLogsError("Rasa prints what people type at level DEBUG; use INFO or above")
    # Loading a model quietens the root logger, and with it every logger that has no level of its own.
    logging.getLogger("what_matters_engine").setLevel(logging.getLogger("rasa").getEffectiveLevel())
    for name in QUOTING_LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    if not plugin_manager().has_plugin("what_matters"):
        plugin_manager().register(_RedactionPlugin(), name="what_matters")
