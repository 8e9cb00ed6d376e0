"""Runs in the engine's Python (3.10): loads one model and times each message it parses, for either side.

Writes {"load_s"} once; then, for each JSON line {"text", "state"}, one of {"intent", "confidence", "top", "ms"}.
`top` is the likeliest intent before any fallback.
"""

import asyncio
import json
import logging
import os
import sys
import time
from typing import Any, TextIO


async def serve(model: str, lines_in: TextIO, lines_out: TextIO) -> None:
    """Answer every line before reading the next."""
    import structlog  # type: ignore[import-not-found]  # noqa: PLC0415  (of the engine, as Rasa)

    # Unconfigured, structlog prints every message with its text.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    from rasa.core.agent import Agent  # type: ignore[import-not-found]  # noqa: PLC0415
    from rasa.core.channels.channel import UserMessage  # type: ignore[import-not-found]  # noqa: PLC0415
    from rasa.utils.tensorflow.environment import setup_tf_environment  # type: ignore[import-not-found]  # noqa: PLC0415

    setup_tf_environment()
    began = time.perf_counter()
    processor = Agent.load(model).processor
    _write({"load_s": time.perf_counter() - began}, lines_out)
    for line in iter(lines_in.readline, ""):
        row = json.loads(line)
        message = UserMessage(row["text"].lstrip("/ ") or "…", metadata={"state": row["state"]})
        began = time.perf_counter()
        found = await processor.parse_message(message)
        ms = (time.perf_counter() - began) * 1000
        intent = found["intent"]
        named = [entry["name"] for entry in found.get("intent_ranking") or () if entry["name"] != "nlu_fallback"]
        top = named[0] if named else intent["name"]
        answer = {"intent": intent["name"], "confidence": float(intent["confidence"]), "top": top, "ms": ms}
        _write(answer, lines_out)


def _write(answer: dict[str, Any], lines_out: TextIO) -> None:
    lines_out.write(json.dumps(answer) + "\n")
    lines_out.flush()


def main() -> None:
    """Serve standard input; what libraries print goes to standard error."""
    lines_out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    asyncio.run(serve(sys.argv[1], sys.stdin, lines_out))


if __name__ == "__main__":
    main()
