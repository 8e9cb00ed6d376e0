"""What somebody who grieves tells of is read from their own words."""

import pytest

from bot.understanding import told_in_grief as told
from bot.understanding.told_in_grief import asks_for_help, read

TOLD = {
    "was it my fault": told.FAULT,
    "I feel so guilty": told.FAULT,
    "I should have rung the doctor sooner": told.FAULT,
    "could I have stopped him": told.FAULT,
    "I keep thinking what if I had stayed": told.FAULT,
    "I wasn't there when she died": told.FAULT,
    "i hate him": told.ANGER,
    "selfish bastard": told.ANGER,
    "how could she do this to us": told.ANGER,
    "I'm so angry with the doctors": told.ANGER,
    "i miss him": told.MISSING,
    "I really miss my mum": told.MISSING,
    "i wish he was still here": told.MISSING,
    "i feel nothing": told.NUMB,
    "It doesn't feel real": told.NUMB,
    "I haven't even cried": told.NUMB,
    "i keep crying at work": told.CRYING,
    "I was in tears in Tesco": told.CRYING,
    "to be honest it's a relief": told.RELIEF,
    "im glad its over": told.RELIEF,
    "i cant sleep": told.SLEEP,
    "he's stopped eating since dad went": told.NEGLECT,
    "dad hasnt washed or eaten since mum died": told.NEGLECT,
    "my dad isn't looking after himself": told.NEGLECT,
    "she wont get out of bed": told.NEGLECT,
    "mum has let herself go": told.NEGLECT,
    "my brother hasnt left the house": told.NEGLECT,
    "dads living on toast": told.NEGLECT,
    "i drink too much now": told.DRINKING,
    "im drinking every night since he died": told.DRINKING,
    "a bottle of wine a night": told.DRINKING,
    "I'm awake all night": told.SLEEP,
    "i dont tell people how he died. i say heart attack": told.KEPT_BACK,
    "I can't tell anyone what really happened": told.KEPT_BACK,
    "i just say it was an accident": told.KEPT_BACK,
    "i keep hearing his voice": told.STILL_THERE,
    "I still talk to her photo": told.STILL_THERE,
    "she was a good woman": told.OF_THEM,
    "he always made me laugh": told.OF_THEM,
    "did i do the right thing letting them stop the feed": told.DECISION,
    "was it wrong to put him in a home": told.DECISION,
}
NOTHING = [
    "i drink a lot of tea",
    "he wouldnt eat before he died",
    "i cant get out of bed",
    "she didnt want to eat at the end",
    "it was not my fault",
    "I'm not angry",
    "he had a heart attack",
    "my husband",
    "Poole",
    "he was in pain",
    "she died in hospital",
    "is there pain relief",
    "I missed the bus",
    "what do I do about the funeral",
    "his voice tells me to go",
    "suddenly",
]


@pytest.mark.parametrize(("words", "what"), TOLD.items())
def test_it_is_read(words, what):
    assert read(words) == what


@pytest.mark.parametrize("words", NOTHING)
def test_other_words_tell_of_nothing(words):
    assert read(words) == ""


@pytest.mark.parametrize(
    "words", ["can someone listen", "I need support", "is there a group near me", "who can I ring", "some counselling"]
)
def test_help_that_is_asked_for_is_seen(words):
    assert asks_for_help(words)


@pytest.mark.parametrize(
    "words", ["I miss him", "the house is quiet", "it was raining that day", "i dont tell people how he died"]
)
def test_what_is_only_told_asks_for_none(words):
    assert not asks_for_help(words)
