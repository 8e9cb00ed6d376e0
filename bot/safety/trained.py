"""The trained layer of the safety door: what a message means, where the patterns only know how danger is worded.

It reads the whole message and, of a long one, every part, so that one clause among ordinary things is not lost.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.encoder import Encoder, EncoderError
from bot.model.safety import SafetyIntent

HEAD = "screen.json"
_LONG, _STEP = 28, 14
"""Words of one part of a long message, and how far the next part starts after it."""
_LONGEST_WORD = 40
"""Letters; what is longer is an address or a joke, and the encoder makes of it what it likes. Patterns read it."""
_LONGEST_RUN, _IN_A_ROW = 6, 3
"""Words of a run that is read once where it stands so many times or more in a row: of such text it makes anything."""
_MOST = 700
"""Words read at each end of a very long message, so that an answer never waits long. Patterns read all of it."""


_PLAINLY = 0.5
"""From here on, risk to life in any part of a message says what the whole message is."""
LIFE_AT_RISK = frozenset({SafetyIntent.EMERGENCY, SafetyIntent.SUICIDAL})


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message of so many words looks like; all shares lie between 0 and 1.

    The likeliest danger, how likely it is, and how likely any danger at all; then the likelier risk to life, and how
    likely any risk to life. `complete` unless words were left out.
    """

    intent: SafetyIntent
    likely: float
    danger: float
    to_life: SafetyIntent
    life: float
    words: int
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Head:
    """A linear classifier on the encoder's vectors, over all intents: six of them are dangers."""

    labels: tuple[str, ...]
    weights: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]
    temperature: float

    def probabilities(self, vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """One row a vector, one column a label; each row adds up to 1."""
        scores = (vectors @ self.weights.T + self.bias) / self.temperature
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)


class TrainedScreen:
    """Reads messages with the shared encoder. One instance serves many threads."""

    def __init__(self, encoder: Encoder) -> None:
        """Load the head that belongs to the encoder. Raises EncoderError."""
        self._encoder, folder = encoder, encoder.folder
        if HEAD not in encoder.sums:
            message = f"The sentence encoder in {folder} comes without {HEAD}. Build it again with `make encoder`."
            raise EncoderError(message)
        stored = json.loads((folder / HEAD).read_text(encoding="utf-8"))
        self._head = Head(
            tuple(stored["labels"]),
            np.array(stored["weights"], dtype=np.float32),
            np.array(stored["bias"], dtype=np.float32),
            float(stored["temperature"]),
        )
        dangers = {at: label for at, label in enumerate(self._head.labels) if label in set(SafetyIntent)}
        self._dangers = list(dangers)
        self._kinds = [SafetyIntent(label) for label in dangers.values()]
        self._lives = [at for at, kind in enumerate(self._kinds) if kind in LIFE_AT_RISK]

    def read(self, text: str) -> Reading:
        """Return the most dangerous reading of the whole message and its parts."""
        rows = self._head.probabilities(self._encoder.encode(list(parts(text))))[:, self._dangers]
        lives = rows[:, self._lives]
        gravest = lives[int(np.argmax(lives.sum(axis=1)))]
        to_life, life = self._kinds[self._lives[int(np.argmax(gravest))]], float(gravest.sum())
        worst = rows[int(np.argmax(rows.sum(axis=1)))]
        intent, likely = self._kinds[int(np.argmax(worst))], float(worst.max())
        if life >= _PLAINLY and intent not in LIFE_AT_RISK:
            intent, likely = to_life, float(gravest.max())
        words = text.split()
        complete = len(words) <= 2 * _MOST and all(len(word) <= _LONGEST_WORD for word in words)
        return Reading(intent, likely, float(worst.sum()), to_life, life, len(words), complete)


def parts(text: str) -> Iterator[str]:
    """The whole text; then, of a long one, runs of 28 words that overlap by half; of a very long one, both ends."""
    words = said_once([word for word in text.split() if len(word) <= _LONGEST_WORD])
    yield " ".join(words)
    if len(words) > 2 * _MOST:
        words = words[:_MOST] + words[-_MOST:]
    if len(words) > _LONG + _STEP:
        for start in range(0, len(words) - _STEP, _STEP):
            yield " ".join(words[start : start + _LONG])


def said_once(words: list[str]) -> list[str]:
    """Return the words with each run that stands several times in a row said once: "no no no no" is "no"."""
    kept, at = [], 0
    while at < len(words):
        run = next((size for size in range(1, _LONGEST_RUN + 1) if _stands_again(words, at, size)), 0)
        if not run:
            kept.append(words[at])
            at += 1
            continue
        kept += words[at : at + run]
        first, at = words[at : at + run], at + run
        while words[at : at + run] == first:
            at += run
    return kept


def _stands_again(words: list[str], at: int, size: int) -> bool:
    if words[at : at + 1] != words[at + size : at + size + 1]:
        return False
    run = words[at : at + size]
    return all(words[at + size * time : at + size * (time + 1)] == run for time in range(1, _IN_A_ROW))
