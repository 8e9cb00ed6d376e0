"""Which process is given which setting."""

import os

import pytest
from pydantic import SecretStr

from bot.launch.layout import Layout
from bot.launch.services import three_services
from bot.settings import PREFIX, SHIPPED_ENCODER, Settings


@pytest.fixture
def services(tmp_path, monkeypatch):
    monkeypatch.setenv("WHATMATTERS_DRAFT_DAYS", "7")
    settings = Settings(
        data_dir=tmp_path / "data",
        engine_secret=SecretStr("hidden-secret"),
        telegram_token=SecretStr("hidden-token"),
        rasa_port=5105,
    )
    return {each.name: each for each in three_services(settings, Layout(tmp_path), tmp_path / "m.tar.gz")}


def test_the_engine_learns_only_what_it_needs(services, tmp_path):
    ours = {name: value for name, value in services["engine"].environment.items() if name.startswith(PREFIX)}
    assert ours == {
        "WHATMATTERS_ENGINE_SECRET": "hidden-secret",
        "WHATMATTERS_ACTIONS_URL": "http://127.0.0.1:5055/webhook",
        "WHATMATTERS_DIALOGUE_URL": f"sqlite:///{tmp_path}/data/dialogue.db",
        "WHATMATTERS_TURN_SECONDS": "8.0",
        "WHATMATTERS_ENCODER_DIR": str(SHIPPED_ENCODER),
    }


def test_the_engine_listens_on_this_machine_only_and_has_no_api(services, tmp_path):
    command = services["engine"].command
    assert command[:4] == (str(tmp_path / "engine/.venv/bin/python"), "-m", "rasa", "run")
    assert command[command.index("--interface") + 1] == "127.0.0.1"
    assert command[command.index("--port") + 1] == "5105"
    assert "--enable-api" not in command


def test_telemetry_is_off(services):
    assert services["engine"].environment["RASA_TELEMETRY_ENABLED"] == "false"


@pytest.mark.parametrize("name", ["web", "actions"])
def test_our_own_processes_read_the_very_same_settings(services, monkeypatch, name, tmp_path):
    for known, value in services[name].environment.items():
        if known.startswith(PREFIX):
            monkeypatch.setenv(known, value)
    settings = Settings()
    assert settings.engine_secret.get_secret_value() == "hidden-secret"
    assert settings.telegram_token.get_secret_value() == "hidden-token"
    assert settings.data_dir == tmp_path / "data"
    assert settings.draft_days == 7
    assert settings.redis_url is None
    assert services[name].environment["PATH"] == os.environ["PATH"]


def test_no_secret_in_a_command_or_a_repr(services):
    shown = " ".join([*(repr(each) for each in services.values()), *(" ".join(s.command) for s in services.values())])
    assert "hidden" not in shown


def test_readiness_is_asked_where_the_contract_says(services):
    assert services["web"].ready_url == "http://127.0.0.1:8000/health/ready"
    assert services["actions"].ready_url == "http://127.0.0.1:5055/health"
    assert services["engine"].ready_url == "http://127.0.0.1:5105/webhooks/what_matters/ready"
    assert services["engine"].ready_headers == {"Authorization": "Bearer hidden-secret"}
