"""Settings: defaults that are safe, names that are checked, secrets that are never shown."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import PREFIX, ROOT, Settings, unknown_names


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch):
    import os

    for name in list(os.environ):
        if name.upper().startswith(PREFIX):
            monkeypatch.delenv(name)


def test_defaults_serve_this_machine_only():
    settings = Settings()
    assert settings.host == "127.0.0.1"
    assert (settings.web_port, settings.rasa_port, settings.actions_port) == (8000, 5005, 5055)
    assert settings.data_dir == ROOT / "var"
    assert settings.key_file == ROOT / "var" / "key"
    assert settings.database_url == f"sqlite:///{ROOT}/var/what-matters.db"
    assert settings.public_url == settings.local_url == "http://127.0.0.1:8000"
    assert settings.redis_url is None
    assert (settings.draft_days, settings.turn_seconds) == (45, 8.0)
    assert settings.new_sessions_a_minute == 60


def test_what_is_not_set_follows_the_data_folder_and_the_port(monkeypatch, tmp_path):
    monkeypatch.setenv("WHATMATTERS_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("WHATMATTERS_WEB_PORT", "8123")
    settings = Settings()
    assert settings.key_file == tmp_path / "key"
    assert settings.database_url == f"sqlite:///{tmp_path}/what-matters.db"
    assert settings.log_dir == tmp_path / "logs"
    assert settings.public_url == "http://127.0.0.1:8123"


def test_what_is_set_is_kept(monkeypatch, tmp_path):
    monkeypatch.setenv("WHATMATTERS_KEY_FILE", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("WHATMATTERS_DATABASE_URL", "postgresql+psycopg://localhost/matters")
    monkeypatch.setenv("WHATMATTERS_PUBLIC_URL", "https://matters.example.org/")
    settings = Settings()
    assert settings.key_file == tmp_path / "elsewhere"
    assert settings.database_url == "postgresql+psycopg://localhost/matters"
    assert settings.public_url == "https://matters.example.org"


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("0.0.0.0", "http://127.0.0.1:8000"),  # listens everywhere; no one can follow a link to 0.0.0.0
        ("::", "http://[::1]:8000"),
        ("192.0.2.7", "http://192.0.2.7:8000"),
    ],
)
def test_addresses_can_be_followed(monkeypatch, host, address):
    monkeypatch.setenv("WHATMATTERS_HOST", host)
    settings = Settings()
    assert settings.public_url == settings.local_url == address


def test_the_engine_and_the_actions_stay_on_this_machine(monkeypatch):
    monkeypatch.setenv("WHATMATTERS_HOST", "0.0.0.0")
    settings = Settings()
    assert settings.engine_url == "http://127.0.0.1:5005"
    assert settings.actions_url == "http://127.0.0.1:5055"


def test_relative_paths_count_from_where_the_program_is_started(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WHATMATTERS_DATA_DIR", "here")
    assert Settings().data_dir == tmp_path / "here"
    monkeypatch.setenv("WHATMATTERS_DATA_DIR", "~/there")
    assert Settings().data_dir == Path.home() / "there"


def test_an_empty_value_is_the_same_as_none(monkeypatch):
    monkeypatch.setenv("WHATMATTERS_DATABASE_URL", "")
    monkeypatch.setenv("WHATMATTERS_TELEGRAM_TOKEN", "")
    settings = Settings()
    assert settings.database_url.startswith("sqlite:///")
    assert settings.telegram_token is None


@pytest.mark.parametrize("kind", ["postgresql", "postgres", "postgresql+psycopg"])
def test_nobody_has_to_know_the_driver_for_postgresql(monkeypatch, kind):
    monkeypatch.setenv("WHATMATTERS_DATABASE_URL", f"{kind}://me:p%40ss@localhost/matters?sslmode=require")
    assert Settings().database_url == "postgresql+psycopg://me:p%40ss@localhost/matters?sslmode=require"


@pytest.mark.parametrize(
    "url",
    ["mysql://me:hidden-6@localhost/matters", "postgresql+asyncpg://hidden-6", "hidden-6", "sqlite://", "sqlite:///"],
)
def test_a_database_of_another_kind_is_refused(monkeypatch, url):
    monkeypatch.setenv("WHATMATTERS_DATABASE_URL", url)
    with pytest.raises(ValidationError) as raised:
        Settings()
    assert "it must begin with postgresql://" in str(raised.value)
    assert "hidden" not in str(raised.value)


def test_a_password_that_breaks_the_address_is_not_repeated(monkeypatch):
    monkeypatch.setenv("WHATMATTERS_DATABASE_URL", "postgresql://me:hid/den@localhost/matters")
    with pytest.raises(ValidationError) as raised:
        Settings()
    assert "%2F" in str(raised.value)
    assert "hid" not in str(raised.value)


def test_secrets_are_never_shown(monkeypatch):
    monkeypatch.setenv("WHATMATTERS_ENGINE_SECRET", "hidden-1")
    monkeypatch.setenv("WHATMATTERS_TELEGRAM_TOKEN", "hidden-2")
    monkeypatch.setenv("WHATMATTERS_DATABASE_URL", "postgresql+psycopg://me:hidden-3@localhost/matters")
    monkeypatch.setenv("WHATMATTERS_REDIS_URL", "redis://:hidden-4@localhost")
    settings = Settings()
    assert "hidden" not in f"{settings!r} {settings}"
    assert settings.engine_secret.get_secret_value() == "hidden-1"


def test_an_error_does_not_show_them_either(monkeypatch):
    monkeypatch.setenv("WHATMATTERS_ENGINE_SECRET", "hidden-1")
    monkeypatch.setenv("WHATMATTERS_RASA_PORT", "8000")
    with pytest.raises(ValidationError) as raised:
        Settings()
    assert "three different numbers" in str(raised.value)
    assert "hidden" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [("WEB_PORT", "0"), ("WEB_PORT", "65536"), ("RASA_PORT", "x"), ("DRAFT_DAYS", "0"), ("TURN_SECONDS", "0")],
)
def test_values_that_cannot_work_are_refused(monkeypatch, name, value):
    monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(ValidationError):
        Settings()


def test_settings_are_frozen():
    with pytest.raises(ValidationError):
        Settings().host = "0.0.0.0"


def test_names_that_mean_nothing_are_found():
    environment = {"WHATMATTERS_WEB_PROT": "1", "whatmatters_hots": "2", "WHATMATTERS_HOST": "h", "HOME": "/"}
    assert unknown_names(environment) == ["WHATMATTERS_WEB_PROT", "whatmatters_hots"]


WHOLE = {
    "OIDC_ISSUER": "https://login.example.org/",
    "OIDC_CLIENT_ID": "what-matters",
    "OIDC_CLIENT_SECRET": "hidden-5",
}


def test_an_identity_provider_is_set_as_a_whole(monkeypatch):
    for name, value in WHOLE.items():
        monkeypatch.setenv(PREFIX + name, value)
    settings = Settings()
    assert settings.oidc_issuer == "https://login.example.org"
    assert "hidden" not in f"{settings!r}"


@pytest.mark.parametrize(
    "change",
    [
        *({name: ""} for name in WHOLE),
        {"OIDC_ISSUER": "http://login.example.org"},
        {"OIDC_ISSUER": "ftp://login.example.org"},
        {"OIDC_ISSUER": "login.example.org"},
    ],
    ids=str,
)
def test_half_an_identity_provider_or_one_without_https_is_refused(monkeypatch, change):
    for name, value in (WHOLE | change).items():
        monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(ValidationError) as raised:
        Settings()
    assert "OIDC" in str(raised.value)
    assert "hidden" not in str(raised.value)


def test_a_provider_on_this_machine_needs_no_https(monkeypatch):
    for name, value in (WHOLE | {"OIDC_ISSUER": "http://127.0.0.1:9000"}).items():
        monkeypatch.setenv(PREFIX + name, value)
    assert Settings().oidc_issuer == "http://127.0.0.1:9000"
