"""One data folder is served by one launcher at a time: two would mix up the turns of a conversation."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self


class DataFolderInUseError(Exception):
    """Another launcher serves this data folder; `holder` is its process id, None where it is not known."""

    def __init__(self, holder: int | None) -> None:
        super().__init__(f"in use by process {holder}")
        self.holder = holder


class DataLock:
    """Held while a copy runs. The system lets go of it when the process ends, however it ends."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "lock"
        self._handle: int | None = None

    def __enter__(self) -> Self:
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            written = os.read(handle, 32).strip()
            os.close(handle)
            raise DataFolderInUseError(int(written) if written.isdigit() else None) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        self._handle = handle
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def holder(data_dir: Path) -> int | None:
    """The process that serves this data folder now, or None. Takes nothing."""
    if not (data_dir / "lock").exists():
        return None
    try:
        with DataLock(data_dir):
            return None
    except DataFolderInUseError as error:
        return error.holder
