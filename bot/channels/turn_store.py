"""What the gateway asks of the record store. Each method is one short transaction, to be called in a thread."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.channels.engine import EngineMessage
from bot.model.ids import PersonId, SessionToken, TurnId
from bot.model.messages import Choice, Link, Message, Reply
from bot.model.position import Expecting, Position, Question
from bot.model.safety import Asked, Told, Verdict
from bot.model.saying import Said
from bot.records.sessions import mark_of
from bot.records.turns import Turn
from bot.records.unit_of_work import Begin, UnitOfWork
from bot.responses import fixed_responses
from bot.safety import door
from bot.understanding import card, joining
from bot.understanding.commands import plain

log = logging.getLogger(__name__)


LONGEST_TITLE = 120
"""Characters of words that can be a button's title."""
ASKED_FOR = timedelta(hours=1)
"""How long a question of the safety door stays open; later, a "no" answers something else."""


class UnknownSessionError(Exception):
    """The token belongs to no session (never opened, left, or its person is gone)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person sent, tidied: words, or the id of a pressed button; both when a button was typed out.

    `intent` is that of a button which the channel itself put there. `early`: the question now open was not shown yet.
    `followed`: something else was sent after it, before it had an answer.
    """

    message_id: str
    words: str = ""
    choice: str = ""
    intent: str = ""
    early: bool = False
    followed: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known before a message is dealt with.

    `again` is the reply this very message got before, while it is held. `said` is what was said, its intent empty where
    words must be understood; None for a button that is no longer live. `written`: this very message, where it was
    written down before and has no answer yet. `question` is the open one.
    """

    person: PersonId
    again: Reply | None
    waiting: list[Turn]
    said: Said | None
    written: Turn | None
    question: Question | None


@dataclass(frozen=True, slots=True)
class Due:
    """A turn about to be tried, how its message is to be read, and whether the conversation is about a death.

    `question` is the open one.
    """

    turn: Turn
    expecting: Expecting
    mourning: bool
    question: Question | None


@dataclass(frozen=True, slots=True)
class Before:
    """What came before a message, as far as the safety door needs it; by default nothing is known.

    `asked`: what the door asked last. `expecting`: what the conversation waits for. `young`: in danger just before,
    the writer said that they are under 18, and no ordinary reply has followed yet. `mourning`: the conversation is
    about a death already. `typed`: the id of the button whose title the message is, word for word. `joining`: the
    person was asked last whether another conversation is to be joined.
    """

    asked: Asked | None = None
    expecting: Expecting = Expecting.OPEN
    young: bool = False
    mourning: bool = False
    typed: str = ""
    joining: bool = False


class TurnStore:
    """Sessions, turns and buttons, as the gateway needs them."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin
        self._another_device = fixed_responses("joining")["utter_joining_another_device"]

    @property
    def begin(self) -> Begin:
        """What starts a transaction on the same store."""
        return self._begin

    def open_session(self, channel: str) -> SessionToken:
        """Make somebody new and a session that speaks as them."""
        with self._begin() as records:
            token = records.sessions.open(records.people.create(), channel)
            records.commit()
            return token

    def leave(self, token: str) -> None:
        """End a session."""
        with self._begin() as records:
            records.sessions.close(token)
            records.commit()

    def person(self, token: str) -> PersonId:
        """Return who speaks with this token. Raises UnknownSessionError."""
        with self._begin(reading=True) as records:
            person = records.sessions.person(token)
        if person is None:
            raise UnknownSessionError
        return person

    def before(self, token: str, words: str = "") -> Before:
        """Return what came before a message of these words. A question of the safety door lapses after an hour."""
        with self._begin(reading=True) as records:
            person = records.sessions.person(token)
            if person is None:
                return Before()
            position = records.people.position(person)
            lapsed = records.clock.now() - records.people.last_seen(person) > ASKED_FOR
            asked = None if lapsed else position.asked
            typed = "" if asked else _typed_out(words, records.choices.titles(person))
            young = position.told is Told.YOUNG
            asked_to_leave = bool(position.joining)
            return Before(asked, position.expecting, young, position.about_a_death, typed, asked_to_leave)

    def note_safety(self, token: str, verdict: Verdict | None, asks: Asked | None, tells: Told | None) -> None:
        """Remember what the door asked and the gravest danger it spoke of; audit that it answered (never words)."""
        with self._begin() as records:
            person = records.sessions.person(token)
            if person is None:
                return
            position = records.people.position(person)
            told = next((danger for danger in Told if danger in (position.told, tells)), None)
            records.people.place(person, replace(position, asked=asks, told=told, joining=""))
            records.people.seen(person)
            if verdict is not None:
                records.audit.note("job:safety", "safety reply given", person, verdict.pattern)
            records.commit()

    def expecting(self, person: PersonId) -> Expecting:
        """Return how the next message is to be read."""
        with self._begin(reading=True) as records:
            return records.people.position(person).expecting

    def about_to_try(self, person: PersonId, turn: Turn) -> Due:
        """Count one more attempt at a turn."""
        with self._begin() as records:
            records.turns.tried(turn.id)
            position = records.people.position(person)
            records.commit()
            return _due(turn, position)

    def waiting(self, person: PersonId) -> list[Turn]:
        """Return turns that never got their answer, oldest first."""
        with self._begin(reading=True) as records:
            return records.turns.waiting(person)

    def look(self, token: str, sent: Sent) -> Seen:
        """Return all there is to know before a message is dealt with. Raises UnknownSessionError."""
        with self._begin(reading=True) as records:
            person = records.sessions.person(token)
            if person is None:
                raise UnknownSessionError
            turn = records.turns.find(person, sent.message_id)
            held = records.turns.reply(turn.id) if turn is not None and turn.answered else None
            payload = records.choices.payload(person, sent.choice) if sent.choice else None
            waiting = records.turns.waiting(person)
            question = records.people.position(person).question
            said = _said(sent, payload)
            if said is not None and not said.intent and (place := _elsewhere(records, token, person, said.words)):
                said = Said("choose", "", f"{joining.CHOICE}{place}")
        again = _reply_from(held) if held is not None else None
        written = turn if turn is not None and not turn.answered else None
        return Seen(person, again, waiting, said, written, question)

    def write_down(self, person: PersonId, sent: Sent, said: Said) -> Due | None:
        """Write a turn down, once. Words that follow words nobody could deal with belong to the same answer.

        When it is the only turn that waits, its first attempt is counted here too and it is returned, ready to try.
        """
        with self._begin() as records:
            position = records.people.position(person)
            if position.asked is not None or position.joining:
                records.people.place(person, replace(position, asked=None, joining=""))
            waiting = records.turns.waiting(person)
            unread = waiting[-1] if waiting and waiting[-1].intent is None else None
            due = None
            if records.turns.find(person, sent.message_id) is not None:
                pass
            elif unread and not said.intent and position.expecting is Expecting.ANSWERING:
                records.turns.join(unread.id, said.words)
            else:
                turn = records.turns.begin(person, sent.message_id, said, understood=bool(said.intent))
                if not waiting:
                    records.turns.tried(turn)
                    due = _due(records.turns.waiting(person)[0], position)
            records.commit()
            return due

    def close(self, turn: TurnId, reply: Reply) -> None:
        """Mark a turn as dealt with by a reply that needs no ids, and hold that reply for a repeat."""
        with self._begin() as records:
            records.turns.answer(turn, _reply_to(reply))
            records.commit()

    def let_go(self, turn: TurnId) -> None:
        """Have a turn do nothing: what was said after it may take it back."""
        with self._begin() as records:
            records.turns.answer(turn, None)
            records.commit()

    def set_aside(self, person: PersonId, turn: Turn) -> None:
        """Give up on a turn that fails every time, holding its words so that they can still be used."""
        with self._begin() as records:
            if turn.words:
                draft = records.drafts.get(person)
                opening = f"{draft.opening}\n{turn.words}".strip()
                records.drafts.put(person, replace(draft, opening=opening))
            records.turns.answer(turn.id, None)
            records.audit.note("job:inbound", "turn set aside", person, turn.id)
            records.commit()
        log.error("turn %s of %s failed %d times and was set aside", turn.id, person, turn.tries)

    def hand_out(
        self, person: PersonId, token: str, messages: list[EngineMessage], turn: TurnId | None
    ) -> tuple[Reply, bool]:
        """Give every button an opaque id, hold the reply for a repeat, and say whether the person was forgotten.

        The first turn after a crisis reply begins with the safety door's line about it, and the first after another
        device joined with a line about that. What a team wrote counts as told now that the reply is on its way.
        """
        buttons = [button for message in messages for button in message.buttons]
        with self._begin() as records:
            forgotten = not records.people.exists(person)
            present = records.sessions.person(token) if forgotten else person
            ids = records.choices.replace(present, buttons) if present else [""] * len(buttons)
            reply = _shown(messages, iter(ids))
            if turn is not None and not forgotten:
                position = records.people.position(person)
                if position.joined and position.joined != mark_of(token):
                    reply = Reply(self._another_device + reply.messages)
                    position = replace(position, joined="")
                    records.people.place(person, position)
                if position.told is not None:
                    reply = Reply(door.after(position.told) + reply.messages)
                    records.people.place(person, replace(position, told=None))
                records.turns.answer(turn, _reply_to(reply))
            if not forgotten:
                if (position := records.people.position(person)).joining:
                    records.people.place(person, replace(position, joining=""))
                records.teamwork.told(notice for message in messages for notice in message.told)
            if present:
                records.people.seen(present)
            records.commit()
        return reply, forgotten


