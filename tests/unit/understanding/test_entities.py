"""Entities: the table, and what holds for every message. The engine's tests read the same table."""

import gc
import re
import time
from collections import Counter

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import entities as understanding
from bot.understanding.entities import KINDS, PATTERNS, EntityPatternsError, entities, sentences, tokens
from bot.understanding.entities.codes import is_nhs_number
from bot.understanding.entities.kinds import NHS_NUMBER, PHONE, POSTCODE_DISTRICT, TIME
from bot.understanding.entities.notation import phrases_of, times_of
from tests.unit.fakes import ROOT

LINES = (ROOT / "tests" / "data" / "entities.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [
    tuple(re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), cell) for cell in line.split("\t"))
    for line in LINES[2:]
]
CODES = {POSTCODE_DISTRICT: r"[A-Z]{1,2}[0-9]{1,2}[A-Z]?", PHONE: r"0[0-9]{7,10}", NHS_NUMBER: r"[0-9]{10}"}
PHRASES = yaml.safe_load(PATTERNS.read_text(encoding="utf-8"))["phrases"]
ODD = ["", " ", "\0", "\0\0\0", "🎉", "\ud83d", "...", "\n\n", "ﷺ", "½", "İ", "e\u0301", "\u200b"]
MESSAGES = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from([text for _, text, _ in ROWS]),
        st.sampled_from([*" .,-:/()+@\n\0\u202e\u200d\ud83d", "07700 900123", "943 476 5919", "in", "at", "3", "DT1"]),
    ),
    max_size=8,
).map("".join)


def found(kind, text):
    return " | ".join(f"{each.text}={each.value}" for each in entities(text) if each.kind == kind) or "-"


@pytest.mark.parametrize(("kind", "text", "expected"), ROWS)
def test_the_table(kind, text, expected):
    assert found(kind, text) == expected


def test_the_table_has_enough_of_every_kind():
    right = Counter(kind for kind, _, expected in ROWS if expected != "-")
    near = Counter(kind for kind, _, expected in ROWS if expected == "-")
    assert [kind for kind in KINDS if right[kind] < 15 or near[kind] < 10] == []


@pytest.mark.parametrize(("kind", "text", "expected"), [row for row in ROWS if row[0] in KINDS[:3]])
def test_neither_case_nor_marks_nor_emoji_change_what_is_found(kind, text, expected):
    values = [each.value for each in entities(text) if each.kind == kind]
    for typed in (text.upper(), f"  {text}\n", f"{text} 🙏🏽", f"\u202b{text}\u202c", f"*{text}*", f"“{text}”"):
        assert [each.value for each in entities(typed) if each.kind == kind] == values


@given(MESSAGES)
def test_whatever_is_typed_finds_are_in_order_apart_and_where_they_say(text):
    end = 0
    for each in entities(text):
        assert each.kind in KINDS
        assert end <= each.start < each.end <= len(text)
        assert each.text == text[each.start : each.end]
        assert each.value
        end = each.end


@given(MESSAGES)
def test_tokens_and_sentences_are_in_order_apart_and_where_they_say(text):
    for pieces in (tokens(text), sentences(text)):
        end = 0
        for piece in pieces:
            assert end <= piece.start < piece.end <= len(text)
            assert piece.text == text[piece.start : piece.end]
            end = piece.end


@given(MESSAGES)
def test_no_letter_or_figure_is_outside_the_tokens(text):
    inside = {at for piece in tokens(text) for at in range(piece.start, piece.end)}
    assert [at for at, character in enumerate(text) if character.isalnum() and at not in inside] == []


@given(MESSAGES)
def test_a_value_holds_no_word_that_the_patterns_do_not_know(text):
    values = {value for kind in PHRASES.values() for value in kind}
    words = understanding._reader()._known | set(understanding._reader()._said.values())
    for each in entities(text):
        if each.kind in PHRASES:
            assert each.value in values
        elif each.kind == TIME:
            assert {word for word in each.value.split() if not re.fullmatch(r"[0-9:/]+", word)} <= words
        else:
            assert re.fullmatch(CODES[each.kind], each.value)


