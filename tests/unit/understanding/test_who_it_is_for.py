"""Typed answers to who it is for, and what they tell of illness: read word for word, or not at all."""

import pytest

from bot.understanding.answers import door, tells_of_illness

DOORS = [
    ("me", "me"),
    ("For me", "me"),
    ("It's for myself.", "me"),
    ("I am dying", "me"),
    ("I'm the one who is ill", "me"),
    ("my mum", "close"),
    ("My Mum and me", None),
    ("me and my husband", None),
    ("someone close to me", "close"),
    ("asking for my husband", "close"),
    ("my next-door neighbour", None),
    ("my neighbour", "close"),
    ("mum died", "grieving"),
    ("My wife died in May", "grieving"),
    ("we lost our baby", "grieving"),
    ("I am bereaved", "grieving"),
    ("my dad is dying", "close"),
    ("I am a volunteer", "helping"),
    ("I'm here to help others", "helping"),
    ("I volunteer at a hospice where my gran died", None),
    # first-person illness and "for me" come before anybody named in passing
    ("I am dying and my wife worries about me", "me"),
    ("I have cancer and my daughter is coming", "me"),
    ("its for me, my husband died last year", "me"),
    ("I want to plan my funeral", "me"),
    ("not for me, for my mum", "close"),
    ("my mum has cancer and is dying", "close"),
    ("My dad has motor neurone disease and we've not really talked about any of it", "close"),
    ("it's my wife. she has dementia and now cancer on top", "close"),
    ("my husband was told on Monday that he is terminal", "close"),
    ("I have cancer, my wife is ill too", "me"),
    ("they've sent another girl this morning who doesn't know her from Adam. I'm fed up with it", None),
    ("I'm fed up", "me"),
    ("my sister was a nurse for years in a hospital", None),
    ("my brother killed himself", "grieving"),
    ("my sister is back in the hospice this week, we hope", "close"),
    ("my mum's cancer", None),
    ("my mum is dying", "close"),
    ("I don't have cancer my mum does", None),
    ("it's for my mum who has cancer", "close"),
    ("I am her daughter", "close"),
    ("my daughter is a nurse and comes on Sundays", None),
    ("and then my daughter moved in to help me", None),
    # nobody has died
    ("nobody has died", None),
    ("I lost my job", None),
    ("I lost my mum", "grieving"),
    ("the funeral was hard to pay for", None),
    ("someone else", "close"),
    ("the summer", None),
    ("home", None),
    ("some", None),
    ("", None),
    ("🙂", None),
    ("mummy", None),
]


@pytest.mark.parametrize(("text", "expected"), DOORS)
def test_door(text, expected):
    assert door(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [("my mum is dying", True), ("I have MND", True), ("my mum", False), ("for me", False), ("I will be silly", False)],
)
def test_tells_of_illness(text, told):
    assert tells_of_illness(text) is told
