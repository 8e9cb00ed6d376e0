"""`what-matters complaints`: what people said was not right, read and answered by whoever runs the machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from bot.launch.preflight import check_data_dir, check_key_file
from bot.launch.store import StoreError, is_ready, prepare_store
from bot.model.clock import SystemClock
from bot.model.complaint import Complaint, Listed
from bot.model.feedback import BECAUSE, USEFUL
from bot.records.complaints import NoSuchComplaintError
from bot.records.unit_of_work import UnitOfWork
from bot.settings import Settings
from bot.stages.team_words import InvalidError, written
from bot.store.crypto import KeyFileError, SealError
from bot.store.database import connect
from bot.store.keys import open_key_file


class ComplaintsError(Exception):
    """It cannot be done; the message says why."""


def list_complaints(settings: Settings, *, waiting: bool = False) -> tuple[Listed, ...]:
    """Return everything that was sent, or what waits for an answer, without a word of it. Raises ComplaintsError."""
    with _records(settings) as records:
        return tuple(each for each in records.complaints.all() if not (waiting and each.answered_at))


def show_complaint(settings: Settings, complaint: str) -> Complaint:
    """Return one with its words; that it was read is noted. Raises ComplaintsError."""
    with _records(settings) as records:
        shown = records.complaints.read(complaint)
        records.commit()
        return shown


def answer_complaint(settings: Settings, complaint: str, words: str) -> None:
    """Keep the answer for the person, who reads it when they are next here. Raises ComplaintsError."""
    with _records(settings) as records:
        records.complaints.answer(complaint, written("answer", words, "Write an answer."))
        records.commit()


def feedback_counts(settings: Settings) -> dict[str, str]:
    """Return each answer to "was this useful" with its count, as far as it may be shown. Raises ComplaintsError."""
    answers = USEFUL | BECAUSE
    with _records(settings) as records:
        shown = records.feedback.shown(tuple(answers))
    return {title: shown[value] for value, title in answers.items()}


def theme_counts(settings: Settings) -> dict[str, str]:
    """Return each heading with how many people wrote under it, as far as it may be shown. Raises ComplaintsError."""
    with _records(settings) as records:
        shown = records.themes.shown()
        records.commit()
    return {heading.label: count for heading, count in shown.items()}


@contextmanager
def _records(settings: Settings) -> Iterator[UnitOfWork]:
    os.umask(0o077)
    for problem in (*check_data_dir(settings.data_dir), *check_key_file(settings.key_file)):
        raise ComplaintsError(f"{problem.what} {problem.mend}")
    try:
        if not is_ready(settings):
            prepare_store(settings)
        keys = open_key_file(settings.key_file)
        database = connect(settings.database_url)
        try:
            with UnitOfWork(database, SystemClock(), keys) as records:
                yield records
        finally:
            database.dispose()
    except NoSuchComplaintError as error:
        raise ComplaintsError("There is none with this id. See them with: what-matters complaints list") from error
    except (KeyFileError, SealError, InvalidError) as error:
        raise ComplaintsError(str(error)) from error
    except StoreError as error:
        raise ComplaintsError(f"{error.problem.what} {error.problem.mend}") from error
    except SQLAlchemyError as error:
        # The error's own text may hold the address of the database with its password.
        raise ComplaintsError(f"The record store did not take it ({type(error).__name__}). Try again.") from error
