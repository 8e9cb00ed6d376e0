"""The classify command with an engine of the test's own in place of Rasa."""

import io
import json
import sys

import pytest

from bot.launch.classify import EngineStoppedError, LineError, classify
from bot.launch.layout import Layout

ENGINE = """#!{python}
import json, sys
assert sys.argv[1:3] == ["-m", "what_matters_engine.classify"], sys.argv
for line in iter(sys.stdin.readline, ""):
    row = json.loads(line)
    if row["text"] == "fall over":
        sys.exit(3)
    print(json.dumps({{**row, "intent": "inform" if row["state"] == "answering" else "greet", "confidence": 0.5}}))
    sys.stdout.flush()
"""


@pytest.fixture
def layout(tmp_path):
    python = tmp_path / "engine" / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(ENGINE.format(python=sys.executable))
    python.chmod(0o755)
    return Layout(tmp_path)


def run(layout, *lines: str) -> list[dict]:
    return [json.loads(line) for line in classify(lines, layout.models / "m.tar.gz", layout)]


def test_the_same_lines_come_back_with_more(layout):
    given = {"id": 7, "text": "hello – é", "state": "open"}
    assert run(layout, json.dumps(given) + "\n", "\n") == [
        {**given, "intent": "greet", "confidence": 0.5, "safety": None}
    ]


def test_without_a_state_no_question_is_open(layout):
    [answer] = run(layout, '{"text": "hello"}')
    assert answer["intent"] == "greet"
    assert "state" not in answer
    [answer] = run(layout, '{"text": "hello", "state": "answering"}')
    assert answer["intent"] == "inform"


def test_safety_comes_first_in_every_state_and_order_is_kept(layout):
    answers = run(
        layout,
        '{"text": "hello", "state": "open"}',
        '{"text": "I am going to kill myself", "state": "answering"}',
        '{"text": "hello again", "state": "open"}',
    )
    assert [answer["intent"] for answer in answers] == ["greet", "suicidal", "greet"]
    assert [answer["safety"] for answer in answers] == [None, "suicidal", None]
    assert answers[1]["confidence"] == 1.0


def test_each_line_is_answered_before_the_next_is_read(layout):
    read = []

    def lines():
        for number in range(3):
            read.append(number)
            yield json.dumps({"text": f"line {number}"})

    answers = classify(lines(), layout.models / "m.tar.gz", layout)
    for number in range(3):
        assert json.loads(next(answers))["text"] == f"line {number}"
        assert read == list(range(number + 1))
    answers.close()


@pytest.mark.parametrize(
    "line", ["nonsense", "[]", '{"state": "open"}', '{"text": 1}', '{"text": "private", "state": "x"}']
)
def test_a_bad_line_is_named_by_its_number_and_never_quoted(layout, line):
    with pytest.raises(LineError, match=r"(?i)line 2") as raised:
        run(layout, '{"text": "hello"}', line)
    assert "private" not in str(raised.value)


def test_an_engine_that_ends_is_an_error(layout):
    with pytest.raises(EngineStoppedError):
        run(layout, '{"text": "fall over"}')
    with pytest.raises(EngineStoppedError):
        run(layout, '{"text": "fall over"}', '{"text": "hello"}')


def test_nothing_in_nothing_out(layout):
    assert list(classify(io.StringIO(""), layout.models / "m.tar.gz", layout)) == []
