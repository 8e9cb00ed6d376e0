"""`what-matters run`: check, migrate, train if needed, start the three processes, and keep them running."""

import os
import secrets
import signal
from contextlib import ExitStack
from pathlib import Path
from types import FrameType

from pydantic import SecretStr

from bot.launch import data_lock, logfiles, preflight, telegram
from bot.launch.clock import Clock
from bot.launch.layout import Layout
from bot.launch.models import StoppedError, TrainingError, ensure_model
from bot.launch.preflight import Problem
from bot.launch.processes import OwnGroup, Running, Service
from bot.launch.readiness import Asker
from bot.launch.screen import Screen
from bot.launch.services import three_services
from bot.launch.store import StoreError, prepare_store
from bot.launch.supervisor import Supervisor
from bot.settings import PREFIX, Settings

_PAUSE = 0.25
_LOOK_AT_LOGS = 40
"""Rounds between two looks at the size of the logs."""


class StopRequest:
    """Remembers that someone asked us to end: Ctrl-C, a polite kill, or the terminal closing."""

    def __init__(self) -> None:
        self.asked = False

    def listen(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._note)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True


def run(settings: Settings, layout: Layout, screen: Screen, clock: Clock) -> int:
    """Serves until asked to stop. Returns 0 after a request to stop, 1 when it cannot start."""
    stop = StopRequest()
    stop.listen()
    os.umask(0o077)  # whatever we and our processes make is closed to other users of the machine
    for warning in preflight.check_names(os.environ):
        screen.say(f"Take note: {warning.what} {warning.mend}")
    with ExitStack() as held:
        problems = [*preflight.check_environments(layout), *preflight.check_data_dir(settings.data_dir)]
        if not problems:
            problems = [*preflight.check_encoder(layout.encoder), *preflight.check_information()]
        if not problems:
            problems = [*_lock(settings.data_dir, held), *preflight.check_key_file(settings.key_file)]
        if not problems:
            problems = preflight.check_ports(settings)
        if problems:
            show_problems(problems, screen)
            return 1
        try:
            screen.say("Bringing the record store up to date.")
            prepare_store(settings)
            model = ensure_model(layout, screen, clock, lambda: stop.asked)
        except StoppedError:
            screen.say("Stopped.")
            return 0
        except StoreError as error:
            show_problems([error.problem], screen)
            return 1
        except TrainingError as error:
            show_failure(error, error.lines, screen)
            return 1
        if settings.engine_secret is None:
            settings = settings.model_copy(update={"engine_secret": SecretStr(secrets.token_urlsafe(32))})
        keep_running(settings, three_services(settings, layout, model), screen, clock, stop)
    return 0


def show_problems(problems: list[Problem], screen: Screen) -> None:
    for problem in problems:
        screen.say(f"Cannot start: {problem.what}\n    {problem.mend}")


def show_failure(error: Exception, lines: list[str], screen: Screen) -> None:
    for line in (str(error), *(f"    {line}" for line in lines)):
        screen.say(line)


def _lock(data_dir: Path, held: ExitStack) -> list[Problem]:
    try:
        held.enter_context(data_lock.DataLock(data_dir))
    except data_lock.DataFolderInUseError as error:
        who = "another copy" if error.holder is None else f"another copy (process {error.holder})"
        what = f"The data folder {data_dir} is served by {who}."
        return [Problem(what, f"Stop that copy first, or set {PREFIX}DATA_DIR to another folder.")]
    return []


def keep_running(settings: Settings, services: list[Service], screen: Screen, clock: Clock, stop: StopRequest) -> None:
    """Starts the services and keeps them running until asked to stop; none is left when this returns."""
    logfiles.prepare(settings.log_dir)
    with Asker() as asker:
        supervisor = Supervisor(services, start=_start, is_ready=asker.is_ready, clock=clock, say=screen.say)
        try:
            supervisor.start()
            with screen.waiting("Starting") as waiting:
                while supervisor.waiting_for() and not stop.asked:
                    supervisor.step()
                    waiting.tick("waiting for: " + ", ".join(supervisor.waiting_for()))
                    clock.sleep(_PAUSE)
            if not stop.asked:
                screen.block("What Matters is running", _addresses(settings))
            rounds = 0
            while not stop.asked:
                supervisor.step()
                rounds += 1
                if rounds % _LOOK_AT_LOGS == 0:
                    _rotate_logs(services)
                clock.sleep(_PAUSE)
        finally:
            screen.say("Stopping.")
            supervisor.stop()
    screen.say("Stopped. Nothing is lost: start again with the same command.")


def _start(service: Service) -> Running:
    logfiles.rotate(service.log)
    return OwnGroup(service.command, service.environment, folder=service.folder, log=service.log)


def _rotate_logs(services: list[Service]) -> None:
    for service in services:
        logfiles.rotate(service.log)


def _addresses(settings: Settings) -> list[str]:
    lines = [
        f"Web chat  {settings.local_url}/",
        f"Chat API  {settings.local_url}/api/chat",
        f"OpenAPI   {settings.local_url}/openapi.json",
        f"Telegram  {telegram.look(settings)[0]}",
        f"Data      {settings.data_dir}",
        f"Logs      {settings.log_dir}",
        "Stop it with Ctrl-C.",
    ]
    if settings.public_url != settings.local_url:
        lines.insert(0, f"For everyone  {settings.public_url}/")
    return lines
