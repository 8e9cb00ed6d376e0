"""The whole application on a store of its own, people with records in it, and everybody who may call."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from fastapi import FastAPI
from pydantic import SecretStr

from bot import asgi
from bot.bootstrap import Parts, build
from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.position import Door
from bot.model.release import Plan
from bot.model.staff import Grant, Role, Staff
from bot.model.teamwork import Progress
from bot.records.commitments import Promise
from bot.records.consent import Purpose
from bot.records.joining import JoinChannel
from bot.settings import Settings
from tests.unit.colleagues import again, enter
from tests.unit.fakes import RuleEngine
from tests.unit.owned.matrix import Caller, Part, Record

TO_TEAM = (Heading.MOST_IMPORTANT, Heading.SUPPORT)
BY_LINK = (Heading.PEOPLE, Heading.COMMUNICATION)


def planted(record: Record, part: Part) -> str:
    """The words of one part of a record: one word, so that no line of print breaks it."""
    return f"plover{record}zz{part}zz"


@dataclass
class Owner:
    """Somebody with a record, and all that leads to it."""

    record: Record
    person: Any
    team_share: str
    link_share: str
    token: str
    pin: str
    trusted: str = ""
    trusted_pin: str = ""
    session: str = ""
    copy: str = ""
    code: str = ""


@dataclass
class World:
    """What a walk goes through."""

    parts: Parts
    app: FastAPI
    clock: Any
    teams: dict[str, str]
    accounts: dict[Caller, str]
    staff: dict[Caller, str] = field(default_factory=dict)
    owners: dict[Record, Owner] = field(default_factory=dict)
    stranger: Owner | None = None
    crowd: list[str] = field(default_factory=list)

    @property
    def begin(self):
        return self.parts.begin

    def done(self, what):
        with self.begin() as records:
            found = what(records)
            records.commit()
        return found


GRANTS = {
    Caller.REVIEWER: (Role.REVIEWER, "Care"),
    Caller.LEAD: (Role.TEAM_LEAD, "Care"),
    Caller.GONE: (Role.REVIEWER, "Care"),
    Caller.RESTING: (Role.REVIEWER, "Care"),
    Caller.OTHER_REVIEWER: (Role.REVIEWER, "Other"),
    Caller.OTHER_LEAD: (Role.TEAM_LEAD, "Other"),
    Caller.VOLUNTEER: (Role.VOLUNTEER, ""),
    Caller.EDITOR: (Role.DIRECTORY_EDITOR, ""),
    Caller.ADMINISTRATOR: (Role.ADMINISTRATOR, ""),
}


def opened(store_folder, clock) -> World:
    """The application with every part that can be switched on, so that its routing table is whole."""
    settings = Settings(
        data_dir=store_folder,
        public_url="http://testserver",
        telegram_token=SecretStr("1:invented"),
        telegram_webhook=True,
        oidc_issuer="https://127.0.0.1:9",
        oidc_client_id="what-matters",
        oidc_client_secret=SecretStr("invented"),
        new_sessions_a_minute=1_000_000,
    )
    parts = build(settings, clock)
    app = asgi.application(parts, RuleEngine(parts.begin, parts.facts))
    teams = {name: parts.accounts.add_team(name).id for name in ("Care", "Other")}
    accounts = {}
    for caller, (role, team) in GRANTS.items():
        accounts[caller], _ = enter(
            parts.accounts, f"{caller.name.lower()}@example.org", Grant(role, teams.get(team, ""))
        )
    accounts[Caller.NO_ROLE], _ = enter(parts.accounts, "no_role@example.org")
    parts.accounts.grants.take_away(accounts[Caller.GONE], Grant(Role.REVIEWER, teams["Care"]), "command line")
    parts.accounts.reset(accounts[Caller.RESTING], f"account:{accounts[Caller.ADMINISTRATOR]}")
    return World(parts, app, clock, teams, accounts)


def settle(world: World, record: Record) -> None:
    """Somebody keeps two versions and shares them with a team and by a link; the team reads and writes back."""
    team = "Other" if record is Record.OTHERS else "Care"
    reader = Caller.OTHER_REVIEWER if record is Record.OTHERS else Caller.REVIEWER
    account = world.accounts[reader]
    staff = Staff(account, "", "", (Grant(Role.REVIEWER, world.teams[team]),))

    def word(part: Part) -> str:
        return planted(record, part)

    def keep(records, *, first: Part | None = None):
        draft = Draft()
        if first:
            draft = draft.adding(Heading.SUPPORT, Kind.SUPPORT, 1, word(first))
        draft = draft.adding(Heading.MOST_IMPORTANT, Kind.WHAT, 0, word(Part.TOTEAM))
        draft = draft.adding(Heading.MOST_IMPORTANT, Kind.WHY, 0, word(Part.TOTEAMWHY))
        draft = draft.adding(Heading.SUPPORT, Kind.SUPPORT, 0, word(Part.TOTEAM))
        for heading in BY_LINK:
            draft = draft.adding(heading, Kind.ADDED, -1, word(Part.BYLINK))
        for heading, kind in (
            (Heading.WELLNESS, Kind.ADDED),
            (Heading.PLEASE_DO, Kind.DO),
            (Heading.ALSO_KNOW, Kind.ADDED),
        ):
            draft = draft.adding(heading, kind, -1, word(Part.KEPT))
        records.summaries.keep(person, Door.ME, draft.lines)

    person = world.done(lambda records: records.people.create())
    world.done(lambda records: records.consents.give(person, Purpose.KEEP, door=Door.ME))
    world.done(lambda records: keep(records, first=Part.EARLIER))
    days = 1 if record is Record.EXPIRED else 60
    until = world.clock.now() + timedelta(days=days)
    share = world.done(
        lambda records: records.teamwork.share(person, world.teams[team], word(Part.NAME), TO_TEAM, until, Door.ME)
    )
    link = world.done(lambda records: records.shares.create(person, word(Part.RECIPIENT), BY_LINK, until, Door.ME))
    named = word(Part.TRUSTED)
    plan = Plan(BY_LINK, (named,), (f"{named} one", f"{named} two"), Door.ME, 7, until)
    trusted, *_ = world.done(lambda records: records.releases.set_up(person, plan))
    world.parts.team_pages.open(staff, share)
    world.done(lambda records: keep(records, first=Part.NEVERREAD))
    world.done(keep)

    def write_back(records):
        held = records.teamwork.shares.for_staff(staff, share)
        line = records.summaries.latest(person).lines[0].id
        promise = Promise(3, line, Progress.PLANNED, word(Part.PROMISE), None)
        records.teamwork.commitments.add(held, account, promise)
        question = records.teamwork.questions.ask(held, account, word(Part.QUESTION))
        records.teamwork.told([notice.id for notice in records.teamwork.notices(person)])
        records.teamwork.answer(question, word(Part.ANSWER))
        records.teamwork.reflections.add(held, account, 4, 1, word(Part.REFLECTION), together=False)
        records.drafts.put(person, Draft(opening=word(Part.DRAFT)))

    world.done(write_back)
    world.parts.team_pages.open(staff, share)
    world.owners[record] = Owner(record, person, share, link.id, link.token, link.pin, trusted.token, trusted.pin)


CROWD = 26
"""One more than a page of an inbox holds."""


def settle_a_crowd(world: World) -> None:
    """So many others share with the team that its inbox has a second page."""
    until = world.clock.now() + timedelta(days=60)

    def share(records):
        draft = Draft().adding(Heading.SUPPORT, Kind.SUPPORT, 0, planted(Record.STOPPED, Part.TOTEAM))
        for _ in range(CROWD):
            person = records.people.create()
            records.consents.give(person, Purpose.KEEP, door=Door.ME)
            records.summaries.keep(person, Door.ME, draft.lines)
            called = planted(Record.STOPPED, Part.NAME)
            world.crowd.append(records.teamwork.share(person, world.teams["Care"], called, TO_TEAM, until, Door.ME))

    world.done(share)


def arrive(world: World) -> None:
    """Everybody gets a session of their own, and the person a link to their copy and one to go on elsewhere."""
    for caller in (*GRANTS, Caller.NO_ROLE):
        world.staff[caller] = again(world.parts.accounts, f"{caller.name.lower()}@example.org")
    if world.stranger is None:
        person = world.done(lambda records: records.people.create())
        world.stranger = Owner(Record.OTHERS, person, "", "", "", "")
    for owner in (*world.owners.values(), world.stranger):

        def come(records, owner=owner):
            if records.people.exists(owner.person):
                owner.session = records.sessions.open(owner.person, "web")
                owner.code = records.joining.make(owner.person, JoinChannel.WEB)
            owner.copy = records.copies.link(owner.person)

        world.done(come)


def end(world: World) -> None:
    """Each record ends in its own way, and a question that nobody was told of waits in each."""
    for record, owner in world.owners.items():
        if record is Record.OTHERS:
            continue
        staff = Staff(world.accounts[Caller.REVIEWER], "", "", (Grant(Role.REVIEWER, world.teams["Care"]),))
        world.parts.team_pages.ask(staff, owner.team_share, planted(record, Part.QUESTION))
        world.done(lambda records, owner=owner: _end(records, owner))
    world.done(lambda records: [records.teamwork.stop(share) for share in world.crowd])
    world.clock.move(days=2)


def _end(records, owner: Owner) -> None:
    person, team, link = owner.person, owner.team_share, owner.link_share
    match owner.record:
        case Record.STOPPED:
            records.teamwork.stop(team)
            records.shares.stop(link)
            for release in records.releases.standing(person):
                records.releases.stop(release.id)
        case Record.TAKENBACK:
            records.consents.withdraw(person, Purpose.SHARE_TEAM, team)
            records.consents.withdraw(person, Purpose.SHARE, link)
            for release in records.releases.standing(person):
                records.consents.withdraw(person, Purpose.AFTER_DEATH, release.id)
        case Record.UNKEPT:
            records.consents.withdraw(person, Purpose.KEEP)
        case Record.KEPTANEW:
            records.consents.withdraw(person, Purpose.KEEP)
            records.consents.give(person, Purpose.KEEP)
        case Record.FORGOTTEN:
            records.people.forget(person, "person")
        case Record.LETGO:
            records.summaries.drop_all(person)
            records.people.renew_key_if_nothing_kept(person)
        case Record.EXPIRED:
            pass  # its day comes
