"""What tests of the gateway look at, and a store of which nothing works."""

from sqlalchemy.exc import OperationalError

from bot.channels.turn_store import TurnStore
from bot.model.position import Door, Position


def texts(reply):
    return [message.text for message in reply.messages]


def said(reply):
    return "\n".join(message.text for message in reply.messages)


def button(reply, title):
    return next(c.choice for message in reply.messages for c in message.choices if c.title == title)


class NoStore(TurnStore):
    """A store of which nothing works."""

    def __getattribute__(self, name):
        def fail(*_args):
            raise OperationalError("", {}, Exception("unable to open database file"))

        return fail


def asking(begin, token, question):
    with begin() as records:
        person = records.sessions.person(token)
        records.people.place(person, Position(question=question, door=Door.ME, welcomed=True))
        records.commit()
        return person
