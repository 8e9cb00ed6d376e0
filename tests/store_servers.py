"""A PostgreSQL server of one's own for a run of tests: in a folder that goes with it, reached through a socket only."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

from bot.store import migrate
from bot.store.tables import Table

READY = "with_tables"
_EMPTY_IT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'matters'",
    "SET session_replication_role = replica",  # so that no trigger keeps the audit as it is
    *(f"DELETE FROM {table.name}" for table in Table.metadata.sorted_tables),
    "SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'",
)
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",  # what a power cut would do is not looked at here
    "full_page_writes": "off",
    "autovacuum": "off",  # only what the tests ask for happens
    "shared_buffers": "16MB",
    "max_connections": "60",
}


def find_programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`, the newest where there are several; None where there is no server."""
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).resolve().parent
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda path: float(path.parent.name), default=None)


class PostgresqlServer:
    """Starts in the constructor. `stop` leaves neither a process nor a file.

    Its databases belong to a user without any special rights, as they would in earnest.
    """

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._numbers = count(1)
        self._made = False
        self.folder = Path(tempfile.mkdtemp(prefix="wm-pg-"))  # short: the path of a socket has about 100 letters
        self.data = self.folder / "data"
        self._as_user = _somebody_but_root()
        if self._as_user is not None:
            shutil.chown(self.folder, self._as_user)
        try:
            self._run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8")
            self._start()
            self.order("CREATE ROLE matters LOGIN")
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "--mode=immediate", "stop")
        shutil.rmtree(self.folder)

    @contextmanager
    def emptied(self) -> Iterator[str]:
        """The URL of a database with the newest tables and nothing in them. Only one test at a time may have it."""
        if not self._made:
            self.order(f"CREATE DATABASE {READY} OWNER matters")
            migrate.upgrade(self._url(READY))
            self._made = True
        try:
            yield self._url(READY)
        finally:
            self.order(*_EMPTY_IT, database=READY)

    @contextmanager
    def new_database(self, *, how: str = "") -> Iterator[str]:
        """The URL of a database of one's own with no table in it."""
        name = f"store_{next(self._numbers)}"
        self.order(f"CREATE DATABASE {name} OWNER matters {how}")
        try:
            yield self._url(name)
        finally:
            self.order(f"DROP DATABASE {name} WITH (FORCE)")

    def order(self, *statements: str, database: str = "postgres") -> list[tuple]:
        """Run statements one by one as the user who may do everything; the rows that the last one finds."""
        where = {"host": str(self.folder), "dbname": database, "user": "postgres"}
        with psycopg.connect(**where, autocommit=True) as connection:
            for statement in statements:
                found = connection.execute(statement)
            return found.fetchall() if found.description else []

    def _url(self, database: str) -> str:
        return f"postgresql+psycopg://matters@/{database}?host={self.folder}"

    def _start(self) -> None:
        settings = _SETTINGS | {"unix_socket_directories": str(self.folder)}
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        self._run("pg_ctl", "--wait", f"--log={self.folder / 'log'}", f"--options={options}", "start")

    def _run(self, program: str, *options: str) -> None:
        done = subprocess.run(
            [self._programs / program, f"--pgdata={self.data}", *options],
            cwd=self.folder,
            user=self._as_user,
            group=None if self._as_user is None else pwd.getpwnam(self._as_user).pw_gid,
            extra_groups=None if self._as_user is None else [],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode:
            log = self.folder / "log"
            said = (done.stdout or b"").decode() + (log.read_text() if log.exists() else "")
            raise RuntimeError(f"{program} failed:\n{said}")


def _somebody_but_root() -> str | None:
    """PostgreSQL refuses to run as root; then it runs as its own user, or as nobody."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
