"""Whatever is agreed, taken back, shared, viewed, edited, joined, left to expire and deleted, in any order: nothing is
read without a yes that stands, and the chain is whole; but whoever edits, removes or moves a row of it is found.
"""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import timedelta
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import event, text

from bot.jobs.retention import retain
from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.position import Door
from bot.records.audit_proof import NotWholeError
from bot.records.consent import NoConsentError, Purpose
from bot.records.copies import GOOD_FOR as COPY_GOOD_FOR
from bot.records.copies import CopyExpiredError
from bot.records.joining import GOOD_FOR as CODE_GOOD_FOR
from bot.records.joining import JoinChannel
from bot.records.sharing import ShareClosedError
from bot.records.team_access import NotSharedError
from bot.records.unit_of_work import UnitOfWork
from bot.stages.share_pages import SharedPages
from bot.stages.team_pages import TeamPages
from bot.store import migrate
from bot.store.database import connect
from bot.store.keys import KeyFile
from tests.unit.fakes import MovingClock
from tests.unit.records.tampering import behind_our_back
from tests.unit.team_store import CARE, NAMES, open_teams, staff

KEY = KeyFile(b"k" * 32)
PARTS = (Heading.MOST_IMPORTANT,)
FIRST, LATER = "my garden at dusk", "the sea at dawn"
DAYS = st.integers(0, 20)
DRAFT_DAYS = 30
TAMPERINGS = {
    "edited": "update audit set actor = actor || 'x' where number = {n}",
    "removed": "delete from audit where number = {n}",
    "removed with its link": "delete from audit where number = {n}; delete from audit_links where number = {n}",
    "moved": "update audit set number = {n} + 1000 where number = {n}",
    "two that changed places": "update audit set number = -1 where number = {n}; "
    "update audit set number = {n} where number = {m}; update audit set number = {m} where number = -1",
    "put in": "insert into audit select number + 1000, at, actor, action, person_id, 'x' from audit where number = {n}",
    "a decision edited": "update consents set wording = wording || 'x' where number = {d}",
    "a decision removed": "delete from consents where number = {d}",
    "a decision turned": "update consents set decision = case decision when 'given' then 'withdrawn' else 'given' end "
    "where number = {d}",
    "a decision moved": "update consents set number = {d} + 1000 where number = {d}",
}


@cache
def template():
    path = Path(tempfile.mkdtemp(prefix="wm-sequence-")) / "store.db"
    migrate.upgrade(f"sqlite:///{path}")
    return path


def opened(path):
    database = connect(f"sqlite:///{path}")
    event.listen(database, "connect", lambda connection, _record: connection.execute("PRAGMA synchronous=OFF"))
    return database


