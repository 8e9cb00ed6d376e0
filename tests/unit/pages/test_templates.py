"""Templates only loop: what is shown, and when, is a presenter's business."""

import re
from pathlib import Path

import pytest

BOT = Path(__file__).parents[3] / "bot"
TEMPLATES = sorted(path for path in BOT.rglob("*.jinja"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_decides_nothing_and_escapes_everything(path):
    text = path.read_text()

    assert set(re.findall(r"{%-?\s*(\w+)", text)) <= {
        "extends", "block", "endblock", "for", "endfor", "macro", "endmacro", "from",
    }  # fmt: skip
    assert "|safe" not in text.replace(" ", "")


def test_there_are_templates():
    assert len(TEMPLATES) > 10
