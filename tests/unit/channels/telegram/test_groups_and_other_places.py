"""Groups, channels, other bots, inline queries: each is told kindly where to go."""

import asyncio

import pytest

from tests.unit.channels.telegram.sent import DANGER, asks_who

pytestmark = pytest.mark.usefixtures("quick", "channel")


async def test_a_group_is_told_once_and_left(ada, server, begin, until):
    await ada.starts()
    group = server.group(-1001)
    group.adds_bot(ada.person)
    group.says(ada.person, f"/help {DANGER}")
    await until(lambda: group.chat.bot_status == "left")
    await asks_who(ada)
    told = [one.text for one in group.sees() if one.by_bot]
    assert len(told) == 1
    assert "I do not talk in groups" in told[0]
    with begin(reading=True) as records:
        assert records.telegram.get(records.telegram.id_of(-1001)) is None


async def test_a_channel_is_told_once_and_left(ada, server, until):
    await ada.starts()
    channel = server.group(-1002, "channel")
    channel.adds_bot(ada.person)
    channel.posts("Our news")
    await until(lambda: channel.chat.bot_status == "left")
    assert [one.text[:26] for one in channel.sees() if one.by_bot] == ["I do not write in channels"]


async def test_another_bot_is_not_answered(ada, server):
    other = server.other_bot(9)
    other.says("hello")
    await ada.starts()
    assert not [one for one in other.sees() if one.by_bot and one.sender == "What Matters"]


async def test_an_inline_query_leads_to_a_private_chat(ada, server):
    ada.person.asks_inline("my garden")
    (call, *_) = await asyncio.to_thread(server.waits_for_call, "answerInlineQuery")
    assert "my garden" not in str(call.parameters)
    assert "private chat" in str(call.parameters)
