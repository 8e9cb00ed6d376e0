"""After a death, in any order of what people say, stop, write, wait and look at: no word is shown before both trusted
people have said so and the delay is over since, nor after anything that undoes it; and the audit is whole.
"""

import shutil
import tempfile
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.model.release import Say
from bot.model.saying import Said
from bot.records import pins, release_links
from bot.records.consent import Purpose
from bot.records.sharing import ShareClosedError
from bot.records.unit_of_work import UnitOfWork
from bot.stages.trusted_pages import TrustedPages
from bot.store.keys import KeyFile
from tests.unit.fakes import MovingClock
from tests.unit.records.after_death import DELAY, AfterDeath
from tests.unit.records.test_any_sequence import opened, template
from tests.unit.team_store import keep

WHO = st.sampled_from(["jo", "sam"])


class AfterLife(RuleBasedStateMachine):
    """One release, and beside the store: who has said so since anything undid it, and whether it stands."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "store.db"
        shutil.copy(template(), path)
        self.database, self.clock = opened(path), MovingClock()
        self.begin = partial(UnitOfWork, self.database, self.clock, KeyFile(b"k" * 32))
        self.slow = pytest.MonkeyPatch()
        quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        self.slow.setattr(pins, "_hasher", quick)
        self.slow.setattr(release_links, "NOBODY", quick.hash("no such share"))  # checked at each look at a closed link
        with self.begin() as records:
            self.person = records.people.create()
            records.commit()
        keep(self.begin, self.person)
        self.after = AfterDeath(self.begin, self.person, self.clock)
        self.said, self.keeps, self.stands, self.here, self.messages = {}, True, True, True, 0

    def teardown(self):
        self.slow.undo()
        self.database.dispose()
        self.folder.cleanup()

    def done(self, what):
        with self.begin() as records:
            what(records)
            records.commit()
        self.clock.move(minutes=1)

    @property
    def opens(self):
        return self.here and self.keeps and self.stands

    @property
    def over(self):
        return len(self.said) == 2 and max(self.said.values()) + timedelta(days=DELAY) <= self.clock.now()

    @rule(who=WHO)
    def somebody_says_so(self, who):
        now = self.clock.now()
        if self.opens:
            self.after.died(who)
            self.said.setdefault(who, now)
        else:
            with pytest.raises(ShareClosedError):
                self.after.died(who)

    @precondition(lambda self: self.opens)
    @rule(who=WHO)
    def somebody_stops_it(self, who):
        self.after.stop(who)
        self.said = {}

    @rule(who=WHO, what=st.sampled_from(Say))
    def somebody_guesses_a_pin(self, who, what):
        """At most once between two right ones, so that no link is locked."""
        link = self.after.link(who)
        if self.opens:
            self.after.looks(who)
        with pytest.raises(Exception, match=r"Wrong PIN|^$"):
            TrustedPages(self.begin).say(link.token, f"{(int(link.pin) + 1) % 10**6:06d}", what)
        if self.opens:
            self.after.looks(who)

    @precondition(lambda self: self.here)
    @rule()
    def the_person_writes_and_is_answered(self):
        self.after.writes()
        self.said = {}

    @precondition(lambda self: self.here)
    @rule()
    def the_person_writes_while_nothing_answers(self):
        self.messages += 1
        name = f"m{self.messages}"
        self.done(lambda records: records.turns.begin(self.person, name, Said("", "hello"), understood=False))
        self.said = {}

    @precondition(lambda self: self.here)
    @rule()
    def the_person_is_told(self):
        def tell(records):
            told = records.releases.here(self.person)
            assert {who.capitalize() for who in self.said} <= {said.name for said in told} <= {"Jo", "Sam"}
            for said in told:
                records.releases.told(self.person, said.release)

        self.done(tell)
        self.said = {}

    @precondition(lambda self: self.here)
    @rule()
    def the_person_stops_it(self):
        self.done(lambda records: records.releases.stop(self.after.id))
        self.stands = False

    @precondition(lambda self: self.here)
    @rule(again=st.booleans())
    def the_yes_to_keep_is_taken_back(self, again):
        self.done(lambda records: records.consents.withdraw(self.person, Purpose.KEEP))
        self.keeps = self.stands = False
        if again:
            self.done(lambda records: records.consents.give(self.person, Purpose.KEEP))
            self.keeps = True

    @precondition(lambda self: self.here)
    @rule()
    def everything_is_deleted(self):
        self.done(lambda records: records.people.forget(self.person, "person"))
        self.here, self.said = False, {}

    @rule(days=st.integers(1, 9))
    def time_passes(self, days):
        self.clock.move(days=days)

    @invariant()
    def a_word_is_shown_only_then(self):
        assert (self.after.reads() is not None) is (self.opens and self.over)

    @invariant()
    def the_chain_is_whole(self):
        with self.begin(reading=True) as records:
            assert records.audit_proof.verify()


AfterLife.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, suppress_health_check=list(HealthCheck), deadline=None
)
TestAfterLife = pytest.mark.only_on("sqlite")(AfterLife.TestCase)
