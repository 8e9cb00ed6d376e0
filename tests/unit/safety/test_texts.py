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
NOT_PHONE_NUMBERS = {"55", "18", "19", "24", "2"}
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


@pytest.mark.parametrize("name", [*FIRST_999, "utter_safety_young_emergency"])
def test_an_emergency_ends_with_the_way_back_and_nothing_else_to_press(name):
    *before, last = REPLIES[name].messages
    assert "come back here" in last.text
    assert not last.links
    assert [choice.choice for choice in last.choices] == ["safety-carry-on"]
    assert not any(message.choices for message in before)


def test_the_crew_is_told_of_forms_after_999():
    texts_said = [message.text for message in REPLIES["utter_safety_emergency"].messages]
    assert [number for number, text in enumerate(texts_said) if "ReSPECT or DNACPR" in text] == [2]


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


ALL_HOURS = ["116 123", "85258", "0800 1111", "0808 2000 247"]
"""The lines that the directory (grade A) says answer day and night."""


@pytest.mark.parametrize("name", [name for name in REPLIES if name.startswith("utter_safety_young_")])
def test_a_child_is_told_of_childline_and_999(name):
    found = list(dict.fromkeys(number for number in numbers(whole(name)) if number in texts.LINKS))
    assert set(found) <= {"999", "0800 1111", "85258"}
    assert set(found[:2]) == {"999", "0800 1111"}
    if name != "utter_safety_young_safe":
        assert "grown-up" in whole(name)
        assert "software" in whole(name)


@pytest.mark.parametrize(
    "name",
    [
        "utter_safety_young_emergency",
        "utter_safety_young_suicidal",
        "utter_safety_young_suicidal_other",
        "utter_safety_young_death_just_happened",
    ],
)
def test_a_child_is_told_of_999_first_when_life_is_at_risk(name):
    assert "999" in whole(name).splitlines()[0]


@pytest.mark.parametrize("name", ["utter_safety_young_safeguarding", "utter_safety_young_passive_death_wish"])
def test_else_childline_comes_first(name):
    assert "Childline" in whole(name).splitlines()[0]


@pytest.mark.parametrize(("name", "text"), BUBBLES)
def test_a_line_that_always_answers_says_so(name, text):
    always = re.search(r"day (?:and|or) night|at any hour", text)
    for number in numbers(text):
        assert number not in ALL_HOURS or always, number


def test_texts_that_name_111_offer_what_differs_elsewhere():
    for name, reply in REPLIES.items():
        choices = [c.title for message in reply.messages for c in message.choices]
        if "111" in numbers(whole(name)) and choices:
            assert "I am not in England" in choices, name


def test_other_nations_hold_what_is_known_and_nothing_else():
    text = whole("utter_safety_not_in_england")
    assert text.startswith("If life is in danger, call 999.")
    for part in [
        "Wales, call NHS 111",
        "press 2",
        "NHS 24 on 111",
        "Lifeline: 0808 808 8000",
        "116 123",
        "Outside the UK",
    ]:
        assert part in text


@pytest.mark.parametrize("name", [name for name in REPLIES if name.startswith("utter_safety_tell_someone")])
def test_words_for_somebody_else_stand_alone_so_that_they_can_be_copied(name):
    _, words, nobody, worst = (message.text for message in REPLIES[name].messages)
    assert re.search(r"\b(?:I|me)\b", words)
    assert not numbers(words)
    assert nobody.startswith("If nobody answers")
    assert worst.endswith("Call 999.")


def test_what_is_kept_is_said_in_full():
    text = whole("utter_safety_kept")
    for part in ["Software", "No person is watching", "not in your record", "random number", "on this device"]:
        assert part in text


@pytest.mark.parametrize("name", [name for name in REPLIES if name.startswith("utter_safety_after_")])
def test_what_comes_afterwards_is_one_line_that_asks_and_gives_away_nothing(name):
    (message,) = REPLIES[name].messages
    assert not message.choices
    assert "?" not in message.text
    assert message.links or name == "utter_safety_after_safeguarding"
    assert not re.search(r"suicid|abuse|hurt|harm|ending your life", message.text)


def test_passive_text_asks_directly_and_offers_a_person():
    text = whole("utter_safety_passive_death_wish")
    assert text.startswith("Thank you for telling me.")
    assert "116 123" in text
    assert "SHOUT to 85258" in text
    assert text.index("116 123") < text.index("SHOUT") < text.index("999")
    assert text.endswith("Are you having thoughts of ending your life?")


def test_suicidal_text_is_true_of_the_writer_and_of_somebody_else():
    text = whole("utter_safety_suicidal")
    assert "If you, or someone you are writing about," in text
    assert "answer for them. Are you safe right now?" in text
    assert "how you feel" not in text
    assert "could hurt you" not in text


def test_urgent_text_puts_the_palliative_line_before_111_before_999():
    text = whole("utter_safety_urgent_symptoms")
    assert text.index("palliative care line") < text.index("NHS 111") < text.index("999")


def test_nobody_is_believed_by_software():
    assert [name for name, text in BUBBLES if "believed" in text] == []


def test_safeguarding_text_has_help_for_anybody_first():
    text = whole("utter_safety_safeguarding")
    assert text.index("999") < text.index("the police") < text.index("adult safeguarding team") < text.index("Women")
    last = REPLIES["utter_safety_safeguarding"].messages[-1]
    assert "safety-nation:safeguarding" in [choice.choice for choice in last.choices]


def test_safeguarding_text_blames_nobody_and_says_what_is_not_passed_on():
    text = whole("utter_safety_safeguarding")
    for part in [
        "never your fault",
        "999",
        "0808 2000 247",
        "0800 1111",
        "116 123",
        "Hourglass",
        "local council",
        "do not pass this on",
    ]:
        assert part in text
    assert text.count("?") == 0


def test_death_text_asks_whether_it_was_expected():
    assert whole("utter_safety_death_just_happened").endswith("Was this death expected?")
    assert "NHS 111" in whole("utter_safety_death_expected")


def test_a_death_long_ago_gets_an_apology_and_no_number():
    text = whole("utter_safety_death_past")
    assert text.startswith("I am sorry.")
    assert "bereavement support" in text
    assert not numbers(text)


def test_carrying_on_says_what_to_do_with_words_that_were_an_answer():
    assert whole("utter_safety_carry_on").endswith("please send them again or say it another way.")


def test_numbers_come_with_a_link_that_dials_them():
    last = REPLIES["utter_safety_suicidal"].messages
    assert [link.url for message in last for link in message.links] == [
        "tel:999",
        "tel:116123",
        "tel:111",
        "sms:85258?body=SHOUT",
    ]
