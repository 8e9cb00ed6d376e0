"""The one door: reads a message and says whether it must be answered as a crisis, before anything else runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.matcher.levenshtein import levenshtein
from spacy.tokens import Doc

from bot.model.safety import Asked, SafetyIntent, Verdict
from bot.safety import other_languages, rules
from bot.safety.normalise import sentences
from bot.safety.other_languages import in_another_language
from bot.safety.phrases import END, OTHER, START, Span
from bot.safety.rules import Context, Rule, RuleBook, Where

_WINDOW, _STEP = 60, 45
"""Longest run of words looked at together, and how far the next run starts after it: both bound the time."""
_EXCEPTION_REACH, _CONTEXT_REACH = 6, 10
"""How many words away an exception, or a context, may stand and still belong to the phrase."""
_LONG_WORD, _SHORTEST_REPAIR = 9, 5
_SETTLES = frozenset({SafetyIntent.EMERGENCY, SafetyIntent.SUICIDAL})
_UNSETTLED = {
    Asked.SAFE_NOW: SafetyIntent.EMERGENCY,
    Asked.THOUGHTS: SafetyIntent.SUICIDAL,
    Asked.DEATH_EXPECTED: SafetyIntent.DEATH_JUST_HAPPENED,
}
"""What an answer that does not reassure is answered as, by the question."""
_TO_ANY = "answer.any."
"""How the id of a rule begins that holds whatever was asked."""
_SHORT_ANSWER = 20
"""Words, with the start and end of each sentence, of such an answer: whoever says more says something else."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    doc: Doc
    present: frozenset[str]


@cache
def load() -> RuleBook:
    """Load the patterns once. Call it at start, so that a broken file stops the start. Raises PatternsError."""
    other_languages.load()
    return rules.load()


def screen(text: str, asked: Asked | None = None) -> Verdict | None:
    """Return what the message must be answered as, or None when it has nothing to do with safety.

    `asked`: the door's own question that is open, if any. Danger to life counts before the answer to it,
    any danger before a reassured answer.
    """
    book = load()
    message = list(_sentences(text, book))
    verdict = _first(book.rules, message) or in_another_language(text)
    if asked is None or (verdict and verdict.intent in _SETTLES):
        return verdict
    answer = _answer(book, message, asked)
    if answer is None or (answer.intent is None and verdict):
        return verdict
    return answer


def _answer(book: RuleBook, message: list[_Sentence], asked: Asked) -> Verdict | None:
    prefixes = (f"answer.{asked}.", _TO_ANY)
    found = _first(tuple(rule for rule in book.answers if rule.id.startswith(prefixes)), message)
    if found and found.pattern.startswith(_TO_ANY) and sum(len(each.doc) for each in message) > _SHORT_ANSWER:
        return None
    if found is None or found.pattern.endswith(".reassured"):
        return found
    return Verdict(_UNSETTLED[asked], found.pattern)


def _first(candidates: tuple[Rule, ...], message: list[_Sentence]) -> Verdict | None:
    """Return the first rule that holds anywhere; rules come most dangerous first."""
    for rule in candidates:
        if any(_holds(rule, sentence, message) for sentence in message):
            return Verdict(rule.intent, rule.id)
    return None


def _holds(rule: Rule, sentence: _Sentence, message: list[_Sentence]) -> bool:
    spans = rule.match.find(sentence.doc, sentence.present)
    if not spans:
        return False
    exceptions = rule.but_not.find(sentence.doc, sentence.present)
    return any(
        not _near(span, exceptions, _EXCEPTION_REACH)
        and not any(_excused(span, context, sentence, message) for context in rule.unless)
        for span in spans
    )


def _excused(span: Span, context: Context, sentence: _Sentence, message: list[_Sentence]) -> bool:
    if context.where is Where.MESSAGE:
        return any(context.match.find(other.doc, other.present) for other in message)
    found = context.match.find(sentence.doc, sentence.present)
    if not found or _near(span, context.but_not.find(sentence.doc, sentence.present), _CONTEXT_REACH):
        return False
    if context.where is Where.SENTENCE:
        return _near(span, found, _CONTEXT_REACH)
    if context.where is Where.BEFORE:
        return any(f.start < span.start and span.start - f.end <= context.within for f in found)
    return any(f.end >= span.end and f.start - span.end <= context.within for f in found)


def _near(span: Span, found: list[Span], reach: int) -> bool:
    """Return whether a find stands within so many words: people who leave out full stops change the subject too."""
    return any(f.start - span.end <= reach and span.start - f.end <= reach for f in found)


def _sentences(text: str, book: RuleBook) -> Iterator[_Sentence]:
    """Yield each different run of words once, with every word that no pattern uses replaced.

    The words a person typed so never reach spaCy, which would keep them in its vocabulary for ever.
    """
    seen: set[tuple[str, ...]] = set()
    for words in sentences(text, book.expand, book.words):
        known = (START, *(_known(word, book) for word in words), END)
        for start in range(0, max(1, len(known) - _WINDOW + _STEP), _STEP):
            run = known[start : start + _WINDOW]
            if run and run not in seen:
                seen.add(run)
                yield _Sentence(Doc(book.vocab, words=list(run)), frozenset(run))


def _known(word: str, book: RuleBook) -> str:
    if word in book.words:
        return word
    if word in book.keep:
        return OTHER
    return _repaired(word, book) if len(word) >= _SHORTEST_REPAIR else OTHER


def _repaired(word: str, book: RuleBook) -> str:
    allowed = 2 if len(word) >= _LONG_WORD else 1
    for meant in book.repair.get(word[0], ()):
        if abs(len(meant) - len(word)) > allowed:
            continue
        if levenshtein(word, meant, allowed) <= allowed or sorted(word) == sorted(meant):
            return meant
    return OTHER
