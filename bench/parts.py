"""The processes of both sides: training them, starting them in throw-away folders, and stopping them.

Ours are started by the launcher's own commands; the stock bot by Rasa's, from the files that `rasa init` lays out.
"""

import os
import resource
import secrets
import socket
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr

from bench.conversations import Assistant, Ours, Stock
from bench.errors import BenchError
from bench.machine import ONE_THREAD, Usage, usage
from bench.measure import Side
from bot.launch import logfiles
from bot.launch.clock import Clock
from bot.launch.failures import telling_lines
from bot.launch.layout import Layout
from bot.launch.processes import OwnGroup, Service
from bot.launch.screen import Screen
from bot.launch.services import engine_environment, three_services
from bot.launch.store import prepare_store
from bot.settings import PREFIX, Settings

START_SECONDS = 300.0
TRAIN_SECONDS = 900.0
_PAUSE = 0.05
_TRAIN_PAUSE = 0.2

_LAY_OUT = "import sys; from rasa.cli.scaffold import create_initial_project; create_initial_project(sys.argv[1])"


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took: seconds by the clock, and seconds of processor time."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Kind:
    """How one side is trained and started in a folder of its own."""

    name: str
    train: tuple[str, ...]
    model: Path
    environment: Mapping[str, str]
    folder: Path
    log: Path
    services: Callable[[Path], list[Service]]
    """The processes of a fresh copy whose files lie in the folder given."""
    url: Callable[[Sequence[Service]], str]
    talk: Callable[[httpx.AsyncClient], Assistant]


class Running:
    """The processes of one side; `stop` ends them all."""

    def __init__(self, kind: Kind, services: Sequence[Service]) -> None:
        self._services = services
        self._processes = [
            OwnGroup(service.command, service.environment, folder=service.folder, log=service.log)
            for service in services
        ]
        self._client = httpx.AsyncClient(base_url=kind.url(services), trust_env=False, timeout=120)
        self.side = Side(kind.talk(self._client), self._cpu_seconds)

    def check(self) -> None:
        """Raises BenchError, with the telling lines of its log, when a process has ended."""
        for service, process in zip(self._services, self._processes, strict=True):
            if process.exit_code() is not None:
                raise BenchError("\n".join([f"The {service.name} process ended:", *_why(service.log)]))

    def usage(self) -> dict[str, Usage]:
        """What each process has used, by its name; empty where the system does not tell."""
        used = usage([process.pid for process in self._processes])
        named = zip(self._services, self._processes, strict=True)
        return {service.name: used[process.pid] for service, process in named if process.pid in used}

    async def stop(self) -> None:
        await self._client.aclose()
        for process in self._processes:
            process.end()

    def _cpu_seconds(self) -> dict[str, float]:
        return {name: used.cpu_seconds for name, used in self.usage().items()}


def ours(layout: Layout, folder: Path) -> Kind:
    """This checkout, with everything it writes in `folder`."""
    environment = {
        **engine_environment(layout, os.environ),
        **ONE_THREAD,
        "RASA_CACHE_DIRECTORY": str(folder / "cache"),
    }
    files = ("--data", "data", "--domain", "domain.yml", "--config", "config.yml")
    return Kind(
        name="ours",
        train=(*_rasa_train(layout, folder), *files),
        model=folder / "fresh.tar.gz",
        environment=environment,
        folder=layout.root,
        log=folder / "training.log",
        services=lambda data: our_services(our_settings(data), layout, folder / "fresh.tar.gz"),
        url=lambda services: services[-1].ready_url.removesuffix("/health/ready"),
        talk=Ours,
    )


