"""A plain transaction on the store, for what is not a person's record: the directory and the accounts."""

from types import TracebackType
from typing import Protocol, Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot.model.clock import Clock


class Transaction:
    """Everything done with `session` inside the `with` is stored by `commit`, or nothing is.

    One that is only `reading` waits for no writer and keeps none waiting.
    """

    def __init__(self, engine: Engine, clock: Clock, *, reading: bool = False) -> None:
        self._engine = engine.execution_options(reading=True) if reading else engine
        self.clock = clock

    def __enter__(self) -> Self:
        self.session = Session(self._engine, expire_on_commit=False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.session.close()

    def commit(self) -> None:
        """Store everything done so far."""
        self.session.commit()


class OpenTransaction(Protocol):
    """Starts a transaction; handed to the directory and to the accounts."""

    def __call__(self, *, reading: bool = False) -> Transaction:
        """Return a transaction to be used in a `with`."""
        ...
