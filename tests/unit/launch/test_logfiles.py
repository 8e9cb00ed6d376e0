"""Log files stay small, closed, and readable from the end."""

from bot.launch import logfiles


def test_a_small_log_is_left_alone(tmp_path):
    log = tmp_path / "web.log"
    assert not logfiles.rotate(log)
    log.write_text("1234")
    assert not logfiles.rotate(log, limit=5)
    assert log.read_text() == "1234"


def test_a_big_log_is_turned_over_under_its_writer(tmp_path):
    log = tmp_path / "web.log"
    with log.open("a") as writer:
        writer.write("first")
        writer.flush()
        assert logfiles.rotate(log, limit=5)
        writer.write("second")
    assert log.read_text() == "second"
    assert (tmp_path / "web.log.1").read_text() == "first"
    assert (tmp_path / "web.log.1").stat().st_mode & 0o777 == 0o600


def test_only_the_youngest_are_kept(tmp_path):
    log = tmp_path / "web.log"
    for number in range(logfiles.KEEP + 2):
        log.write_text(f"log {number}")
        logfiles.rotate(log, limit=1)
    older = sorted(path.name for path in tmp_path.iterdir() if path != log)
    assert older == [f"web.log.{number}" for number in range(1, logfiles.KEEP + 1)]
    assert (tmp_path / "web.log.1").read_text() == f"log {logfiles.KEEP + 1}"


def test_the_last_lines_skip_blank_ones(tmp_path):
    log = tmp_path / "web.log"
    log.write_bytes(b"one\n\ntwo  \n   \nthree \xff\n")
    assert logfiles.last_lines(log, 2) == ["two", "three \ufffd"]
    assert logfiles.last_lines(tmp_path / "none", 2) == []


def test_the_folder_is_closed_to_others(tmp_path):
    logfiles.prepare(tmp_path / "logs")
    assert (tmp_path / "logs").stat().st_mode & 0o777 == 0o700
