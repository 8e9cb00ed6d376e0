"""What the channel asks of the record store. Each method is one short transaction, to be called in a thread."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.telegram.incoming import Incoming, Kind
from bot.channels.telegram.outgoing import outgoing
from bot.model.ids import ChatId, PersonId
from bot.model.messages import Reply
from bot.records.telegram import Chat
from bot.records.telegram_messages import Outgoing, State
from bot.records.telegram_updates import MANY
from bot.records.unit_of_work import Begin, UnitOfWork
from bot.store.crypto import SealError
from bot.understanding.answers import clean

log = logging.getLogger(__name__)

STORE_ERRORS = (SQLAlchemyError, OSError, SealError)
"""What each method may raise: nothing was written down then."""
CHANNEL = "telegram"
Take = Callable[[UnitOfWork], Reply | None]
"""Takes a reminder to be sent, in the unit of work in which it is written down; None where it is not to be sent."""


class Mailbox:
    """Updates and messages of private chats, as the channel needs them."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def name_bot(self, name: str) -> None:
        """Note the bot's name, for links to it."""
        with self._begin() as records:
            records.telegram.name_bot(name)
            records.commit()

    # --- in -------------------------------------------------------------------------------------------------------

    def take_in(self, updates: Sequence[Incoming]) -> list[tuple[ChatId, Incoming]]:
        """Write updates down, all or none; return those that are new, with their chats."""
        with self._begin() as records:
            take_in = records.telegram.updates.take_in
            taken = [(take_in(each.update, each.chat, asdict(each), _written(each)), each) for each in updates]
            records.commit()
        return [(chat, each) for chat, each in taken if chat is not None]

    def waiting(self, chat: ChatId, most: int = MANY) -> list[Incoming]:
        """Return updates of a chat that have no answer yet, earliest first."""
        with self._begin(reading=True) as records:
            return [_incoming(content) for content in records.telegram.updates.waiting(chat, most)]

    def busy(self) -> list[ChatId]:
        """Return the chats where something waits."""
        with self._begin(reading=True) as records:
            return records.telegram.busy()

    # --- whose chat it is -----------------------------------------------------------------------------------------

    def open(self, chat: ChatId) -> tuple[Chat, PersonId] | None:
        """Return a chat and who speaks in it: somebody new, the first time. None for a chat that was let go."""
        with self._begin(reading=True) as records:
            found, person = _who(records, chat)
        if found is None or person is not None:
            return (found, person) if found and person else None
        with self._begin() as records:
            person = records.sessions.person(found.token) or records.people.create()
            if records.sessions.person(found.token) is None:
                records.sessions.open(person, CHANNEL, found.token)
            records.commit()
        return found, person

    def look(self, chat: ChatId, most: int) -> tuple[Chat, PersonId, bool, list[Incoming]] | None:
        """Return what `open` does, whether messages wait to be sent there, and the first that wait for an answer."""
        with self._begin(reading=True) as records:
            found, person = _who(records, chat)
            unsent = records.telegram.messages.has_outgoing(chat)
            waiting = [_incoming(content) for content in records.telegram.updates.waiting(chat, most)]
        if found and person:
            return found, person, unsent, waiting
        opened = self.open(chat)
        return (*opened, unsent, waiting) if opened else None

    def speaks(self, chat: Chat) -> PersonId | None:
        """Return who speaks in a chat now."""
        with self._begin(reading=True) as records:
            return records.sessions.person(chat.token)

    def is_joined(self, chat: Chat) -> bool:
        """Say whether the conversation of a chat is open on another device too."""
        with self._begin(reading=True) as records:
            person = records.sessions.person(chat.token)
            return person is not None and records.sessions.any_of(person, besides=chat.token)

    def block(self, chat: ChatId, *, blocked: bool) -> None:
        """Note that the bot was blocked, or let in again. Who blocked it where they asked is not reminded any more.

        Nor is anybody who is left without a chat.
        """
        with self._begin() as records:
            records.telegram.block(chat, blocked=blocked)
            _, person = _who(records, chat)
            if blocked and person is not None:
                asked_here = records.reminders.chat_of(person) == chat
                if asked_here or records.telegram.of_person(person) is None:
                    records.reminders.cancel(person)
            records.commit()

    def drop(self, chat: Chat) -> None:
        """Let go of a chat and of its session. Whoever spoke there and keeps nothing goes in time, with retention."""
        with self._begin() as records:
            records.sessions.close(chat.token)
            records.telegram.drop(chat.id)
            records.erase()
            records.commit()

    # --- out ------------------------------------------------------------------------------------------------------

    def answer(
        self,
        chat: ChatId,
        updates: Sequence[int],
        messages: Sequence[Outgoing],
        *,
        told: bool | None = None,
        leaving: bool | None = None,
        hold: bool = False,
        at_once: bool = False,
    ) -> Outgoing | None:
        """Note updates as answered, and write down what is to be sent for them, both or neither.

        Neither, where the first was answered meanwhile. No updates: what is said comes by itself. `hold`: what was sent
        is not let go yet, for a question about it is open. `at_once`: the first message is noted as on the line
        already, and returned.
        """
        with self._begin() as records:
            answered = [records.telegram.updates.answered(update, hold=hold) for update in updates]
            if not all(answered[:1]):
                return None
            if updates and (came_at := records.telegram.updates.came_at(updates[0])):
                records.reminders.asked_in(chat, came_at)
            out = records.telegram.messages
            numbers = [out.put(chat, message) for message in messages]
            begun = at_once and bool(numbers) and not messages[0].file and out.claim(chat, numbers[0])
            records.telegram.mark(chat, told=told, leaving=leaving)
            records.commit()
        return replace(messages[0], number=numbers[0]) if begun else None

    def remind(self, person: PersonId, reminder: str, take: Take) -> ChatId | None:
        """Take a reminder and write it down to be sent, both or neither; return its chat, None where there is none.

        It goes to the chat in which it was asked for, as long as the person can be written to there.
        """
        with self._begin() as records:
            chat = records.telegram.of_person(person, records.reminders.chat_of(person))
            if chat is None:
                return None
            reply = take(records)
            for message in outgoing([reply.messages]) if reply else ():
                records.telegram.messages.put(chat.id, replace(message, reminder=reminder))
            records.commit()
        return chat.id

    def outgoing(self, chat: ChatId) -> list[Outgoing]:
        """Return the messages of a chat that wait to be sent, in order."""
        with self._begin(reading=True) as records:
            return records.telegram.messages.outgoing(chat)

    def claim(self, chat: ChatId, message: int) -> bool:
        """Note that a message is on the line now; False when somebody else has it there, or it waits no longer.

        False too for a reminder that was stopped meanwhile, or whose hour has become one of the night: it is let go.
        """
        with self._begin() as records:
            claimed = _may_go(records, chat, message) and records.telegram.messages.claim(chat, message)
            records.commit()
        return claimed

    def leave_unsure(self, chat: ChatId, message: int, not_sure: Sequence[Outgoing]) -> None:
        """Note that a message may not have arrived, and that the person is to be told."""
        with self._begin() as records:
            records.telegram.messages.move(message, State.UNSURE)
            records.telegram.messages.put_once(chat, not_sure)
            records.commit()

    def move(self, message: int, state: State, message_id: int | None = None) -> None:
        """Note how far a message has come."""
        with self._begin() as records:
            records.telegram.messages.move(message, state, message_id)
            records.commit()

    def is_early(self, chat: ChatId, update: Incoming) -> bool:
        """Say whether words were sent before the latest message was there: what it asks, they do not answer."""
        with self._begin(reading=True) as records:
            return 0 < update.message < records.telegram.messages.last_sent(chat)

    def show_again(self, chat: ChatId) -> bool:
        """Have messages that may not have arrived sent once more; say whether there are any."""
        with self._begin() as records:
            unsure = records.telegram.messages.outgoing(chat, State.UNSURE)
            for message in unsure:
                records.telegram.messages.move(message.number, State.WAITING)
            records.commit()
        return bool(unsure)

    def take_old_buttons(self, chat: ChatId, before: int) -> list[int]:
        """Return the ids of earlier messages whose buttons still show; they count as gone from now on."""
        with self._begin() as records:
            found = records.telegram.messages.take_old_buttons(chat, before)
            if found:
                records.commit()
        return found

    def recover(self, not_sure: Sequence[Outgoing]) -> None:
        """After a fault: decide about messages that were on the line; whom one may not have reached is to be told."""
        with self._begin() as records:
            for chat in records.telegram.messages.recover({each.text for each in not_sure}):
                records.telegram.messages.put_once(chat, not_sure)
            records.commit()


