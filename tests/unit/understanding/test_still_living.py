import pytest

from bot.understanding.still_living import is_dying

DYING = (
    "my mum is dying, she hasnt got long",
    "hes got weeks left",
    "dads dying",
    "my wife is on end of life care",
    "my husband is in a hospice",
    "shes not dead shes dying",
    "theyve given him days",
    "my nan wont make it to christmas",
    "he hasnt died yet",
)
NOT_DYING = (
    "my mum died",
    "my dad died in a hospice",
    "i feel like im dying inside",
    "we knew he was dying",
    "i was with her when she was dying",
    "is she dying?",
    "my mum is devastated",
    "the pain is still there",
    "he was given days and he died on friday",
)


@pytest.mark.parametrize("words", DYING)
def test_somebody_alive_is_not_spoken_of_as_dead(words):
    assert is_dying(words)


@pytest.mark.parametrize("words", NOT_DYING)
def test_a_death_stays_a_death(words):
    assert not is_dying(words)
