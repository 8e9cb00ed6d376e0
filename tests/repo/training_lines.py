"""The lines that the assistant learns from and the ones it is measured on, read for the checks of this folder."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
NLU_FILES = sorted((ROOT / "data" / "nlu").glob("*.yml"))
TALK_FILES = sorted((ROOT / "data" / "talk").glob("*.tsv"))
HELD_OUT_FILES = sorted((ROOT / "tests" / "data").glob("intents_held_out*.jsonl"))
OPEN_SET_FILES = sorted((ROOT / "tests" / "data" / "open_set").glob("*.jsonl"))

APOSTROPHE = re.compile(r"['`\N{RIGHT SINGLE QUOTATION MARK}]")


@dataclass(frozen=True)
class Line:
    """One thing somebody might type, and the label it was given."""

    text: str
    intent: str
    place: str

    @cached_property
    def plain(self) -> str:
        return normalised(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.plain.split())

    def __str__(self) -> str:
        return f"{self.place} [{self.intent}] {self.text}"


def normalised(text: str) -> str:
    """Case, accents of punctuation and spacing taken away; letters, digits and emoji stay."""
    joined = APOSTROPHE.sub("", unicodedata.normalize("NFKC", text).casefold())
    kept = (one for one in joined if unicodedata.category(one) != "Cf")
    spaced = (" " if unicodedata.category(one)[0] in "PZC" else one for one in kept)
    return " ".join("".join(spaced).split()) or text


def from_nlu(path: Path) -> Iterator[Line]:
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    for block in document["nlu"]:
        for row in block.get("examples", "").splitlines():
            assert row.startswith("- "), f"{path.name}, {block['intent']}: not a list item: {row!r}"
            yield Line(row[2:].strip(), block["intent"], path.name)


def from_talk(path: Path) -> Iterator[Line]:
    """Every line below a `# situation`; a row of another form gives no line (its own test names it)."""
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        intent, tab, text = row.partition("\t")
        if tab and not row.startswith("#"):
            yield Line(text.strip(), intent, f"{path.name}:{number}")


def from_set(path: Path) -> Iterator[Line]:
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        entry = json.loads(row)
        yield Line(entry["text"], entry["intent"], f"{path.name}:{number}")


NLU = [line for path in NLU_FILES for line in from_nlu(path)]
TALK = [line for path in TALK_FILES for line in from_talk(path)]
LEARNT = [*NLU, *TALK]
MEASURED_ON = [line for path in (*HELD_OUT_FILES, *OPEN_SET_FILES) for line in from_set(path)]
