"""An About Me that is pasted: its parts as they are headed in it, and every word as it stands."""

import pytest

from bot.model.headings import Heading
from bot.understanding.pasted import ADDED, DO, DO_NOT, HELPED, Part, is_about_me, parts
from bot.understanding.pasting import asks_to_paste

WHOLE = "\n\n".join(f"{heading.label}\nwords {place}" for place, heading in enumerate(Heading, 1))


def headed(text):
    return [(part.heading, part.words) for part in parts(text)]


def test_the_headings_of_the_standard_are_all_known():
    assert headed(WHOLE) == [(heading.value, f"words {place}") for place, heading in enumerate(Heading, 1)]
    assert is_about_me(WHOLE)


def test_the_headings_over_what_somebody_close_writes_are_known_too():
    text = "\n".join(f"{heading.of_them}\n- x" for heading in Heading)
    assert [heading for heading, _ in headed(text)] == [heading.value for heading in Heading]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("WHAT IS MOST IMPORTANT TO ME", "most_important"),
        ("What's most important to me:", "most_important"),
        ("1. What matters most to me", "most_important"),
        ("## What is most important to Joan", "most_important"),
        ("**People who are important to me**", "people"),
        ("2) Important people in my life", "people"),
        ("Peple who are importnat to me", "people"),
        ("How I communicate & how to communicate with me", "communication"),
        ("How best to communicate with me -", "communication"),
        ("My well-being", "wellness"),
        ("Please do and please don't", "please_do"),
        ("Section 6: How and when to support me", "support"),
        ("How to support him", "support"),
        ("• Also worth knowing about me", "also_know"),
        ("\u200fMy wellness\u200f", "wellness"),
        ("<h2>My wellness</h2>", "wellness"),
    ],
)
def test_a_heading_is_known_however_it_is_marked_numbered_or_shortened(line, heading):
    assert headed(f"My name is Ann\n{line}\nI sing\n") == [("", "My name is Ann"), (heading, "I sing")]


@pytest.mark.parametrize(
    "line",
    [
        "My dog is what is most important to me in all the world, and she knows it",
        "People tell me I talk too much",
        "I communicate by blinking",
        "my wellness is up and down",
        "Please do not wake me before nine",
        "How to make a good cup of tea",
        "It is also worth knowing where the key is",
        "Support my left arm",
    ],
)
def test_words_like_a_heading_stay_words(line):
    assert headed(f"My wellness\n{line}") == [("wellness", line)]


def test_words_behind_a_heading_on_its_line_belong_to_it():
    assert headed("People who are important to me: Joan") == [("people", "Joan")]
    assert headed("My wellness: I sing - most days\nCommunication – slowly, please") == [
        ("wellness", "I sing - most days"),
        ("communication", "slowly, please"),
    ]


def test_please_do_and_please_do_not_stay_apart():
    found = parts("Please do: knock\nPlease don't: whistle\nPlease do not\nhum")
    assert [(part.kind, part.words) for part in found] == [(DO, "knock"), (DO_NOT, "whistle"), (DO_NOT, "hum")]
    assert {part.heading for part in found} == {"please_do"}


def test_a_heading_that_comes_twice_is_two_parts():
    assert headed("My wellness\nI sing\nPeople important to me\nJo\nMy wellness\nI swim") == [
        ("wellness", "I sing"), ("people", "Jo"), ("wellness", "I swim"),
    ]  # fmt: skip


def test_who_helped_is_told_apart():
    assert parts("Supported to write this by: Jo, my niece") == (Part(HELPED, ADDED, "Jo, my niece"),)


def test_a_title_is_no_part_and_what_stands_before_the_first_heading_is_one():
    assert headed("About Me\n\nMy wellness\nI sing") == [("wellness", "I sing")]
    assert headed("About Me\nAnn Other\n\nMy wellness\nI sing") == [("", "About Me\nAnn Other"), ("wellness", "I sing")]


def test_without_a_heading_it_is_one_part():
    assert headed("I like the window open.\n\nAnd tea.") == [("", "I like the window open.\n\nAnd tea.")]


def test_headings_inside_html_are_found_and_the_words_keep_their_signs():
    text = (
        "<h1>About Me</h1><h2 class='a'>My wellness</h2><p>I <b>sing</b> &amp; dance</p>"
        "<h2>People important to me</h2>Jo"
    )
    assert headed(text) == [("wellness", "<p>I <b>sing</b> &amp; dance</p>"), ("people", "Jo")]
    assert is_about_me(text)


@pytest.mark.parametrize(
    "words",
    [
        "\u05d0\u05d5\u05d4\u05d1 \u05ea\u05d4",
        "\u0623\u062d\u0628 \u0627\u0644\u0634\u0627\u064a\u200f",
        "a\tb  c  ",
        "NHS number 943 476 5919",
    ],
)
def test_words_stay_as_they_are(words):
    assert headed(f"My wellness\n{words}\n\nMy wellness\nx")[0] == ("wellness", words)


def test_nothing_of_a_very_long_text_is_lost():
    body = "\n".join(f"line {n} of what I like, and then some more of it" for n in range(500))
    found = parts(f"{body}\nMy wellness\n{body}")
    assert [part.words for part in found] == [body, body]
    assert parts("\n" * 50_000) == ()


@pytest.mark.parametrize(
    "text",
    [
        "", "My wellness", "My wellness\nI sing", "I like tea\nand toast\nand my wellness",
        "people\nsupport\nother\ncommunication",
        "What is most important to me is my dog.\nHow to support me is a secret.",
    ],
)  # fmt: skip
def test_a_text_with_fewer_full_headings_is_not_taken_unasked(text):
    assert not is_about_me(text)


ASKS = [
    "I've already got one, can I paste it", "can I paste my about me", "I have an About Me already", "let me paste it",
    "I've got an About Me from the hospice", "is it ok to paste it here", "I already filled in an About Me",
    "can i upload my about me", "how do I import mine",
]  # fmt: skip
TELLS = [
    "he likes fish paste on toast", "I paste stamps in my album", "we pasted the wallpaper together",
    "I want you to know about me", "what do you know about me", "I like tomato paste", "I import tea from India",
    "it is about me and my wife", "I got my notes at school", "could you paste the photos in the album",
]  # fmt: skip


@pytest.mark.parametrize("words", ASKS)
def test_somebody_asks_to_paste_one(words):
    assert asks_to_paste(words, "open")


@pytest.mark.parametrize("words", TELLS)
@pytest.mark.parametrize("state", ["open", "choosing", "answering"])
def test_somebody_only_tells_of_paste(words, state):
    assert not asks_to_paste(words, state)


@pytest.mark.parametrize("words", ["I want to paste it", "paste"])
def test_while_a_question_waits_it_has_to_be_named(words):
    assert not asks_to_paste(words, "answering")
    assert asks_to_paste("I've already got one, can I paste it", "answering")
