"""What the pages and the APIs for finding support are handed: the directory, the finder, and the clock."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from bot.model.clock import Clock
from bot.model.directory import Entry, Found, Looking, Nation, Need
from bot.pages.facts import SiteFacts
from bot.pages.limits import NewSessions
from bot.signposting.directory import Change, Signpost
from bot.signposting.matching.own_words import Alarm
from bot.signposting.open_directory import OpenPage, Wanted


class SupportDirectory(Protocol):
    """The directory, which may wait for the store. The real one is `bot.signposting.directory.Directory`."""

    def entry(self, service_id: str) -> Entry | None: ...

    def all_entries(self) -> tuple[Entry, ...]: ...

    def check(self, service_id: str, actor: str, email: str, on: date) -> None: ...

    def correct(self, service_id: str, actor: str, changes: Mapping[str, Any]) -> None: ...

    def history(self, service_id: str) -> Sequence[Change]: ...

    def undo(self, change_number: int, actor: str) -> None: ...

    def report_number(self, service_id: str, reporter: str) -> object: ...

    def reports(self) -> Mapping[str, int]: ...

    def sign(self, chosen: Sequence[str], needs: Sequence[Need], district: str) -> str: ...

    def signed(self, code: str) -> Signpost | None: ...


class AccountNames(Protocol):
    """Knows who stands behind an account. The real one is `bot.accounts.accounts.Accounts`."""

    def name(self, account: str) -> str: ...


class OpenServices(Protocol):
    """Reads pages of the directory as open data. The real one is `bot.signposting.open_directory.OpenDirectory`."""

    def services(self, wanted: Wanted, page: int, size: int) -> OpenPage: ...

    def service(self, service_id: str) -> Mapping[str, Any] | None: ...

    def taxonomies(self, page: int, size: int) -> OpenPage: ...

    def taxonomy(self, taxonomy_id: str) -> Mapping[str, Any] | None: ...

    def terms(self, page: int, size: int) -> OpenPage: ...

    def term(self, term_id: str) -> Mapping[str, Any] | None: ...


class SupportFinder(Protocol):
    """Finds what fits. The real one is `bot.signposting.finder.Finder`."""

    def find(self, looking: Looking) -> Found: ...

    def read(self, text: str) -> Looking:
        """Return what words say, as codes; the words themselves are not in it."""
        ...

    def place(self, typed: str) -> str:
        """Return the outward code or area that a typed postcode or town means, or nothing."""
        ...

    def alarm(self, text: str) -> Alarm:
        """Return what words say that comes before every service."""
        ...

    def nations(self, looking: Looking) -> frozenset[Nation]:
        """Return the nations that the place lies in, as far as it is told."""
        ...


class SupportServices(Protocol):
    """What these routes are handed."""

    @property
    def settings(self) -> SiteFacts: ...

    @property
    def directory(self) -> SupportDirectory: ...

    @property
    def finder(self) -> SupportFinder: ...

    @property
    def accounts(self) -> AccountNames: ...

    @property
    def open_directory(self) -> OpenServices: ...

    @property
    def clock(self) -> Clock: ...

    @property
    def cards_made(self) -> NewSessions:
        """How many cards one address may make."""
        ...

    @property
    def numbers_reported(self) -> NewSessions:
        """How many numbers one address may report. Without this, one person could hide every number there is."""
        ...
