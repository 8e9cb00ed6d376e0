"""The key file of a store of people is changed, and changed again with a kill in the middle; then the audit is proven.

The commands are those that an operator types, each in a process and a terminal of its own.
"""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import select

from bench.errors import BenchError
from bench.growth.store import settings_in
from bot.model.clock import SystemClock
from bot.records.people import key_of
from bot.settings import PREFIX, ROOT
from bot.store.crypto import KeyChangeError, SealError, next_key, read_key
from bot.store.database import connect
from bot.store.keys import KeyFile, open_key_file
from bot.store.tables.people import PersonRow
from bot.store.transaction import Transaction

_PROGRAM: Final = (sys.executable, "-m", "bot")
_ROTATE: Final = ("key", "rotate")
_VERIFY: Final = ("audit", "verify")
_SHOWN: Final = re.compile(r"\(([\d,]+) of ([\d,]+)\)")
_CHANGED: Final = re.compile(r"It opens ([\d,]+) keys and secrets now")
_WHOLE: Final = re.compile(r"All ([\d,]+) rows of the audit are whole")
_AT_ONCE: Final = 65536
_MOST_TRIES: Final = 5


class Took(NamedTuple):
    """Seconds of a command from its first word on, and before that: starting Python and reading the programs."""

    working: float
    starting: float


@dataclass(frozen=True, slots=True)
class Rotation:
    """A change of the key file that was left alone, and one that was killed.

    `shown`: how often it said how far it was. `killed_at`: keys that it had said were done, of `keys`; `opened`: how
    many people's keys opened with the new key by then.
    """

    keys: int
    alone: Took
    shown: int
    killed_at: int
    opened: int
    resumed: Took


@dataclass(frozen=True, slots=True)
class Proof:
    """How many entries `audit verify` found whole."""

    rows: int
    took: Took


def rotate(folder: Path) -> Rotation:
    """Change the key of the store twice, the second time with a kill. Raises BenchError where anything is lost."""
    shown: list[tuple[int, int]] = []
    said, alone = _run(folder, _ROTATE, shown.append)
    keys = _number(_CHANGED, said)
    _check_all_open(folder)
    killed_at, opened = _killed(folder)
    said, resumed = _run(folder, _ROTATE)
    if _number(_CHANGED, said) != keys:
        raise BenchError("After a kill, the key rotation did not reach every key.")
    _check_all_open(folder)
    return Rotation(keys, alone, len(shown), killed_at, opened, resumed)


def verify(folder: Path) -> Proof:
    """Prove the audit of the store. Raises BenchError when it is not whole."""
    said, took = _run(folder, _VERIFY)
    return Proof(_number(_WHOLE, said), took)


def _killed(folder: Path) -> tuple[int, int]:
    """Kill a key rotation half way; return what it had said, and how many people's keys are new by then.

    One of a small store may end before the signal reaches it; then there is another.
    """
    settings, last = settings_in(folder), [0]

    def kill_half_way(shown: tuple[int, int]) -> bool:
        last[0] = shown[0]
        return shown[0] * 2 >= shown[1]

    for _ in range(_MOST_TRIES):
        _run(folder, _ROTATE, kill_half_way)
        try:
            open_key_file(settings.key_file)
        except KeyChangeError:
            new = KeyFile(read_key(next_key(settings.key_file)))
            return last[0], sum(_opening(folder, new))
    raise BenchError("Each key rotation ended before it was killed, or left a store that would start.")


def _check_all_open(folder: Path) -> None:
    if not all(_opening(folder, open_key_file(settings_in(folder).key_file))):
        raise BenchError("After a key rotation, not every person's key opens.")


def _opening(folder: Path, keys: KeyFile) -> list[bool]:
    """Say of each person whether their key opens."""
    database = connect(settings_in(folder).database_url)
    try:
        with Transaction(database, SystemClock(), reading=True) as transaction:
            rows = transaction.session.execute(select(PersonRow.id, PersonRow.wrapped_key)).all()
    finally:
        database.dispose()
    return [_opens(keys, wrapped, person) for person, wrapped in rows]


def _opens(keys: KeyFile, wrapped: bytes, person: str) -> bool:
    with suppress(SealError):
        return bool(keys.unwrap(wrapped, key_of(person)))
    return False


# --- a command in a terminal ------------------------------------------------------------------------------------------


def _run(
    folder: Path, command: tuple[str, ...], heard: Callable[[tuple[int, int]], object] = lambda _shown: None
) -> tuple[str, Took]:
    """Run a command; return what it said, and what it took. `heard` is told how far it says it is, and may end it."""
    ours, theirs = pty.openpty()
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  (our own program)
        (*_PROGRAM, *command),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env=_environment(folder),
    )
    os.close(theirs)
    said, told, killed, spoke = "", 0, False, began
    try:
        while some := _read(ours):
            spoke = spoke if said else time.perf_counter()
            said += some
            for found in _SHOWN.finditer(said, told):
                told = found.end()
                if heard((_plain(found[1]), _plain(found[2]))) is True and not killed:
                    process.send_signal(signal.SIGKILL)
                    killed = True
    finally:
        os.close(ours)
        code = process.wait()
    if code and not killed:
        raise BenchError(f"what-matters {' '.join(command)} ended with {code}.")
    return said, Took(time.perf_counter() - spoke, spoke - began)


def _environment(folder: Path) -> Mapping[str, str]:
    ours_left_out = {name: value for name, value in os.environ.items() if not name.upper().startswith(PREFIX)}
    shown_wide = {"TERM": "xterm", "COLUMNS": "120"}
    url = settings_in(folder).database_url
    elsewhere = {} if url.startswith("sqlite") else {f"{PREFIX}DATABASE_URL": url}
    return {**ours_left_out, **shown_wide, f"{PREFIX}DATA_DIR": str(folder), **elsewhere}


def _read(terminal: int) -> str:
    try:
        return os.read(terminal, _AT_ONCE).decode(errors="replace")
    except OSError:  # nobody writes to it any more
        return ""


def _number(pattern: re.Pattern[str], said: str) -> int:
    found = pattern.search(" ".join(said.split()))
    if found is None:
        raise BenchError("A command of the key or the audit did not say what came of it.")
    return _plain(found[1])


def _plain(number: str) -> int:
    return int(number.replace(",", ""))
