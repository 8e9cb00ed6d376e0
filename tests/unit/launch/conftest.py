"""A folder of data as an operator has it, for commands that look into the store."""

import shutil

import pytest

from bot.store.crypto import load_key


@pytest.fixture
def data_dir(monkeypatch, tmp_path, migrated_store):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    shutil.copy(migrated_store, folder / "what-matters.db")
    load_key(folder / "key", create=True)
    monkeypatch.setenv("WHATMATTERS_DATA_DIR", str(folder))
    return folder
