"""What Rasa learns from data/talk: the ordinary lines, but no danger and nothing that is held back."""

from __future__ import annotations

from pathlib import Path

import pytest

from what_matters_engine.importer import ordinary_talk


def talk(folder: Path, *lines: str) -> Path:
    (folder / "voices.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_ordinary_lines_are_learnt_with_their_intent(tmp_path: Path) -> None:
    lines = ("# Somebody, calm", "inform\tI want to die at home", "emergency\the is not breathing")
    [message] = ordinary_talk(folder=talk(tmp_path, *lines))
    assert (message.get("text"), message.get("intent")) == ("I want to die at home", "inform")


def test_every_tenth_situation_is_held_back(tmp_path: Path) -> None:
    lines = [line for n in range(20) for line in (f"# Situation {n}", f"inform\tmy garden, {n}")]
    learnt = [message.get("text") for message in ordinary_talk(folder=talk(tmp_path, *lines))]
    assert learnt == [f"my garden, {n}" for n in range(20) if n not in (8, 18)]


@pytest.mark.parametrize("line", ["inform my garden", "inform\t", "inform\tone\ttwo"])
def test_a_malformed_line_is_named_and_never_quoted(tmp_path: Path, line: str) -> None:
    with pytest.raises(ValueError, match=r"^voices.tsv, line 2: not `intent<TAB>text`$"):
        ordinary_talk(folder=talk(tmp_path, "# Somebody", line))
