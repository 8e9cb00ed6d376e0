"""Each pattern against its own examples and near misses, and what the loader says about a broken file."""

import shutil

import pytest

from bot.model.safety import SafetyIntent
from bot.safety import rules
from bot.safety import screen as door
from bot.safety.phrases import PhraseError, parse
from bot.safety.rules import PATTERNS, PatternsError

BOOK = door.load()
EVERY = BOOK.rules + BOOK.answers


def holds(rule, text):
    return door._first((rule,), list(door._sentences(text, BOOK))) is not None


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.id)
def test_examples_match_and_near_misses_do_not(rule):
    assert [text for text in rule.examples if not holds(rule, text)] == []
    assert [text for text in rule.near_misses if holds(rule, text)] == []


def test_every_intent_has_patterns_most_dangerous_first():
    order = [rule.intent for rule in BOOK.rules]
    assert set(order) == set(SafetyIntent)
    assert order == sorted(order, key=rules.PRIORITY.index)
    assert rules.PRIORITY[:2] == (SafetyIntent.EMERGENCY, SafetyIntent.SUICIDAL)


def test_ids_start_with_their_intent():
    assert [rule.id for rule in BOOK.rules if not rule.id.startswith(f"{rule.intent}.")] == []
    assert [rule.id for rule in BOOK.answers if not rule.id.startswith("answer.")] == []


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "patterns"
    shutil.copytree(PATTERNS, copy)
    return copy


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        ("emergency.yml", "reviewed: 2026-11-22", "reviewed: soon", "must be a date"),
        ("emergency.yml", "id: emergency.choking", "id: emergency.breathing", "used twice"),
        ("emergency.yml", "    why:", "    reason:", "unknown field"),
        ("emergency.yml", "unless: [", "unless: [nonsense, ", "not in contexts.yml"),
        ("emergency.yml", "not breathing", "not $breathing", "not in words.yml"),
        ("emergency.yml", "not breathing", "not breathing!", "plain lower-case"),
        ("emergency.yml", "not breathing", "not ..99 breathing", "a gap is"),
        ("emergency.yml", "not breathing", "wont breathe", "always rewrites"),
        ("emergency.yml", "patterns:", "rules:", "holds no patterns"),
        ("emergency.yml", "patterns:", "patterns: [", "cannot read"),
        ("contexts.yml", "where: before", "where: elsewhere", "where must be one of"),
        ("contexts.yml", "within: 2", "within: two", "number of words"),
        ("words.yml", "lists:", "list:", "lists is missing"),
        ("words.yml", "  other: $kin", "  other: $kith", "must stand above"),
    ],
)
def test_a_broken_file_stops_the_start_and_says_where(folder, name, old, new, complaint):
    path = folder / name
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PatternsError, match=complaint):
        rules.load(folder)


def test_a_missing_file_stops_the_start(folder):
    (folder / "suicidal.yml").unlink()
    with pytest.raises(PatternsError, match=r"suicidal\.yml"):
        rules.load(folder)


def test_a_phrase_needs_a_word_that_must_be_there():
    with pytest.raises(PhraseError, match="no word that must be there"):
        parse("< dead? >", {})
