"""The three processes of one copy: command, environment and address of each.

Each gets only the settings it needs: the engine never learns where the record store or its key is.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import SecretStr

from bot.launch.layout import Layout
from bot.launch.processes import Service
from bot.settings import PREFIX, Settings


def three_services(settings: Settings, layout: Layout, model: Path) -> list[Service]:
    """The services to keep running, in the order to start them; `settings.engine_secret` must be set."""
    assert settings.engine_secret is not None
    secret = settings.engine_secret.get_secret_value()
    ours = our_environment(settings, os.environ)
    here = Path.cwd()
    serve = (str(layout.python), "-m", "bot.launch.serve")
    return [
        Service(
            name="actions",
            command=(*serve, "actions"),
            environment=ours,
            folder=here,
            log=settings.log_dir / "actions.log",
            ready_url=f"{settings.actions_url}/health",
            ready_headers={},
        ),
        Service(
            name="engine",
            command=engine_command(settings, layout, model),
            environment=engine_environment(layout, os.environ)
            | {
                f"{PREFIX}ENGINE_SECRET": secret,
                f"{PREFIX}ACTIONS_URL": f"{settings.actions_url}/webhook",
                f"{PREFIX}DIALOGUE_URL": f"sqlite:///{settings.data_dir / 'dialogue.db'}",
                f"{PREFIX}TURN_SECONDS": str(settings.turn_seconds),
            },
            folder=layout.root,
            log=settings.log_dir / "engine.log",
            ready_url=f"{settings.engine_url}/webhooks/what_matters/ready",
            ready_headers={"Authorization": f"Bearer {secret}"},
        ),
        Service(
            name="web",
            command=(*serve, "web"),
            environment=ours,
            folder=here,
            log=settings.log_dir / "web.log",
            ready_url=f"{settings.local_url}/health/ready",
            ready_headers={},
        ),
    ]


def our_environment(settings: Settings, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of the web pages and the actions: every setting as the launcher read it."""
    written = {f"{PREFIX}{name.upper()}": _written(getattr(settings, name)) for name in Settings.model_fields}
    return _without_ours(environment) | {name: value for name, value in written.items() if value}


def engine_environment(layout: Layout, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of anything that runs Rasa: it can import its own code, `bot.understanding` and `bot.encoder`."""
    return _without_ours(environment) | {
        f"{PREFIX}ENCODER_DIR": str(layout.encoder),
        "PYTHONPATH": os.pathsep.join([str(layout.root / "engine"), str(layout.root)]),
        "RASA_TELEMETRY_ENABLED": "false",
        "OMP_NUM_THREADS": "1",  # one message is too small to share out; several threads only wait for each other
        "OPENBLAS_NUM_THREADS": "1",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "2",
    }


def engine_command(settings: Settings, layout: Layout, model: Path) -> tuple[str, ...]:
    """Rasa on loopback, without its own API."""
    files = ("--endpoints", "endpoints.yml", "--credentials", "credentials.yml")
    address = ("--interface", "127.0.0.1", "--port", str(settings.rasa_port))
    return (str(layout.engine_python), "-m", "rasa", "run", "--model", str(model), *files, *address)


def _without_ours(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if not name.upper().startswith(PREFIX)}


def _written(value: object) -> str:
    if value is None:
        return ""
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value)
