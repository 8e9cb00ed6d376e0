"""A message that was changed in Telegram: its new words take the place of the old ones in the draft, after a yes."""

from bot.channels.telegram.incoming import Incoming
from bot.model.draft import Line
from bot.model.ids import PersonId
from bot.records.telegram import Chat
from bot.records.unit_of_work import Begin, UnitOfWork
from bot.understanding.answers import clean


class Edits:
    """Finds and changes lines of a draft. Each method is one short transaction, to be called in a thread."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def is_in_draft(self, chat: Chat, update: Incoming) -> bool:
        """Say whether the words that were changed are a line of the draft, and the new ones are others."""
        with self._begin(reading=True) as records:
            _, line = _line(records, chat, update.message)
        new = clean(update.words)
        return line is not None and bool(new) and line.words != new

    def put_in_place(self, chat: Chat, number: int) -> bool:
        """Put what was sent in the update of this number in the place of the old words; False when one is gone.

        Done a second time it changes nothing, and is True as well.
        """
        with self._begin() as records:
            held = records.telegram.held(chat.id, number)
            person = records.sessions.person(chat.token)
            if held is None or person is None:
                return False
            new, draft = clean(str(held["words"])), records.drafts.get(person)
            if any(line.words == new for line in draft.lines):
                return True
            _, line = _line(records, chat, int(held["message"]))
            if line is None:
                return False
            records.drafts.put(person, draft.with_words(line.id, new))
            records.commit()
        return True


def _line(records: UnitOfWork, chat: Chat, message: int) -> tuple[PersonId | None, Line | None]:
    person = records.sessions.person(chat.token)
    lines = records.drafts.get(person).lines if person else ()
    same = (line for line in reversed(lines) if records.telegram.wrote(chat.id, message, line.words))
    return person, next(same, None)
