"""What the assistant says keeps the rules for words; every response has one name, one home, a use."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.information.loader import read_information
from bot.signposting.hours import in_words
from bot.signposting.seed import read_seed

ROOT = Path(__file__).parents[2]
RESPONSE_FILES = sorted((ROOT / "data" / "responses").glob("*.yml"))
RULE_FILES = sorted((ROOT / "data" / "rules").glob("*.yml"))
CODE_FILES = sorted([*(ROOT / "actions").rglob("*.py"), *(ROOT / "bot").rglob("*.py")])

LONGEST_SENTENCE = 20
LONGEST_MESSAGE = 2
COURTESY = 2  # words: "Hello." and "Thank you." do not count as sentences of a message
CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
CLOSING = f"'\"{CURLY}\N{RIGHT DOUBLE QUOTATION MARK})"
BANNED = (
    r"pass(?:ed|es|ing)? away",
    r"deceased",
    r"fatalit(?:y|ies)",
    r"commit(?:s|ted|ting)? suicide",
    r"elderly",
    r"loved ones?",
    r"should(?:n't)?",
    r"I (?:understand|know) how you feel",
    r"I feel",
    r"sorry to hear",
    r"sorry for your loss",
    r"well done",
    r"brave",
    r"amazing",
    r"(?:glad|happy|great|good) to hear",
    r"proud of you",
    r"don't worry",
    r"at least (?:he|she|they|you)",
    r"(?:lost|losing|fought|fighting) (?:his|her|their|your|a|the) (?:battle|fight)",
    r"stay positive",
    r"in a better place",
    r"please note",
    r"click here",
)


@dataclass(frozen=True)
class Said:
    """One thing a person reads: a variation's text or the words on a button."""

    where: str
    text: str


def responses() -> Iterator[tuple[Path, str, list[dict[str, Any]]]]:
    for path in RESPONSE_FILES:
        for name, variations in yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].items():
            yield path, name, variations


def names() -> set[str]:
    return {name for _, name, _ in responses()}


def everything_said() -> list[Said]:
    said = []
    for path, name, variations in responses():
        for variation in variations:
            texts = [variation.get("text", ""), *(button["title"] for button in variation.get("buttons", []))]
            said += [Said(f"{path.name} {name}", text) for text in texts]
    for text in read_information().texts:
        parts = (*text.messages, *text.easy_read, *text.differences.values(), text.title)
        said += [Said(f"information {text.id}", part) for part in (*parts, *(one.name for one in text.ask))]
    for entry in read_seed():
        texts = [
            f"{entry.name}: for {entry.who_for}.",
            entry.next_step,
            entry.hours_note,
            in_words(entry.hours),
            entry.alert,
        ]
        said += [Said(f"seed {entry.name}", text) for text in texts]
    return said


def rules() -> Iterator[tuple[Path, str, list[str]]]:
    for path in RULE_FILES:
        for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]:
            yield path, rule["rule"], [step["action"] for step in rule["steps"] if "action" in step]


def messages(text: str) -> list[str]:
    return [message for message in re.split(r"\n\s*\n", text) if message.strip()]


def is_prose(line: str) -> bool:
    """An item of a list, or a line that is only a {variable}, is not."""
    return not re.match(r"\s*(?:[•*-]|\{\w+\}$)", line)


def sentences(text: str) -> list[str]:
    """Split at a full stop, question mark or end of line; not inside gov.uk, 9.30am or {a.name}."""
    parts = [part for line in text.splitlines() for part in re.split(rf"(?<=[.?!])[{CLOSING}]*\s+", line)]
    return [part for part in parts if re.search(r"\w", part)]


def word_count(sentence: str) -> int:
    """A phone number, a web address and a {variable} count as one word each."""
    with_short_numbers = re.sub(r"\d+(?: \d+)+", "0", sentence)
    return sum(1 for word in with_short_numbers.split() if re.search(r"\w", word))


def report(problems: list[str]) -> str:
    return "\n" + "\n".join(problems)


def test_there_is_something_to_check():
    assert "utter_focus_ask_why" in names()
    assert len(everything_said()) > 50


def test_no_sentence_is_too_long():
    problems = [
        f"{said.where}: {word_count(sentence)} words: {sentence}"
        for said in everything_said()
        for sentence in sentences(said.text)
        if word_count(sentence) > LONGEST_SENTENCE
    ]
    assert not problems, report(problems)


