"""Who died is heard where the death is known, without a word for it."""

import pytest

from bot.model.directory import Looking, Need, Relationship


@pytest.fixture
def support(support):
    support.read = support.told = lambda words: Looking(
        needs=(Need.BEREAVEMENT,) if "died" in words else (),
        relationships=(Relationship.CHILD,) if "died" in words and ("girl" in words or "son" in words) else (),
    )
    return support


@pytest.mark.parametrize("words", ["our little girl. she was 4", "our son was 9", "it was our son, he was only six"])
def test_who_it_was_is_heard(talk, words):
    talk.does("bereavement_support", "")
    said = talk.types(words)
    assert "utter_bereavement_child" in said
