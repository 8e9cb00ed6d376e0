"""A link from another device: a chat that speaks as the person of another conversation, and leaves it again."""

import pytest

from bot.channels.telegram.mailbox import Mailbox
from bot.records.joining import JoinChannel
from tests.unit.channels.telegram.talks import HONEST, TO_THE_END, WELCOME, WHO, chats, has, talk

pytestmark = pytest.mark.usefixtures("quick", "channel")

ASKED = "Did you ask for it?"

JOINED = "This is now the conversation that was begun elsewhere."


@pytest.fixture
async def other(talking):
    """The token of somebody on the web, who was asked who it is for."""
    other = await talking.open_session("web")
    await talking.arrive(other)
    return other


def link(begin, token):
    """What a link of theirs to Telegram starts with."""
    with begin() as records:
        code = records.joining.make(records.sessions.person(token), JoinChannel.TELEGRAM)
        records.commit()
    return f"join-{code}"


def speaks(begin, ada):
    with begin(reading=True) as records:
        return records.sessions.person(records.telegram.token_of(ada.person.id))


def person_of(begin, token):
    with begin(reading=True) as records:
        return records.sessions.person(token)


@pytest.mark.parametrize("new", [True, False], ids=["at first", "later"])
async def test_who_taps_a_link_of_a_stranger_is_asked_first_and_stays_after_a_no(ada, begin, talking, other, new):
    if not new:
        await ada.starts()
    heard = await ada.starts(link(begin, other), ASKED)
    assert "Whoever gave you the link can then read all that you write here." in heard[-1].text
    assert list(heard[-1].choices) == ["Yes, I asked for it", "No, stay here"]
    assert len(has(heard, HONEST)) == new
    await ada.says("no", WHO)
    await ada.says("for me", "What matters most")
    await ada.says("the safe is behind the bookcase", "Why does that")
    assert speaks(begin, ada) != person_of(begin, other)
    assert "bookcase" not in str(await talking.receive(other, text="show me what you have"))


async def test_joining_another_conversation_after_a_yes_deletes_nothing(ada, begin, other):
    """The chat speaks as somebody else from then on, but nothing was deleted, and the chat stays."""
    await talk(ada, *TO_THE_END[:2])
    heard = await ada.starts(link(begin, other), ASKED)
    assert has(heard, "did not keep is left behind for good")
    heard = await ada.presses("Yes, I asked for it", WHO)
    assert has(heard, "What you write here shows there too.")
    assert not has(heard, "Delete chat")
    assert has(await ada.says("for me", "What matters most"), "What matters most")
    assert chats(begin) == 1


@pytest.mark.parametrize(
    "says_yes", [lambda ada: ada.person.says("yes"), lambda ada: ada.person.presses("Yes, I asked for it")]
)
@pytest.mark.parametrize("fault", ["the reply is not written down", "the engine breaks"])
async def test_a_yes_that_joined_says_so_after_a_fault_and_is_no_deletion(
    ada, begin, rules, other, monkeypatch, says_yes, fault
):
    await ada.starts()
    await ada.starts(link(begin, other), ASKED)
    left = iter([True])
    if fault == "the engine breaks":
        forget = rules.forget

        async def breaks(person):
            if next(left, False):
                raise RuntimeError
            await forget(person)

        rules.forget = breaks
    else:
        answer = Mailbox.answer

        def fails(*given, **named):
            if next(left, False):
                raise TimeoutError
            return answer(*given, **named)

        monkeypatch.setattr(Mailbox, "answer", fails)
    says_yes(ada)
    heard = await ada.hears(WHO)
    assert next(left, None) is None
    assert has(heard, JOINED)
    assert not has(ada.person.sees(), "That button is from earlier")
    assert not has(ada.person.sees(), "Delete chat")
    assert (speaks(begin, ada), chats(begin)) == (person_of(begin, other), 1)


async def test_a_chat_can_leave_the_conversation_that_it_joined(ada, begin, talking, other, until):
    await ada.starts()
    await ada.starts(link(begin, other), ASKED)
    await ada.presses("Yes, I asked for it", WHO)
    await ada.says("for me", "What matters most")
    await ada.says("my garden", "Why does that")
    heard = await ada.says("Leave this conversation.", "You have left that conversation in this chat.")
    assert not has(heard, "Delete chat")
    await until(lambda: not chats(begin))
    assert "my garden" in str(await talking.receive(other, text="show me what you have"))
    assert has(await ada.says("hello", WHO), WELCOME)
    assert speaks(begin, ada) != person_of(begin, other)


async def test_a_conversation_that_is_open_here_only_is_not_left(ada, begin):
    await talk(ada, *TO_THE_END[:2])
    here = speaks(begin, ada)
    heard = await ada.says("leave this conversation", "Why does that")
    assert has(heard, "This conversation is open in this chat only")
    assert speaks(begin, ada) == here
    with begin(reading=True) as records:
        assert [line.words for line in records.drafts.get(here).lines] == ["my garden"]
