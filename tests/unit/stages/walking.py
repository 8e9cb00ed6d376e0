"""Somebody who talks at random through the real gateway, door, rules, actions and store, and what must hold.

Only the language model is left out: words are taken as the rules of words read them, the rest is an answer.
"""

import asyncio
import json
import re
import shutil
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import event, func, select

from bot.channels.inbound import Inbound, UnknownSessionError
from bot.channels.lines import Lines
from bot.channels.turn_store import TurnStore
from bot.jobs.retention import retain
from bot.model.draft import Draft
from bot.model.plan import Part
from bot.model.position import Position, Question
from bot.records.unit_of_work import UnitOfWork
from bot.store.database import connect
from bot.store.keys import KeyFile
from bot.store.tables.people import ShareRow, SummaryRow
from bot.store.tables.teamwork import TeamShareRow
from bot.understanding.answers import agrees_to
from tests.unit.fakes import MovingClock, RuleEngine
from tests.unit.team_store import open_teams

DRAFT_DAYS = 45
TO_KEEP = {Question.RECORD_CONSENT, Question.RECORD_COPY}
TO_SHARE = {Question.SHARE_CONSENT, Question.SHARE_TEAM_CONSENT}
_NUMBERS = {f"{number}." for number in range(1, 9)}
"""Of a list in one message: each thing of it is a line then."""
_LINES = Lines()
_HOLDING = (*_LINES.kept.messages, *_LINES.not_kept.messages)
_WAY = re.compile(r"\b(skip|help|stop|press|another way|say '|easier words)\b")
"""What a message offers besides its question, in words."""


@dataclass(frozen=True)
class Seen:
    """What the store says between two turns."""

    position: Position
    draft: Draft
    words: frozenset[str]
    kept: int
    shared: int


class Somebody:
    """One person with a store of their own. `says` and `presses` check the promises that every turn has to keep."""

    def __init__(self, template, facts):
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "store.db"
        shutil.copy(template, path)
        self._database, self.clock = connect(f"sqlite:///{path}"), MovingClock()
        event.listen(self._database, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
        self._begin = partial(UnitOfWork, self._database, self.clock, KeyFile(b"k" * 32))
        open_teams(self._begin)
        self.engine = RuleEngine(self._begin, facts)
        self._inbound = Inbound(TurnStore(self._begin), self.engine, _LINES)
        self._runner = asyncio.Runner()
        self.typed = set()
        self.reply = None
        self._asked = []
        self._changed = self.clock.now()
        self._open()

    def close(self):
        self._runner.close()
        self._database.dispose()
        self._folder.cleanup()

    def _open(self):
        self._token = self._runner.run(self._inbound.open_session("test"))
        self.reply = self._runner.run(self._inbound.arrive(self._token))

    # what a person does

    def says(self, words):
        """Type something; return what was so before it and after it."""
        self.typed.add(words)
        return self._turn(text=words)

    def presses(self, number):
        """Press one of the buttons of the last reply, which must have some; return its title too."""
        pressed = self.choices[number % len(self.choices)]
        return (pressed.title, *self._turn(choice=pressed.choice, title=pressed.title))

    def waits(self, days):
        """Let time go by, with the jobs that come with it. A draft that nobody touched long enough is deleted then."""
        self.clock.move(days=days)
        retain(self._begin, DRAFT_DAYS)
        try:
            self.reply = self._runner.run(self._inbound.arrive(self._token))
        except UnknownSessionError:
            self._open()

    def lost(self, before, after):
        """Return words that were held or kept and are no more. What nobody touched for long may go."""
        if (self.clock.now() - self._changed).days >= DRAFT_DAYS:
            return set()
        now = " ".join(after.words).split()
        return {words for words in before.words if not set(words.split()) - _NUMBERS <= set(now)}

    @property
    def choices(self):
        return [choice for message in self.reply.messages for choice in message.choices]

    @property
    def text(self):
        return "\n".join(message.text for message in self.reply.messages)

    def seen(self):
        """Look into the store."""
        with self._begin() as records:
            person = records.sessions.person(self._token)
            session = records._session
            shared = sum(session.scalar(select(func.count()).select_from(table)) for table in (ShareRow, TeamShareRow))
            kept = session.scalar(select(func.count()).select_from(SummaryRow))
            draft, latest = records.drafts.get(person), records.summaries.latest(person)
            lines = [*draft.lines, *(latest.lines if latest else ())]
            planned = {draft.plan.words(part) for part in Part}
            words = frozenset({line.words for line in lines} | (planned | {draft.opening}) - {""})
            return Seen(records.people.position(person), draft, words, kept, shared)

    # what must hold

    def _turn(self, text=None, choice=None, title=""):
        before = self.seen()
        self.reply = self._runner.run(self._inbound.receive(self._token, text=text, choice=choice))
        after = self.seen()
        self._is_answered()
        self._is_kept_only_with_a_yes(before, after, text, title)
        self._has_no_words_in(after.position)
        if before.words != after.words:
            self._changed = self.clock.now()
        if (before.draft, before.position.question) != (after.draft, after.position.question):
            self._asked = []
        return before, after

    def _is_answered(self):
        assert self.reply.messages, "silence"
        assert all(message.text.strip() for message in self.reply.messages)
        assert not any(message in _HOLDING for message in self.reply.messages), "it broke"

    def _is_kept_only_with_a_yes(self, before, after, text, title):
        question = before.position.question
        if after.kept > before.kept:
            assert question in TO_KEEP, f"kept at {question}"
            assert agrees_to(text, "keep") if text else title == "Yes, keep it", (text, title)
        if after.shared > before.shared:
            assert question in TO_SHARE, f"shared at {question}"
            assert agrees_to(text, "share") if text else title.startswith("Yes"), (text, title)

    def _has_no_words_in(self, position):
        written = json.dumps(position.to_json(), ensure_ascii=False).lower()
        found = [words for words in self.typed if len(words) > 7 and words.lower() in written]
        assert not found, f"{found} in the position"

    def is_asked_with_a_way_out(self, *, answered=True):
        """The same question may be heard twice in a row, and again only with another way than to answer it.

        Who asked something else themselves hears it again for that, and begins a new row, as do words that were taken.
        """
        if not answered:
            self._asked = []
            return
        self._asked = [*self._asked, self.reply.messages[-1].text][-3:]
        if len(self._asked) == 3 and len(set(self._asked)) == 1:
            assert self.choices or _WAY.search(self.text.lower()), f"three times: {self.text}"
