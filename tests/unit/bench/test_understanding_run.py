"""The lines of a run, what is trained on, how models are asked, and the tables; no Rasa here."""

import json
import sys

import pytest
import typer
import yaml
from typer.testing import CliRunner

from bench.errors import BenchError
from bench.parts import Cost
from bench.report import rewritten
from bench.understanding import lines, public, training
from bench.understanding.__main__ import main
from bench.understanding.measures import Answer
from bench.understanding.parser import Parser
from bench.understanding.shares import Share
from bench.understanding.tables import BEGIN, END, Results, in_percent, tables
from bench.understanding.timing import Round, Timing
from bot.launch.layout import Layout


def test_the_open_set_is_read_from_every_file(tmp_path):
    for name in ("b_v2", "a"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"text": name, "state": "open", "intent": "greet"}) + "\n")
    assert [(line.text, line.version) for line in lines.open_set(tmp_path)] == [("a", 1), ("b_v2", 2)]
    with pytest.raises(BenchError):
        lines.open_set(tmp_path / "missing")


def test_the_sample_is_the_same_on_every_run_and_whatever_else_there_is():
    known = {"greet": [f"hi {n}" for n in range(50)], "deny": ["no", "nah"]}
    once = lines.sample(known, 10)
    assert {name: len(texts) for name, texts in once.items()} == {"deny": 2, "greet": 10}
    assert lines.sample({**known, "thank": ["ta"]}, 10)["greet"] == once["greet"]
    assert list(lines.sample(known, 10, intents=1)) == ["deny"]


def test_what_is_written_for_rasa_reads_as_it_was(tmp_path):
    known = {"inform": ["  it's: a #test – é", "- dash", "x " * 300], "deny": ["no", "'nah'"]}
    lines.write_for_rasa(known, tmp_path / "nlu.yml")
    read = lines.examples(tmp_path)
    assert {name: [text.strip() for text in texts] for name, texts in read.items()} == {
        name: [text.strip() for text in texts] for name, texts in known.items()
    }


def test_our_pipeline_without_context_keeps_encoder_and_head(tmp_path):
    made = training.without_context(Layout().root / "config.yml", tmp_path / "config.yml")
    names = [step["name"] for step in yaml.safe_load(made.read_text())["pipeline"]]
    assert names
    assert not [name for name in names if name.endswith("ContextClassifier")]


def test_a_sample_is_all_that_our_pipeline_learns_from(tmp_path):
    """Else ours would read data/talk as well, and stock would not."""
    made = training._without_importers(Layout().root / "config.yml", tmp_path / "config.yml")
    assert set(yaml.safe_load((Layout().root / "config.yml").read_text())) - set(yaml.safe_load(made.read_text())) == {
        "importers"
    }


ENGINE = """#!{python}
import json, sys
print(json.dumps({{"load_s": 0.5}}), flush=True)
for line in sys.stdin:
    row = json.loads(line)
    if row["text"] == "fall over":
        sys.exit("it broke")
    print(json.dumps({{"intent": row["state"], "confidence": 0.5, "top": "greet", "ms": 2.0}}), flush=True)
"""


@pytest.fixture
def layout(tmp_path):
    python = tmp_path / "engine" / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(ENGINE.format(python=sys.executable))
    python.chmod(0o755)
    return Layout(tmp_path)


def test_a_model_is_asked_line_by_line(layout, tmp_path):
    with Parser(tmp_path / "m.tar.gz", {}, layout, tmp_path / "log") as parser:
        assert parser.load_s == 0.5
        assert parser.parse("hello", "answering").intent == "answering"
        with pytest.raises(BenchError, match="it broke"):
            parser.parse("fall over")


def test_a_public_set_is_two_tables(tmp_path):
    (tmp_path / "train.csv").write_text('text,label\n"what is [this]\nthen",a/b\n')
    assert public._read(tmp_path / "train.csv") == {"a_b": ["what is (this) then"]}
    with pytest.raises(BenchError, match=r"test\.csv"):
        public._read(tmp_path / "test.csv")


def results():
    judged = [
        (lines.Line("w", "open", "greet"), Answer("greet", 0.8, None)),
        (lines.Line("w", "open", "suicidal"), Answer("suicidal", 1.0, "suicidal")),
        (lines.Line("w", "answering", "inform", version=2), Answer("skip", 0.7, None)),
    ]
    timing = Timing(
        (Round((1.0, 3.0), (1.0, 1.0), (4.0, 8.0)),), ((1.0, 2.0),), ((5.0, 10.0),), (500.0, 1000.0), (9.0,)
    )
    fell_back = [(line, Answer("nlu_fallback", 0.3, None)) for line, _ in judged]
    costs = (Cost(60, 50), Cost(10, 9), Cost(100, 90))
    return Results(judged, judged, fell_back, 80, 40, costs, timing)


def test_the_tables_hold_every_figure():
    page = "\n".join(tables(results()))
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in page.splitlines() if row.startswith("|")]
    rows = {what: rest for what, *rest in reversed(cells)}
    by_version = {what: rest for what, *rest in cells}
    assert by_version["answering: a plain answer kept as one"] == ["–", "0.0 % (0.0 to 79.3; 0 of 1)"]
    assert by_version["open: macro-F1, no crises"][0] == "1.000"
    assert rows["open: macro-F1 of 1 intents, no crises"] == ["1.000", "1.000", "0.000", "+100.0"]
    assert rows["suicidal, given its own reply"][2:] == ["0.0 % (0.0 to 79.3; 0 of 1)", "+100.0"]
    assert rows["safeguarding, given its own reply"] == ["–"] * 4
    assert rows["open: expected calibration error"][2:] == ["–", "–"]
    assert rows["a message, engine, median"] == ["2 ms", "6 ms", "0.33"]
    assert rows["a message, door and engine, median"] == ["3 ms", "6 ms", "0.50"]
    assert rows["training on the sample, by the clock"] == ["10 s", "100 s", "0.10"]
    assert rows["memory after the messages"] == ["500 MiB", "1000 MiB", "0.50"]


def test_a_share_is_written_with_its_interval_and_counts():
    assert in_percent(Share(15, 148)) == "10.1 % (6.2 to 16.0; 15 of 148)"
    assert in_percent(Share(0, 0)) == "–"


def test_the_page_has_a_place_for_the_figures():
    page = (Layout().root / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert "\nnew\n" in rewritten(page, ["new"], BEGIN, END)


@pytest.mark.parametrize("more", [["--quick"], ["--public", "."]])
def test_only_a_whole_run_is_written(more):
    app = typer.Typer()
    app.command()(main)
    refused = CliRunner().invoke(app, ["--write", *more])
    assert refused.exit_code == 2
    assert "only a whole run" in refused.output
