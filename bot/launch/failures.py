"""What to show of the many lines that Rasa leaves behind when it fails."""

import re
from collections.abc import Sequence

SHOWN = 12
"""Lines shown from the last error on."""
EARLIER = 3
"""Errors shown before it: the first of a chain is often the one that tells."""

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_ERROR = re.compile(r"^\S.*\bERROR\b|^[\w.]+(Error|Exception|InvalidRule)\b")
_NOISE = ("%|", "Warning: ", "warnings.warn", "tensorflow/", "Epochs:")


def telling_lines(lines: Sequence[str]) -> list[str]:
    """The lines that say why: the last error with what follows it, and the errors that led to it.

    Without an error, the last lines. Progress bars, warnings of libraries and colours are left out.
    """
    plain = [_COLOUR.sub("", line) for line in lines if line.strip()]
    plain = [line for line in plain if not any(noise in line for noise in _NOISE)]
    errors = [number for number, line in enumerate(plain) if _ERROR.search(line)]
    if not errors:
        return plain[-SHOWN:]
    return [plain[number] for number in errors[:-1][-EARLIER:]] + plain[errors[-1] :][:SHOWN]
