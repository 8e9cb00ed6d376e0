"""A message that was changed in Telegram: its new words take the place of the old ones in the draft, after a yes."""

from bot.channels.telegram.incoming import Incoming
from bot.model.draft import Line
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
            new = clean(update.words)
            return bool(new) and _line(records, chat, update.message, new) is not None

    def may_change(self, chat: Chat) -> bool:
        """Say whether anything is written down that could be changed."""
        with self._begin(reading=True) as records:
            person = records.sessions.person(chat.token)
            return person is not None and (bool(records.drafts.get(person).lines) or records.summaries.has_any(person))

    def put_in_place(self, chat: Chat, number: int) -> bool:
        """Put what was sent in the update of this number in the place of the old words; False when one is gone.

        Done a second time it changes nothing, and is True as well.
        """
        with self._begin() as records:
            held = records.telegram.updates.held(chat.id, number)
            person = records.sessions.person(chat.token)
            if held is None or person is None:
                return False
            new, draft = clean(str(held["words"])), records.drafts.get(person)
            line = _line(records, chat, int(held["message"]), new)
            if line is None:
                return any(line.words == new for line in draft.lines)
            records.drafts.put(person, draft.with_words(line.id, new))
            records.commit()
        return True


def _line(records: UnitOfWork, chat: Chat, message: int, new: str) -> Line | None:
    """Return the line with the old words of a message: the new ones may be those of another line as well."""
    person = records.sessions.person(chat.token)
    lines = records.drafts.get(person).lines if person else ()
    old = (line for line in reversed(lines) if line.words != new)
    return next((line for line in old if records.telegram.updates.wrote(chat.id, message, line.words)), None)
