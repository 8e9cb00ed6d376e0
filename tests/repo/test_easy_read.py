"""Whoever asks for easy read gets it: what is not easy as it stands has an easier wording beside it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.repo.test_words import messages, sentences, word_count

ROOT = Path(__file__).parents[2]
WITHOUT_RASA = {"safety", "holding", "joining", "telegram"}
"""Said by parts that do not ask Rasa, in one wording for everybody. Safety texts have one on purpose."""
ONE_WORDING = {
    "utter_record_ask_consent",
    "utter_record_ask_consent_again",
    "utter_share_ask_consent",
    "utter_share_ask_consent_team",
    "utter_share_after_ask_consent",
    "utter_reminder_here",
    "utter_reminder_keep",
    "utter_bereavement_step_first_hours",
    "utter_bereavement_step_first_hours_northern_ireland",
}
"""What somebody says yes to is the same for all, and its words are kept by version; a reminder is sent without Rasa.
Whom to ring in the first hours after a death is safety text: nothing may be left out, and all read the same."""

LONGEST_SENTENCE = 12
LONGEST_TEXT = 45
LONGEST_EASY_TEXT = 60
"""Short sentences take more of them. What is this long in the usual words is tiring."""
HARD = re.compile(
    r"(?i)\b(drafts?|versions?|consents?|bereave\w*|directory|directories|preferences?|palliative|attorneys?|registers?"
    r"|registered|require\w*|ensure\w*|currently|regarding|assistance|additional\w*|confirm\w*|receiv\w+|provid\w+"
    r"|approximate\w*|recipients?|expir\w+|unfinished|nevertheless|however|therefore|individuals?|appropriate\w*"
    r"|services?|organisations?|professionals?|bereavement|appointment of|circumstances|treatments?|certificates?"
    r"|temporar\w+|unless|whether|afresh|locked|anonymous\w*|headings?)\b"
)
"""Words that people with a learning disability are often not helped by, where a shorter one is at hand."""


NAMES = re.compile(
    r"(?i)lasting power of attorney|Child Bereavement UK|Child Bereavement Network|Cruse Bereavement Support"
)
"""What something is called stays; a text beside it says what it is."""
ADDRESS = r"\b[a-z.-]+\.(?:uk|org|com)\b(?:[\w/.-]*[\w/])?"


class Wording(NamedTuple):
    """One variation of a response; `slots` is what it is for, without easy read."""

    topic: str
    name: str
    slots: frozenset[tuple[str, Any]]
    easy: bool
    variation: dict[str, Any]

    @property
    def text(self) -> str:
        return str(self.variation.get("text", ""))

    @property
    def titles(self) -> list[str]:
        return [button["title"] for button in self.variation.get("buttons", ())]

    @property
    def payloads(self) -> list[str]:
        return [button["payload"] for button in self.variation.get("buttons", ())]


def wordings() -> Iterator[Wording]:
    for path in sorted((ROOT / "data" / "responses").glob("*.yml")):
        for name, variations in yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].items():
            if path.stem in WITHOUT_RASA or name in ONE_WORDING:
                continue
            for variation in variations:
                slots = {(one["name"], one["value"]) for one in variation.get("condition", ())}
                easy = ("easy_read", True) in slots
                yield Wording(path.stem, name, frozenset(slots - {("easy_read", True)}), easy, variation)


EVERY = list(wordings())
USUAL = [each for each in EVERY if not each.easy]
EASY = {(each.name, each.slots): each for each in EVERY if each.easy}


def hindrances(wording: Wording) -> list[str]:
    """What makes a wording hard to read."""
    text = NAMES.sub("it", re.sub(rf"\{{\w+\}}|{ADDRESS}", "it", wording.text))
    found = [f"{word_count(one)} words: {one}" for one in sentences(text) if word_count(one) > LONGEST_SENTENCE]
    found += [f"hard word: {word}" for word in HARD.findall(" ".join([text, *wording.titles]))]
    if word_count(text) > (LONGEST_EASY_TEXT if wording.easy else LONGEST_TEXT):
        found.append(f"{word_count(text)} words altogether")
    return found


def ids(each: Wording) -> str:
    return f"{each.name} {dict(each.slots) or ''}".strip()


def test_there_is_something_to_check():
    assert len(USUAL) > 200
    assert len(EASY) > 50


@pytest.mark.parametrize("usual", USUAL, ids=ids)
def test_what_is_not_easy_has_an_easier_wording(usual):
    hard = hindrances(usual)
    assert not hard or (usual.name, usual.slots) in EASY, hard


@pytest.mark.parametrize("easy", EASY.values(), ids=ids)
def test_an_easier_wording_is_easy(easy):
    assert not hindrances(easy)


@pytest.mark.parametrize("easy", EASY.values(), ids=ids)
def test_an_easier_wording_says_the_same(easy):
    usual = next(each for each in USUAL if (each.name, each.slots) == (easy.name, easy.slots))
    for pattern in (r"\{\w+\}", r"\b\d[\d ]{2,}\d\b", ADDRESS):
        assert sorted(re.findall(pattern, easy.text)) == sorted(re.findall(pattern, usual.text)), pattern
    assert easy.payloads == usual.payloads
    assert easy.text.count("?") <= usual.text.count("?")


@pytest.mark.parametrize("name", sorted({name for name, _ in EASY}))
def test_one_who_is_close_never_gets_the_words_for_oneself(name):
    """Easy words and words for a door are drawn from by how closely they fit: each door needs its own easy ones."""
    doors = {each.slots for each in EVERY if each.name == name}
    easy = {slots for easy_name, slots in EASY if easy_name == name}
    assert easy == doors


def test_an_easier_wording_has_no_more_messages_than_it_needs():
    long = [ids(each) for each in EASY.values() if len(messages(each.text)) > 6]
    assert long == []
