"""A message that is changed afterwards: what was kept is replaced after a yes only."""

import pytest

from bot.channels.telegram.edits import Edits
from bot.channels.telegram.texts import Fixed
from tests.unit.channels.telegram.sent import count, lines
from tests.unit.channels.telegram.talks import WHO

pytestmark = pytest.mark.usefixtures("quick", "channel")


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
