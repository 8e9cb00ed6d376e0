"""Where the parts of the checkout lie that the launcher starts or reads."""

import sys
from dataclasses import dataclass
from pathlib import Path

from bot.settings import ROOT, SHIPPED_ENCODER


@dataclass(frozen=True)
class Layout:
    """A checkout: its top folder, and what is found from there."""

    root: Path = ROOT
    encoder: Path = SHIPPED_ENCODER

    @property
    def python(self) -> Path:
        """The Python of the web pages and the actions: the one that runs the launcher."""
        return Path(sys.executable)

    @property
    def engine_python(self) -> Path:
        return self.root / "engine" / ".venv" / "bin" / "python"

    @property
    def models(self) -> Path:
        return self.root / ".models"
