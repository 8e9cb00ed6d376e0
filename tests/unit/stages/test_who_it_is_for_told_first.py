"""The first words of all only say who it is for: that door opens, and they are no answer to anything else."""

import pytest

from bot.model.position import Door


@pytest.mark.parametrize(
    ("words", "door"),
    [
        ("For me", Door.ME),
        ("its for my mum", Door.CLOSE),
        ("for someone close to me", Door.CLOSE),
        ("I help someone write theirs", Door.WRITING),
        ("im a volunteer", Door.HELPING),
        ("someone has died", Door.GRIEVING),
    ],
)
def test_the_door_opens(talk, words, door):
    talk.types(words)
    assert (talk.position.door, talk.draft.opening) == (door, "")


@pytest.mark.parametrize("words", ["my garden", "being at home", "other people", "no pain"])
def test_what_matters_is_held_until_it_is_known_for_whom(talk, words):
    assert talk.types(words)[-1] == "utter_welcome_ask_door"
    assert (talk.position.door, talk.draft.opening) == (None, words)
