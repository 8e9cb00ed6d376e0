"""What was written comes back to whoever wrote it, and nothing else that a form carries."""

import re
from pathlib import Path

import pytest

from bot.web import staff
from bot.web.staff.own_words import NOT_WRITTEN, words_in

HIDDEN = re.compile(r'<input type="hidden" name="([a-z]+)"')
NOT_OF_A_TEAM = {"next"}
"""Of signing in, where nothing is shown again. In a reflection, the same name holds words."""


def test_what_was_written_comes_back_field_by_field():
    form = {
        "csrf": "x",
        "account": "ab12",
        "reset": "3",
        "state": "done",
        "words": "We will ring at ten.",
        "question": " ",
    }
    assert words_in(form) == ("We will ring at ten.",)


@pytest.mark.parametrize("template", sorted(Path(staff.__file__).parent.rglob("*.jinja")), ids=lambda path: path.stem)
def test_no_hidden_field_of_any_form_is_shown_as_words(template):
    assert set(HIDDEN.findall(template.read_text())) <= NOT_WRITTEN | NOT_OF_A_TEAM
