"""Several things in one message are found only where it is clear that they are several."""

import pytest

from bot.understanding.several import several


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("my garden\nmy dog", ("my garden", "my dog")),
        ("my garden\n\n  my dog  \n", ("my garden", "my dog")),
        ("1. my garden\n2. my dog\n3. the sea", ("my garden", "my dog", "the sea")),
        ("1) my garden 2) my dog", ("my garden", "my dog")),
        ("1. my garden 2. my dog", ("my garden", "my dog")),
        ("- tea\n* the radio\n• my hens", ("tea", "the radio", "my hens")),
        ("حديقتي\nكلبي", ("حديقتي", "كلبي")),
        ("🌻\n🐝", ("🌻", "🐝")),
        ("1. be at home until 9.30, then out\n2. my dog", ("be at home until 9.30, then out", "my dog")),
    ],
)
def test_things_are_found_and_kept_exactly(text, things):
    assert several(text) == things


@pytest.mark.parametrize(
    "text",
    [
        "",
        "my garden",
        "my garden and my dog",
        "my garden\nand the dog in it",
        "my garden,\nmy dog",
        "These matter:\n- my dog\n- my garden",
        "1. my garden",
        "I was 2. my brother was 4.",
        "2. my garden 1. my dog",
        "I came here in 1961.\nit was raining when we got off the boat and nobody had told us where to go",
        "one\ntwo\nthree\nfour\nfive\nsix\nseven",
    ],
)
def test_prose_a_single_thing_and_a_very_long_list_stay_one(text):
    assert several(text) == ()
