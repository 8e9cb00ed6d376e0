"""A sentence is planted, then every byte of every file is searched for it: store, logs, dialogue, temporary files."""

import gzip
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot.model.own_copy import CopyForm
from tests.system.stack import Person, Stack
from tests.unit.owned.planted import files_holding, holds

CANARY = "quokka lanterns over Durdle marmalade"


def found(stack: Stack) -> list[Path]:
    """Files that hold the sentence in any form, packed or not: those of this copy, and fresh ones in the shared folder.

    The processes have a folder for temporary files inside the data folder.
    """
    places = files_holding(CANARY, [stack.settings.data_dir])
    for path in Path(tempfile.gettempdir()).iterdir():
        fresh = path.is_file() and time.time() - path.stat().st_mtime < 600
        if fresh and not path.name.startswith("pytest") and holds(path.read_bytes(), CANARY):
            places.append(path)
    return places


def backed_up(stack: Stack) -> Path:
    """A backup made now, as docs/operating.md says, inside the data folder: `found` searches it too."""
    place = stack.settings.data_dir / "backup.db"
    store = stack.settings.data_dir / "what-matters.db"
    with closing(sqlite3.connect(store)) as here, closing(sqlite3.connect(place)) as there:
        here.backup(there)
    return place


def test_the_search_itself_finds_what_is_planted_in_the_open(stack: Stack) -> None:
    for name, content in (("trap.log", CANARY.encode()), ("trap.log.gz", gzip.compress(CANARY.encode()))):
        for folder in (stack.settings.log_dir, stack.temporary):
            trap = folder / name
            trap.write_bytes(content)
            assert found(stack) == [trap]
            trap.unlink()


ASKED = [
    "plan_who", "plan_words", "focus_what", "focus_why", "focus_support", "focus_more", "focus_place", "focus_caring",
    "record_add_words", "share_who",
]  # fmt: skip


@pytest.mark.parametrize("question", ASKED)
def test_nothing_readable_is_in_any_file_before_a_yes(stack: Stack, person: Person, question: str) -> None:
    person.reaches(question)
    person.says(CANARY)
    assert CANARY in person.last.text or CANARY in person.says("show me what you have").text or question == "share_who"
    assert found(stack) == []


def test_nothing_readable_is_in_any_file_after_a_yes_either(stack: Stack, person: Person) -> None:
    person.reaches("record_add_words")
    person.says(CANARY)
    person.presses("It is right")
    person.presses("Yes, keep it")
    assert CANARY in person.says("my summary").text
    person.says("get a copy")
    (link,) = person.presses("One page").links
    for kind in CopyForm:
        assert person.client.post(f"{urlsplit(link).path}/{kind}").raise_for_status().content
    backed_up(stack)
    assert found(stack) == []


def test_nothing_readable_is_in_any_file_after_sharing_and_stopping(stack: Stack, person: Person) -> None:
    person.reaches("record_add_words")
    person.says(CANARY)
    person.presses("It is right")
    person.presses("Yes, keep it")
    person.presses("Share my summary")
    person.says(f"May, of {CANARY}")
    for button in ("Everything", "One week", "Yes, make the link"):
        person.presses(button)
    person.says("stop sharing")
    backed_up(stack)
    assert found(stack) == []


def test_declining_leaves_no_sealed_row_and_no_key_that_opened_it(stack: Stack, person: Person) -> None:
    person.reaches("record_add_words")
    person.says(CANARY)
    person.presses("It is right")
    keys = {row[0]: row[1] for row in stack.store("SELECT id, wrapped_key FROM people")}
    person.presses("No, do not keep it")
    person.presses("No, delete it")
    after = {row[0]: row[1] for row in stack.store("SELECT id, wrapped_key FROM people")}
    changed = [key for person_id, key in keys.items() if after.get(person_id) != key]
    assert len(changed) == 1, "the key that sealed the draft is still there"
    assert stack.files_holding(changed[0]) == []
    assert found(stack) == []


def test_deleting_leaves_no_row_no_key_and_no_word(stack: Stack, person: Person) -> None:
    before = {row[0] for row in stack.store("SELECT id FROM people")}
    newcomer = Person(stack.url)
    who = next(row for row in stack.store("SELECT id, wrapped_key FROM people") if row[0] not in before)
    newcomer.reaches("shared")
    newcomer.says(CANARY)
    newcomer.says("delete everything")
    newcomer.presses("Yes, delete everything")
    for table in ("sessions", "turns", "choices", "drafts", "summaries", "consents", "shares"):
        assert stack.store(f"SELECT count(*) FROM {table} WHERE person_id = ?", who[0]) == [(0,)], table
    backed_up(stack)
    assert stack.files_holding(who[1]) == [], "the wrapped key is still in a file"
    assert found(stack) == []
    with_id = [path.name for path in stack.files_holding(who[0].encode())]
    assert not [name for name in with_id if name.startswith("dialogue")], "the engine still knows them"
    assert "Who is this for?" in newcomer.says("hello").text


def test_words_are_in_no_file_after_faults(faults: Stack, person: Person) -> None:
    person.reaches("focus_what")
    faults.proxy.mode = "refusing"
    person.says(CANARY)
    faults.proxy.mode = "hanging"
    person.says(f"{CANARY} again")
    faults.kill("engine")
    person.says(f"{CANARY} once more")
    assert found(faults) == []


def test_words_that_tell_of_danger_are_in_no_file(stack: Stack, person: Person) -> None:
    person.reaches("focus_what")
    person.says(f"i want to kill myself {CANARY}")
    assert found(stack) == []
