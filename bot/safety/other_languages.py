"""The plainest cries for help in seven other languages, by exact phrase. The table is patterns/other_languages.yml."""

import re
import unicodedata
from functools import cache

import yaml

from bot.model.safety import Verdict
from bot.safety.rules import PATTERNS, PRIORITY, PatternsError

TABLE = PATTERNS / "other_languages.yml"


@cache
def load() -> tuple[tuple[Verdict, re.Pattern[str]], ...]:
    """Load the phrases once, gravest first. Call it at start. Raises PatternsError."""
    try:
        languages = yaml.safe_load(TABLE.read_text(encoding="utf-8"))["languages"]
        return tuple(
            (Verdict(intent, f"{intent}.in_{language.lower()}"), _any_of(phrases[intent].splitlines()))
            for intent in PRIORITY
            for language, phrases in languages.items()
            if intent in phrases
        )
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise PatternsError(f"cannot read {TABLE} ({type(error).__name__})") from error


def in_another_language(text: str) -> Verdict | None:
    """Return what the message must be answered as, where it holds one of the phrases."""
    words = f" {_plain(text)} "
    return next((verdict for verdict, phrases in load() if phrases.search(words)), None)


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f" {re.escape(_plain(phrase))} " for phrase in phrases if phrase.strip()))


def _plain(text: str) -> str:
    """Lower case, without accents, marks and signs, so that "żyć" and "zyc" are one."""
    bare = unicodedata.normalize("NFKD", text.replace("\u0142", "l").replace("\u0141", "l")).casefold()
    letters = "".join(c for c in bare if unicodedata.category(c) not in {"Mn", "Me", "Cf"})
    return " ".join(re.sub(r"[^\w\s]|_", " ", letters).split())
