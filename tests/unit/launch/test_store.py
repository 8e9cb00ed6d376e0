"""Making the record store ready: a new one gets a key, one that exists never gets another."""

import pytest

from bot.launch.store import StoreError, is_ready, prepare_store
from bot.settings import Settings
from bot.store.crypto import make_key, next_key


def test_a_new_store_gets_a_key_and_tables(tmp_path):
    settings = Settings(data_dir=tmp_path)
    assert not is_ready(settings)
    prepare_store(settings)
    assert is_ready(settings)
    assert settings.key_file.stat().st_mode & 0o777 == 0o600


def test_looking_makes_nothing(tmp_path):
    is_ready(Settings(data_dir=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_twice_changes_nothing(tmp_path):
    settings = Settings(data_dir=tmp_path)
    prepare_store(settings)
    key = settings.key_file.read_bytes()
    prepare_store(settings)
    assert settings.key_file.read_bytes() == key


def test_a_store_without_its_key_is_never_given_another(tmp_path):
    settings = Settings(data_dir=tmp_path)
    prepare_store(settings)
    settings.key_file.unlink()
    with pytest.raises(StoreError) as raised:
        prepare_store(settings)
    assert not settings.key_file.exists()
    assert "WHATMATTERS_KEY_FILE" in raised.value.problem.mend


def test_with_a_change_of_the_key_half_done_it_says_how_to_finish_it(tmp_path):
    settings = Settings(data_dir=tmp_path)
    prepare_store(settings)
    make_key(next_key(settings.key_file))
    with pytest.raises(StoreError) as raised:
        prepare_store(settings)
    assert raised.value.problem.mend == "Run: what-matters key rotate"


def test_a_store_that_cannot_be_opened_is_said_without_its_address(tmp_path):
    settings = Settings(data_dir=tmp_path, database_url=f"sqlite:///{tmp_path}/secret-folder/x.db")
    with pytest.raises(StoreError) as raised:
        prepare_store(settings)
    assert "WHATMATTERS_DATABASE_URL" in raised.value.problem.mend
    assert "secret" not in str(raised.value)
