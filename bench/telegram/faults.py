"""The fault run: many people talk while everything goes wrong; in the end each of their messages is looked for."""

import random
import re
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bench.errors import BenchError
from bench.telegram.copy import Copy
from bench.telegram.people import ASKED, Plan, Talker, talkers
from bench.telegram.trouble import Trouble
from bot.launch.clock import Clock
from bot.launch.screen import Screen
from tests.telegram_server import TelegramServer
from tests.telegram_server.chats import Message
from tests.telegram_server.journal import ChatReport

STUCK_SECONDS = 120.0
"""Seconds without a new message after which whoever is left is no longer waited for while things go wrong."""
CALM_SECONDS = 420.0
"""Seconds that everything may take to come to rest after the last fault."""
MOST_DONE = 0.97
TWO_AT_ONCE = 0.2
"""How likely somebody says two things before they read an answer."""
FULL = Plan(people=200, messages=20)
QUICK = Plan(people=10, messages=6)
"""Enough to see that it works; its figures mean nothing."""
WRONG = ("lost", "doubled", "out_of_order", "replies_missing", "replies_doubled", "never_taken")
_OF_AN_OLD_BUTTON = "That button is from earlier"
_QUOTED = re.compile("\u201c(.*?)\u201d")
_TICK = 0.05
_TOLD_EVERY = 15.0


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the messages of some chats; replies are counted by the question that each ends with."""

    chats: int
    sent: int
    kept_once: int
    lost: int
    doubled: int
    out_of_order: int
    """Chats whose words are not in the order in which they were said."""
    replies: int
    replies_missing: int
    replies_doubled: int
    """Sent once more although nobody asked to see them again."""
    shown_again: int
    never_taken: int
    """Updates that the bot had not confirmed in the end, or that waited too long for it."""

    @property
    def is_clean(self) -> bool:
        return not any(getattr(self, name) for name in WRONG)


@dataclass(frozen=True, slots=True)
class Found:
    """A run: what was counted, what was done to it, and how long it took."""

    counts: Counts
    trouble: Mapping[str, int]
    seconds: float


def run(plan: Plan, seed: int, folder: Path, screen: Screen, clock: Clock) -> Found:
    """Do it once, in `folder`; another seed brings other faults. Raises BenchError where it cannot be done."""
    with TelegramServer() as server, Copy(folder / "copy", server, screen, clock, turn_seconds=8) as copy:
        people = talkers(server, plan, seed, TWO_AT_ONCE)
        trouble = Trouble(copy, server, random.Random(seed))  # noqa: S311  (nothing is kept secret by it)
        began = time.monotonic()
        _talk(people, trouble, began, screen)
        trouble.mend()
        _come_to_rest(people, screen)
        seconds = time.monotonic() - began
        return Found(_count(people, copy, server, screen), dict(trouble.done), seconds)


def _talk(people: Sequence[Talker], trouble: Trouble, began: float, screen: Screen) -> None:
    """Until nearly all is said: whoever is slow then finishes in peace."""
    waiting, told, moved, said = list(people), began, began, 0
    while sum(each.is_done for each in people) < MOST_DONE * len(people):
        now = time.monotonic()
        if said != (said := sum(each.said for each in people)):
            moved = now
        elif now - moved > STUCK_SECONDS:
            break
        # They come one after the other, or the first minute would be about nothing but greetings.
        while waiting and now - began >= 0.15 * (len(people) - len(waiting)):
            waiting.pop(0).starts()
        for each in people:
            each.look(now)
        trouble.look(now)
        if now - told > _TOLD_EVERY:
            told = now
            of = sum(len(each.lines) for each in people)
            screen.say(f"{now - began:.0f} s: {said} of {of} said; {_named(trouble.done)}")
        time.sleep(_TICK)


def _come_to_rest(people: Sequence[Talker], screen: Screen) -> None:
    screen.say("Everything is mended; the last ones finish ...")
    end = time.monotonic() + CALM_SECONDS
    while not all(each.is_done for each in people):
        if time.monotonic() > end:
            screen.say(f"{sum(not each.is_done for each in people)} people still wait; it is counted as it is.")
            return
        for each in people:
            each.look(time.monotonic())
        time.sleep(_TICK)


def _count(people: Sequence[Talker], copy: Copy, server: TelegramServer, screen: Screen) -> Counts:
    """Count it all, and show the chats in which something is wrong: their words are invented."""
    kept = {each.person.id: _lines_of(each, copy) for each in people}
    reports = server.report()
    total: Counter[str] = Counter()
    for each in people:
        found = _of_one(each, kept[each.person.id], reports[each.person.id])
        if wrong := {name: found[name] for name in WRONG if found[name]}:
            screen.say(f"In chat {each.person.id}: {_named(wrong)}")
            for message in each.person.chat.log:
                screen.say(f"  {'<' if message.by_bot else '>'} {' '.join(message.text.split())[:100]}")
        total += found
    return Counts(chats=len(people), **{name: total[name] for name in Counts.__slots__ if name != "chats"})


def _of_one(talker: Talker, kept: Sequence[str], report: ChatReport) -> Counter[str]:
    times, said = Counter(kept), talker.lines[: talker.said]
    return _replies(talker) + Counter(
        sent=talker.said,
        kept_once=sum(times[line] == 1 for line in said),
        lost=sum(line not in times for line in said),
        doubled=sum(count - 1 for count in times.values()),
        out_of_order=int(not _is_in_order(kept, talker.lines)),
        shown_again=len(talker.asked_again),
        never_taken=len(report.waiting) + len(report.lost),
    )


def _lines_of(talker: Talker, copy: Copy) -> list[str]:
    """What the assistant took down of what somebody said, in order."""
    with copy.parts.begin(reading=True) as records:
        person = records.sessions.person(records.telegram.token_of(talker.person.id))
        if person is None:
            raise BenchError(f"Nobody is known in chat {talker.person.id}.")
        draft = records.drafts.get(person)
        return [*draft.opening.splitlines(), *(each for line in draft.lines for each in line.words.splitlines())]


def _is_in_order(kept: Sequence[str], said: Sequence[str]) -> bool:
    places = [said.index(line) for line in kept if line in said]
    return places == sorted(places)


def _replies(talker: Talker) -> Counter[str]:
    """Count replies of each kind. One that was in doubt and shown again is there twice: that was asked for."""
    kinds = Counter(kind for kind, _ in map(_asks, talker.person.chat.log) if kind)
    due = Counter(ASKED[place % len(ASKED)] for place in range(talker.said))
    return Counter(
        replies=kinds.total(),
        replies_missing=(due - kinds).total(),
        replies_doubled=(kinds - due - _shown_again(talker)).total(),
    )


def _shown_again(talker: Talker) -> Counter[str]:
    """Count, by kind, what stood in the chat before somebody asked to see it again, and came once more after that."""
    log, shown = talker.person.chat.log, Counter[str]()
    for here, following in pairwise([*talker.asked_again, len(log)]):
        before, after = set(map(_asks, log[:here])), set(map(_asks, log[here:following]))
        shown += Counter(kind for kind, _ in before & after if kind)
    return shown


def _asks(message: Message) -> tuple[str, str]:
    """Return which question a message asks ("" for none), and the words that it quotes, which nobody says twice."""
    kind = next((kind for kind in ASKED if message.by_bot and kind in message.text), "")
    if _OF_AN_OLD_BUTTON in message.text:
        return "", ""  # it answers a press
    quoted = _QUOTED.search(message.text)
    return kind, quoted[1] if quoted else ""


def _named(done: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(done.items())) or "nothing went wrong yet"
