"""How long a reply takes on Telegram, beside the same turns through the chat API of the same copy, in turns."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from bench.conversations import Conversation, Ours, Step
from bench.errors import BenchError
from bench.telegram.copy import Copy
from bench.telegram.people import FIRST_ASKED, FIRST_DOOR, Plan, line
from bot.launch.clock import Clock
from bot.launch.screen import Screen
from tests.telegram_server import Person, TelegramServer

REPLY_SECONDS = 30.0
START_SECONDS = 120.0
"""For all people at once: Telegram takes thirty messages a second, and each is greeted with several."""
A_SECOND = 4.0
"""Things said in a second of a block, by all people of one side together."""
FULL = Plan(people=50, messages=10)
"""So many people on each side; each says one thing in a round."""
QUICK = Plan(people=4, messages=1)
"""Enough to see that it works; its figures mean nothing."""
_REST = 3.0
"""Seconds between two blocks: longer than the pause that the channel keeps between two messages to one chat."""
_LOOK = 0.02


@dataclass(frozen=True, slots=True)
class Block:
    """Milliseconds of one block's turns, and processor time a turn of all our processes, 0 if not known."""

    times: tuple[float, ...]
    cpu_ms: float


@dataclass(frozen=True, slots=True)
class Round:
    """A block through Telegram and one through the chat API, right after each other.

    `fetched` is the part of the first that passed until the update was fetched.
    """

    telegram: Block
    api: Block
    fetched: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """All rounds of a run."""

    plan: Plan
    rounds: tuple[Round, ...]


def run(plan: Plan, folder: Path, screen: Screen, clock: Clock) -> Found:
    """Do it once, in `folder`. Raises BenchError."""
    with TelegramServer() as server, Copy(folder / "copy", server, screen, clock, turn_seconds=30) as copy:
        return asyncio.run(_measure(plan, server, copy, screen))


async def _measure(plan: Plan, server: TelegramServer, copy: Copy, screen: Screen) -> Found:
    limits = httpx.Limits(max_connections=plan.people)
    async with httpx.AsyncClient(
        base_url=copy.settings.local_url, trust_env=False, timeout=REPLY_SECONDS, limits=limits
    ) as client:
        screen.say(f"{plan.people} people come on each side ...")
        talks = [await _arrived(Ours(client)) for _ in range(plan.people)]
        people = [server.person(200_001 + number) for number in range(plan.people)]
        await asyncio.gather(*(_begin(person) for person in people))
        found: list[Round] = []
        for number in range(plan.messages + 1):
            said = [line(place, number) for place in range(plan.people)]
            telegram, api = _ByTelegram(server, people), _ByApi(talks)
            blocks: dict[str, Block] = {}
            for side in (telegram, api) if number % 2 else (api, telegram):
                await asyncio.sleep(_REST)
                blocks[side.name] = await _block(side.say, said, copy)
            if number == 0:
                continue  # for warming up
            found.append(Round(blocks["telegram"], blocks["api"], tuple(telegram.fetched)))
            screen.say(f"Round {number} of {plan.messages}")
    return Found(plan, tuple(found))


async def _block(say: Callable[[int, str], Awaitable[float]], said: Sequence[str], copy: Copy) -> Block:
    """Everybody says one thing, one after the other at an even pace, whether the one before was answered or not."""
    before, began = copy.cpu_seconds(), time.monotonic()

    async def one(place: int) -> float:
        await asyncio.sleep(began + place / A_SECOND - time.monotonic())
        return await say(place, said[place])

    times = await asyncio.gather(*(one(place) for place in range(len(said))))
    return Block(tuple(times), (copy.cpu_seconds() - before) * 1000 / len(said))


class _ByApi:
    name = "api"

    def __init__(self, talks: Sequence[Conversation]) -> None:
        self._talks = talks

    async def say(self, place: int, words: str) -> float:
        """Return the milliseconds until the whole reply was there."""
        began = time.perf_counter()
        await self._talks[place].take(Step("line", words))
        return (time.perf_counter() - began) * 1000


class _ByTelegram:
    name = "telegram"

    def __init__(self, server: TelegramServer, people: Sequence[Person]) -> None:
        self._server = server
        self._people = people
        self.fetched: list[float] = []

    async def say(self, place: int, words: str) -> float:
        """Return the milliseconds from the update being there to the first message of the reply reaching Telegram."""
        person = self._people[place]
        log, sent = person.chat.log, len(person.chat.log)
        began = time.time()
        person.says(words)
        await _until(lambda: any(message.by_bot for message in log[sent:]), REPLY_SECONDS)
        replied = next(call.at for call in self._server.calls("sendMessage", person.id) if call.at >= began)
        fetched = next(each.at for each in self._server.deliveries if each.chat_id == person.id and each.at >= began)
        self.fetched.append((fetched - began) * 1000)
        return (replied - began) * 1000


async def _arrived(ours: Ours) -> Conversation:
    talk = await ours.begin()
    for step in (Step("arrive", "hello"), Step("door", press=FIRST_DOOR)):
        await talk.take(step)
    return talk


async def _begin(person: Person) -> None:
    person.starts()
    await _until(lambda: FIRST_DOOR in person.sees()[-1].choices, START_SECONDS)
    person.presses(FIRST_DOOR)
    await _until(lambda: FIRST_ASKED in person.sees()[-1].text, START_SECONDS)


async def _until(happened: Callable[[], bool], within: float) -> None:
    """Raises BenchError where it does not happen in time."""
    end = time.monotonic() + within
    while not happened():
        if time.monotonic() > end:
            raise BenchError("A message through Telegram got no reply in time.")
        await asyncio.sleep(_LOOK)
