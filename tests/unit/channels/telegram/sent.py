"""What people send beside words, and what stands in the chat then."""

from tests.telegram_server.kinds import KINDS

DANGER = "I want to end my life"
CRISIS = "Are you safe right now?"
SOFTWARE = "No person is watching this chat live"


def album(ada, *captions):
    """Pictures that were chosen together: the app sends each by itself."""
    person = ada.person
    with person._world.bell:
        for caption in captions:
            content = KINDS["photo"](person._world) | {"media_group_id": "13500000000000001"}
            person._sends(content | ({"caption": caption} if caption else {}))


def raw(ada, **content):
    ada.person._sends(content)


async def asks_who(ada):
    """Say something that has an answer of its own: when that is there, all before it is."""
    return await ada.says("who are you", SOFTWARE)


def count(ada, text):
    return sum(text in told for told in ada.told())


def lines(begin):
    with begin(reading=True) as records:
        person = records.sessions.person(records.telegram.token_of(1001))
        return [line.words for line in records.drafts.get(person).lines]
