"""Everything that is not typed or pressed: each gets a kind and true answer, and nothing is fetched."""

import pytest

from tests.unit.channels.telegram.sent import album, asks_who, count, lines, raw
from tests.unit.channels.telegram.talks import WHO

pytestmark = pytest.mark.usefixtures("quick", "channel")


def moves(ada):
    """Share where one is for a quarter of an hour: the place changes with each step."""
    person = ada.person
    message = person.sends("location", live_period=900)
    with person._world.bell:
        for step in range(3):
            message.content["location"] = message.content["location"] | {"latitude": 51.5 + step / 1000}
            person._world.tell("edited_message", message.shape(), person.chat)


SENT = {
    "a voice note": (lambda ada: ada.person.sends("voice"), "I cannot listen to recordings"),
    "music": (lambda ada: ada.person.sends("audio"), "I cannot listen to recordings"),
    "a video note": (lambda ada: ada.person.sends("video_note"), "I cannot listen to recordings"),
    "a photo": (lambda ada: ada.person.sends("photo"), "I cannot see pictures"),
    "a video": (lambda ada: ada.person.sends("video"), "I cannot see pictures"),
    "an animation": (lambda ada: ada.person.sends("animation"), "I cannot see pictures"),
    "an album": (lambda ada: album(ada, "", "", ""), "I cannot see pictures"),
    "a sticker": (lambda ada: ada.person.sends("sticker"), "I cannot see stickers"),
    "a place": (lambda ada: ada.person.sends("location"), "You sent me a place. I have not read it"),
    "a place that moves": (moves, "You sent me a place. I have not read it"),
    "a contact": (lambda ada: ada.person.sends("contact"), "You sent me a contact. I have not read"),
    "a poll": (lambda ada: ada.person.sends("poll"), "I cannot read polls"),
    "a die": (lambda ada: ada.person.sends("dice"), "That was a game"),
    "a document": (lambda ada: ada.person.sends("document"), "I cannot open files"),
    "somebody else's words": (lambda ada: ada.person.forwards("told you so"), "I do not take it as your own words"),
    "own words again": (
        lambda ada: ada.person.forwards("my garden", of=ada.person.account),
        "I do not take it as your own words",
    ),
    "something new": (lambda ada: raw(ada, giveaway={"winner_count": 1}), "I cannot read that kind of message"),
    "something for money": (lambda ada: raw(ada, paid_media={"star_count": 1}), "I cannot read that kind of message"),
}


@pytest.mark.parametrize("sent", SENT)
async def test_each_gets_one_kind_and_true_answer(ada, server, sent):
    act, answer = SENT[sent]
    await ada.starts()
    act(ada)
    await ada.sees(answer)
    await asks_who(ada)
    assert count(ada, answer) == 1
    assert count(ada, WHO) == 2, "the open question, and again behind the last answer; nowhere else"
    assert not server.calls("getFile")


@pytest.mark.parametrize("sent", SENT)
async def test_in_a_new_chat_the_welcome_comes_with_it(ada, server, sent):
    act, answer = SENT[sent]
    act(ada)
    await ada.sees(WHO)
    told = ada.told()
    assert answer in told[0]
    assert "What Matters, a piece of software" in "".join(told)
    assert [text for text in told if text.startswith("Telegram is run by another company")]
    assert not server.calls("getFile")


CAPTIONED = {
    "a photo": (lambda ada: ada.person.sends("photo", caption="my garden"), "I cannot see pictures"),
    "an album": (lambda ada: album(ada, "my garden", "", ""), "I cannot see pictures"),
    "an album with words under the last": (lambda ada: album(ada, "", "", "my garden"), "I cannot see pictures"),
    "a voice note": (lambda ada: ada.person.sends("voice", caption="my garden"), "I cannot listen"),
    "a document": (lambda ada: ada.person.sends("document", caption="my garden"), "I cannot open files"),
    "something for money": (
        lambda ada: raw(ada, paid_media={"star_count": 1}, caption="my garden"),
        "I cannot read that kind of message",
    ),
}


@pytest.mark.parametrize("sent", CAPTIONED)
async def test_words_that_came_with_it_are_answered(ada, server, sent):
    act, answer = CAPTIONED[sent]
    await ada.starts()
    await ada.presses("For me", "What matters most")
    act(ada)
    await ada.sees("Why does that matter")
    assert count(ada, answer) == 1
    assert count(ada, "You sent words with it") == 1
    assert count(ada, "You said “my garden”") == 1
    assert not server.calls("getFile")


async def test_a_reply_to_a_message_is_words(ada):
    (*_, question) = await ada.starts()
    ada.person.replies(question, "for me")
    await ada.hears("What matters most")


@pytest.mark.parametrize("name", ["pinned_message", "message_auto_delete_timer_changed", "write_access_allowed"])
async def test_what_telegram_writes_by_itself_is_not_answered(ada, name):
    await ada.starts()
    before = len(ada.told())
    raw(ada, **{name: {"message_auto_delete_time": 86400}})
    heard = await asks_who(ada)
    assert len(ada.told()) == before + len(heard)


async def test_an_update_of_a_kind_that_nobody_knows_holds_nothing_up(ada, server):
    await ada.starts()
    person = ada.person
    with person._world.bell:
        person._world.queue.allowed |= {"of_next_year", "poll_answer"}
        person._world.tell("of_next_year", {"user": {"id": 1001}}, person.chat)
        person._world.tell("message", {"message_id": None, "chat": None}, person.chat)
        person._world.tell("callback_query", {"id": 5, "message": "gone"}, person.chat)
    await asks_who(ada)


async def test_whose_app_speaks_another_language_is_told_that_it_is_english_here(server, ada):
    mair = type(ada)(server.person(1003, first_name="Mair", language_code="cy"))
    heard = await mair.starts()
    assert [text for text in (one.text for one in heard) if text.startswith("I understand English only")]
    assert heard[-1].text == WHO
    await mair.presses("For me", "What matters most")
    assert count(mair, "I understand English only") == 1


async def test_who_writes_in_another_language_is_told_each_time_and_the_words_are_kept(ada, begin):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    said = ("Lo más importante para mí es mi jardín", "porque es donde estoy con mis hijos")
    await ada.says(said[0], "Why does that matter")
    await ada.says(said[1], "good support")
    first, later = [text for text in ada.told() if "I understand English only" in text]
    assert "999 or 112" in first
    assert "999 or 112" in later
    assert later != first
    assert lines(begin) == list(said)


async def test_a_foreign_caption_is_noticed_as_well(ada):
    await ada.starts()
    ada.person.sends("photo", caption="Моя мама в больнице")
    await ada.sees("I understand English only")
