"""What waits to be told to the bot: in order, for a day at most, until the bot has confirmed it."""

from dataclasses import dataclass, field
from typing import Any

from tests.telegram_server.clock import Clock

FIRST_UPDATE = 715_000_001
KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "message_reaction",
)
BY_DEFAULT = frozenset(KINDS) - {"chat_member", "message_reaction"}
DAY = 24 * 60 * 60.0
SECONDS = {"callback_query": 150.0, "inline_query": 30.0}
"""How long Telegram keeps updates of these kinds; all others a day."""


@dataclass(eq=False)
class Update:
    """One update. Those of one lane reach a webhook one after the other; lanes do not wait for each other."""

    update_id: int
    kind: str
    payload: dict[str, Any]
    chat_id: int
    lane: tuple[str, int]
    made: float
    expires: float
    due: float
    failures: int = 0
    handed_out: int = 0
    """How often the bot was given it."""
    again: int = 0
    """How often it will come again although the bot has confirmed it; a fault."""
    is_shielded: bool = False
    """Whether a fault keeps it from being confirmed before the bot is given it (again)."""

    @property
    def body(self) -> dict[str, Any]:
        return {"update_id": self.update_id, self.kind: self.payload}


@dataclass
class Queue:
    """All updates that the bot has not confirmed. `made` and `lost` count for each chat."""

    clock: Clock
    allowed: frozenset[str] = BY_DEFAULT
    pending: list[Update] = field(default_factory=list)
    made: dict[int, list[int]] = field(default_factory=dict)
    lost: dict[int, list[int]] = field(default_factory=dict)
    next_id: int = FIRST_UPDATE

    def add(self, kind: str, payload: dict[str, Any], chat_id: int, user_id: int | None = None) -> Update | None:
        """None where the bot does not want updates of this kind: Telegram never makes such a one."""
        if kind not in self.allowed:
            return None
        now = self.clock.now()
        lane = (kind.removeprefix("edited_"), chat_id if user_id is None else user_id)
        expires = now + SECONDS.get(kind, DAY)
        update = Update(self.next_id, kind, payload, chat_id, lane, now, expires, due=now)
        self.next_id += 1
        self.pending.append(update)
        self.made.setdefault(chat_id, []).append(update.update_id)
        return update

    def waiting(self) -> list[Update]:
        """What the bot could be given now. What nobody fetched in time is lost here."""
        now = self.clock.now()
        for update in [one for one in self.pending if one.expires <= now]:
            self.pending.remove(update)
            if not update.handed_out:
                self.lost.setdefault(update.chat_id, []).append(update.update_id)
        return list(self.pending)

    def confirm_below(self, update_id: int) -> None:
        """The bot has all with a lower number."""
        for update in [one for one in self.pending if one.update_id < update_id and not one.is_shielded]:
            self.confirm(update)

    def confirm(self, update: Update) -> None:
        """The bot has this one; where a fault says so, it comes once more all the same."""
        if update not in self.pending:
            return
        if update.again > 0:
            update.again -= 1
            update.is_shielded = True
            update.due, update.failures = self.clock.now(), 0
        else:
            self.pending.remove(update)

    def keep_last(self, count: int) -> None:
        """Forget all but the newest ones, as a negative offset asks for."""
        self.pending = self.pending[-count:] if count else []

    def swap_two(self) -> bool:
        """Put the second update of some chat before the first. False where no chat has two."""
        for at, first in enumerate(self.pending):
            for behind in range(at + 1, len(self.pending)):
                second = self.pending[behind]
                is_new = not (first.handed_out or first.is_shielded or second.handed_out or second.is_shielded)
                if second.lane == first.lane and is_new:
                    self.pending[at], self.pending[behind] = second, first
                    first.is_shielded = True
                    return True
        return False
