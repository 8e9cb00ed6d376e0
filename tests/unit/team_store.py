"""Teams, the people who work in them, and somebody who shares with them: put into a real store, as the doors would."""

from datetime import timedelta

from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.position import Door
from bot.model.staff import Grant, Role, Staff
from bot.records.consent import Purpose
from bot.store.tables.accounts import AccountRow, GrantRow, TeamRow
from bot.store.tables.people import AuditRow

CARE, OTHER = "team-care", "team-other"
LINES = (
    Line("l1", Heading.MOST_IMPORTANT, Kind.WHAT, 0, "my garden at dusk"),
    Line("l2", Heading.MOST_IMPORTANT, Kind.WHY, 0, "it is where we married"),
    Line("l3", Heading.SUPPORT, Kind.SUPPORT, 0, "a chair by the door"),
    Line("l4", Heading.ALSO_KNOW, Kind.ADDED, -1, "I keep bees"),
)
SHARED = (Heading.MOST_IMPORTANT, Heading.SUPPORT, Heading.PEOPLE)
NAMES = {"a1": "Priya", "a2": "Owen", "b1": "Mair"}


def open_teams(begin):
    """Two teams, with two readers in the first and one in the second."""
    with begin() as records:
        now = records.clock.now()
        for team in (CARE, OTHER):
            records._session.add(TeamRow(id=team, name=team, answers_within=7, created_at=now))
        for account, name in NAMES.items():
            email = f"{account}@example.org"
            records._session.add(AccountRow(id=account, email=email, name=name, created_at=now))
        records._session.flush()
        records._session.add_all(
            [
                GrantRow(account_id="a1", role=Role.REVIEWER, team_id=CARE),
                GrantRow(account_id="a2", role=Role.TEAM_LEAD, team_id=CARE),
                GrantRow(account_id="b1", role=Role.REVIEWER, team_id=OTHER),
            ]
        )
        records.commit()


def staff(account, *grants):
    """Somebody signed in, with the grants that they say they have."""
    held = grants or {"a1": (Grant(Role.REVIEWER, CARE),), "a2": (Grant(Role.TEAM_LEAD, CARE),)}.get(
        account, (Grant(Role.REVIEWER, OTHER),)
    )
    return Staff(account, NAMES.get(account, account), f"{account}@example.org", held)


def keep(begin, person, lines=LINES, door=Door.ME):
    """A yes to keep, and a version kept on it."""
    with begin() as records:
        if not records.consents.stands(person, Purpose.KEEP):
            records.consents.give(person, Purpose.KEEP)
        version = records.summaries.keep(person, door, lines)
        records.commit()
    return version


def share(begin, person, team=CARE, called="Nan Jean", sections=SHARED, days=30, door=Door.ME):
    with begin() as records:
        until = records.clock.now() + timedelta(days=days)
        made = records.teamwork.share(person, team, called, sections, until, door)
        records.commit()
    return made


def newcomer(begin, called="", **how):
    """One more person, who keeps something and shares it; their id and that of the share."""
    with begin() as records:
        person = records.people.create()
        records.commit()
    keep(begin, person)
    return person, share(begin, person, called=called, **how)


def notice_kinds(begin, person):
    with begin() as records:
        return [notice.kind.value for notice in records.teamwork.notices(person)]


def actions(begin, person):
    """What the audit holds of a person, in order: who, what, about what."""
    with begin() as records:
        rows = records._session.query(AuditRow).filter_by(person_id=person).order_by(AuditRow.number)
        return [(row.actor, row.action, row.subject) for row in rows]


# --- every way in which a share ends ----------------------------------------------------------------------------------


def stop(records, person, share, clock):
    records.teamwork.stop(share)


def withdraw_this(records, person, share, clock):
    records.consents.withdraw(person, Purpose.SHARE_TEAM, share)


def withdraw_keeping(records, person, share, clock):
    records.consents.withdraw(person, Purpose.KEEP)


def withdraw_keeping_and_keep_again(records, person, share, clock):
    records.consents.withdraw(person, Purpose.KEEP)
    records.consents.give(person, Purpose.KEEP)


def expire(records, person, share, clock):
    clock.move(days=30)


def forget(records, person, share, clock):
    records.people.forget(person, "person")


def drop_summaries(records, person, share, clock):
    records.summaries.drop_all(person)


def lose_the_key(records, person, share, clock):
    records.summaries.drop_all(person)
    records.people.renew_key_if_nothing_kept(person)


ENDS = [
    stop,
    withdraw_this,
    withdraw_keeping,
    withdraw_keeping_and_keep_again,
    expire,
    forget,
    drop_summaries,
    lose_the_key,
]


def end(begin, how, person, share, clock):
    with begin() as records:
        how(records, person, share, clock)
        records.commit()