def _who(records: UnitOfWork, chat: ChatId) -> tuple[Chat | None, PersonId | None]:
    """Return a chat and who speaks in it, as far as they are known."""
    found = records.telegram.get(chat)
    return found, records.sessions.person(found.token) if found else None


def _may_go(records: UnitOfWork, chat: ChatId, message: int) -> bool:
    """Say whether a message may be sent now; let go of a reminder that may not. Its job has it back, or it is over."""
    reminder = records.telegram.messages.reminder_in(message)
    if reminder is None:
        return True
    _, person = _who(records, chat)
    try:
        goes = records.reminders.still_goes(reminder, person)
    except STORE_ERRORS:
        raise
    except Exception as error:  # noqa: BLE001  (one reminder must not hold up what else waits for its chat)
        log.error("reminder %s is not sent (%s)", reminder, type(error).__name__)  # noqa: TRY400
        goes = False
    if not goes:
        records.telegram.messages.let_go(message)
        log.info("reminder %s was on its way to chat %s and is not sent now", reminder, chat)
    return goes


def _written(update: Incoming) -> tuple[int, str] | None:
    return (update.message, clean(update.words)) if update.kind in {Kind.WORDS, Kind.EDITED} else None


def _incoming(content: dict[str, object]) -> Incoming:
    return Incoming(**{**content, "kind": Kind(str(content["kind"]))})  # type: ignore[arg-type]
