"""What a test can make go wrong: with the answer to a method, and with the delivery of updates."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class TooMany:
    """429 with this `retry_after`; nothing is done."""

    retry_after: int = 1


@dataclass(frozen=True)
class Broken:
    """500, or 502 with the page of a proxy in place of JSON. Done all the same if `done`."""

    status: int = 502
    done: bool = False


@dataclass(frozen=True)
class NoAnswer:
    """The connection stays open and nothing comes, until the bot gives up. Done all the same if `done`."""

    done: bool


@dataclass(frozen=True)
class Reset:
    """The connection is reset. Done all the same if `done`."""

    done: bool


@dataclass(frozen=True)
class Slow:
    """Done, and answered this many real seconds later."""

    seconds: float


Fault = TooMany | Broken | NoAnswer | Reset | Slow


@dataclass
class Planned:
    """A fault that waits for its request. `times` is None where it stays until cancelled."""

    fault: Fault
    method: str
    chat_id: int | None
    times: int | None
    skip: int
    used: int = 0

    def cancel(self) -> None:
        self.times = self.used

    def _is_for(self, method: str, chat_id: int | None) -> bool:
        is_over = self.times is not None and self.used >= self.times
        return not is_over and self.method in {"*", method} and self.chat_id in {None, chat_id}

    def meets(self, method: str, chat_id: int | None) -> bool:
        """Whether it strikes this request. The first ones may be skipped."""
        if not self._is_for(method, chat_id):
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        self.used += 1
        return True


@dataclass
class Faults:
    """Everything that is to go wrong. Only what was asked for does, and each as often as asked for."""

    planned: list[Planned] = field(default_factory=list)
    doubled: int = 0
    swapped: int = 0
    unheard: int = 0

    def on(
        self, method: str, fault: Fault, *, chat: int | None = None, times: int | None = 1, skip: int = 0
    ) -> Planned:
        """Let a method ("*" for any) fail in a chat (None for any), after `skip` requests that go well."""
        planned = Planned(fault, method.lower(), chat, times, skip)
        self.planned.append(planned)
        return planned

    def doubles(self, times: int = 1) -> None:
        """The next updates come twice: again after the bot has confirmed them, by getUpdates or by webhook."""
        self.doubled += times

    def swaps(self, times: int = 1) -> None:
        """As often as this, of two updates that wait in one chat the second comes first."""
        self.swapped += times

    def loses_answers(self, times: int = 1) -> None:
        """The webhook's next good answers get lost on the way, so what they answered comes again."""
        self.unheard += times

    def clear(self) -> None:
        for planned in self.planned:
            planned.cancel()
        self.planned.clear()
        self.doubled = self.swapped = self.unheard = 0

    def struck(self, method: str, chat_id: int | None) -> Fault | None:
        """What goes wrong with this request, if anything."""
        return next((one.fault for one in self.planned if one.meets(method.lower(), chat_id)), None)
