"""Nearness in meaning: which need the examples are about that a text is most like. The words of it may all differ."""

import logging
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from bot.model.directory import Need

log = logging.getLogger(__name__)

EXAMPLES: Final = Path(__file__).parent / "examples"
_OTHER: Final = "other"
"""Examples of what is no search for support: a text nearest to these says nothing."""
_NEAREST: Final = 3
"""So many of the nearest examples of a need count, so that one odd sentence decides nothing."""
_ENOUGH, _CLEARLY, _ALSO, _MOST = 0.46, 0.1, 0.07, 3
"""Least nearness to be believed; how much nearer than to `other`; how far behind the first others may be; how many."""
_BY_WORDS: Final = frozenset({Need.LGBT, Need.FAITH, Need.MILITARY})
"""Who belongs to a community says so; nobody is taken for it because of how they sound."""
_LONGEST: Final = 600

Vectors = npt.NDArray[np.float32]


class Encodes(Protocol):
    """Words in, one unit vector of meaning for each out, as `bot.encoder.Encoder` does."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each text."""
        ...


@cache
def examples() -> tuple[tuple[str, str], ...]:
    """Return every example sentence with the need it is about, or "other"."""
    lines = ((path.stem, path.read_text(encoding="utf-8").splitlines()) for path in sorted(EXAMPLES.glob("*.txt")))
    return tuple((need, line) for need, said in lines for line in said if line.strip())


class Likeness:
    """Compares with the examples. They are encoded once, on the first question or by `warm`; safe for many threads."""

    def __init__(self, load: Callable[[], Encodes] | None) -> None:
        """`load` gives the encoder, when it is first needed. None: there is none, and nothing is like anything."""
        self._load = load
        self._lock = Lock()
        self._encoder: Encodes | None = None
        self._vectors: Vectors | None = None
        self._labels = [need for need, _ in examples()]
        self._names = [Need(name) for name in sorted(set(self._labels) - {_OTHER})]

    def warm(self) -> None:
        """Load the encoder and encode the examples, so that nobody waits for it later. Never raises."""
        with self._lock:
            if self._load is None or self._vectors is not None:
                return
            try:
                self._encoder = self._load()
                self._vectors = self._encoder.encode([line for _, line in examples()])
            except Exception as error:  # noqa: BLE001  (a search by words alone still helps somebody)
                log.error("support is searched by words alone (%s)", type(error).__name__)  # noqa: TRY400
                self._load = None

    def nearest(self, text: str) -> tuple[Need, ...]:
        """Return the needs that a text is about, nearest first; none when it is near to none of them."""
        self.warm()
        text = " ".join(text[:_LONGEST].split())
        if self._encoder is None or self._vectors is None or not text:
            return ()
        try:
            [vector] = self._encoder.encode([text])
        except Exception as error:  # noqa: BLE001  (as above)
            log.error("a search was read by words alone (%s)", type(error).__name__)  # noqa: TRY400
            return ()
        near = self._vectors @ vector
        other = self._nearness(near, _OTHER)
        found = sorted(((self._nearness(near, need), need) for need in self._names), reverse=True)
        best = found[0][0]
        if best < max(_ENOUGH, other + _CLEARLY):
            return ()
        near = [need for nearness, need in found[:_MOST] if nearness >= best - _ALSO and need not in _BY_WORDS]
        return tuple(need for at, need in enumerate(near) if at == 0 or need is not Need.SAFETY)

    def _nearness(self, near: Vectors, label: str) -> float:
        of_it = near[[one == label for one in self._labels]]
        return float(np.sort(of_it)[-_NEAREST:].mean())
