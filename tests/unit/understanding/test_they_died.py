"""That the one who is spoken of has died is read from a whole message; a death of long ago, or of others, is not."""

import pytest

from bot.understanding.they_died import tells_they_died


@pytest.mark.parametrize(
    "words",
    [
        "she died last week", "he died tuesday", "well she died on sunday", "She passed away this morning",
        "my mum died",
        "sorry. she died last week i dont know why im doing this", "he died in his sleep", "they died two days ago",
    ],
)  # fmt: skip
def test_a_death_is_told(words):
    assert tells_they_died(words)


@pytest.mark.parametrize(
    "words",
    [
        "she died in 1998", "he died years ago", "her husband died", "she died inside when dad left",
        "they died in the war",
        "she nearly died last week", "he dyed his hair on sunday", "if she died tomorrow", "the dog died last week",
    ],
)  # fmt: skip
def test_no_death_of_theirs_is_told(words):
    assert not tells_they_died(words)
