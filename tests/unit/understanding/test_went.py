"""How a talk went: read where words say just that. A talk that did happen is never taken for one that did not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.went import went

TABLE = [
    ("It went well.", "well"),
    ("really good, thanks", "well"),
    ("ok", "well"),
    ("better than I thought", "well"),
    ("not bad", "well"),
    ("a bit of both", "mixed"),
    ("so-so", "mixed"),
    ("it was really hard", "hard"),
    ("not very well", "hard"),
    ("awful", "hard"),
    ("It didn\u2019t happen", "not_yet"),
    ("they said not today", "not_yet"),
    ("my dad wouldn't talk about it", "not_yet"),
    ("the talk never happened in the end", "not_yet"),
    ("there was no talk", "not_yet"),
    ("It didn't happen the way I hoped", None),
    ("we didn't talk about money but he held my hand", None),
    ("he said no", None),
    ("he said not to worry", None),
    ("it was hard but we laughed", None),
    ("I never told him, and then I did", None),
    ("well he cried", None),
    ("no", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_went(text, expected):
    assert went(text) == expected


@given(st.text())
def test_it_never_raises(text):
    assert went(text) in {"well", "mixed", "hard", "not_yet", None}
