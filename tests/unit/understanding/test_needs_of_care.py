"""What a thing of care is, and what is asked of a child or a baby after a death."""

import pytest

from bot.understanding.needs import need_named

NAMED = {
    "what is a syringe driver": "syringe_driver",
    "why have they put him on a syringe driver": "syringe_driver",
    "does the syringe driver hurt": "syringe_driver",
    "what does it mean when they get a driver": "syringe_driver",
    "does morphine make it quicker": "morphine_at_the_end",
    "is morphine going to finish me off": "morphine_at_the_end",
    "will the morphine shorten his life": "morphine_at_the_end",
    "do morphine and things speed it up": "morphine_at_the_end",
    "whats a hospice actually like": "hospice",
    "what is a hospice": "hospice",
    "what's it like in a hospice": "hospice",
    "can my dog come in the hospice": "hospice",
    "can the kids stay at the hospice": "hospice",
    "do people ever come home from a hospice": "hospice",
    "my son is 6. should he go to the funeral": "children_and_funerals",
    "should the kids come to the funeral": "children_and_funerals",
    "is she too young to go to the funeral": "children_and_funerals",
    "is it ok for my 4 year old to be at the funeral": "children_and_funerals",
    "i told him daddy went to sleep was that wrong": "talking_to_children",
    "I told her that grandad is a star": "talking_to_children",
}
OTHERS = [
    "the syringe driver alarm is beeping what do I do",
    "who collects the syringe driver",
    "what does the bus driver do",
    "how much morphine is too much",
    "can i stop my tablets",
    "how do I get into a hospice",
    "can I volunteer at the hospice",
    "is there a hospice near me",
    "should I go to the funeral",
    "what do I wear to the funeral",
    "should my ex go to the funeral",
    "who pays for the funeral",
    "I told him I was going to sleep",
    "he went to sleep at nine",
    "I did my job as a driver",
    "can my dog come",
]


@pytest.mark.parametrize(("words", "text"), NAMED.items())
def test_it_is_named(words, text):
    assert need_named(words) == text


@pytest.mark.parametrize("words", OTHERS)
def test_other_words_name_none_of_them(words):
    assert need_named(words) not in {"syringe_driver", "hospice", "children_and_funerals", "talking_to_children"}


@pytest.mark.parametrize(
    "words", ["is it ok to name her", "what do i do with the scan picture", "can we give him a name"]
)
def test_of_a_baby_who_died(words):
    assert need_named(words, after_a_death=True, after_a_baby=True) == "naming_a_baby"
    assert need_named(words, after_a_death=True) != "naming_a_baby"


@pytest.mark.parametrize(
    "words", ["can you call her back", "my name is Anne", "what do I call you", "can I name her in my will"]
)
def test_not_of_a_name(words):
    assert need_named(words, after_a_death=True, after_a_baby=True) != "naming_a_baby"
