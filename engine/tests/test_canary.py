"""A planted sentence goes through every turn that can go right or wrong, and is then found nowhere."""

from __future__ import annotations

import pytest

from conftest import Engine
from test_engine import FAILURES

CANARY = "zanzibar heron by the quiet weir"


@pytest.fixture(scope="module")
def spoken(engine: Engine) -> Engine:
    """The engine after the sentence went through it in every way, in every state."""
    for state in ("open", "answering", "choosing"):
        engine.turn("canary", CANARY, state=state)
        engine.turn("canary", f"/{CANARY}", state=state)
        engine.turn("canary", f'/inform{{"bird": "{CANARY}"}}', state=state)
    for failure in FAILURES:
        engine.turn("canary", f"as {failure} {CANARY}")
    engine.turn("canary", f"break {CANARY}")
    for path in ("parse", "turns"):
        engine.request("POST", path, {"text": f"break {CANARY}"})
        engine.request(
            "POST", path, {"text": CANARY, "state": CANARY, "conversation": CANARY, "turn": CANARY}
        )
    engine.request(
        "POST", "turns", {"conversation": "canary", "turn": "t", "state": "open", "intent": CANARY}
    )
    engine.request("DELETE", f"conversations/{CANARY}")
    engine.sql("create trigger full_disk before update on dialogue begin select raise(abort, 'full'); end")
    engine.turn("canary", CANARY, state="answering")
    engine.sql("drop trigger full_disk")
    engine.sql("alter table dialogue rename to elsewhere")
    engine.turn("canary", CANARY)
    engine.sql("alter table elsewhere rename to dialogue")
    assert engine.turn("canary", CANARY, state="answering")["ok"]
    return engine


def test_the_sentence_is_in_no_file(spoken: Engine) -> None:
    assert spoken.database in spoken.files()
    words = [word.encode() for word in ("zanzibar", "heron", "weir")]
    assert [file for file in spoken.files() if any(word in file.read_bytes() for word in words)] == []


def test_turns_write_nothing_but_the_database(spoken: Engine) -> None:
    assert spoken.files() - spoken.files_at_start <= {
        spoken.database.with_name(f"dialogue.sqlite{ending}") for ending in ("", "-wal", "-shm")
    }


def test_the_sentence_is_in_no_log(spoken: Engine) -> None:
    log = "".join(spoken.log)
    assert "of conversation canary failed" in log
    assert [word for word in ("zanzibar", "heron", "weir") if word in log] == []