def _due(turn: Turn, position: Position) -> Due:
    return Due(turn, position.expecting, position.about_a_death, position.question)


def _typed_out(words: str, titles: dict[str, str]) -> str:
    """Return the id of the one button whose title these words are, or ""."""
    typed = plain(words) if len(words) <= LONGEST_TITLE else ""
    found = [choice for choice, title in titles.items() if typed and plain(title) == typed]
    return found[0] if len(found) == 1 else ""


def _said(sent: Sent, payload: str | None) -> Said | None:
    if sent.intent:
        return Said(sent.intent, "", "")
    if not sent.choice or (payload is None and sent.words):
        code = card.code_in(sent.words)
        return Said("choose", "", f"{card.CHOICE}{code}") if code else Said("", sent.words)
    if payload is None:
        return None
    intent, _, value = payload.partition(":")
    return Said(intent, "", value)


def _elsewhere(records: UnitOfWork, token: str, person: PersonId, words: str) -> str:
    """Return where these words ask to go on (see `bot.understanding.joining`), or ""."""
    if len(words) > LONGEST_TITLE or not joining.elsewhere(words):
        return ""
    answering = records.people.position(person).expecting is Expecting.ANSWERING
    place = joining.elsewhere(words, answering=answering)
    if records.sessions.channel(token) != joining.TELEGRAM:
        return place
    return {joining.TELEGRAM: joining.HERE, joining.PHONE: joining.WEB}.get(place, place)


def _shown(messages: list[EngineMessage], ids: Iterator[str]) -> Reply:
    return Reply(
        tuple(
            Message(
                message.text,
                tuple(Choice(title, next(ids)) for title, _ in message.buttons),
                tuple(Link(title, url) for title, url in message.links),
            )
            for message in messages
        )
    )


def _reply_to(reply: Reply) -> list[list[Any]]:
    return [
        [m.text, [[c.title, c.choice] for c in m.choices], [[link.title, link.url] for link in m.links]]
        for m in reply.messages
    ]


def _reply_from(held: list[list[Any]]) -> Reply:
    return Reply(
        tuple(
            Message(text, tuple(Choice(t, c) for t, c in choices), tuple(Link(t, u) for t, u in links))
            for text, choices, links in held
        )
    )
