"""Two devices of one person: codes that lead from one to the other, and what is there."""

from sqlalchemy import text as sql

from bot.model.draft import Draft, Kind, Line
from bot.model.headings import Heading
from bot.model.position import Door, Position, Question
from bot.records.consent import Purpose
from bot.records.joining import JoinChannel

DRAFT = Draft().adding(Heading.MOST_IMPORTANT, Kind.WHAT, 0, "my garden")
TELEGRAM = "https://t.me/example_bot?start=join-"
WEB = "https://example.org/join/"
YES, NO = "Yes, I asked for it", "No, stay here"
READS_ALONG = "Whoever gave you the link can then read all that you write here."
JOINED = "This is now the conversation that was begun elsewhere."


def who(begin, token):
    with begin() as records:
        return records.sessions.person(token)


def code_for(begin, token, channel=JoinChannel.TELEGRAM):
    with begin() as records:
        code = records.joining.make(records.sessions.person(token), channel)
        records.commit()
    return code


def writes(begin, token, draft=DRAFT):
    """Something that is not kept is written in this session's conversation."""
    with begin() as records:
        person = records.sessions.person(token)
        records.drafts.put(person, draft)
        records.people.place(person, Position(question=Question.FOCUS_MORE, door=Door.ME, welcomed=True))
        records.commit()
    return person


def keeps(begin, token):
    with begin() as records:
        person = records.sessions.person(token)
        records.consents.give(person, Purpose.KEEP)
        records.summaries.keep(person, Door.ME, (Line("l1", Heading.SUPPORT, Kind.SUPPORT, 0, "a chair"),))
        records.commit()
    return person


def text(reply):
    return "\n".join(message.text for message in reply.messages)


def links(reply):
    return [link.url for message in reply.messages for link in message.links]


def titles(reply):
    return [choice.title for message in reply.messages for choice in message.choices]


async def joins(talking, chat, code):
    """Open a link, and say yes to the question that follows."""
    await talking.join(chat, code)
    return await talking.receive(chat, choice="joining-yes")


def joined_notes(database):
    with database.connect() as connection:
        return connection.execute(sql("select actor, person_id, subject from audit where action = 'joined'")).all()
