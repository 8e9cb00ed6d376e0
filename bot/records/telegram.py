"""Chats on Telegram: whose they are, and when they are let go. What comes in and what goes out are the two parts."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import ChatId, PersonId, SessionToken
from bot.records.telegram_messages import ON_ITS_WAY, Messages, State
from bot.records.telegram_rows import ChatRows
from bot.records.telegram_updates import MANY, Updates
from bot.store.keys import Keys
from bot.store.tables.people import SessionRow
from bot.store.tables.telegram import BotRow, ChatRow, OutgoingRow, UpdateRow

HELD = timedelta(days=2)
"""How long numbers of updates, and messages that may not have arrived, are held. Telegram itself repeats for a day."""
_UNANSWERED = exists().where(UpdateRow.chat_id == ChatRow.id, UpdateRow.answered_at.is_(None))


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat: its `number` is what Telegram calls it, its `token` speaks as its person.

    `told`: what Telegram is was said here. `leaving`: all was deleted, the chat is let go once
    that was `told` and the last reply is out.
    """

    id: ChatId
    number: int
    token: SessionToken
    told: bool
    leaving: bool
    blocked: bool


class TelegramChats:
    """The chats of the store, with the `updates` that come in there and the `messages` that go out."""

    def __init__(self, session: Session, clock: Clock, keys: Keys) -> None:
        self._session = session
        self._clock = clock
        self._rows = ChatRows(session, clock, keys)
        self.updates = Updates(session, clock, self._rows)
        self.messages = Messages(session, clock, self._rows)

    @property
    def bot_name(self) -> str:
        """The bot's name without the @, as Telegram said it last; "" where this copy has talked to no bot."""
        row = self._session.get(BotRow, 1)
        return row.name if row else ""

    def name_bot(self, name: str) -> None:
        """Note the bot's name, "" for no bot any more."""
        self._session.merge(BotRow(number=1, name=name))

    def id_of(self, number: int) -> ChatId:
        """Return the id of the chat that Telegram gives this number."""
        return self._rows.id_of(number)

    def token_of(self, number: int) -> SessionToken:
        """Return the token with which this chat speaks."""
        return self._rows.token_of(number)

    def get(self, chat: ChatId) -> Chat | None:
        """Return a chat, or None when it is not (or no longer) known."""
        row = self._rows.get(chat)
        if row is None:
            return None
        number = self._rows.number(row)
        return Chat(chat, number, self.token_of(number), row.told, row.leaving, row.blocked_at is not None)

    def of_person(self, person: PersonId, rather: str | None = None) -> Chat | None:
        """Return the chat in which a person can be written to first, or None: this one, where it can be."""
        here = select(ChatRow.id).join(SessionRow, SessionRow.token_hash == ChatRow.id)
        open_ones = here.where(SessionRow.person_id == person, ChatRow.blocked_at.is_(None), ChatRow.leaving.is_(False))
        rather_first = (ChatRow.id == (rather or "")).desc()
        found = self._session.scalar(open_ones.order_by(rather_first, ChatRow.created_at.desc()).limit(1))
        return self.get(ChatId(found)) if found else None

    def numbers_of(self, person: PersonId) -> tuple[int, ...]:
        """Return what Telegram calls the chats that speak as a person, oldest first."""
        here = select(ChatRow).join(SessionRow, SessionRow.token_hash == ChatRow.id)
        rows = self._session.scalars(here.where(SessionRow.person_id == person).order_by(ChatRow.created_at))
        return tuple(self._rows.number(row) for row in rows)

    def busy(self) -> list[ChatId]:
        """Return the chats where something waits: updates without an answer, messages not sent, or a leave-taking."""
        unsent = exists().where(OutgoingRow.chat_id == ChatRow.id, OutgoingRow.state == State.WAITING)
        rows = self._session.scalars(select(ChatRow.id).where(_UNANSWERED | unsent | ChatRow.leaving.is_(True)))
        return [ChatId(row) for row in rows]

    def mark(self, chat: ChatId, *, told: bool | None = None, leaving: bool | None = None) -> None:
        """Note what is so from now on."""
        row = self._rows.get(chat)
        if row is not None:
            row.told = row.told if told is None else told
            row.leaving = row.leaving if leaving is None else leaving

    def block(self, chat: ChatId, *, blocked: bool) -> None:
        """Note that the person blocked the bot, or let it in again. What was on its way is let go when blocked."""
        row = self._rows.get(chat)
        if row is not None:
            row.blocked_at = self._clock.now() if blocked else None
            if blocked:
                self.messages.let_go_all(chat)

    def leave(self, person: PersonId) -> None:
        """Have the chats of somebody who is forgotten let go, each once it was told so and that reply is out."""
        theirs = select(SessionRow.token_hash).where(SessionRow.person_id == person)
        self._session.execute(update(ChatRow).where(ChatRow.id.in_(theirs)).values(leaving=True, told=False))

    def drop(self, chat: ChatId) -> None:
        """Let go of a chat and all that is on its way there. Numbers of its updates stay for a while.

        What came in meanwhile, and has no answer yet, begins a chat anew: with another key, and nothing told.
        """
        row = self._rows.get(chat)
        if row is None:
            return
        number, later = self._rows.number(row), self.updates.waiting(chat, MANY)
        self.updates.let_go_of(chat)
        self._session.execute(delete(ChatRow).where(ChatRow.id == chat))
        self._session.expire_all()
        for content in later:
            self.updates.take_in_anew(int(content["update"]), number, content)
        self._session.flush()

    def tidy(self) -> None:
        """Let go of what is held no longer: numbers, old messages, and chats whose person is gone."""
        before = self._clock.now() - HELD
        self.updates.tidy(before)
        self.messages.tidy(before)
        speaks = exists().where(SessionRow.token_hash == ChatRow.id)
        on_its_way = exists().where(OutgoingRow.chat_id == ChatRow.id, OutgoingRow.state.in_(ON_ITS_WAY))
        left = ChatRow.leaving.is_(True) & ~on_its_way  # forgotten on another device: here nobody writes
        gone = select(ChatRow.id).where(left | (~speaks & (ChatRow.created_at < before)), ~_UNANSWERED)
        self._session.execute(delete(ChatRow).where(ChatRow.id.in_(gone)))
