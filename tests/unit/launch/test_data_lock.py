"""One data folder, one launcher."""

import os

import pytest

from bot.launch.data_lock import DataFolderInUseError, DataLock, holder


def test_a_second_launcher_is_refused_and_told_who_has_it(tmp_path):
    with DataLock(tmp_path), pytest.raises(DataFolderInUseError) as raised, DataLock(tmp_path):
        pass
    assert raised.value.holder == os.getpid()


def test_it_is_free_again_afterwards(tmp_path):
    with DataLock(tmp_path):
        assert holder(tmp_path) == os.getpid()
    assert holder(tmp_path) is None
    with DataLock(tmp_path):
        pass


def test_two_folders_do_not_mind_each_other(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with DataLock(tmp_path / "a"), DataLock(tmp_path / "b"):
        pass


def test_asking_makes_nothing(tmp_path):
    assert holder(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_lock_file_left_by_a_killed_launcher_does_not_matter(tmp_path):
    (tmp_path / "lock").write_text("99999999")
    assert holder(tmp_path) is None
