"""The linear heads on the finished encoder: the safety screen's, which is shipped, and a check of the engine's."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax
from sklearn.linear_model import LogisticRegression

from encoder.lines import Line
from encoder.safety_labels import ORDINARY, SAFETY, safety_of

STRENGTH = 5.0
"""C of the screen's logistic regression: at 1.0 lines written against an error hardly moved it."""


def screen_head(lines: Sequence[Line], vectors: NDArray[np.float32], path: Path) -> dict[str, float]:
    """Train the screen's head on the lines not held back, set its temperature on the others, write `path`.

    It learns every intent and is read as seven: ordinary talk is of many kinds, and told apart better as such.
    Returns what it does on the lines held back: shares between 0 and 1, and the temperature.
    """
    held = np.array([line.held_back for line in lines])
    wanted = np.array([line.intent for line in lines])
    head = LogisticRegression(C=STRENGTH, max_iter=300).fit(vectors[~held], wanted[~held])
    temperature = best_temperature(head, vectors[held], wanted[held])
    stored = {
        "labels": [str(label) for label in head.classes_],
        "temperature": round(temperature, 4),
        "bias": [round(float(value), 4) for value in head.intercept_],
        "weights": [[round(float(value), 4) for value in row] for row in head.coef_],
    }
    path.write_text(json.dumps(stored).replace("], [", "],\n["), encoding="utf-8")
    found = np.array([safety_of(label) for label in head.predict(vectors[held])])
    return {"temperature": temperature} | _shares(found, np.array([safety_of(label) for label in wanted[held]]))


def intent_temperature(lines: Sequence[Line], vectors: NDArray[np.float32], strength: float) -> tuple[float, float]:
    """Temperature and accuracy, on the lines held back, of a head like the engine's."""
    held = np.array([line.held_back for line in lines])
    ours = ~held & np.array(["#" not in line.situation or line.intent not in SAFETY for line in lines])
    wanted = np.array([line.intent for line in lines])
    head = LogisticRegression(C=strength, max_iter=300).fit(vectors[ours], wanted[ours])
    right = float(np.mean(head.predict(vectors[held]) == wanted[held]))
    return best_temperature(head, vectors[held], wanted[held]), right


def best_temperature(head: LogisticRegression, vectors: NDArray[np.float32], wanted: NDArray[np.str_]) -> float:
    """The divisor of the scores under which the right labels of unseen lines are likeliest (Guo et al., 2017)."""
    scores = head.decision_function(vectors)
    columns = np.searchsorted(head.classes_, wanted)

    def surprise(logarithm: float) -> float:
        return -float(np.mean(log_softmax(scores / np.exp(logarithm), axis=1)[np.arange(len(columns)), columns]))

    return float(np.exp(minimize_scalar(surprise, bounds=(-2.0, 3.0), method="bounded").x))


def _shares(found: NDArray[np.str_], wanted: NDArray[np.str_]) -> dict[str, float]:
    shares = {f"{label} found as itself": float(np.mean(found[wanted == label] == label)) for label in SAFETY}
    danger = np.isin(wanted, ("emergency", "suicidal"))
    answered = np.isin(found[danger], ("emergency", "suicidal", "passive_death_wish"))
    alarms = found[wanted == ORDINARY] != ORDINARY
    return shares | {"life at risk answered": float(np.mean(answered)), "false alarms": float(np.mean(alarms))}
