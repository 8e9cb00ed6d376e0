"""Somebody who chose who may read their notes after their death, and the people they chose."""

from dataclasses import dataclass

from bot.model.headings import Heading
from bot.model.position import Door
from bot.model.release import Plan, Role, Say
from bot.records.sharing import ShareClosedError
from bot.stages.share_pages import SharedPages
from bot.stages.trusted_pages import TrustedPages

PARTS = (Heading.MOST_IMPORTANT,)
DELAY = 7
PLAN = Plan(PARTS, ("Aunt May",), ("Jo", "Sam"), Door.ME, DELAY)


@dataclass
class AfterDeath:
    """The links of one release. `died("jo")`, `stop("sam")`: what a trusted person says. `reads()`: what is shown."""

    begin: object
    person: str
    clock: object
    plan: Plan = PLAN

    def __post_init__(self):
        with self.begin() as records:
            self.links = records.releases.set_up(self.person, self.plan)
            (self.id, *_) = [release.id for release in records.releases.of(self.person)]
            records.commit()
        self.clock.move(minutes=1)
        self.by_role = {link.role: link for link in self.links}

    def link(self, who):
        return self.by_role[{"jo": Role.TRUSTED_ONE, "sam": Role.TRUSTED_TWO, "may": Role.READER}[who]]

    def says(self, who, what):
        link = self.link(who)
        view = TrustedPages(self.begin).say(link.token, link.pin, what)
        self.clock.move(minutes=1)
        return view

    def died(self, who):
        return self.says(who, Say.DIED)

    def stop(self, who):
        return self.says(who, Say.STOP)

    def looks(self, who):
        return self.says(who, Say.NOTHING)

    def both(self):
        self.died("jo")
        return self.died("sam")

    def writes(self):
        """The person sends a message, and the gateway gives out the reply."""
        with self.begin() as records:
            records.people.seen(self.person)
            records.commit()
        self.clock.move(minutes=1)

    def reads(self, who="may"):
        """What the reader is shown, or None where the page is closed."""
        link = self.link(who)
        try:
            return SharedPages(self.begin).open(link.token, link.pin)
        except ShareClosedError:
            return None
