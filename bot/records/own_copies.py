"""A person's own copy, and everything held about them: opened by their link, and audited."""

from bot.model.draft import in_order
from bot.model.ids import PersonId
from bot.model.own_copy import OwnCopy
from bot.model.position import Door
from bot.records.consent import Purpose
from bot.records.copies import CopyExpiredError
from bot.records.everything import Rows
from bot.records.unit_of_work import Begin, UnitOfWork


class OwnCopies:
    """Opens own copies. Consent is asked at each look."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def open(self, token: str, form: str) -> OwnCopy:
        """Return the newest kept version, for a form such as "card". The look is audited before anything is returned.

        Raises CopyExpiredError, also when nothing is kept or the yes no longer stands.
        """
        with self._begin() as records:
            person = records.copies.person(token)
            if not records.people.exists(person):
                raise CopyExpiredError
            kept, agreed = records.summaries.latest(person), records.consents.agreed(person, Purpose.KEEP)
            if kept is None or agreed is None:
                raise CopyExpiredError
            called = _called(records, person, kept.door)
            records.audit.note("person", "own copy opened", person, f"version {kept.version}, {form}")
            records.commit()
        lines = in_order(kept.lines)
        return OwnCopy(lines, kept.door, kept.version, kept.created_at, agreed, kept.supported, called)

    def everything(self, token: str) -> dict[str, Rows]:
        """Return all that is held about the person whose link it is, audited before anything is returned.

        It needs no kept summary. Raises CopyExpiredError.
        """
        with self._begin() as records:
            person = records.copies.person(token)
            if not records.people.exists(person):
                raise CopyExpiredError
            held = records.everything.gather(person)
            records.commit()
        return held


def _called(records: UnitOfWork, person: PersonId, door: Door) -> str:
    """The newest name that a team may still know them by; none for another's view, where it is the writer's."""
    if door is Door.CLOSE:
        return ""
    shares = records.teamwork.of(person)
    return next((share.called for share in shares if share.stands and share.door is door and share.called), "")
