"""Everything that is not typed or pressed: each gets a kind and true answer, and nothing is fetched."""

import asyncio

import pytest

from bot.channels.telegram.edits import Edits
from bot.channels.telegram.texts import COMMANDS, Fixed
from tests.telegram_server.kinds import KINDS

pytestmark = pytest.mark.usefixtures("quick", "channel")

DANGER = "I want to end my life"
CRISIS = "Are you safe right now?"
WHO = "Who is this for?"
SOFTWARE = "I am software, not a person"


def album(ada, *captions):
    """Pictures that were chosen together: the app sends each by itself."""
    person = ada.person
    with person._world.bell:
        for caption in captions:
            content = KINDS["photo"](person._world) | {"media_group_id": "13500000000000001"}
            person._sends(content | ({"caption": caption} if caption else {}))


def raw(ada, **content):
    ada.person._sends(content)


def moves(ada):
    """Share where one is for a quarter of an hour: the place changes with each step."""
    person = ada.person
    message = person.sends("location", live_period=900)
    with person._world.bell:
        for step in range(3):
            message.content["location"] = message.content["location"] | {"latitude": 51.5 + step / 1000}
            person._world.tell("edited_message", message.shape(), person.chat)


async def asks_who(ada):
    """Say something that has an answer of its own: when that is there, all before it is."""
    return await ada.says("who are you", SOFTWARE)


def count(ada, text):
    return sum(text in told for told in ada.told())


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


# --- edited -----------------------------------------------------------------------------------------------------------


def lines(begin):
    with begin(reading=True) as records:
        person = records.sessions.person(records.telegram.token_of(1001))
        return [line.words for line in records.drafts.get(person).lines]


async def test_a_line_that_was_edited_is_replaced_after_a_yes(ada, begin):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    message = ada.person.says("my garden")
    await ada.hears("Why does that matter")
    ada.person.edits(message, "my rose garden")
    (*_, asked) = await ada.hears("Shall I")
    assert lines(begin) == ["my garden"]
    await ada.presses(next(iter(asked.choices)), "Why does that matter")
    assert lines(begin) == ["my rose garden"]


async def test_a_line_that_was_edited_stays_after_a_no(ada, begin):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    message = ada.person.says("my garden")
    await ada.hears("Why does that matter")
    ada.person.edits(message, "my rose garden")
    await ada.hears("Shall I")
    await ada.presses("Leave it", "Nothing is changed")
    assert lines(begin) == ["my garden"]


LINES = ("my gardn", "my garden")


@pytest.mark.parametrize("said", [LINES, LINES[::-1]], ids=" then ".join)
async def test_new_words_that_another_line_has_too_are_put_in_the_place_of_the_old(ada, begin, said):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    first = ada.person.says(said[0])
    await ada.hears("Why does that matter")
    second = ada.person.says(said[1])
    await ada.hears("good support")
    ada.person.edits(first if said == LINES else second, "my garden")
    (*_, asked) = await ada.hears("Shall I")
    await ada.presses("Use the new words", "The new words are in your draft now.")
    assert lines(begin) == ["my garden", "my garden"]
    with begin(reading=True) as records:
        chat = records.telegram.get(records.telegram.id_of(1001))
    number = int(asked.choices["Use the new words"].data.removeprefix(Fixed.REPLACE))
    assert Edits(begin).put_in_place(chat, number), "done again, it changes nothing"
    assert lines(begin) == ["my garden", "my garden"]


async def test_other_words_that_were_edited_are_asked_about(ada):
    message = ada.person.says("hello")
    await ada.hears(WHO)
    await ada.presses("For me", "What matters most")
    await ada.says("my garden", "Why does that matter")
    ada.person.edits(message, "hello there")
    await ada.hears("Would you like to change a line that is written down?")
    await ada.presses("Leave it", "Nothing is changed")


async def test_where_nothing_is_written_down_no_line_can_be_changed(ada):
    message = ada.person.says("hello")
    await ada.hears(WHO)
    ada.person.edits(message, "hello there")
    (heard,) = await ada.hears("please write it as a new message")
    assert not heard.choices


async def test_a_caption_that_was_edited_is_not_taken_a_second_time(ada, begin):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    message = ada.person.sends("voice", caption="my garden")
    await ada.hears("Why does that matter")
    with ada.person._world.bell:
        message.content["caption"] = "my rose garden"
        message.edit_date = ada.person._world.seconds
        ada.person._world.tell("edited_message", message.shape(), ada.person.chat)
    await ada.sees("You changed a message in Telegram")
    assert lines(begin) == ["my garden"]


async def test_an_edit_of_something_old_does_not_come_late(ada, clock):
    message = ada.person.says("hello")
    await ada.hears(WHO)
    message.date -= 3600
    clock.move(seconds=message.date + 3600 - clock.now().timestamp())
    ada.person.edits(message, "hello there")
    await ada.hears("You changed a message in Telegram")
    assert count(ada, "I was away for a while") == 0


# --- elsewhere --------------------------------------------------------------------------------------------------------


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


# --- danger in it -----------------------------------------------------------------------------------------------------


async def edited(ada):
    message = ada.person.says("hello")
    await ada.hears(WHO)
    ada.person.edits(message, DANGER)


DANGEROUS = {
    "a caption": lambda ada: ada.person.sends("photo", caption=DANGER),
    "a caption of a recording": lambda ada: ada.person.sends("voice", caption=DANGER),
    "a caption of a file": lambda ada: ada.person.sends("document", caption=DANGER),
    "a caption of something new": lambda ada: raw(ada, paid_media={"star_count": 1}, caption=DANGER),
    "the last caption of an album": lambda ada: album(ada, "", "", DANGER),
    "forwarded": lambda ada: ada.person.forwards(DANGER),
    "behind a command": lambda ada: ada.person.says(f"/help {DANGER}"),
    "below a command": lambda ada: ada.person.says("/pause\nsuicidal"),
    "behind start": lambda ada: ada.person.says(f"/start {DANGER}"),
    "one word behind start": lambda ada: ada.person.says("/start suicidal"),
    "an unknown command": lambda ada: ada.person.says(f"/please {DANGER}"),
}


@pytest.mark.parametrize("sent", DANGEROUS)
@pytest.mark.parametrize("new", [True, False], ids=["at first", "later"])
async def test_words_of_danger_are_answered_wherever_they_are(ada, sent, new):
    if not new:
        await ada.starts()
    DANGEROUS[sent](ada)
    await ada.sees(CRISIS)
    await asks_who(ada)
    assert count(ada, CRISIS) == 1


async def test_words_of_danger_in_an_edit(ada):
    await edited(ada)
    await ada.sees(CRISIS)
    assert count(ada, "You changed a message") == 0


def test_every_command_of_the_menu_can_have_words_behind_it():
    assert all(command.words for command in COMMANDS.values())
