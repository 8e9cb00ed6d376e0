"""The crisis texts themselves: numbers, order, length and words."""

import re

import pytest
import yaml

from bot.safety import door, texts

REPLIES = door.load()
BUBBLES = [(name, message.text) for name, reply in REPLIES.items() for message in reply.messages]
FIRST_999 = [
    "utter_safety_emergency",
    "utter_safety_emergency_self_harm",
    "utter_safety_not_safe",
    "utter_safety_death_unexpected",
]
NOT_PHONE_NUMBERS = {"55", "18", "19"}
BANNED = [
    "should",
    "passed away",
    "committed",
    "understand how",
    "brave",
    "proud",
    "well done",
    "don't worry",
    "calm down",
    "helpline 24/7",
    "!",
]


def whole(name):
    return "\n".join(message.text for message in REPLIES[name].messages)


def numbers(text):
    return re.findall(r"\d[\d ]*\d|\d", text)


@pytest.mark.parametrize("name", FIRST_999)
def test_an_emergency_says_call_999_first_and_no_other_number(name):
    assert REPLIES[name].messages[0].text.startswith("Call 999 now.")
    assert set(numbers(whole(name))) == {"999"}
    assert [link.url for message in REPLIES[name].messages for link in message.links][:1] == ["tel:999"]
    assert not any(message.choices for message in REPLIES[name].messages)


@pytest.mark.parametrize(("name", "text"), BUBBLES)
def test_every_number_is_one_we_know(name, text):
    assert set(numbers(text)) <= texts.LINKS.keys() | NOT_PHONE_NUMBERS


@pytest.mark.parametrize(("name", "text"), BUBBLES)
def test_bubbles_are_short(name, text):
    sentences = [s for s in re.split(r"(?<=[.?])\s+", text) if s]
    questions = [s for s in sentences if s.endswith("?")]
    assert [s for s in sentences if len(s.split()) > 20] == []
    assert len(sentences) - len(questions) <= 2
    assert len(questions) <= 1


@pytest.mark.parametrize(("name", "text"), BUBBLES)
def test_words_we_do_not_use(name, text):
    assert [word for word in BANNED if word in text.lower()] == []
    assert text.isascii()


def test_each_text_has_one_variation_and_no_condition():
    content = yaml.safe_load(texts.FILE.read_text(encoding="utf-8"))
    assert all(len(v) == 1 and v[0].keys() <= {"text", "buttons"} for v in content["responses"].values())
    assert all(name.startswith("utter_safety_") for name in content["responses"])


@pytest.mark.parametrize("name", ["utter_safety_suicidal", "utter_safety_suicidal_other"])
def test_suicidal_texts_hold_all_that_they_must(name):
    text = whole(name)
    for part in ["Thank you for telling me.", "999", "116 123", "NHS 111", "mental health option", "SHOUT to 85258"]:
        assert part in text
    assert "software" in text
    assert "out of reach" in text
    assert text.endswith("safe right now?")


def test_passive_text_asks_directly_and_offers_a_person():
    text = whole("utter_safety_passive_death_wish")
    assert text.startswith("Thank you for telling me.")
    assert "116 123" in text
    assert text.endswith("Are you having thoughts of ending your life?")


def test_urgent_text_puts_the_palliative_line_before_111_before_999():
    text = whole("utter_safety_urgent_symptoms")
    assert text.index("palliative care line") < text.index("NHS 111") < text.index("999")


def test_safeguarding_text_believes_and_says_what_is_not_passed_on():
    text = whole("utter_safety_safeguarding")
    for part in [
        "believed",
        "999",
        "0808 808 8141",
        "adult social care",
        "0800 1111",
        "0808 800 5000",
        "do not pass this on",
    ]:
        assert part in text
    assert text.count("?") == 0


def test_death_text_asks_whether_it_was_expected():
    assert whole("utter_safety_death_just_happened").endswith("Was this death expected?")
    assert "NHS 111" in whole("utter_safety_death_expected")


def test_numbers_come_with_a_link_that_dials_them():
    last = REPLIES["utter_safety_suicidal"].messages
    assert [link.url for message in last for link in message.links] == [
        "tel:999",
        "tel:116123",
        "tel:111",
        "sms:85258?body=SHOUT",
    ]
