"""Holding the conversations: the real processes in a folder of their own, by a clock that the scripts move."""

import re
import sys
from dataclasses import replace
from datetime import UTC, timedelta
from functools import partial
from pathlib import Path

import httpx

from bench import parts
from bench.conversations import Ours
from bench.machine import ONE_THREAD
from bench.transcripts.clock import WHERE, ClockInAFile
from bench.transcripts.page import Page
from bench.transcripts.script import Opened, Pressed, Script, Step, TimeGoesBy, Typed
from bot.bootstrap import build
from bot.launch.clock import Clock
from bot.launch.layout import Layout
from bot.launch.models import ensure_model
from bot.launch.processes import Service
from bot.launch.screen import Screen
from bot.launch.services import three_services
from bot.settings import Settings

ADDRESS = "https://what-matters.example"
ORGANISATION = "Bramble Hospice"
TEAM = "Bramble Community Team"
_BETWEEN = timedelta(seconds=40)
"""Time that a person takes for one message."""
_PIN = re.compile(r"(?<=The PIN is )\d[\d ]*")
_TOKEN = re.compile(rf"(?<={re.escape(ADDRESS)}/)(\w+)/[\w-]{{12,}}")


async def hold(scripts: list[Script], layout: Layout, folder: Path, screen: Screen, clock: Clock) -> dict[str, str]:
    """Hold each conversation; return its page by its name. Raises BenchError."""
    told = ClockInAFile(folder / "clock")
    told.put(scripts[0].begins.replace(tzinfo=UTC))
    model = ensure_model(layout, screen, clock, lambda: False)
    settings = parts.our_settings(folder / "data", organisation=ORGANISATION)
    with_team = build(settings, told)
    with_team.accounts.add_team(TEAM, answers_within=3)
    with_team.database.dispose()
    kind = parts.Kind(
        name="ours",
        train=(),
        model=model,
        environment={},
        folder=layout.root,
        log=folder / "training.log",
        services=lambda _data: _services(settings, layout, model, folder / "clock"),
        url=lambda _services: settings.local_url,
        talk=Ours,
    )
    running, _ = await parts.start(kind, folder, screen, clock)
    try:
        pages = {}
        for script in scripts:
            screen.say(f"{script.name} ...")
            async with httpx.AsyncClient(base_url=settings.local_url, trust_env=False, timeout=120) as client:
                pages[script.name] = await _Conversation(script, client, told, screen).hold()
        return pages
    finally:
        await running.stop()


def _services(settings: Settings, layout: Layout, model: Path, clock: Path) -> list[Service]:
    """The launcher's three, two of them by our clock; links in them have an address that is nobody's."""
    seen = settings.model_copy(update={"public_url": ADDRESS})
    return [_by_our_clock(service, clock) for service in three_services(seen, layout, model)]


def _by_our_clock(service: Service, clock: Path) -> Service:
    if service.name == "engine":
        return replace(service, environment={**service.environment, **ONE_THREAD})
    command = (sys.executable, "-m", "bench.transcripts.serve", service.name)
    return replace(service, command=command, environment={**service.environment, **ONE_THREAD, WHERE: str(clock)})


class _Conversation:
    def __init__(self, script: Script, client: httpx.AsyncClient, clock: ClockInAFile, screen: Screen) -> None:
        self._script = script
        self._screen = screen
        self._client = client
        self._clock = clock
        self._page = Page(script)
        self._choices: dict[str, str] = {}
        self._link = ""
        self._pin = ""

    async def hold(self) -> str:
        self._clock.put(self._script.begins.replace(tzinfo=UTC))
        session = (await self._client.post("/api/chat/sessions")).raise_for_status().json()["session"]
        self._client.headers["Authorization"] = f"Bearer {session}"
        for number, step in enumerate(self._script.steps, start=1):
            await self._take(number, step)
        return self._page.text

    async def _take(self, number: int, step: Step) -> None:
        match step:
            case Typed(words):
                await self._say(words, {"text": words})
            case Pressed(title):
                found = [shown for shown in self._choices if shown.startswith(title)]
                if found:
                    await self._say(found[0], {"choice": self._choices[found[0]]})
                else:
                    offered = ", ".join(self._choices) or "none"
                    where = f"{self._script.name}, step {number}"
                    self._screen.say(f"{where}: typed {title!r}, for the buttons are: {offered}.")
                    await self._say(title, {"text": title})
            case TimeGoesBy(long, told):
                self._clock.put(self._clock.now() + long)
                self._page.time_goes_by(told)
            case Opened(by):
                await self._open()
                self._page.happens(f"{by} opens the link.")

    async def _say(self, shown: str, message: dict[str, str]) -> None:
        self._clock.put(self._clock.now() + _BETWEEN)
        answer = (await self._client.post("/api/chat/messages", json=message)).raise_for_status()
        messages = answer.json()["messages"]
        self._choices = {choice["title"]: choice["choice"] for one in messages for choice in one["choices"]}
        self._page.person_says(shown)
        for one in messages:
            for link in one["links"]:
                if link["url"].startswith(f"{ADDRESS}/"):
                    self._link = link["url"].removeprefix(ADDRESS)
            if pin := _PIN.search(one["text"]):
                self._pin = pin.group()
            hide = partial(_TOKEN.sub, r"\1/<secret>")
            links = [(link["title"], hide(link["url"])) for link in one["links"]]
            text = hide(_PIN.sub("<PIN>", one["text"]))
            self._page.assistant_says(text, [choice["title"] for choice in one["choices"]], links)

    async def _open(self) -> None:
        """Open the last link as its reader does."""
        shown = (await self._client.get(self._link)).raise_for_status()
        csrf = re.search(r'name="csrf" value="([^"]+)"', shown.text)
        data = {"pin": self._pin} | ({"csrf": csrf.group(1)} if csrf else {})
        (await self._client.post(self._link, data=data, follow_redirects=True)).raise_for_status()
