"""The directory and the finder, joined for the conversation."""

from collections.abc import Iterable
from dataclasses import replace

from bot.model.clock import Clock
from bot.model.directory import Entry, Found, Looking, Match, Nation
from bot.signposting.directory import Directory, UnknownServiceError
from bot.signposting.finder import Finder
from bot.signposting.matching.telling import tell
from bot.signposting.matching.wanted import wanted
from bot.signposting.meaning import Meaning

MOST_READ = 400
"""Characters of a message that are read for what is looked for. A turn holds the store while it reads."""


class SupportDesk:
    """What `bot.stages.parts.Support` asks for, from the real parts."""

    def __init__(self, directory: Directory, finder: Finder, clock: Clock) -> None:
        self._directory = directory
        self._finder = finder
        self._clock = clock

    def find(self, looking: Looking) -> Found:
        """Return at most three services, best first."""
        return self._finder.find(replace(looking, text=_short(looking.text)))

    def read(self, words: str) -> Looking:
        """Return what these words say, as codes."""
        return self._finder.read(_short(words))

    def told(self, words: str) -> Looking:
        """Return what these words say by themselves, as codes."""
        return self._finder.told(_short(words))

    def called(self, name: str) -> tuple[Match, ...]:
        """Return the services that are called so."""
        return self._finder.called(_short(name))

    def place(self, typed: str) -> str:
        """Return the outward code or area that a typed place means, on its own or in a sentence, or ""."""
        return self._finder.place(_short(typed)) or self.read(typed).district

    def nations(self, typed: str) -> frozenset[Nation]:
        """Return the nations in which a typed place lies, none where no place is named."""
        return self._finder.nations(Looking(text=_short(typed)))

    def next_question(self, looking: Looking, asked: tuple[str, ...]) -> str:
        """Return "who", "how" or "place", or "" when no answer would change what is shown."""
        return self._finder.next_question(replace(looking, text=_short(looking.text)), asked) or ""

    def entry(self, service: str) -> Entry | None:
        """Return an entry by its id."""
        return self._directory.entry(service)

    def report(self, service: str, reporter: str) -> None:
        """Note that its number is wrong. An entry that is gone by now needs no report."""
        try:
            self._directory.report_number(service, reporter, in_chat=True)
        except UnknownServiceError:
            return

    def doubted(self) -> frozenset[str]:
        """Return the services of which several say that a number shown may be wrong."""
        return self._directory.doubted()

    def card(self, code: str) -> tuple[Match, ...]:
        """Return what was chosen behind a code, as far as it is still shown."""
        signpost = self._directory.signed(code)
        if signpost is None:
            return ()
        return self._told(signpost.chosen, Looking(needs=signpost.needs, district=signpost.district))

    def again(self, services: tuple[str, ...]) -> tuple[Match, ...]:
        """Return services that were shown before, by their ids, as far as they are still there."""
        return self._told(services, Looking())

    def _told(self, services: Iterable[str], looking: Looking) -> tuple[Match, ...]:
        entries = (self._directory.entry(service) for service in services)
        want = wanted(looking, Meaning(), self._clock.now())
        return tuple(tell(entry, want) for entry in entries if entry and not entry.closed and not entry.held_back)


def _short(words: str) -> str:
    """Return the beginning, and the end of a long message: a request stands in one of them."""
    return words if len(words) <= MOST_READ else f"{words[: MOST_READ // 2]} {words[-MOST_READ // 2 :]}"
