"""What the assistant says is read with ease at 11, and easy read sooner."""

import re
from statistics import median

import pytest
import yaml

from bot.information.loader import read_information
from tests.repo.reading_age import reading_age, syllables
from tests.repo.test_easy_read import ADDRESS, NAMES
from tests.repo.test_words import RESPONSE_FILES

OLDEST = 11
OLDEST_FOR_EASY_READ = 10
FEW = 12
"""Words: fewer say nothing about how hard a text is, as one long word in them weighs too much."""
TERMS = re.compile(
    r"(?i)Funeral (?:Expenses|Support) Payment|(?:district )?regist(?:er|ration) offices?|registrars?"
    r"|medical examiners?|executors?|(?:medical|death) certificates?"
    r"|procurator fiscal|coroners?|Patient Advice and Liaison Service|Tell Us Once"
    r"|Telegram|advance decisions?|power of attorney|assisted dying|ReSPECT|hospice at home"
)
"""What an office, a paper or a law is called. People meet these words anyway: a text beside them says what they are."""


def texts():
    """Every text that is long enough to be measured: what it is called, whether it is for easy read, what it says."""
    said = [
        (name, {"name": "easy_read", "value": True} in _of_slots(variation), variation.get("text", ""))
        for path in RESPONSE_FILES
        for name, variations in yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].items()
        for variation in variations
    ]
    for text in read_information().texts:
        said += [(text.id, False, "\n".join(text.messages)), (text.id, True, "\n".join(text.easy_read))]
        said += [(f"{text.id} {nation}", False, part) for nation, part in text.differences.items()]
    plain = [(name, easy, _without_names(text)) for name, easy, text in said]
    return [one for one in plain if len(re.findall(r"\w+", one[2])) >= FEW]


def _of_slots(variation):
    return [{"name": one["name"], "value": one["value"]} for one in variation.get("condition", ())]


def _without_names(text):
    return TERMS.sub("it", NAMES.sub("it", re.sub(rf"\{{\w+\}}|{ADDRESS}|•", "it", text)))


@pytest.mark.parametrize(
    ("easy", "oldest"), [(False, OLDEST), (True, OLDEST_FOR_EASY_READ)], ids=["usual", "easy read"]
)
def test_no_text_is_harder(easy, oldest):
    hard = [
        (round(age, 1), name, text)
        for name, is_easy, text in texts()
        if is_easy is easy and (age := reading_age(text)) > oldest
    ]
    assert not hard, "\n".join(f"{age} {name}: {text}" for age, name, text in sorted(hard, reverse=True))


def test_most_are_much_easier():
    assert median(reading_age(text) for _, easy, text in texts() if not easy) < 8
    assert median(reading_age(text) for _, easy, text in texts() if easy) < 7


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[
            ("why", 1),
            ("died", 1),
            ("care", 1),
            ("names", 1),
            ("can't", 1),
            ("garden", 2),
            ("people", 2),
            ("wanted", 2),
        ],
        *[
            ("little", 2),
            ("being", 2),
            ("sometimes", 2),
            ("wishes", 2),
            ("hospital", 3),
            ("family", 3),
            ("palliative", 4),
        ],
    ],
)
def test_syllables(word, count):
    assert syllables(word) == count


def test_a_hard_text_is_told_from_an_easy_one():
    easy = "Who would you like to talk to? It can be anyone. You can tell me in your own words."
    hard = (
        "Individuals approaching the conclusion of life may benefit from documenting their preferences regarding care."
    )
    assert reading_age(easy) < 8
    assert reading_age(hard) > 18


def test_nothing_has_no_age():
    with pytest.raises(ValueError, match="no words"):
        reading_age("999")
