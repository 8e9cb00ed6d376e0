"""Stand-ins for our own interfaces, and what several tests need to look at the store from outside."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import Engine as Database
from sqlalchemy import inspect, text

from actions import all_actions
from bot.channels.engine import EngineDownError, EngineMessage, Heard, _messages
from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.records.own_copies import OwnCopies
from bot.records.unit_of_work import Begin
from bot.settings import Settings
from bot.stages.conversation import Facts
from bot.stages.copy_files import CopyFiles
from bot.stages.share_pages import SharedPages
from bot.understanding.context import act_on

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
RESPONSES: dict[str, list[dict[str, Any]]] = {
    name: variations
    for path in sorted((ROOT / "data" / "responses").glob("*.yml"))
    for name, variations in yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].items()
}
START = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


class MovingClock:
    """Time that passes only when a test says so."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start

    def now(self) -> datetime:
        return self._now

    def move(self, **length: float) -> None:
        self._now += timedelta(**length)


def rules() -> dict[str, list[str]]:
    """The actions of each intent, from data/rules."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "data" / "rules").glob("*.yml")):
        for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]:
            first, *rest = rule["steps"]
            for step in first.get("or", [first]):
                assert step["intent"] not in found, f"{step['intent']} has two rules"
                found[step["intent"]] = [action["action"] for action in rest]
    return found


RULES = rules()


class FakeEngine:
    """An engine that says one line for everything it hears, or what a test tells it to."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.forgotten: list[PersonId] = []
        self.down = False
        self.ready = True
        self.says: Callable[[PersonId, Heard], list[EngineMessage]] = lambda _person, _heard: [EngineMessage("Yes.")]

    async def hear(self, person: PersonId, heard: Heard) -> list[EngineMessage]:
        self.heard.append(heard)
        if self.down:
            raise EngineDownError
        return self.says(person, heard)

    async def forget(self, person: PersonId) -> None:
        self.forgotten.append(person)

    async def is_ready(self) -> bool:
        return self.ready

    async def close(self) -> None:
        pass


class RuleEngine(FakeEngine):
    """Our rules, responses and actions joined as Rasa joins them; understands commands, takes the rest as answers.

    `fails_after` lets so many actions of each turn run before the turn breaks off, as a killed process does.
    """

    def __init__(self, begin: Begin, facts: Facts) -> None:
        super().__init__()
        self._actions = {action.name(): action for action in all_actions(begin, facts)}
        self._slots: dict[PersonId, dict[str, Any]] = {}
        self.fails_after: int | None = None
        self.understands: dict[str, str] = {}

    async def hear(self, person: PersonId, heard: Heard) -> list[EngineMessage]:
        self.heard.append(heard)
        if self.down:
            raise EngineDownError
        guess = self.understands.get(heard.text, "inform")
        intent = heard.intent or act_on([(guess, 0.98)], heard.text, heard.state)[0]
        raw: list[dict[str, Any]] = []
        for place, name in enumerate(RULES[intent]):
            if place == self.fails_after:
                raise EngineDownError
            if name.startswith("utter_"):
                raw.append(self._render(person, {"response": name}))
            else:
                raw += await self._run(person, heard, intent, name)
        return _messages(raw)

    async def _run(self, person: PersonId, heard: Heard, intent: str, name: str) -> list[dict[str, Any]]:
        dispatcher = CollectingDispatcher()
        events = await self._actions[name].run(dispatcher, tracker(person, heard.turn, intent), {})
        slots = self._slots.setdefault(person, {})
        slots.update({event["name"]: event["value"] for event in events if event["event"] == "slot"})
        return [self._render(person, message) for message in dispatcher.messages]

    def _render(self, person: PersonId, message: dict[str, Any]) -> dict[str, Any]:
        if not message.get("response"):
            return message
        return render(message, self._slots.get(person, {}))


def render(message: dict[str, Any], slots: dict[str, Any]) -> dict[str, Any]:
    """Fill a response as our engine does: of the variations whose conditions hold, the first with the most of them."""
    variations = RESPONSES[message["response"]]
    fitting = [v for v in variations if all(slots.get(c["name"]) == c["value"] for c in v.get("condition", ()))]
    chosen = max(fitting, key=lambda variation: len(variation.get("condition", ())))
    return {
        "text": chosen["text"].format_map(message),
        "buttons": [*chosen.get("buttons", ()), *(message.get("buttons") or ())],
        "custom": message.get("custom"),
    }


def tracker(person: str, turn: str, intent: str) -> Tracker:
    """What Rasa sends of a conversation whose latest message was this one."""
    return Tracker.from_dict(
        {
            "sender_id": person,
            "slots": {},
            "latest_message": {"intent": {"name": intent}, "entities": [], "metadata": {"turn": turn}},
            "events": [],
            "paused": False,
            "active_loop": {},
            "latest_action_name": "action_listen",
        }
    )


def every_byte(folder: Path) -> bytes:
    """Everything in every file of a folder: the database, its write-ahead log, its shared memory."""
    return b"\0".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def holds(folder: Path, words: str) -> bool:
    """Whether any file holds the words, as they are or as JSON writes them."""
    found = every_byte(folder)
    escaped = words.encode("ascii", "backslashreplace")
    return any(form in found for form in (words.encode(), escaped, words.encode("utf-16-le")))


def wrapped_key(database: Database) -> bytes:
    """The key, as the store holds it, of the only person there is."""
    with database.connect() as connection:
        return connection.execute(text("select wrapped_key from people")).scalar_one()


def everywhere(database: Database, value: str) -> dict[str, int]:
    """How many rows of each table hold the value in any column."""
    found = {}
    with database.connect() as connection:
        for table in inspect(connection).get_table_names():
            rows = connection.execute(text(f"select * from {table}")).all()
            count = sum(any(not isinstance(cell, bytes) and value in str(cell) for cell in row) for row in rows)
            if count:
                found[table] = count
    return found


def copy_files(begin: Begin, settings: Settings, clock: Clock) -> CopyFiles:
    """The real files of copies, of a real store."""
    return CopyFiles(SharedPages(begin), OwnCopies(begin), settings.organisation, clock.now)
