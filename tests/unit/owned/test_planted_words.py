"""A sentence that was typed at any point is in no file afterwards: declined, left, expired, deleted or shared no more.

The whole application runs in one process on a folder of its own, which also holds its logs, its temporary files and a
backup made afterwards. Every file is searched, and whatever is packed in it.
"""

import logging
import resource
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from httpx import ASGITransport, AsyncClient

from bot.jobs.retention import retain
from bot.model.own_copy import CopyForm
from tests.unit.fakes import every_byte
from tests.unit.owned import world as worlds
from tests.unit.owned.planted import files_holding, holds

CANARY = "quokka lanterns over Durdle marmalade"
ANSWERS = ("hello", "!For me", CANARY, f"because {CANARY}", f"someone who knows {CANARY}", "!No, show me")
KEEPS = (*ANSWERS, "!It is right", "!Yes, keep it")
SHARES = (*KEEPS, "!Share my summary", f"May of {CANARY}", "!Everything", "!One week", "!Yes, make the link")
POINTS = {
    "before anything is kept": ANSWERS,
    "declined": (*ANSWERS, "!It is right", "!No, do not keep it", "!No, delete it"),
    "expired": ANSWERS,
    "kept": KEEPS,
    "kept and deleted": (*KEEPS, "delete everything", "!Yes, delete everything"),
    "shared": SHARES,
    "shared no more": (*SHARES, "stop sharing"),
    "shared and deleted": (*SHARES, "delete everything", "!Yes, delete everything"),
}
GONE = {"declined", "expired", "kept and deleted", "shared and deleted"}


class Chat:
    """Somebody who talks through the chat API, and opens what they are given."""

    def __init__(self, client: AsyncClient, session: str) -> None:
        self.client, self.bearer = client, {"Authorization": f"Bearer {session}"}
        self.choices: dict[str, str] = {}
        self.links: list[str] = []
        self.said: list[str] = []

    async def goes(self, *steps: str) -> None:
        for step in steps:
            if step.startswith("!"):
                message = {"choice": next(choice for title, choice in self.choices.items() if step[1:] in title)}
            else:
                message = {"text": step}
            answer = await self.client.post("/api/chat/messages", json=message, headers=self.bearer)
            messages = answer.json()["messages"]
            assert answer.headers["cache-control"] == "no-store"
            self.choices = {each["title"]: each["choice"] for one in messages for each in one["choices"]}
            self.links += [each["url"] for one in messages for each in one["links"]]
            self.said += [one["text"] for one in messages]


@pytest.fixture
def folder(store_folder, monkeypatch):
    """Where all files of this copy are: store, log at its most talkative, temporary files."""
    temporary = store_folder / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    handler = logging.FileHandler(store_folder / "everything.log")
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield store_folder
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()


def backed_up(folder):
    """A backup as docs/operating.md says."""
    with (
        closing(sqlite3.connect(folder / "what-matters.db")) as here,
        closing(sqlite3.connect(folder / "backup.db")) as there,
    ):
        here.backup(there)


@pytest.mark.parametrize("point", POINTS)
async def test_the_sentence_is_in_no_file(folder, key, clock, monkeypatch, point):
    world = worlds.opened(folder, clock)
    async with AsyncClient(transport=ASGITransport(world.app), base_url="http://testserver") as client:
        session = (await client.post("/api/chat/sessions")).json()["session"]
        person = world.done(lambda records: records.sessions.person(session))
        wrapped = world.done(lambda records: bytes(records.people._row(person).wrapped_key))
        chat = Chat(client, session)
        steps = POINTS[point]
        await chat.goes(*steps[: len(SHARES)])
        assert any(CANARY in each for each in chat.said), "it was typed, and shown to whoever typed it"
        if steps[: len(KEEPS)] == KEEPS and person_is_there(world, person):
            await looks_at_everything(client, world, person)
        await chat.goes(*steps[len(SHARES) :])
    clock.move(days=50 if point == "expired" else 0, minutes=11)
    retain(world.begin, 45)
    backed_up(folder)
    world.parts.database.dispose()

    assert "everything.log" in {path.name for path in folder.iterdir()}
    assert files_holding(CANARY, [folder]) == []
    assert (wrapped in every_byte(folder)) is (point not in GONE), "the key that sealed it is gone with it"
    assert [path for path in (folder / "tmp").rglob("*") if path.is_file()] == []


def person_is_there(world, person):
    with world.begin(reading=True) as records:
        return records.people.exists(person)


async def looks_at_everything(client, world, person):
    """Every form of the person's own copy, each of which holds the sentence."""
    link = world.done(lambda records: records.copies.link(person))
    for form in ("", *(f"/{form}" for form in CopyForm)):
        answer = await client.post(f"{urlsplit(f'/copy/{link}').path}{form}")
        assert answer.status_code == 200, form
        assert holds(" ".join(answer.text.split()).encode() if not form else answer.content, CANARY) or form == "/card"
        assert answer.headers["cache-control"] == "no-store"


IN_PRINT = """
import sys
from datetime import UTC, datetime
from bot.exports.files import copy_in_print
from bot.model.sharing import SharedLine, SharedSection, SharedSummary
now = datetime.now(UTC)
sections = (SharedSection("What is most important to me", (SharedLine(sys.argv[1], None),)),)
for large in (False, True):
    notes = SharedSummary("", "the person themselves", sections, 1, now, None)
    sys.stdout.buffer.write(copy_in_print(notes, "Example Hospice", now, large=large).content)
"""


def test_print_is_made_without_a_byte_in_any_file(tmp_path):
    """In a process that may write no file: the limit holds for compiled code too, which no hook of Python sees."""

    def may_write_no_file():
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    made = subprocess.run(
        [sys.executable, "-B", "-c", IN_PRINT, CANARY],
        capture_output=True,
        preexec_fn=may_write_no_file,
        env={"PYTHONPATH": ":".join(sys.path), "TMPDIR": str(tmp_path), "HOME": str(tmp_path)},
        check=False,
    )
    assert made.returncode == 0, made.stderr.decode()
    assert made.stdout.count(b"%PDF-") == 2
    assert [path for path in tmp_path.rglob("*") if path.is_file() and path.stat().st_size] == []
