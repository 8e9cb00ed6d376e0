"""The sets that understanding is measured on: labelled in full, each line once, and none of them learnt from."""

import json
from pathlib import Path

import pytest

from tests.repo.alike import copies, twins
from tests.repo.test_nlu_data import FIXED
from tests.repo.training_lines import HELD_OUT_FILES, LEARNT, MEASURED_ON, OPEN_SET_FILES

STATES = {"open", "answering"}


@pytest.mark.parametrize("path", [*HELD_OUT_FILES, *OPEN_SET_FILES], ids=lambda path: path.name)
def test_a_line_is_labelled_in_full(path: Path):
    for row in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(row)

        assert set(entry) == {"text", "state", "intent"}, row
        assert entry["state"] in STATES, row
        assert entry["intent"] in FIXED, row


def test_no_line_is_learnt_from():
    """Else what is measured on them says nothing about what people will type."""
    assert [f"{line}  =  {known}" for line, known in copies(MEASURED_ON, LEARNT)] == []


def test_no_line_is_there_twice_or_nearly_so():
    assert [f"{line}  =  {other}" for line, other in twins(MEASURED_ON)] == []
