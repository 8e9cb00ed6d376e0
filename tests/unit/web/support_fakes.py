"""A small directory of invented services on the real store, a finder that finds what it is told, and some accounts."""

from dataclasses import dataclass, field, replace
from datetime import date

from fastapi import FastAPI

from bot.model.clock import Clock
from bot.model.directory import Entry, Found, Hours, Looking, Loss, Match, Nation, Need, Phone, Way
from bot.model.staff import Grant, Role, Staff
from bot.pages.limits import NewSessions
from bot.pages.site import install
from bot.signposting.checked import checked_words, is_stale
from bot.signposting.directory import Directory
from bot.signposting.hours import is_open, opens_next
from bot.signposting.matching.own_words import Alarm
from bot.signposting.open_directory import OpenDirectory
from bot.web import support
from bot.web.staff.csrf import csrf_of
from bot.web.staff.guard import Guard, check_routes
from tests.unit.web.team_fakes import NASTY

LINE = Entry(
    id="3b1c1de4-7d0f-4a39-9a57-000000000001",
    name="Example Grief Line",
    organisation="Example Grief Trust",
    who_for="anyone who grieves",
    needs=(Need.BEREAVEMENT,),
    phones=(Phone("0808 157 0123"), Phone("85258", "text", "text EXAMPLE to")),
    email="help@grief.example",
    url="https://www.grief.example/help",
    hours=(Hours(("MO", "TU", "WE", "TH", "FR"), "09:00", "17:00"),),
    hours_note="Closed on bank holidays.",
    languages=("Welsh",),
    access=(Way.PHONE, Way.TEXT),
    next_step="A volunteer answers and listens.",
    fees="Free.",
    source="https://www.grief.example/contact",
    grade="A",
)
AFTER = replace(
    LINE,
    id="3b1c1de4-7d0f-4a39-9a57-000000000002",
    name="After Suicide Example",
    organisation="After Suicide Example",
    who_for="anyone whose person died by suicide",
    losses=(Loss.SUICIDE,),
    phones=(Phone("01632960456"),),
    email="",
    hours=(),
    hours_note="",
    languages=(),
    assured_date=date(2026, 1, 5),
    assurer_email="pat@example.org",
    alert="They ring back within a day.",
)
ODD = replace(
    LINE,
    id="3b1c1de4-7d0f-4a39-9a57-000000000003",
    name=f"Odd {NASTY}",
    organisation="Odd",
    phones=(),
    email="",
    url="https://odd.example/",
    minimum_age=18,
    next_step=NASTY,
)
HELD = replace(LINE, id="3b1c1de4-7d0f-4a39-9a57-000000000004", name="Held Example", held_back="to check: two numbers")
CLOSED = replace(LINE, id="3b1c1de4-7d0f-4a39-9a57-000000000005", name="Closed Example", closed=True)
ENTRIES = (LINE, AFTER, ODD, HELD, CLOSED)

VOLUNTEER = Staff("a3", "Vic Volunteer", "vic@example.org", (Grant(Role.VOLUNTEER),))
EDITOR = Staff("a5", "Edi Editor", "edi@example.org", (Grant(Role.DIRECTORY_EDITOR),))
REVIEWER = Staff("a1", "Sam Reviewer", "sam@example.org", (Grant(Role.REVIEWER, "t1"),))
TOKENS = {"v": VOLUNTEER, "e": EDITOR, "r": REVIEWER}


@dataclass
class FakeFinder:
    """Finds the entries of these ids that may be offered, whatever is looked for, and notes what it was asked."""

    directory: Directory
    clock: Clock
    finds: tuple[str, ...] = (LINE.id, AFTER.id, ODD.id)
    next_best: bool = False
    unclear: str = ""
    asked: list = field(default_factory=list)

    def find(self, looking) -> Found:
        self.asked.append(looking)
        when = looking.when or self.clock.now()
        offered = {entry.id: entry for entry in self.directory.entries()}
        matches = (
            Match(
                entry,
                f"For {entry.who_for}.",
                entry.next_step,
                is_open(entry.hours, when),
                opens_next(entry.hours, when),
                checked_words(entry, when),
                is_stale(entry, when),
            )
            for entry in (offered[each] for each in self.finds if each in offered)
        )
        return Found(tuple(matches), self.next_best, self.unclear)

    def read(self, text) -> Looking:
        return Looking(needs=(Need.BEREAVEMENT,) if "died" in text else ())

    def alarm(self, text) -> Alarm:
        return Alarm(at_risk="danger" in text, died_lately="lately" in text)

    def nations(self, looking) -> frozenset[Nation]:
        return frozenset({Nation.NORTHERN_IRELAND}) if looking.district.startswith("BT") else frozenset()

    def place(self, typed) -> str:
        return {"dorchester": "DT1"}.get(typed.lower(), typed[:4])


class FakeSessions:
    def staff_of(self, token: str) -> Staff | None:
        return TOKENS.get(token)


class FakeNames:
    def name(self, account: str) -> str:
        return next((staff.name for staff in TOKENS.values() if staff.id == account), "")


@dataclass(frozen=True)
class SupportSettings:
    public_url: str = "http://testserver"
    organisation: str = "Example Hospice"
    draft_days: int = 45


@dataclass(frozen=True)
class FakeSupport:
    settings: SupportSettings
    directory: Directory
    finder: FakeFinder
    accounts: FakeNames
    open_directory: OpenDirectory
    clock: Clock
    cards_made: NewSessions = field(default_factory=lambda: NewSessions(30, lambda: 0.0))
    numbers_reported: NewSessions = field(default_factory=lambda: NewSessions(3, lambda: 0.0))


class Standing:
    """Services that are those of the test that runs: the site is made once, for reading templates takes a while."""

    settings = SupportSettings()

    def __init__(self) -> None:
        self.now: FakeSupport | None = None

    def __getattr__(self, name: str) -> "Lent":
        return Lent(self, name)


class Lent:
    """One part of the services of the test that runs."""

    def __init__(self, standing: Standing, name: str) -> None:
        self._standing = standing
        self._name = name

    def __getattr__(self, name: str) -> object:
        return getattr(getattr(self._standing.now, self._name), name)


def support_on(open_transaction, clock, settings: SupportSettings | None = None) -> FakeSupport:
    """The real directory with the invented entries in it, and the rest."""
    directory = Directory(open_transaction)
    directory.add(ENTRIES, "seed")
    finder = FakeFinder(directory, clock)
    open_directory = OpenDirectory(open_transaction, directory.entries)
    return FakeSupport(settings or SupportSettings(), directory, finder, FakeNames(), open_directory, clock)


def serve_support(services: FakeSupport) -> FastAPI:
    app = FastAPI(title="What Matters", version="1", docs_url=None, redoc_url=None)
    install(app, services.settings)
    app.include_router(support.routes(services, Guard(FakeSessions(), services.settings)))
    check_routes(app)
    return app


class SignedIn:
    """A browser in which somebody is signed in."""

    def __init__(self, browser, services: FakeSupport, token: str = "v") -> None:
        self.browser = browser
        self.token = token
        self.services = services
        browser.cookies.set(Guard(FakeSessions(), services.settings).cookie.name, token)

    def opens(self, path: str):
        return self.browser.get(path)

    def sends(self, path: str, **form):
        entry = path.split("/")[3]
        changes = self.services.directory.history(entry)
        newest = max((change.number for change in changes if change.kind != "reported"), default=0)
        given = {"csrf": csrf_of(self.token), "seen": str(newest), **form}
        return self.browser.post(path, data=given)
