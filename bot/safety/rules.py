"""Loads the patterns beside it, checks every one, and holds them ready. They are data: see docs/safety.md."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import spacy
import yaml
from spacy.vocab import Vocab

from bot.model.safety import SafetyIntent
from bot.safety.normalise import FEW, MANY, YEAR
from bot.safety.phrases import END, START, PhraseError, PhraseSet, parse

PATTERNS = Path(__file__).parent / "patterns"
PRIORITY = (
    SafetyIntent.EMERGENCY,
    SafetyIntent.SUICIDAL,
    SafetyIntent.SAFEGUARDING,
    SafetyIntent.URGENT_SYMPTOMS,
    SafetyIntent.DEATH_JUST_HAPPENED,
    SafetyIntent.PASSIVE_DEATH_WISH,
)
"""When a message holds several, the first of these is answered. The reasons are in docs/safety.md."""
_RULE_FIELDS = {"id", "why", "reviewed", "match", "unless", "but_not", "examples", "near_misses"}
_CONTEXT_FIELDS = {"id", "why", "where", "within", "match", "but_not"}


class PatternsError(Exception):
    """A pattern file is missing, unreadable or wrong; the message names the file and the pattern."""


class Where(StrEnum):
    """Where the words of a context must stand for it to count."""

    BEFORE = "before"
    AFTER = "after"
    SENTENCE = "sentence"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Context:
    """Words around a phrase that give it another meaning: a denial, the past, a fear of what may come."""

    id: str
    where: Where
    within: int
    match: PhraseSet
    but_not: PhraseSet


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern: what to look for, and which contexts take it back."""

    id: str
    intent: SafetyIntent | None
    match: PhraseSet
    but_not: PhraseSet
    unless: tuple[Context, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Everything that the screen knows. `answers` are the rules for replies to the door's own questions."""

    vocab: Vocab
    rules: tuple[Rule, ...]
    answers: tuple[Rule, ...]
    words: frozenset[str]
    expand: Mapping[str, str]
    repair: Mapping[str, tuple[str, ...]]
    keep: frozenset[str]


@dataclass(slots=True)
class _Loader:
    folder: Path
    vocab: Vocab
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    contexts: dict[str, Context] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def read(self, name: str) -> dict[str, Any]:
        path = self.folder / name
        try:
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise PatternsError(f"cannot read {path}: {error}") from error
        if not isinstance(content, dict):
            raise PatternsError(f"{path} does not hold a table")
        return content

    def phrases(self, owner: str, text: object) -> PhraseSet:
        try:
            return PhraseSet(self.vocab, tuple(parse(line, self.lists) for line in _lines(owner, text)))
        except PhraseError as error:
            raise PatternsError(f"{owner}: {error}") from error

    def claim(self, name: str, entry: object, allowed: set[str], needed: set[str]) -> dict[str, Any]:
        """Check the fields of one entry and that its id is new."""
        if not isinstance(entry, dict):
            raise PatternsError(f"{name}: each entry must be a table")
        owner = f"{name}, {entry.get('id', 'an entry without id')}"
        if unknown := set(entry) - allowed:
            raise PatternsError(f"{owner}: unknown field {', '.join(sorted(unknown))}")
        if missing := {key for key in needed if not entry.get(key)}:
            raise PatternsError(f"{owner}: {', '.join(sorted(missing))} is missing")
        if entry["id"] in self.seen:
            raise PatternsError(f"{owner}: this id is used twice")
        self.seen.add(entry["id"])
        return entry

    def context(self, entry: object) -> Context:
        name = "contexts.yml"
        table = self.claim(name, entry, _CONTEXT_FIELDS, {"id", "why", "where", "match"})
        owner = f"{name}, {table['id']}"
        if table["where"] not in list(Where):
            raise PatternsError(f"{owner}: where must be one of {', '.join(Where)}")
        within = table.get("within", 0)
        if not isinstance(within, int):
            raise PatternsError(f"{owner}: within must be a number of words")
        match, but_not = self.phrases(owner, table["match"]), self.phrases(owner, table.get("but_not", ""))
        return Context(table["id"], Where(table["where"]), within, match, but_not)

    def rule(self, name: str, intent: SafetyIntent | None, entry: object) -> Rule:
        table = self.claim(name, entry, _RULE_FIELDS, {"id", "why", "reviewed", "match", "examples", "near_misses"})
        owner = f"{name}, {table['id']}"
        if not isinstance(table["reviewed"], dt.date):
            raise PatternsError(f"{owner}: reviewed must be a date such as 2026-11-22")
        if strangers := [known for known in table.get("unless", []) if known not in self.contexts]:
            raise PatternsError(f"{owner}: unless names {strangers[0]!r}, which is not in contexts.yml")
        return Rule(
            id=table["id"],
            intent=intent,
            match=self.phrases(owner, table["match"]),
            but_not=self.phrases(owner, table.get("but_not", "")),
            unless=tuple(self.contexts[known] for known in table.get("unless", [])),
            examples=_lines(owner, table["examples"]),
            near_misses=_lines(owner, table["near_misses"]),
        )

    def every_rule(self, intent: SafetyIntent) -> tuple[Rule, ...]:
        """Return the rules of an intent's own file, and behind them those of its further files: `intent.topic.yml`."""
        more = sorted(path.name for path in self.folder.glob(f"{intent}.*.yml"))
        return tuple(rule for name in (f"{intent}.yml", *more) for rule in self.rules(name, intent))

    def rules(self, name: str, intent: SafetyIntent | None) -> tuple[Rule, ...]:
        entries = self.read(name).get("patterns")
        if not isinstance(entries, list) or not entries:
            raise PatternsError(f"{self.folder / name} holds no patterns")
        return tuple(self.rule(name, intent, entry) for entry in entries)


def load(folder: Path = PATTERNS) -> RuleBook:
    """Read and check every pattern file, most dangerous intent first. Raises PatternsError."""
    loader = _Loader(folder, spacy.blank("en").vocab)
    words = loader.read("words.yml")
    loader.lists = _lists(words.get("lists"))
    for entry in loader.read("contexts.yml").get("contexts", []):
        context = loader.context(entry)
        loader.contexts[context.id] = context
    rules = tuple(rule for intent in PRIORITY for rule in loader.every_rule(intent))
    answers = loader.rules("answers.yml", None)
    known = _vocabulary(rules + answers, tuple(loader.contexts.values()))
    return RuleBook(
        vocab=loader.vocab,
        rules=rules,
        answers=answers,
        words=known,
        expand=_expand(words.get("expand"), loader.lists.get("kin", frozenset()), known),
        repair=_by_first_letter(words.get("repair")),
        keep=frozenset(words.get("keep", [])),
    )


def _lines(owner: str, text: object) -> tuple[str, ...]:
    if not isinstance(text, str):
        raise PatternsError(f"{owner}: write one phrase or example a line, in a block of text")
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _lists(table: object) -> dict[str, frozenset[str]]:
    if not isinstance(table, dict):
        raise PatternsError("words.yml: lists is missing")
    lists: dict[str, frozenset[str]] = {}
    for name, text in table.items():
        words: set[str] = set()
        for word in str(text).split():
            if word.startswith("$") and word[1:] not in lists:
                raise PatternsError(f"words.yml: the list {name} uses {word}, which must stand above it")
            words |= lists[word[1:]] if word.startswith("$") else {word}
        lists[str(name)] = frozenset(words)
    return lists


def _expand(table: object, kin: frozenset[str], known: frozenset[str]) -> dict[str, str]:
    """Add "mums" (for "mum's") to the spellings, since few people type the apostrophe on a phone."""
    if not isinstance(table, dict):
        raise PatternsError("words.yml: expand is missing")
    spellings = {str(typed): str(full) for typed, full in table.items()}
    if unreachable := sorted(known & spellings.keys()):
        raise PatternsError(f"a phrase uses {unreachable[0]!r}, which words.yml always rewrites first")
    return {f"{word}s": f"{word} s" for word in kin if f"{word}s" not in known} | spellings


def _by_first_letter(text: object) -> dict[str, tuple[str, ...]]:
    words = sorted(str(text or "").split())
    return {letter: tuple(w for w in words if w[0] == letter) for letter in {w[0] for w in words}}


def _vocabulary(rules: tuple[Rule, ...], contexts: tuple[Context, ...]) -> frozenset[str]:
    owners: list[Rule | Context] = [*rules, *contexts]
    sets = [phrases for owner in owners for phrases in (owner.match, owner.but_not)]
    found = {word for phrases in sets for phrase in phrases.phrases for word in phrase.words}
    return frozenset(found | {YEAR, MANY, FEW, START, END})
