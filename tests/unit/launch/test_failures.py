"""Of a long log, the operator sees the lines that say why."""

from bot.launch.failures import SHOWN, telling_lines

TRAINING = [
    "2026-11-22 00:37:13 INFO     rasa.validator  - Validating ...",
    "\x1b[91mrasa/io.py:100: UserWarning: The utterance 'utter_x' is not used in any story or rule.",
    "Processed rules:   0%|          | 0/77",
    "2026-11-22 00:41:13 ERROR    rasa.engine.graph  - Error running graph component.",
    "\x1b[91mActionNotFoundException: Cannot access action 'utter_y'.\x1b[0m",
    *(f"     - action_{number}" for number in range(50)),
]
TRACE = [
    '  File "text.py", line 1683, in transform',
    "sklearn.exceptions.NotFittedError: idf vector is not fitted",
    "",
    "During handling of the above exception, another exception occurred:",
    "    raise GraphComponentException(",
    "rasa.engine.exceptions.GraphComponentException: Error running graph component.",
]


def test_the_last_error_with_what_follows_and_what_led_to_it():
    lines = telling_lines(TRAINING)
    assert lines[0].endswith("Error running graph component.")
    assert lines[1:3] == ["ActionNotFoundException: Cannot access action 'utter_y'.", "     - action_0"]
    assert len(lines) == 1 + SHOWN


def test_the_first_error_of_a_chain_is_kept():
    assert telling_lines(TRACE) == [TRACE[1], TRACE[-1]]


def test_without_an_error_the_last_lines_are_shown():
    assert telling_lines([f"line {number}" for number in range(50)])[-1] == "line 49"


def test_nothing_said_nothing_shown():
    assert telling_lines([]) == []
