"""What must be true before anything starts, each as a function that says what is wrong and how to mend it."""

import errno
import os
import socket
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.launch.layout import Layout
from bot.launch.readiness import Asker
from bot.settings import PREFIX, Settings, unknown_names

_SETUP = "Run: make setup"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
"""The permissions of everyone but the owner."""


@dataclass(frozen=True)
class Problem:
    """Something that stops us: what is wrong and what the reader can do, a sentence or two each."""

    what: str
    mend: str


def check_environments(layout: Layout) -> list[Problem]:
    """Both Python environments are there, and hold what the lock files list."""
    problems = []
    if not layout.engine_python.exists():
        problems.append(Problem("The engine's Python environment (engine/.venv) is not there.", _SETUP))
    for folder, stamps, lock in (
        (".venv", (".dev", ".runtime"), "requirements.txt"),
        ("engine/.venv", (".stamp",), "engine/requirements.txt"),
    ):
        installed = [layout.root / folder / stamp for stamp in stamps if (layout.root / folder / stamp).exists()]
        lock_path = layout.root / lock
        if installed and lock_path.exists() and installed[0].stat().st_mtime < lock_path.stat().st_mtime:
            problems.append(Problem(f"{lock} is newer than what {folder} holds.", _SETUP))
    return problems


def check_encoder(folder: Path) -> list[Problem]:
    """The sentence encoder is there, and every file of it is the one it came with."""
    from bot.encoder import EncoderError, check  # noqa: PLC0415  (slow to import)

    try:
        check(folder)
    except EncoderError as error:
        what, _, mend = str(error).partition(". ")
        return [Problem(f"{what}.", mend)]
    return []


def check_information() -> list[Problem]:
    """The texts of data/information can be used."""
    from bot.information.loader import InformationError, read_information  # noqa: PLC0415  (slow to import)

    try:
        read_information()
    except InformationError as error:
        return [Problem("A text of data/information cannot be used.", str(error))]
    return []


def check_data_dir(data_dir: Path) -> list[Problem]:
    """The data folder can be made and written. What is put there is closed to others, file by file."""
    mend = f"Give this user the folder, or set {PREFIX}DATA_DIR to one it may write."
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = data_dir / f".probe-{os.getpid()}"
        probe.touch(mode=0o600)
        probe.unlink()
    except OSError as error:
        return [Problem(f"The data folder {data_dir} cannot be written: {error.strerror}.", mend)]
    return []


def check_key_file(key_file: Path) -> list[Problem]:
    """The key file, where there is one, is a file that its owner alone can read. Without one, one is made."""
    try:
        found = key_file.stat()
    except FileNotFoundError:
        return []
    except OSError as error:
        return [Problem(f"The key file {key_file} cannot be looked at: {error.strerror}.", "Mend its folder's rights.")]
    if not stat.S_ISREG(found.st_mode):
        return [Problem(f"{key_file} is not a file.", f"Set {PREFIX}KEY_FILE to the key file.")]
    if not os.access(key_file, os.R_OK):
        return [Problem(f"The key file {key_file} cannot be read.", "Make this user its owner (chown).")]
    if found.st_mode & _OTHERS:
        what = f"Other users of this machine can reach the key file {key_file}."
        return [Problem(what, f"Run: chmod 600 {key_file}")]
    return []


def check_ports(settings: Settings) -> list[Problem]:
    """Each port can be listened on."""
    problems = []
    with Asker(seconds=1.0) as asker:
        for name, host, port, url in (
            ("WEB_PORT", settings.host, settings.web_port, f"{settings.local_url}/health/live"),
            (
                "RASA_PORT",
                "127.0.0.1",
                settings.rasa_port,
                f"{settings.engine_url}/webhooks/what_matters/ready",
            ),
            ("ACTIONS_PORT", "127.0.0.1", settings.actions_port, f"{settings.actions_url}/health"),
        ):
            code = _try_to_listen(host, port)
            if code is not None:
                ours = code == errno.EADDRINUSE and asker.answers(url) in {200, 401}
                problems.append(_port_problem(name, host, port, code, looks_like_us=ours))
    return problems


def check_names(environment: Mapping[str, str]) -> list[Problem]:
    """No setting is misspelt; a warning, not a reason to stop."""
    return [
        Problem(f"{name} is not a setting of ours, so it does nothing.", "Look for a slip in the name.")
        for name in unknown_names(environment)
    ]


def _try_to_listen(host: str, port: int) -> int | None:
    """None when the address is free, else the error number."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror:
        return errno.EADDRNOTAVAIL
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
            probe.listen(1)
        except OSError as error:
            return error.errno or errno.EIO
    return None


def _port_problem(name: str, host: str, port: int, code: int, *, looks_like_us: bool) -> Problem:
    mend = f"Set {PREFIX}{name} to another number."
    if looks_like_us:
        return Problem(
            f"Port {port} is in use by what looks like another copy of What Matters.",
            f"Stop that copy, or run both: set {PREFIX}{name} and {PREFIX}DATA_DIR to others here.",
        )
    if code == errno.EADDRINUSE:
        return Problem(f"Port {port} is in use by another program.", mend)
    if code == errno.EACCES:
        return Problem(f"This user may not listen on port {port}.", mend)
    if code == errno.EADDRNOTAVAIL:
        return Problem(f"{host} is not an address of this machine.", f"Set {PREFIX}HOST to one that is.")
    return Problem(f"Port {port} cannot be listened on: {os.strerror(code)}.", mend)
