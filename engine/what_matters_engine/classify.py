"""Says what would be acted on, without a server: `python -m what_matters_engine.classify MODEL`.

Reads JSON lines {"text", "state"} and writes the same lines with "intent" and "confidence"; nothing else goes
to standard output. Exits with 2 at a line that is not such JSON.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from typing import TextIO

import structlog


def _take_standard_output() -> TextIO:
    """Return standard output for our lines alone; what libraries print goes to standard error."""
    lines = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    # Unconfigured, structlog prints every message with its text.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    return lines


async def classify(model: str, lines_in: TextIO, lines_out: TextIO) -> None:
    """Answer each line of `lines_in` on `lines_out` before reading on; raises ValueError at a bad line."""
    # Rasa takes seconds to import and must not do so before standard output is safe.
    from rasa.core.agent import Agent

    from what_matters_engine.messages import parse_message, read_question

    processor = Agent.load(model).processor
    for line in iter(lines_in.readline, ""):
        fields = json.loads(line)
        intent = (await processor.parse_message(parse_message(*read_question(fields))))["intent"]
        answer = {**fields, "intent": intent["name"], "confidence": round(float(intent["confidence"]), 4)}
        lines_out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        lines_out.flush()


def main() -> int:
    """Run on standard input and output; returns the exit status."""
    if len(sys.argv) != 2:
        print("usage: python -m what_matters_engine.classify MODEL.tar.gz", file=sys.stderr)
        return 2
    lines_out = _take_standard_output()
    try:
        asyncio.run(classify(sys.argv[1], sys.stdin, lines_out))
    except ValueError as error:
        # A JSON error quotes nothing of the line in its type's name.
        print(f'not a line of the form {{"text", "state"}}: {type(error).__name__}', file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
