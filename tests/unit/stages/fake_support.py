"""A directory of three services and a reader of a few words, so that stages can be tried without the real ones."""

from dataclasses import replace
from datetime import date

from bot.model.directory import Entry, Found, Looking, Loss, Match, Nation, Need, Phone, Relationship, Way
from bot.model.staff import Team
from tests.unit.team_store import CARE, OTHER

TEAMS = (Team(CARE, "The Garden Team", 3), Team(OTHER, "Harbour Nurses", 1))
CRUSE, MOSAIC, PAGE_ONLY = (
    Entry(
        id="s1",
        name="Cruse",
        organisation="Cruse",
        who_for="anyone bereaved",
        needs=(Need.BEREAVEMENT,),
        phones=(Phone("0808 808 1677"), Phone("85258", "text", "text HELP to")),
        email="help@example.org",
        url="https://example.org/cruse",
    ),
    Entry(
        id="s2",
        name="Mosaic House",
        organisation="Mosaic House",
        who_for="children in Dorset",
        needs=(Need.BEREAVEMENT,),
        phones=(Phone("01258 000000"),),
        alert="No visits this week.",
    ),
    Entry(
        id="s3",
        name="The Page",
        organisation="The Page",
        who_for="anyone",
        needs=(Need.MONEY,),
        url="https://example.org/page",
    ),
)
ENTRIES = {entry.id: entry for entry in (CRUSE, MOSAIC, PAGE_ONLY)}
_RELATIONSHIPS = {
    "brother": Relationship.SIBLING,
    "dad": Relationship.PARENT,
    "mum": Relationship.PARENT,
    "husband": Relationship.PARTNER,
    "friend": Relationship.FRIEND,
    "son": Relationship.CHILD,
}
_PLACES = {"poole": "BH15", "dt1": "DT1", "dorchester": "DT1"}


class FakeSupport:
    """`looked` are all the searches so far, `reports` what was reported. `found` is what the next searches find."""

    def __init__(self) -> None:
        self.looked: list[Looking] = []
        self.reports: list[tuple[str, str]] = []
        self.found = Found(tuple(match(entry) for entry in ENTRIES.values()))
        self.doubts: frozenset[str] = frozenset()
        self.cards = {"BCD234": (match(CRUSE),)}
        self.entries = dict(ENTRIES)

    def find(self, looking: Looking) -> Found:
        self.looked.append(looking)
        return self.found

    def read(self, words: str) -> Looking:
        said = words.lower().replace(",", " ").split()
        died = {"died", "death", "grieving", "bereaved"} & set(said) or "own life" in words
        return Looking(
            needs=(*((Need.BEREAVEMENT,) if died else ()), *((Need.MONEY,) if "money" in said else ())),
            losses=(Loss.SUICIDE,) if "own life" in words else (Loss.BABY,) if "miscarriage" in said else (),
            relationships=tuple(_RELATIONSHIPS[word] for word in said if word in _RELATIONSHIPS),
            district=next((_PLACES[word] for word in said if word in _PLACES), ""),
            for_child="granddaughter" in said,
            ways=frozenset({Way.TEXT}) if "text" in said else frozenset(),
        )

    def told(self, words: str) -> Looking:
        return self.read(words)

    def called(self, name: str) -> tuple[Match, ...]:
        return tuple(match(entry) for entry in self.entries.values() if entry.name.lower() == name.lower())

    def place(self, typed: str) -> str:
        return self.read(typed).district

    def nations(self, typed: str) -> frozenset[Nation]:
        return frozenset({Nation.WALES}) if "cardiff" in typed.lower() else frozenset()

    def next_question(self, looking: Looking, asked: tuple[str, ...]) -> str:
        known = looking.relationships or looking.losses or looking.for_child
        if "who" not in asked and Need.BEREAVEMENT in looking.needs and not known:
            return "who"
        return "" if looking.district or "place" in asked else "place"

    def entry(self, service: str) -> Entry | None:
        return self.entries.get(service)

    def report(self, service: str, reporter: str) -> None:
        self.reports.append((service, reporter))

    def doubted(self) -> frozenset[str]:
        return self.doubts

    def again(self, services: tuple[str, ...]) -> tuple[Match, ...]:
        return tuple(match(self.entries[service]) for service in services)

    def card(self, code: str) -> tuple[Match, ...]:
        return self.cards.get(code, ())

    def check(self, service: str, on: date) -> None:
        """Somebody rang: the entry is checked on this day."""
        self.entries[service] = replace(self.entries[service], assured_date=on)
        self.found = Found(tuple(match(entry) for entry in self.entries.values()))


def match(entry: Entry, *, open_now: bool | None = True) -> Match:
    return Match(
        entry=entry,
        why=f"It is for {entry.who_for}.",
        next_step="Somebody trained will answer.",
        open_now=open_now,
        opens="Day and night.",
        checked="No person has checked this yet.",
        stale=False,
    )
