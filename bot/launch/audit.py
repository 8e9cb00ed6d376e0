"""`what-matters audit`: proving that the audit and the consents are as they were written."""

from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError

from bot.launch.preflight import check_data_dir, check_key_file
from bot.launch.store import is_ready
from bot.model.clock import SystemClock
from bot.records.audit_chain import Head, NotedHeadError
from bot.records.audit_proof import Whole
from bot.records.unit_of_work import UnitOfWork
from bot.settings import Settings
from bot.store.crypto import KeyFileError
from bot.store.database import connect
from bot.store.keys import open_key_file


class CannotVerifyError(Exception):
    """It cannot be looked at; the message says why."""


def verify_audit(settings: Settings, noted: str, tick: Callable[[int], None]) -> Whole:
    """Prove every row; `noted` is a head that was printed earlier, or "". Changes nothing, and keeps nobody waiting.

    Raises NotWholeError for the first row that is not right, and CannotVerifyError.
    """
    for problem in (*check_data_dir(settings.data_dir), *check_key_file(settings.key_file)):
        raise CannotVerifyError(f"{problem.what} {problem.mend}")
    try:
        head = Head.parse(noted) if noted else None
        if not is_ready(settings):
            raise CannotVerifyError("The record store is not there, or not up to date. Run: what-matters migrate")
        keys = open_key_file(settings.key_file)
        database = connect(settings.database_url)
        try:
            with UnitOfWork(database, SystemClock(), keys, reading=True) as records:
                records.people.check_key()
                return records.audit_proof.verify(head, tick)
        finally:
            database.dispose()
    except NotedHeadError as error:
        raise CannotVerifyError(str(error)) from error
    except KeyFileError as error:
        raise CannotVerifyError(str(error)) from error
    except SQLAlchemyError as error:
        # The error's own text may hold the address of the database with its password.
        raise CannotVerifyError(f"The record store cannot be read ({type(error).__name__}). Try again.") from error
