"""What the gateway asks of the record store. Each method is one short transaction, to be called in a thread."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.engine import EngineMessage
from bot.channels.known import Before, Due, Seen, Sent, UnknownSessionError
from bot.channels.of_a_death import of_a_death
from bot.channels.reading import how_said, said_by, typed_out
from bot.channels.replies import put_away, shown, taken_out
from bot.model import of_whom
from bot.model.bereft import Bereft, Theirs
from bot.model.ids import PersonId, ReleaseId, SessionToken, ShareId, TurnId
from bot.model.messages import Reply
from bot.model.position import Expecting, Position
from bot.model.safety import Asked, Told, Verdict
from bot.model.saying import Said
from bot.records.people import UnknownPersonError
from bot.records.sessions import mark_of
from bot.records.turns import Turn
from bot.records.unit_of_work import Begin, UnitOfWork
from bot.responses import fixed_responses
from bot.safety import door
from bot.safety.door import SafetyReply
from bot.stages.share_after_views import SAID
from bot.stages.share_looks import LOOK
from bot.store.crypto import SealError

log = logging.getLogger(__name__)

STORE_ERRORS = (SQLAlchemyError, OSError, SealError, UnknownPersonError)
"""What tells that the store is down, or cannot be read."""
ASKED_FOR = timedelta(hours=1)
"""How long a question of the safety door stays open; later, a "no" answers something else."""


SETTLED_FOR = timedelta(days=1)
"""How long a death counts as answered; later, "she's dead" may be of another."""


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
            away = records.clock.now() - records.people.last_seen(person)
            settled = position.bereft.settled and away <= SETTLED_FOR
            asked = None if away > ASKED_FOR else position.asked
            in_words = asked not in {None, Asked.STILL_IN_DANGER}
            typed = "" if in_words else typed_out(words, records.choices.titles(person))
            young = position.told is Told.YOUNG
            told = None if asked is None else position.told
            return Before(
                asked=asked,
                expecting=position.expecting,
                young=young,
                mourning=position.about_a_death,
                typed=typed,
                joining=bool(position.joining),
                settled=settled,
                over=of_whom.has_died(position),
                ill=of_whom.is_ill(position),
                told=told,
                of_a_talk=position.of_a_talk,
                after_danger=position.told is not None,
            )

    def note_safety(self, token: str, verdict: Verdict | None, answer: SafetyReply, words: str = "") -> None:
        """Remember what the door asked and the gravest danger it spoke of; audit that it answered (never words)."""
        with self._begin() as records:
            person = records.sessions.person(token)
            if person is None:
                return
            here = records.people.position(person)
            position = of_a_death(here, answer, words)
            before = None if position.told is answer.takes_back else position.told
            bereft = _told(here, answer)
            told = next((danger for danger in Told if danger in (before, answer.tells)), None)
            records.people.place(person, replace(position, asked=answer.asks, told=told, joining="", bereft=bereft))
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
            waiting = records.turns.waiting(person)
            question = records.people.position(person).question
            said = said_by(records, token, person, sent)
            how = how_said(sent, records.sessions.channel(token))
        again = taken_out(held) if held is not None else None
        written = turn if turn is not None and not turn.answered else None
        return Seen(person, again, waiting, said and replace(said, how=how), written, question)

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
            records.turns.answer(turn, put_away(reply))
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
        device joined with a line about that. What is told once counts as told now that the reply is on its way.
        """
        buttons = [button for message in messages for button in message.buttons]
        with self._begin() as records:
            forgotten = not records.people.exists(person)
            present = records.sessions.person(token) if forgotten else person
            ids = records.choices.replace(present, buttons) if present else [""] * len(buttons)
            reply = shown(messages, iter(ids))
            if not forgotten:
                position = replace(records.people.position(person), joining="")
                if turn is not None:
                    if position.joined and position.joined != mark_of(token):
                        reply = Reply(self._another_device + reply.messages)
                        position = replace(position, joined="")
                    if position.told is not None:
                        reply = Reply(door.after(position.told) + reply.messages)
                        position = replace(position, told=None)
                    records.turns.answer(turn, put_away(reply))
                records.people.place(person, position)
                note_told(records, person, [told for message in messages for told in message.told])
            if present:
                records.people.seen(present)
            records.commit()
        return reply, forgotten


def note_told(records: UnitOfWork, person: PersonId, told: Sequence[str]) -> None:
    """Note what the person was told: news of a team by its number, else by the share or the release it is of."""
    records.teamwork.told(int(each) for each in told if not each.startswith((LOOK, SAID)))
    for each in told:
        if each.startswith(LOOK):
            records.shares.told_of_look(person, ShareId(each.removeprefix(LOOK)))
        elif each.startswith(SAID):
            records.releases.told(person, ReleaseId(each.removeprefix(SAID)))


def _told(position: Position, answer: SafetyReply) -> Bereft:
    """Return what is known of a death after the door's answer: whether it is settled, and whether it is "theirs"."""
    before = position.bereft
    if answer.takes_back is not None:
        return replace(before, settled=False, theirs=None)
    now = answer.tells is Told.DEATH_JUST_HAPPENED and (position.about_them or position.door is None)
    return replace(before, settled=answer.settles or before.settled, theirs=Theirs.TOLD if now else before.theirs)


def _due(turn: Turn, position: Position) -> Due:
    return Due(turn, position.expecting, position.about_a_death, position.bereft.settled, position.question)
