"""The menu of commands, and the page of the bot: what Telegram is told, and what each command does."""

import asyncio

import pytest

from bot.channels.telegram.texts import COMMANDS

pytestmark = pytest.mark.usefixtures("quick", "channel")

WHO = "Who is this for?"
ANSWERS = {
    "start": WHO,
    "help": "999",
    "pause": "You can write to me whenever you like",
    "my_summary": WHO,
    "share": WHO,
    "who_looked": WHO,
    "support": "What kind of help would be good?",
    "easy_read": "easy words",
    "delete": "Shall I delete everything?",
}


async def test_telegram_is_told_of_the_menu_and_of_the_page(ada, server):
    await asyncio.to_thread(server.waits_until_described)
    assert [name for name, _ in pairs(ada.person.menu)] == list(COMMANDS)
    (description,) = server.profile.descriptions.values()
    (short,) = server.profile.short_descriptions.values()
    assert "run by Bramble Hospice" in description
    assert "Software" in short


def pairs(menu):
    return [(one["command"], one["description"]) for one in menu]


async def test_every_command_of_the_menu_has_an_answer():
    assert set(ANSWERS) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
async def test_each_command_of_the_menu_is_answered(ada, name):
    await ada.starts()
    await ada.says(f"/{name}", ANSWERS[name])


@pytest.mark.parametrize("typed", ["/Help", "/help@what_matters_test_bot", "/HELP"])
async def test_a_command_can_be_written_in_other_ways(ada, typed):
    await ada.starts()
    plain = [one.text for one in await ada.says("/help", WHO)]
    assert [one.text for one in await ada.says(typed, WHO)] == plain


async def test_a_command_is_the_words_that_it_stands_for(ada):
    await ada.starts()
    typed = [one.text for one in await ada.says("find support", ANSWERS["support"])]
    await ada.says("stop", "whenever you like")
    assert [one.text for one in await ada.says("/support", ANSWERS["support"])] == typed


def lines(begin):
    with begin(reading=True) as records:
        person = records.sessions.person(records.telegram.token_of(1001))
        return [line.words for line in records.drafts.get(person).lines]


@pytest.mark.parametrize("typed", ["/settings", "/stop@another_bot"])
async def test_a_command_that_nobody_knows_is_no_answer(ada, begin, typed):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    heard = await ada.says(typed, "What matters most")
    assert heard[0].text.startswith("I do not know that command. To see what I can do, write /help.")
    assert lines(begin) == []


async def test_a_command_that_nobody_knows_as_the_first_message_is_welcomed_too(ada):
    heard = await ada.says("/settings", WHO)
    assert any("I do not know that command" in one.text for one in heard)
    assert any("What Matters, a piece of software" in one.text for one in heard)


@pytest.mark.parametrize("typed", ["/suicidal", "/i_want_to_die"])
async def test_danger_in_a_command_that_nobody_knows_is_heard(ada, typed):
    await ada.starts()
    await ada.says(typed, "116 123")


async def test_a_command_with_words_behind_it_is_words_as_they_were_typed(ada, begin):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    await ada.says("/my garden is lovely", "Why does that matter")
    assert lines(begin) == ["/my garden is lovely"]


async def test_delete_deletes_nothing_before_a_yes(ada, begin):
    await ada.starts()
    await ada.presses("For me", "What matters most")
    await ada.says("my garden", "Why does that matter")
    await ada.says("/delete", ANSWERS["delete"])
    await ada.says("no", "Why does that matter")
    assert lines(begin) == ["my garden"]
