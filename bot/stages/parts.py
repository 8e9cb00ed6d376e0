"""What the conversation is handed from outside: the directory of services, and the teams one can share with."""

from collections.abc import Callable
from typing import Protocol

from bot.model.directory import Entry, Found, Looking, Match, Nation
from bot.model.ids import PersonId
from bot.model.information import Library
from bot.model.staff import Team

Teams = Callable[[], tuple[Team, ...]]
Afterwards = Callable[[], None]
TelegramName = Callable[[], str]
CanWriteFirst = Callable[[PersonId], bool]
Information = Callable[[], Library]


class Support(Protocol):
    """The directory and the finder, as far as the conversation uses them."""

    def find(self, looking: Looking) -> Found:
        """Return at most three services, best first."""
        ...

    def read(self, words: str) -> Looking:
        """Return what these words say of who died and how, which help, where, and how one can get in touch."""
        ...

    def told(self, words: str) -> Looking:
        """Return what these words say by themselves, without a guess at what they may mean."""
        ...

    def called(self, name: str) -> tuple[Match, ...]:
        """Return the services that are called so, however it is spelt."""
        ...

    def place(self, typed: str) -> str:
        """Return the outward code that a typed place or postcode means, at most four characters, or ""."""
        ...

    def nations(self, typed: str) -> frozenset[Nation]:
        """Return the nations in which a typed place lies, several on a border, none where no place is named."""
        ...

    def next_question(self, looking: Looking, asked: tuple[str, ...]) -> str:
        """Return which answer would change most of what is shown: "who" died, "how", or "place"; "" for none."""
        ...

    def entry(self, service: str) -> Entry | None:
        """Return an entry by its id."""
        ...

    def report(self, service: str, reporter: str) -> None:
        """Note that its number is wrong, once for each reporter. It writes, so never inside a unit of work."""
        ...

    def doubted(self) -> frozenset[str]:
        """Return the services of which several say that a number shown may be wrong."""
        ...

    def again(self, services: tuple[str, ...]) -> tuple[Match, ...]:
        """Return services that were shown before, by their ids, as far as they are still there."""
        ...

    def card(self, code: str) -> tuple[Match, ...]:
        """Return what a volunteer chose for somebody, or nothing for a code that is not known or too old."""
        ...


class NoSupport:
    """A directory with nothing in it."""

    def find(self, looking: Looking) -> Found:
        return Found()

    def read(self, words: str) -> Looking:
        return Looking()

    def told(self, words: str) -> Looking:
        return Looking()

    def called(self, name: str) -> tuple[Match, ...]:
        return ()

    def place(self, typed: str) -> str:
        return ""

    def nations(self, typed: str) -> frozenset[Nation]:
        return frozenset()

    def next_question(self, looking: Looking, asked: tuple[str, ...]) -> str:
        return ""

    def entry(self, service: str) -> Entry | None:
        return None

    def report(self, service: str, reporter: str) -> None:
        return None

    def doubted(self) -> frozenset[str]:
        return frozenset()

    def again(self, services: tuple[str, ...]) -> tuple[Match, ...]:
        return ()

    def card(self, code: str) -> tuple[Match, ...]:
        return ()


def no_teams() -> tuple[Team, ...]:
    """Return no team at all."""
    return ()


def no_information() -> Library:
    """Return no text at all."""
    return Library()


def not_on_telegram() -> str:
    """Return no name of a bot."""
    return ""


def to_nobody(_person: PersonId) -> bool:
    """Say that no channel can write to this person first."""
    return False