def test_a_message_is_two_short_sentences_and_one_question_at_most():
    problems = []
    for said in everything_said():
        for message in messages(said.text):
            prose = "\n".join(line for line in message.splitlines() if is_prose(line))
            weighty = [sentence for sentence in sentences(prose) if word_count(sentence) > COURTESY]
            if len(weighty) > LONGEST_MESSAGE or message.count("?") > 1:
                problems.append(f"{said.where}: too much in one message: {message}")
    assert not problems, report(problems)


def test_no_banned_words():
    problems = [
        f"{said.where}: {found.group()}"
        for said in everything_said()
        for pattern in BANNED
        for found in re.finditer(rf"(?i)\b{pattern}\b", said.text.replace(CURLY, "'"))
    ]
    assert not problems, report(problems)


def test_no_emoji_and_no_exclamation_marks():
    problems = [
        f"{said.where}: {character!r}"
        for said in everything_said()
        for character in said.text
        if character == "!" or unicodedata.category(character) in {"So", "Sk", "Cs", "Co"}
    ]
    assert not problems, report(problems)


def test_phone_numbers_are_the_ones_in_the_directory():
    """One wrong digit in a sentence is found here. Safety texts have numbers of their own, reviewed there."""
    offered = [entry for entry in read_seed() if not entry.held_back and not entry.closed]
    listed = {phone.number for entry in offered for phone in entry.phones}
    problems = [
        f"{path.name} {name}: {number} is not in bot/signposting/seed/"
        for path, name, variations in responses()
        if path.stem != "safety"
        for variation in variations
        for number in re.findall(r"\b0\d[\d ]{6,}\d\b|\b116 \d+\b", variation.get("text", ""))
        if number not in listed
    ]
    assert not problems, report(problems)


def test_a_response_is_named_after_its_file():
    problems = [
        f"{path.name}: {name}: call it utter_{path.stem}_<what>"
        for path, name, _ in responses()
        if not re.fullmatch(rf"utter_{path.stem}_[a-z0-9_]+", name)
    ]
    assert not problems, report(problems)


def test_no_response_is_written_twice():
    """YAML and Rasa both keep the later one in silence, so the files are read as text."""
    written = [
        (path.name, name)
        for path in [*RESPONSE_FILES, *ROOT.glob("domain.yml")]
        for name in re.findall(r"(?m)^  (utter_\w+):", path.read_text(encoding="utf-8"))
    ]
    times = Counter(name for _, name in written)
    problems = [f"{file}: {name} is written {times[name]} times" for file, name in written if times[name] > 1]
    assert not problems, report(problems)


def test_every_response_in_a_rule_exists():
    problems = [
        f"{path.name}, {rule}: {action}"
        for path, rule, actions in rules()
        for action in actions
        if action.startswith("utter_") and action not in names()
    ]
    assert not problems, report(problems)


def test_every_response_is_used_by_its_whole_name():
    text = "\n".join(path.read_text(encoding="utf-8") for path in [*RULE_FILES, *CODE_FILES])
    used = set(re.findall(r"\butter_\w+", text))
    problems = [f"{path.name}: {name} is never said" for path, name, _ in responses() if name not in used]
    assert not problems, report(problems)


def test_no_response_name_is_built_from_pieces():
    problems = [
        f"{path.relative_to(ROOT)}: {found}"
        for path in CODE_FILES
        for found in re.findall(r"utter_\w*\{|[\"']utter_\w*[\"'] *\+", path.read_text(encoding="utf-8"))
    ]
    assert not problems, report(problems)


def test_an_interruption_does_not_end_with_a_question():
    """`action_ask` asks the open question again right after it."""
    interruptions = {
        actions[0] for _, _, actions in rules() if actions[0].startswith("utter_") and "action_ask" in actions
    }
    problems = [
        f"{path.name} {name}"
        for path, name, variations in responses()
        if name in interruptions
        for variation in variations
        if variation.get("text", "").rstrip(f"{CLOSING} \n").endswith("?")
    ]
    assert not problems, report(problems)


def test_safety_texts_have_one_variation_without_conditions():
    problems = [
        f"{path.name} {name}"
        for path, name, variations in responses()
        if path.stem == "safety" and (len(variations) != 1 or "condition" in variations[0])
    ]
    assert not problems, report(problems)