@given(st.integers(0, 999_999_999), st.integers(0, 9))
def test_at_most_one_check_digit_is_right(number, digit):
    right = [check for check in range(10) if is_nhs_number(f"{number:09}{check}")]
    assert len(right) <= 1
    assert is_nhs_number(f"{number:09}{digit}") == (digit in right)


def test_figures_in_other_writing_are_no_nhs_number_until_they_are_plain():
    assert not is_nhs_number("٩٤٣٤٧٦٥٩١٩")


@pytest.mark.parametrize("text", ODD)
def test_odd_messages_hold_nothing(text):
    assert entities(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mu\0m", [("relationship", "mu\0m", "mother")]),
        ("da\u200bughter", [("relationship", "da\u200bughter", "daughter")]),
        ("İ love my mum", [("relationship", "mum", "mother")]),
        ("אמא my mum אבא", [("relationship", "mum", "mother")]),
        ("👵🏽 my nan 👵🏽 DT1", [("relationship", "nan", "grandmother"), ("postcode_district", "DT1", "DT1")]),
    ],
)
def test_places_are_counted_in_characters_of_the_message(text, expected):
    assert [(each.kind, each.text, each.value) for each in entities(text)] == expected
    assert all(each.text == text[each.start : each.end] for each in entities(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I am tired. Can we stop?", ["I am tired.", "Can we stop?"]),
        ("Ask Dr. Smith at 3.30 p.m. today", ["Ask Dr. Smith at 3.30 p.m. today"]),
        ("no\nyes", ["no", "yes"]),
        ("Wait… what?! Oh (really.) Yes", ["Wait…", "what?!", "Oh (really.)", "Yes"]),
        ("tired.can we stop", ["tired.", "can we stop"]),
        ("7.5 mg of it", ["7.5 mg of it"]),
        ("... 🎉", []),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert [each.text for each in sentences(text)] == expected


def test_tokens():
    typed = [each.text for each in tokens("Mum's wife-to-be: 3pm, 15:30 \0(ok)")]
    assert typed == ["Mum", "'", "s", "wife", "-", "to", "-", "be", ":", "3", "pm", ",", "15:30", "(", "ok", ")"]


LONG = [
    "a ", "a", "9", "9 ", "0", "07700 900123 ", "943 476 5919 ", "in two weeks at ", "my mum ", "-", "a-", "a.",
    "\0", "a\0", "DT1 ", "dt1 1", "B12 ", "🎉", "\n", "(", "+44", "1:1:", "1/2/", "é", "half ", "people who ",
    "'", "a'", "7 ", "in 2 to ", "1-", "sw1a 1aa",
]  # fmt: skip


@pytest.mark.parametrize("unit", LONG)
def test_long_messages_take_no_more_than_their_share(unit):
    def took(length):
        text = (unit * length)[:length]
        times = []
        for _ in range(3):
            start = time.process_time()
            entities(text)
            times.append(time.process_time() - start)
        return min(times)

    took(1_000)
    assert took(20_000) < 25 * max(took(2_000), 0.004)


def test_what_people_type_does_not_stay():
    def messages(numbers):
        for number in numbers:
            word = "".join(chr(ord("a") + int(figure)) for figure in f"{number:06}")
            text = f"zq{word} told my daughter {word}x at 3, É{word} {number} DT1 1XE. {word}y! 07700 {number:06}"
            entities(text)
            sentences(text)
            tokens(text)

    messages(range(100))
    gc.collect()
    nlp = understanding._reader()._nlp
    before = len(nlp.vocab.strings), len(nlp.vocab)
    messages(range(100, 2_000))
    assert (len(nlp.vocab.strings), len(nlp.vocab)) == before
    assert "zqaaaabb" not in nlp.vocab.strings


def test_a_phrase_with_two_meanings_is_refused():
    with pytest.raises(EntityPatternsError, match="own bed"):
        phrases_of({"place_of_care": {"own_bed": "my? own bed", "home": "home, own bed"}})


def test_a_class_that_is_not_there_is_refused():
    with pytest.raises(EntityPatternsError, match="dya"):
        times_of({"macros": {}, "none": "", "patterns": "on $dya"}, {})
