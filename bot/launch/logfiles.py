"""The log files of our processes: one folder for the operator only, each file kept small.

The processes write to the files themselves, so a file is copied and emptied in place rather than renamed.
"""

import shutil
from pathlib import Path

LIMIT = 5 * 1024 * 1024
"""Bytes at which a log file is turned over."""
KEEP = 3
"""Older files kept of each log: name.log.1 is the youngest."""


def prepare(folder: Path) -> None:
    """Makes the folder, closed to other users of the machine."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)


def rotate(log: Path, limit: int = LIMIT) -> bool:
    """Turns the log over if it holds `limit` bytes or more; says whether it did."""
    try:
        if log.stat().st_size < limit:
            return False
    except FileNotFoundError:
        return False
    for number in range(KEEP, 1, -1):
        younger = _older(log, number - 1)
        if younger.exists():
            younger.replace(_older(log, number))
    shutil.copyfile(log, _older(log, 1))
    _older(log, 1).chmod(0o600)
    with log.open("r+b") as file:
        file.truncate(0)
    return True


def last_lines(log: Path, count: int, within: int = 64 * 1024) -> list[str]:
    """The last `count` lines that are not blank, looked for in the last `within` bytes."""
    try:
        with log.open("rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - within))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line.rstrip() for line in text.splitlines() if line.strip()][-count:]


def _older(log: Path, number: int) -> Path:
    return log.with_name(f"{log.name}.{number}")