class Life(RuleBasedStateMachine):
    """One person at a time, and what they decided, beside the store."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "store.db"
        shutil.copy(template(), self.path)
        self.database, self.clock = opened(self.path), MovingClock()
        self.begin = partial(UnitOfWork, self.database, self.clock, KEY)
        self.pages = TeamPages(self.begin, NAMES.get)

    @initialize()
    def somebody_comes(self):
        open_teams(self.begin)
        self.newcomer()

    def newcomer(self):
        with self.begin() as records:
            self.person = records.people.create()
            records.commit()
        self.agreed, self.versions, self.links, self.team = False, 0, {}, None
        self.draft, self.touched = Draft(), self.clock.now()
        first = self.done(lambda records: records.sessions.open(self.person, "web"))
        self.sessions, self.codes, self.copy, self.kept = [first], {}, None, ()

    def teardown(self):
        self.database.dispose()
        self.folder.cleanup()

    def done(self, what):
        with self.begin() as records:
            found = what(records)
            records.commit()
        return found

    # --- what people do -----------------------------------------------------------------------------------------------

    @rule()
    def agrees_to_keep(self):
        self.done(lambda records: records.consents.give(self.person, Purpose.KEEP))
        self.agreed = True

    @rule()
    def takes_it_back(self):
        self.done(lambda records: records.consents.withdraw(self.person, Purpose.KEEP))
        if self.agreed:
            self.nothing_is_shared()
        self.agreed = False

    @rule(words=st.sampled_from([FIRST, LATER]))
    def types(self, words):
        self.draft = self.draft.adding(Heading.MOST_IMPORTANT, Kind.WHAT, len(self.draft.lines), words)
        self.touch(self.draft)

    @precondition(lambda self: self.draft.lines)
    @rule(data=st.data(), words=st.sampled_from([FIRST, LATER, ""]))
    def edits_a_line(self, data, words):
        """Empty words take the line out."""
        line = data.draw(st.sampled_from(self.draft.lines)).id
        self.touch(self.draft.with_words(line, words) if words else self.draft.without(line))

    @precondition(lambda self: self.draft.lines)
    @rule()
    def declines(self):
        self.done(lambda records: records.drafts.drop(self.person))
        self.draft = Draft()

    def touch(self, draft):
        self.draft, self.touched = draft, self.clock.now()
        self.done(lambda records: records.drafts.put(self.person, draft))

    @precondition(lambda self: self.draft.lines)
    @rule()
    def keeps_the_draft(self):
        words = self.draft.lines

        def keep(records):
            version = records.summaries.keep(self.person, Door.ME, words)
            records.drafts.drop(self.person)
            return version

        if self.agreed:
            self.versions += 1
            assert self.done(keep) == self.versions
            self.kept, self.draft = words, Draft()
        else:
            with pytest.raises(NoConsentError):
                self.done(keep)

    @precondition(lambda self: self.agreed and self.versions)
    @rule(days=DAYS)
    def shares_by_link(self, days):
        until = self.clock.now() + timedelta(days=days)
        made = self.done(lambda records: records.shares.create(self.person, "Aunt May", PARTS, until, Door.ME))
        self.links[made.id] = [made.token, until]

    @precondition(lambda self: self.links)
    @rule(data=st.data(), in_words=st.booleans())
    def stops_a_link(self, data, in_words):
        share = data.draw(st.sampled_from(sorted(self.links)))
        if in_words:
            self.done(lambda records: records.shares.stop(share))
        else:
            self.done(lambda records: records.consents.withdraw(self.person, Purpose.SHARE, share))
        self.links[share][1] = None

    @precondition(lambda self: self.agreed and self.versions)
    @rule(days=DAYS)
    def shares_with_a_team(self, days):
        until = self.clock.now() + timedelta(days=days)
        share = self.done(lambda records: records.teamwork.share(self.person, CARE, "May", PARTS, until, Door.ME))
        self.team = (share, until)

    @precondition(lambda self: self.team)
    @rule()
    def stops_a_team(self):
        self.done(lambda records: records.teamwork.stop(self.team[0]))
        self.team = None

    @rule(days=DAYS)
    def waits(self, days):
        self.clock.move(days=days)
        if self.clock.now() - timedelta(days=DRAFT_DAYS) > self.touched:
            self.draft = Draft()
        with self.begin() as records:
            records.people.seen(self.person)
            records.commit()
        retain(self.begin, DRAFT_DAYS)

    # --- the web and Telegram as one ----------------------------------------------------------------------------------

    @rule(channel=st.sampled_from(JoinChannel))
    def asks_to_go_on_elsewhere(self, channel):
        self.codes = {code: made for code, made in self.codes.items() if made[0] is not channel}
        code = self.done(lambda records: records.joining.make(self.person, channel))
        self.codes[code] = (channel, self.clock.now())

    @precondition(lambda self: self.codes)
    @rule(data=st.data())
    def goes_on_elsewhere(self, data):
        code = data.draw(st.sampled_from(sorted(self.codes)))
        channel, made = self.codes.pop(code)

        def join(records):
            whose = records.joining.take(code, channel)
            return (records.sessions.open(whose, channel.value), whose) if whose else None

        joined = self.done(join)
        assert bool(joined) is (made > self.clock.now() - CODE_GOOD_FOR)
        if joined:
            assert joined[1] == self.person
            self.sessions.append(joined[0])
        assert self.done(lambda records: records.joining.take(code, channel)) is None, "a code works once"

    @rule()
    def lets_everything_go(self):
        def let_go(records):
            records.summaries.drop_all(self.person)
            records.people.renew_key_if_nothing_kept(self.person)

        self.done(let_go)
        self.agreed, self.versions, self.draft = False, 0, Draft()
        self.nothing_is_shared()

    def nothing_is_shared(self):
        """For good: saying yes to keeping again shares none of it again."""
        self.team = None
        for held in self.links.values():
            held[1] = None

    @rule()
    def deletes_everything(self):
        self.done(lambda records: records.people.forget(self.person, "person"))
        old, sessions, codes, copy = list(self.links.values()), self.sessions, self.codes, self.copy
        self.newcomer()
        for token, _ in old:
            assert not self.opens(token)
        with self.begin() as records:
            assert [records.sessions.person(session) for session in sessions] == [None] * len(sessions)
            assert [records.joining.take(code, channel) for code, (channel, _) in codes.items()] == [None] * len(codes)
        if copy:
            assert self.own_copy(copy[0]) is None

    # --- what others do -----------------------------------------------------------------------------------------------

    def opens(self, token):
        try:
            return self.done(lambda records: records.shares.unlock(token, matches=True))
        except ShareClosedError:
            return None

    @precondition(lambda self: self.links)
    @rule(data=st.data())
    def looks_by_link(self, data):
        token, until = self.links[data.draw(st.sampled_from(sorted(self.links)))]
        may = self.agreed and until is not None and until > self.clock.now()
        assert bool(self.opens(token)) is bool(may)

    @rule()
    def looks_as_the_team(self):
        shown = self.pages.inbox(staff("a1"), CARE, None, 1).items
        if self.team and self.team[1] > self.clock.now():
            assert [item.share for item in shown] == [self.team[0]]
            page = self.pages.open(staff("a1"), self.team[0])
            assert [line.words for section in page.sections for line in section.lines] == self.words
        else:
            assert shown == ()
            if self.team:
                with pytest.raises(NotSharedError):
                    self.pages.open(staff("a1"), self.team[0])

    @rule()
    def asks_for_a_copy(self):
        self.copy = (self.done(lambda records: records.copies.link(self.person)), self.clock.now())

    @precondition(lambda self: self.copy)
    @rule()
    def looks_at_the_copy(self):
        shown = self.own_copy(self.copy[0])
        may = self.agreed and self.versions and self.copy[1] > self.clock.now() - COPY_GOOD_FOR
        assert shown == (self.words if may else None)

    def own_copy(self, token):
        try:
            copy = SharedPages(self.begin).own_copy(token)
        except CopyExpiredError:
            return None
        return [line.words for section in copy.sections for line in section.lines]

    # --- what always holds --------------------------------------------------------------------------------------------

    @invariant()
    def nothing_is_read_without_a_yes(self):
        with self.begin(reading=True) as records:
            assert records.consents.stands(self.person, Purpose.KEEP) is self.agreed
            kept = records.summaries.latest(self.person)
        assert (kept.version if kept else None) == (self.versions if self.agreed and self.versions else None)
        assert (kept.lines if kept else ()) == (self.kept if self.agreed and self.versions else ())

    @property
    def words(self):
        """What was kept last, in its order: to the letter as it was typed."""
        return [line.words for line in self.kept]

    @invariant()
    def a_draft_is_as_it_was_typed_or_gone(self):
        with self.begin(reading=True) as records:
            assert records.drafts.get(self.person).lines == self.draft.lines

    @invariant()
    def whoever_joined_speaks_as_the_one_person(self):
        with self.begin(reading=True) as records:
            assert {records.sessions.person(session) for session in self.sessions} == {self.person}

    @invariant()
    def no_word_is_in_any_file(self):
        for path in self.path.parent.iterdir():
            data = path.read_bytes()
            assert not any(words.encode() in data for words in (FIRST, LATER)), path.name

    @invariant()
    def the_chain_is_whole(self):
        with self.begin(reading=True) as records:
            whole = records.audit_proof.verify()
        with self.database.connect() as connection:
            assert whole.rows == connection.scalar(text("select count(*) from audit")) == whole.head.number

    def alike(self, *numbers):
        """Whether these entries say the same, so that they may change places and nothing is changed."""
        said = text("select at, actor, action, person_id, subject from audit where number = :number")
        with self.database.connect() as connection:
            return len({tuple(connection.execute(said, {"number": each}).one()) for each in numbers}) == 1

    @rule(data=st.data(), how=st.sampled_from(sorted(TAMPERINGS)))
    def somebody_changes_a_copy(self, data, how):
        with self.database.connect() as connection:
            rows = connection.execute(text("select number from audit order by number")).scalars().all()
            decisions = connection.execute(text("select number from consents order by number")).scalars().all()
        if not (decisions if "decision" in how else rows):
            return
        values = {
            "n": data.draw(st.sampled_from(rows or [0])),
            "m": data.draw(st.sampled_from(rows or [0])),
            "d": data.draw(st.sampled_from(decisions or [0])),
        }
        if "places" in how and self.alike(values["n"], values["m"]):
            return
        copy = self.path.with_name("copy.db")
        with closing(sqlite3.connect(self.path)) as here, closing(sqlite3.connect(copy)) as there:
            here.backup(there)
        other = opened(copy)
        try:
            behind_our_back(other, *TAMPERINGS[how].format(**values).split("; "))
            with UnitOfWork(other, self.clock, KEY, reading=True) as records, pytest.raises(NotWholeError):
                records.audit_proof.verify()
        finally:
            other.dispose()


Life.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, suppress_health_check=list(HealthCheck), deadline=None
)
TestLife = pytest.mark.only_on("sqlite")(Life.TestCase)
