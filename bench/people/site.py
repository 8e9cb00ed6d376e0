"""A site on a store of people: what they, those they share with and their team would wait for."""

from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Final

from sqlalchemy import select

from bench.errors import BenchError
from bench.growth.web import Web, ms
from bench.people.kept import LOOKED_AT_EVERY, PIN, VERSIONS, is_slow, token, was_looked_at
from bench.people.questions import Door
from bot.model import position as model
from bot.model.headings import Heading
from bot.model.ids import PersonId
from bot.stages import record, record_changes, share_standing, team_reading
from bot.stages.conversation import Conversation
from bot.store.tables.people import PersonRow
from bot.store.tables.teamwork import TeamShareRow

_A_PAGE: Final = "</html>"


def _ordinary(number: int) -> bool:
    return not was_looked_at(number)


_WHO: Final[dict[Door, Callable[[int], bool]]] = {
    Door.LINK: is_slow,
    Door.LINK_BUT_HASH: lambda number: _ordinary(number) and not is_slow(number),
    Door.LOOKED: was_looked_at,
    Door.EVERYTHING: was_looked_at,
}
_SAYS: Final[dict[Door, tuple[Callable[[Conversation], None], str]]] = {
    Door.REVIEW: (record.review, "utter_record_kept_version"),
    Door.LOOKED: (share_standing.who_viewed, "utter_share_viewed"),
    Door.CHANGED: (record_changes.tell, "utter_record_changes"),
}
"""What a turn of the chat does, and what it has to say, as the actions do it."""


class Site(Web):
    """A site that is ready. Whose record is opened next is chosen here, in the same order whatever the size."""

    def __init__(self, folder: Path, few: int) -> None:
        """`few`: how many people are asked about. In a large store they lie far apart; see `asked_about`."""
        super().__init__(folder)
        with self._parts.open_transaction(reading=True) as transaction:
            people = transaction.session.scalars(select(PersonRow.id).order_by(PersonRow.created_at)).all()
            shares = transaction.session.execute(select(TeamShareRow.person_id, TeamShareRow.id)).all()
        self._people = [PersonId(each) for each in people]
        self._shares: dict[str, str] = dict(shares)
        numbers = asked_about(few, len(people))
        self._next = {door: cycle([each for each in numbers if _WHO.get(door, _ordinary)(each)]) for door in Door}

    def ask(self, question: Door) -> float:
        """Open somebody's record; return the milliseconds until it is all there. Raises BenchError where it is not."""
        number = next(self._next[question])
        person = self._people[number]
        match question:
            case Door.COPY:
                address = f"/copy/{self._copy(person)}"
                return self._timed(lambda: self._visitor.post(address), _A_PAGE)
            case Door.LINK | Door.LINK_BUT_HASH:
                address = f"/shared/{token(number)}"
                return self._timed(lambda: self._visitor.post(address, data={"pin": PIN}), _A_PAGE)
            case Door.TEAM:
                address = f"/staff/shared/{self._shares[person]}"
                return self._timed(lambda: self._member.get(address), _A_PAGE)
            case Door.EVERYTHING:
                link = self._copy(person)
                return self._found(lambda: bool(self._parts.own_copies.everything(link)))
            case Door.ALL_CHANGED:
                return self._found(lambda: self._all_changes(person))
        return self._found(lambda: self._turn(person, *_SAYS[question]))

    def _found(self, look: Callable[[], bool]) -> float:
        found: list[bool] = []
        taken = ms(lambda: found.append(look()))
        if not found[0]:
            raise BenchError("What was to be found in somebody's record was not there.")
        return taken

    def _turn(self, person: PersonId, decide: Callable[[Conversation], None], says: str) -> bool:
        """Do what the actions do in a turn; return whether it said what it had to."""
        with self._parts.begin() as records:
            talk = Conversation(records, person, self._parts.facts)
            decide(talk)
            talk.store()
            records.commit()
        return says in {said.response for said in talk.says}

    def _all_changes(self, person: PersonId) -> bool:
        with self._parts.begin(reading=True) as records:
            kept = records.summaries.versions(person, model.Door.ME, range(1, VERSIONS + 1))
            return bool(team_reading.changes(kept, Heading))

    def _copy(self, person: PersonId) -> str:
        with self._parts.begin(reading=True) as records:
            return records.copies.link(person)


def asked_about(few: int, size: int) -> list[int]:
    """Return the numbers of as many people in a store of any size: evenly spread, and alike one by one."""
    apart = size // few
    return [number * apart + number % min(LOOKED_AT_EVERY, apart) for number in range(few)]
