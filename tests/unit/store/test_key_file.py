"""The key file: made once, for its owner's eyes alone, and refused in any other state."""

import threading

import pytest

from bot.store.crypto import KeyFileError, load_key


def test_it_is_made_for_its_owner_alone(tmp_path):
    path = tmp_path / "data" / "key"

    key = load_key(path, create=True)

    assert len(key) == 32
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert load_key(path, create=True) == load_key(path, create=False) == key


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o644, 0o666, 0o777])
def test_a_key_that_others_can_reach_is_refused(tmp_path, mode):
    path = tmp_path / "key"
    load_key(path, create=True)
    path.chmod(mode)

    for create in (True, False):
        with pytest.raises(KeyFileError, match="chmod 600"):
            load_key(path, create=create)


@pytest.mark.parametrize("mode", [0o600, 0o400, 0o700])
def test_a_key_for_its_owner_is_read(tmp_path, mode):
    path = tmp_path / "key"
    key = load_key(path, create=True)
    path.chmod(mode)

    assert load_key(path, create=False) == key


def test_a_missing_key_is_not_made_in_silence(tmp_path):
    with pytest.raises(KeyFileError, match="no key file"):
        load_key(tmp_path / "key", create=False)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"x" * 31, b"x" * 33, b"x" * 32 + b"\n"])
def test_a_damaged_key_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "key"
    path.write_bytes(content)
    path.chmod(0o600)

    for create in (True, False):
        with pytest.raises(KeyFileError, match="damaged"):
            load_key(path, create=create)
    assert path.read_bytes() == content


def test_an_error_holds_no_byte_of_the_key(tmp_path):
    path = tmp_path / "key"
    path.write_bytes(b"supersecretbytes")
    path.chmod(0o600)

    with pytest.raises(KeyFileError) as raised:
        load_key(path, create=False)

    assert "supersecret" not in str(raised.value)


def test_many_at_once_make_one_key(tmp_path):
    """Whoever comes second either gets the same key or is told to come again; there are never two keys."""
    path, keys, refused = tmp_path / "key", [], []
    together = threading.Barrier(8)

    def load():
        together.wait()
        try:
            keys.append(load_key(path, create=True))
        except KeyFileError as error:
            refused.append(str(error))

    threads = [threading.Thread(target=load) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert keys
    assert set(keys) == {load_key(path, create=False)}
    assert refused == []
