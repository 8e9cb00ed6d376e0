"""A reply as messages: few of them, each short enough, nothing lost, and buttons at the end."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.outgoing import LONGEST_CAPTION, LONGEST_TOGETHER, outgoing
from bot.channels.telegram.pieces import LONGEST, length
from bot.model.messages import Choice, Link, Message

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=200).filter(str.strip)
LONG = st.builds(lambda words, times: words * times, WORDS, st.integers(1, 200))
CHOICES = st.lists(st.builds(Choice, WORDS, st.text("abc", min_size=1, max_size=20)), max_size=3).map(tuple)
LINKS = st.lists(st.builds(Link, WORDS, st.just("https://example.org/x")), max_size=2).map(tuple)
MESSAGES = st.builds(Message, WORDS | LONG, CHOICES, LINKS)
PARTS = st.lists(st.lists(MESSAGES, min_size=1, max_size=4), min_size=1, max_size=3)


def letters(text):
    return "".join(text.split())


@given(PARTS, st.booleans())
def test_nothing_is_too_long_and_nothing_is_lost(parts, urgent):
    made = outgoing(parts, urgent=urgent)
    messages = [message for part in parts for message in part]
    assert all(0 < length(one.text) <= LONGEST for one in made)
    assert all(one.urgent is urgent for one in made)
    told = letters("".join(one.text for one in made))
    place = 0
    for message in messages:
        place = told.index(letters(message.text), place)
    assert [button for one in made for button in one.buttons] == [
        (choice.title, choice.choice) for message in messages for choice in message.choices
    ]


@given(PARTS)
def test_buttons_stand_under_the_end_of_what_they_belong_to(parts):
    made = [one for one in outgoing(parts) if one.buttons]
    asked = [message for part in parts for message in part if message.choices]
    assert len(made) == len(asked)
    for one, message in zip(made, asked, strict=True):
        end = letters(message.links[-1].url if message.links else message.text)
        assert letters(one.text).endswith(end[-10:])


@given(PARTS)
def test_only_the_first_makes_a_sound_and_danger_always_does(parts):
    assert [one.quiet for one in outgoing(parts)] == [False, *[True] * (len(outgoing(parts)) - 1)]
    assert not any(one.quiet for one in outgoing(parts, urgent=True))


def test_short_bubbles_are_one_message_and_each_part_is_one_of_its_own():
    hello, honest, ask = Message("Hello."), Message("Telegram."), Message("Who?", (Choice("Me", "c"),))
    assert [one.text for one in outgoing([[hello, hello], [honest], [ask]])] == [
        "Hello.\n\nHello.",
        "Telegram.",
        "Who?",
    ]


def test_what_is_longer_together_is_not_put_together():
    long = Message("x" * (LONGEST_TOGETHER // 2))
    assert [len(one.text) for one in outgoing([[long, long, long]])] == [350, 350, 350]


def test_what_follows_buttons_is_a_message_of_its_own():
    made = outgoing([[Message("One?", (Choice("Yes", "y"),)), Message("Two.")]])
    assert [(one.text, one.buttons) for one in made] == [("One?", (("Yes", "y"),)), ("Two.", ())]


def test_links_stand_below_the_text_unless_they_are_in_it():
    links = (Link("Call 999", "tel:999"), Link("Text SHOUT", "sms:85258?body=SHOUT"), Link("Open", "https://e.org"))
    (one,) = outgoing([[Message("Call 999 now.", links=links)]])
    assert one.text == "Call 999 now.\nText SHOUT: 85258\nOpen: https://e.org"


SITE = "https://what-matters.example.org"
COPY = Link("Open my copy", f"{SITE}/copy/abc")


def test_a_file_of_ours_goes_with_its_words_and_not_as_a_link():
    said = [
        Message("Hello."),
        Message("Here is your copy.", links=(COPY,)),
        Message("What next?", (Choice("Stop", "s"),)),
    ]
    assert [(one.text, one.file, len(one.buttons)) for one in outgoing([said], site=SITE)] == [
        ("Hello.\n\nHere is your copy.", "/copy/abc", 0),
        ("What next?", "", 1),
    ]


def test_a_link_that_only_looks_like_a_file_of_ours_stays_a_link():
    for url in ("https://evil.example/copy/abc", f"{SITE}/shared/abc", "/copy/abc"):
        (one,) = outgoing([[Message("Look.", links=(Link("Open", url),))]], site=SITE)
        assert (one.text, one.file) == (f"Look.\nOpen: {url}", "")
    assert outgoing([[Message("Look.", links=(COPY,))]])[0].file == ""


@given(st.integers(1, 9000))
def test_words_that_are_too_many_for_a_caption_come_before_the_file(letters):
    made = outgoing([[Message("x" * letters, links=(COPY,))]], site=SITE)
    assert "".join(one.text for one in made) == "x" * letters
    assert [one.file for one in made] == [*[""] * (len(made) - 1), "/copy/abc"]
    assert length(made[-1].text) <= LONGEST_CAPTION


def test_a_message_without_words_is_not_sent():
    assert outgoing([[Message("")]]) == []
    assert outgoing([[Message("  ")], []]) == []