def stock(layout: Layout, folder: Path) -> Kind:
    """A bot as `rasa init` makes it, in `folder`. Raises BenchError when it cannot be made."""
    ours_left_out = {n: v for n, v in os.environ.items() if not n.upper().startswith(PREFIX) and n != "PYTHONPATH"}
    settings = {"RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "TF_CPP_MIN_LOG_LEVEL": "2"}
    environment = {**ours_left_out, **settings, **ONE_THREAD, "RASA_CACHE_DIRECTORY": str(folder / "cache")}
    project = folder / "project"
    project.mkdir()
    log = folder / "training.log"
    lay_out = OwnGroup((str(layout.engine_python), "-c", _LAY_OUT, str(project)), environment, folder=folder, log=log)
    while (code := lay_out.exit_code()) is None:
        time.sleep(_TRAIN_PAUSE)
    if code != 0:
        raise BenchError("\n".join(["The stock bot could not be laid out:", *_why(log)]))
    return Kind(
        name="stock",
        train=_rasa_train(layout, folder),
        model=folder / "fresh.tar.gz",
        environment=environment,
        folder=project,
        log=log,
        services=lambda data: [_stock_service(layout, project, folder / "fresh.tar.gz", environment, data)],
        url=lambda services: services[0].ready_url,
        talk=Stock,
    )


def train(kind: Kind, screen: Screen, clock: Clock, most_seconds: float = TRAIN_SECONDS) -> Cost:
    """Trains from nothing, once. Raises BenchError when it fails or takes longer than `most_seconds`."""
    before = _cpu_of_ended_processes()
    began = clock.now()
    with screen.waiting(f"Training {kind.name} from nothing") as waiting:
        process = OwnGroup(kind.train, kind.environment, folder=kind.folder, log=kind.log)
        try:
            while (code := process.exit_code()) is None and clock.now() - began < most_seconds:
                waiting.tick()
                clock.sleep(_TRAIN_PAUSE)
        finally:
            process.end()
    wall = clock.now() - began
    if code != 0 or not kind.model.exists():
        raise BenchError("\n".join([f"Training {kind.name} failed (exit code {code}):", *_why(kind.log)]))
    return Cost(wall, _cpu_of_ended_processes() - before)


async def start(kind: Kind, folder: Path, screen: Screen, clock: Clock) -> tuple[Running, float]:
    """Starts a fresh copy in `folder`; returns it with the seconds from the start to the first reply.

    Raises BenchError when it ends by itself or takes too long.
    """
    services = kind.services(folder)
    with screen.waiting(f"Starting {kind.name}") as waiting:
        began = clock.now()
        running = Running(kind, services)
        try:
            while not await _has_answered(services[-1].ready_url, running.side.assistant):
                running.check()
                if clock.now() - began > START_SECONDS:
                    raise BenchError(f"{kind.name}: no reply in {START_SECONDS:.0f} seconds.")
                waiting.tick()
                clock.sleep(_PAUSE)
        except BaseException:
            await running.stop()
            raise
    return running, clock.now() - began


async def _has_answered(ready_url: str, assistant: Assistant) -> bool:
    """Whether it is ready, and then said something in a conversation of its own."""
    async with httpx.AsyncClient(trust_env=False, timeout=10) as client:
        if not await _is_ok(client.get(ready_url)):
            return False
    talk = await assistant.begin()
    await talk.take(assistant.script[0])
    return True


async def _is_ok(asking: Awaitable[httpx.Response]) -> bool:
    try:
        return (await asking).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


def our_settings(data: Path, **others: Any) -> Settings:
    """Free ports and a new store in the folder `data`, which is made, whatever the environment says."""
    data.mkdir()
    web, rasa, actions = _free_ports(3)
    fixed = {"telegram_token": None, "turn_seconds": 30} | others
    settings = Settings(
        data_dir=data,
        database_url=f"sqlite:///{data / 'what-matters.db'}",
        key_file=data / "key",
        redis_url=None,
        host="127.0.0.1",
        web_port=web,
        rasa_port=rasa,
        actions_port=actions,
        public_url=f"http://127.0.0.1:{web}",
        engine_secret=SecretStr(secrets.token_urlsafe(16)),
        new_sessions_a_minute=1_000_000,
        **fixed,
    )
    logfiles.prepare(settings.log_dir)
    prepare_store(settings)
    return settings


def our_services(settings: Settings, layout: Layout, model: Path) -> list[Service]:
    """The launcher's three."""
    services = three_services(settings, layout, model)
    return [replace(service, environment={**service.environment, **ONE_THREAD}) for service in services]


def _stock_service(layout: Layout, project: Path, model: Path, environment: Mapping[str, str], data: Path) -> Service:
    data.mkdir()
    (port,) = _free_ports(1)
    address = ("--interface", "127.0.0.1", "--port", str(port))
    return Service(
        name="stock",
        command=(str(layout.engine_python), "-m", "rasa", "run", "--model", str(model), *address),
        environment=environment,
        folder=project,
        log=data / "stock.log",
        ready_url=f"http://127.0.0.1:{port}",
        ready_headers={},
    )


def _rasa_train(layout: Layout, out: Path) -> tuple[str, ...]:
    command = (str(layout.engine_python), "-m", "rasa", "train", "--force")
    return (*command, "--out", str(out), "--fixed-model-name", "fresh")


def _free_ports(count: int) -> list[int]:
    """Ports that nothing listened on a moment ago, all different."""
    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(listener.getsockname()[1]) for listener in listeners]
    for listener in listeners:
        listener.close()
    return ports


def _cpu_of_ended_processes() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


def _why(log: Path) -> list[str]:
    return telling_lines(logfiles.last_lines(log, 500)) if log.exists() else []
