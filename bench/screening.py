"""The safety screen by itself, in this process: it runs before everything else, on every message."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import yaml

from bench.errors import BenchError
from bot.safety.screen import load, screen

Now = Callable[[], float]

LONG = 50_000
"""Characters of the longest message that people may send."""


@dataclass(frozen=True, slots=True)
class Screening:
    """Milliseconds for each short message, and for each time the long one was read."""

    short: tuple[float, ...]
    long: tuple[float, ...]


def measure(root: Path, now: Now, *, repeats: int) -> Screening:
    """Times every training example of the repository once, and one long message `repeats` times, after a warm-up."""
    load()
    messages = examples(root / "data" / "nlu")
    harmless = [message for message in messages if screen(message) is None]
    long = long_message(harmless)
    if screen(long) is not None:
        raise BenchError("The long message was taken for a crisis, so reading it would have stopped half way.")
    return Screening(tuple(_ms(message, now) for message in messages), tuple(_ms(long, now) for _ in range(repeats)))


def examples(folder: Path) -> list[str]:
    """The sentences that the assistant learns from, crises and ordinary talk of dying among them."""
    found: list[str] = []
    for path in sorted(folder.glob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu", []):
            lines = entry.get("examples", "").splitlines()
            found += [line.removeprefix("- ") for line in lines if line.startswith("- ")]
    return found


def long_message(harmless: Sequence[str], length: int = LONG) -> str:
    """Just under `length` characters of two-part sentences that never repeat: the screen reads a repeat only once."""
    sentences: list[str] = []
    size = 0
    for sentence in _pairs(harmless):
        size += len(sentence) + 1
        if size > length:
            break
        sentences.append(sentence)
    return " ".join(sentences)


def _pairs(harmless: Sequence[str]) -> Iterator[str]:
    """Pairs taken far apart before near ones; only those that are harmless together."""
    plain = [message.rstrip(".!? ") for message in harmless]
    for apart in range(1, len(plain)):
        for first, second in zip(plain, islice(plain, apart, None), strict=False):
            sentence = f"{first} and {second}."
            if screen(sentence) is None:
                yield sentence


def _ms(message: str, now: Now) -> float:
    began = now()
    screen(message)
    return (now() - began) * 1000
