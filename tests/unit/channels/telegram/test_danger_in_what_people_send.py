"""Words of danger are answered wherever they are: a caption, an edit, behind a command."""

import pytest

from bot.channels.telegram.texts import COMMANDS
from tests.unit.channels.telegram.sent import CRISIS, DANGER, album, asks_who, count, raw
from tests.unit.channels.telegram.talks import WHO

pytestmark = pytest.mark.usefixtures("quick", "channel")


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
