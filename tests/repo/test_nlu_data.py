"""The examples that intents are learnt from: each name has enough, no line repeats or has two intents."""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
NLU_FILES = sorted((ROOT / "data" / "nlu").glob("*.yml"))
HELD_OUT_FILES = sorted((ROOT / "tests" / "data").glob("intents_held_out*.jsonl"))

VOCABULARY = """
    emergency suicidal passive_death_wish urgent_symptoms safeguarding death_just_happened

    greet goodbye thank affirm deny help ask_who_are_you skip go_back pause resume stop start_over
    ask_clarify ask_why_asking set_reminder

    plan_conversation focus_on_what_matters record_summary review_summary edit_summary share_summary
    reflect_on_conversation give_feedback

    ask_privacy ask_who_viewed withdraw_consent delete_my_data get_copy

    ask_how_to_start_talking ask_talk_to_children ask_advance_care_planning ask_adrt ask_lpa ask_cpr
    ask_place_of_care ask_what_to_expect ask_comfort ask_out_of_hours ask_carer_support ask_money
    ask_wills_funerals ask_organ_donation ask_digital_legacy ask_spiritual ask_assisted_dying
    ask_medical_advice

    find_support volunteer_help bereavement_support bereaved_child bereaved_suicide bereaved_sudden
    baby_loss anticipatory_grief report_directory_error

    express_distress express_fear express_anger express_guilt express_loneliness express_peace
    express_uncertainty

    inform out_of_scope abusive chitchat
"""
INTENTS = VOCABULARY.split()
FIXED = frozenset(INTENTS)
WITHOUT_EXAMPLES = frozenset({"choose", "arrive"})  # a button with a value, a page opened: never typed

FEWEST = 25
SHORT = 5  # words: below this a shared word or two is no sign of a copied line
ALIKE = 0.9  # token-set Jaccard
APOSTROPHE = re.compile(r"['`\N{RIGHT SINGLE QUOTATION MARK}]")
STATES = {"open", "answering"}


@dataclass(frozen=True)
class Line:
    """One thing somebody might type, and the label it was given."""

    text: str
    intent: str
    place: str

    @property
    def plain(self) -> str:
        return normalised(self.text)


def normalised(text: str) -> str:
    """Case, accents of punctuation and spacing taken away; letters, digits and emoji stay."""
    joined = APOSTROPHE.sub("", unicodedata.normalize("NFKC", text).casefold())
    kept = ("" if unicodedata.category(one) == "Cf" else one for one in joined)
    spaced = (" " if unicodedata.category(one)[0] in "PZC" else one for one in kept)
    return " ".join("".join(spaced).split()) or text


def examples(path: Path) -> Iterator[Line]:
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    for block in document["nlu"]:
        for row in block.get("examples", "").splitlines():
            assert row.startswith("- "), f"{path.name}, {block['intent']}: not a list item: {row!r}"
            yield Line(row[2:].strip(), block["intent"], path.name)


LINES = [line for path in NLU_FILES for line in examples(path)]


def held_out() -> list[Line]:
    return [
        Line(entry["text"], entry["intent"], path.name)
        for path in HELD_OUT_FILES
        for entry in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    ]


def nearly_equal(first: frozenset[str], second: frozenset[str]) -> bool:
    return len(first & second) >= ALIKE * len(first | second)


def near_duplicates(lines: list[Line]) -> list[tuple[str, str]]:
    """Pairs of longer lines with almost the same words, whatever their order."""
    worded = sorted(
        ((frozenset(line.plain.split()), line.text) for line in lines if len(line.plain.split()) > SHORT),
        key=lambda pair: (len(pair[0]), pair[1]),
    )
    return [
        (text, other)
        for (words, text), (others, other) in combinations(worded, 2)
        if len(words) >= ALIKE * len(others) and nearly_equal(words, others)
    ]


def test_the_table_is_the_whole_vocabulary():
    assert len(INTENTS) == len(FIXED)
    assert not FIXED & WITHOUT_EXAMPLES


def test_every_intent_is_declared_in_the_domain():
    declared = set(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"])

    assert sorted((FIXED | WITHOUT_EXAMPLES) - declared) == []


@pytest.mark.parametrize("path", NLU_FILES, ids=lambda path: path.name)
def test_a_file_is_what_rasa_reads(path: Path):
    document = yaml.safe_load(path.read_text(encoding="utf-8"))

    assert set(document) == {"version", "nlu"}
    assert document["version"] == "3.1"
    assert all(set(block) == {"intent", "examples"} for block in document["nlu"])


@pytest.mark.parametrize("intent", sorted(FIXED))
def test_every_intent_has_enough_examples(intent: str):
    assert sum(line.intent == intent for line in LINES) >= FEWEST


def test_no_intent_outside_the_table_has_examples():
    assert sorted({line.intent for line in LINES} - FIXED) == []


def test_no_line_is_there_twice():
    counts = Counter((line.intent, line.plain) for line in LINES)

    assert [pair for pair, count in counts.items() if count > 1] == []


def test_no_line_has_two_intents():
    labels = defaultdict(set)
    for line in LINES:
        labels[line.plain].add(line.intent)

    assert {text: sorted(names) for text, names in labels.items() if len(names) > 1} == {}


@pytest.mark.parametrize("intent", sorted(FIXED))
def test_no_two_lines_of_an_intent_are_nearly_the_same(intent: str):
    assert near_duplicates([line for line in LINES if line.intent == intent]) == []


def test_no_line_holds_markup_or_a_command():
    marked = re.compile(r"^\s*/|[\[\]{}<>]|\]\(|^\(|\t|https?://")

    assert [(line.place, line.text) for line in LINES if not line.text or marked.search(line.text)] == []


@pytest.mark.parametrize("path", HELD_OUT_FILES, ids=lambda path: path.name)
def test_a_held_out_line_is_labelled_in_full(path: Path):
    for row in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(row)

        assert set(entry) == {"text", "state", "intent"}, row
        assert entry["state"] in STATES, row
        assert entry["intent"] in FIXED, row


def test_held_out_lines_are_not_learnt_from():
    """Else what is measured on them says nothing about what people will type."""
    learnt = {line.plain for line in LINES}
    by_intent = defaultdict(list)
    for line in LINES:
        by_intent[line.intent].append(frozenset(line.plain.split()))

    known = [line.text for line in held_out() if line.plain in learnt]
    close = [
        line.text
        for line in held_out()
        if len(line.plain.split()) > SHORT
        and any(nearly_equal(frozenset(line.plain.split()), words) for words in by_intent[line.intent])
    ]
    assert (known, close) == ([], [])


def test_held_out_lines_are_there_once():
    counts = Counter(line.plain for line in held_out())

    assert [text for text, count in counts.items() if count > 1] == []
