"""Holding one conversation with the running stack, and saying where it was not as it has to be."""

import re
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bench.transcripts.script import Opened, Pressed, Step, TimeGoesBy, Typed
from bot.bootstrap import Parts
from bot.channels.lines import Lines
from bot.model.position import Position
from tests.conversations.script import Conversation, Expected
from tests.system.stack import Heard, Person, Stack

_RESPONSES = Path(__file__).parents[2] / "data" / "responses"
_PIN = re.compile(r"(?<=The PIN is )\d[\d ]*")
_AGED = (
    "UPDATE people SET last_seen_at = ?, created_at = ? WHERE id = ?",
    "UPDATE drafts SET updated_at = ? WHERE person_id = ?",
    "UPDATE sessions SET created_at = ? WHERE person_id = ?",
    "UPDATE turns SET created_at = ?, answered_at = ? WHERE person_id = ?",
)


class Holding:
    """A conversation that is being held. Many may be held at once: each has its own person, and its own time."""

    def __init__(self, stack: Stack, parts: Parts, conversation: Conversation) -> None:
        self._stack = stack
        self._parts = parts
        self._conversation = conversation
        self._person = Person(stack.url)
        self._page: list[str] = []
        self._link = ""
        self._pin = ""

    def hold(self) -> str:
        """Return what went wrong with all that was said before it, or an empty string."""
        try:
            for step in self._conversation.steps:
                if isinstance(step, Expected):
                    self._look(step)
                else:
                    self._take(step)
        except Exception as wrong:  # noqa: BLE001  (told with the page, so that one conversation never hides the others)
            return "\n".join([self._conversation.who, *self._page, f"*** {wrong!r}"])
        return ""

    def _take(self, step: Step) -> None:
        match step:
            case Typed(words):
                self._page.append(f"> {words}")
                self._hear(self._person.says(words))
            case Pressed(title):
                self._page.append(f"> [{title}]")
                self._hear(self._person.presses(title))
            case TimeGoesBy(long, told):
                self._page.append(f"({told} later)")
                self._wait(long)
            case Opened(by):
                self._page.append(f"({by} opens the link)")
                answer = self._person.client.post(self._link, data={"pin": self._pin})
                assert answer.is_success, f"the link opens with {answer.status_code}"

    def _hear(self, heard: Heard) -> None:
        self._page += [f"    {line}" for line in heard.text.splitlines() if line.strip()]
        self._page += [f"    [{' | '.join(heard.choices)}]"] * bool(heard.choices)
        assert not any(message["text"] in _holding() for message in heard.messages), "it did not answer in time"
        self._link = next((link for link in reversed(heard.links) if self._stack.url in link), self._link)
        if pin := _PIN.search(heard.text):
            self._pin = pin.group()

    def _wait(self, long: timedelta) -> None:
        """Move what the store says of this person into the past. The engine keeps no times at all."""
        moved = (datetime.now(UTC) - long).strftime("%Y-%m-%d %H:%M:%S.%f")
        with self._parts.begin() as records:
            person = records.sessions.person(self._person.session)
        for statement in _AGED:
            self._stack.store(statement, *[moved] * (statement.count("?") - 1), person)

    def _look(self, expected: Expected) -> None:
        kind, wanted = expected.kind, expected.wanted
        if kind in {"asked", "asked_not"}:
            open_now = str(self._position().question)
            assert (open_now in wanted) == (kind == "asked"), f"{kind} {wanted}: {open_now} is open"
            return
        if kind == "keeps" and not wanted:
            assert not self._kept(), f"kept without a yes: {self._kept()}"
            return
        found = [words for words in wanted if self._is_there(kind.partition("_")[0], words)]
        if kind.endswith("_not"):
            assert not found, f"{kind}: {found}"
        elif kind.endswith("_any"):
            assert found, f"{kind}: none of {wanted}"
        else:
            assert len(found) == len(wanted), f"{kind}: not {[words for words in wanted if words not in found]}"

    def _is_there(self, kind: str, words: str) -> bool:
        last = self._person.last
        match kind:
            case "hears":
                pattern = said(words) if words.startswith("utter_") else re.compile(re.escape(_plain(words)))
                return bool(pattern.search(_plain(last.text)))
            case "offered":
                return any(words in title for title in last.choices)
            case "writes":
                return any(_plain(words) in _plain(line) for line in self._lines())
            case "holds":
                return any(_plain(words) in _plain(each) for each in self._held())
            case "keeps":
                return any(_plain(words) in _plain(each) for each in self._kept())
        raise ValueError(kind)

    def _position(self) -> Position:
        with self._parts.begin() as records:
            person = records.sessions.person(self._person.session)
            return records.people.position(person) if person else Position()

    def _lines(self) -> list[str]:
        with self._parts.begin() as records:
            person = records.sessions.person(self._person.session)
            return [line.words for line in records.drafts.get(person).lines] if person else []

    def _held(self) -> list[str]:
        with self._parts.begin() as records:
            person = records.sessions.person(self._person.session)
            return list(_words_in(records.drafts.get(person))) if person else []

    def _kept(self) -> list[str]:
        with self._parts.begin() as records:
            person = records.sessions.person(self._person.session)
            kept = records.summaries.latest(person) if person else None
            return [line.words for line in kept.lines] if kept else []


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).lower()


@cache
def _holding() -> frozenset[str]:
    lines = Lines()
    return frozenset(message.text for message in (*lines.kept.messages, *lines.not_kept.messages))


@cache
def _texts() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(_RESPONSES.glob("*.yml")):
        for name, variations in yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].items():
            found[name] = [variation["text"] for variation in variations]
    return found


@cache
def said(response: str) -> re.Pattern[str]:
    """A pattern for what a response may read like, in any of its variations, once it is in plain lower case."""
    one_of = (re.sub(r"\\\{\w+\\\}", ".*", re.escape(_plain(text))) for text in _texts()[response])
    return re.compile("|".join(one_of))


def _words_in(value: Any) -> list[str]:
    """Every string that something holds."""
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        return [words for each in fields(value) for words in _words_in(getattr(value, each.name))]
    if isinstance(value, list | tuple):
        return [words for each in value for words in _words_in(each)]
    return []
