"""An answer that names no place is told from one that does."""

import pytest

from bot.understanding.wishes import is_undecided, is_untold


@pytest.mark.parametrize(
    "text",
    ["undecided", "I haven't decided yet", "Not decided.", "we are still thinking about it", "they can't decide",
     "I have not made up my mind", "I don't know yet", "not sure"],
)  # fmt: skip
def test_undecided(text):
    assert is_undecided(text)
    assert not is_untold(text)


@pytest.mark.parametrize(
    "text",
    ["I would rather not say", "I'd rather not say.", "prefer not to say", "I don't want to talk about it",
     "rather not say where"],
)  # fmt: skip
def test_untold(text):
    assert is_untold(text)
    assert not is_undecided(text)


@pytest.mark.parametrize(
    "text",
    ["", "at home", "not in hospital", "I don't know but not hospital", "I don't want to go into a home",
     "home or hospice, I can't decide", "I haven't decided yet but near my sister"],
)  # fmt: skip
def test_words_that_name_a_place_do(text):
    assert not is_undecided(text)
    assert not is_untold(text)
