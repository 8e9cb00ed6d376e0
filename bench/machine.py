"""What the figures were measured on, in words without names of hosts or folders, and what processes use of it."""

import os
import platform
import sqlite3
import subprocess
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from bench.errors import BenchError

OURS = ("what-matters", "rasa-sdk", "fastapi", "uvicorn", "sqlalchemy", "spacy")
KEEPING = ("what-matters", "fastapi", "sqlalchemy", "numpy", "onnxruntime", "rapidfuzz")
ENGINE = ("rasa", "tensorflow", "scikit-learn")
ONE_THREAD: Mapping[str, str] = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TF_INTRA_OP_PARALLELISM_THREADS": "1",
    "TF_INTER_OP_PARALLELISM_THREADS": "1",
}
"""Given to every process of both sides: threads of one process waiting for each other would blur the comparison."""

_ASK = "import platform, sys; from importlib.metadata import version; print(platform.python_version(), *map(version, sys.argv[1:]))"  # noqa: E501
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Usage:
    """What processes have used and hold: seconds of processor time, MiB of resident memory."""

    cpu_seconds: float
    resident_mib: float


def usage(groups: Collection[int], proc: Path = _PROC) -> dict[int, Usage]:
    """What the living processes of each of these process groups use; empty where the system does not tell."""
    if not (proc / "self" / "stat").exists():
        return {}
    used = dict.fromkeys(groups, Usage(0.0, 0.0))
    for stat in proc.glob("[0-9]*/stat"):
        try:
            # The name of the program comes first, in brackets, and may hold anything.
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # it ended while we looked
        group = int(fields[2])
        if group in used:
            cpu = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            resident = int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 2**20
            used[group] = Usage(used[group].cpu_seconds + cpu, used[group].resident_mib + resident)
    return used


def in_words() -> str:
    """Cores and processor, for example "2 cores (Some Processor 3000), Linux"."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return f"{cores} {'core' if cores == 1 else 'cores'} ({_processor()}), {platform.system()}"


def load() -> float:
    """How many processes wanted a core over the last minute, of the whole machine."""
    return os.getloadavg()[0]


def versions(engine_python: Path) -> str:
    """Python and the main libraries of both environments. Raises BenchError when the engine's is not there."""
    try:
        asked = subprocess.run([engine_python, "-c", _ASK, *ENGINE], capture_output=True, text=True, check=True)  # noqa: S603  (our own interpreter)
    except (OSError, subprocess.CalledProcessError) as error:
        message = "The engine's Python environment cannot be asked for its versions. Run: make setup"
        raise BenchError(message) from error
    engine = asked.stdout.split()
    theirs = ", ".join(f"{name} {number}" for name, number in zip(ENGINE, engine[1:], strict=True))
    return f"{_own(OURS)}. Python {engine[0]}: {theirs}"


def own_versions(database: str = f"SQLite {sqlite3.sqlite_version}") -> str:
    """Python, the libraries of this environment that keep and search, and the database."""
    return f"{_own(KEEPING)}, {database}"


def _own(names: Sequence[str]) -> str:
    return f"Python {platform.python_version()}: {', '.join(f'{name} {metadata.version(name)}' for name in names)}"


def _processor(info: Path = _PROC / "cpuinfo") -> str:
    try:
        lines = info.read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named and named[0] else platform.machine() or "processor of unknown kind"
