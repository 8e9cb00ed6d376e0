"""`what-matters doctor`: looks at everything a start needs and says how to mend what is wrong."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.launch import data_lock, preflight
from bot.launch.layout import Layout
from bot.launch.models import model_for
from bot.launch.preflight import Problem
from bot.settings import Settings


@dataclass(frozen=True)
class Finding:
    """One thing looked at: no `problems` when it is as it should be; `note` is what else is worth knowing."""

    subject: str
    problems: list[Problem]
    note: str = ""


def examine(settings: Settings, layout: Layout, environment: Mapping[str, str]) -> Iterator[Finding]:
    """Everything a start needs, one finding each, cheapest first."""
    served_by = data_lock.holder(settings.data_dir)
    version = ".".join(str(part) for part in sys.version_info[:3])
    yield Finding("Python environments", preflight.check_environments(layout), f"Python {version} for the web")
    yield Finding("Sentence encoder", preflight.check_encoder(layout.encoder), str(layout.encoder))
    yield Finding("Texts of information", preflight.check_information())
    yield Finding("Names of settings", preflight.check_names(environment))
    yield Finding("Data folder", preflight.check_data_dir(settings.data_dir), str(settings.data_dir))
    yield Finding("Key file", preflight.check_key_file(settings.key_file), _key_note(settings))
    if served_by is None:
        yield Finding("Ports", preflight.check_ports(settings))
    else:
        yield Finding("Ports", [], f"in use by this copy, which is running (process {served_by})")
    yield Finding("Model", [], _model_note(layout))
    yield _store_finding(settings)
    yield _telegram_finding(settings)


def _key_note(settings: Settings) -> str:
    return "" if settings.key_file.exists() else "none yet: the first start makes it"


def _model_note(layout: Layout) -> str:
    return "fresh" if model_for(layout).exists() else "none for these files: the next start trains one"


def _telegram_finding(settings: Settings) -> Finding:
    from bot.launch import telegram  # noqa: PLC0415  (slow to import)

    note, problem = telegram.look(settings)
    return Finding("Telegram", [problem] if problem else [], note)


def _store_finding(settings: Settings) -> Finding:
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415  (slow to import)

    from bot.launch.store import is_ready  # noqa: PLC0415  (as above)

    try:
        ready = is_ready(settings)
    except SQLAlchemyError as error:
        what = f"The record store cannot be opened ({type(error).__name__})."
        return Finding("Record store", [Problem(what, "Look at WHATMATTERS_DATABASE_URL.")])
    return Finding("Record store", [], "up to date" if ready else "not up to date: the next start sees to it")
