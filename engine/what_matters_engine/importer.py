"""Lets Rasa learn from data/talk too: the ordinary lines, which stand there beside what they seem."""

from __future__ import annotations

from typing import Any

from encoder.lines import from_talk
from encoder.safety_labels import SAFETY
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData


class TalkImporter(RasaFileImporter):
    """Rasa's own importer, and the lines of data/talk that are no danger and not held back.

    The dangers among them are for the safety screen: they would make Rasa shy of ordinary talk.
    """

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Return the examples of data/nlu and data/talk. Raises ValueError at a malformed line."""
        return super().get_nlu_data(language).merge(TrainingData(ordinary_talk()))


def ordinary_talk(**where: Any) -> list[Message]:
    """One message for each ordinary line, with its intent."""
    lines = (line for line in from_talk(**where) if line.intent not in SAFETY and not line.held_back)
    return [Message.build(line.text, line.intent) for line in lines]
