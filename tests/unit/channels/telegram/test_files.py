"""Files that people ask for: their copy as PDF, a time for their calendar, each in the chat where it was asked for."""

import io
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
from pypdf import PdfReader

from bot.channels.telegram.mailbox import Mailbox
from bot.stages.share_pages import SharedPages
from tests.telegram_server import Broken, Reset
from tests.unit.channels.telegram.test_a_conversation import TO_THE_END, talk

pytestmark = pytest.mark.usefixtures("quick", "channel")


@pytest.fixture
def facts(facts, settings):
    return replace(facts, public_url=settings.public_url, can_write_first=lambda person: True)


READY = "Here is your copy"
KEPT = (*TO_THE_END, ("!Yes, keep it", "Your summary is kept"))


async def asks(ada, kind, holds):
    """Somebody asks for a copy and presses its kind; return what came."""
    await ada.says("get a copy", "Which kind of copy")
    return await ada.presses(kind, holds)


def files(ada):
    return [one.document for one in ada.person.sees() if one.document]


async def test_the_copy_comes_as_a_file_that_the_person_can_keep(ada):
    await talk(ada, *KEPT)
    (message,) = [one for one in await asks(ada, "One page", READY) if READY in one.text]
    assert (message.document.name, message.document.mime_type) == ("what-matters.pdf", "application/pdf")
    told = PdfReader(io.BytesIO(message.document.content)).pages[0].extract_text()
    assert "my garden" in told
    assert "run by Bramble Hospice" in told
    assert "/copy/" not in "".join(ada.told()), "its address is of no use on a phone"


async def test_a_copy_is_not_made_before_it_is_sent_and_never_after_its_time(ada, server, clock, monkeypatch, until):
    await talk(ada, *KEPT)
    real, times = SharedPages.own_copy, []

    def later(pages, token):
        times.append(clock.now())
        clock.move(minutes=31)
        return real(pages, token)

    monkeypatch.setattr(SharedPages, "own_copy", later)
    await asks(ada, "One page", "This file has ended")
    assert len(times) == 1
    assert files(ada) == []
    monkeypatch.undo()
    await asks(ada, "One page", READY)
    assert len(files(ada)) == 1


@pytest.mark.parametrize(
    ("kind", "words", "name", "media"),
    [
        ("Large print", "large print please", "what-matters-large-print.pdf", "application/pdf"),
        ("Card for an ambulance crew", "the card for the ambulance", "what-matters-card.pdf", "application/pdf"),
        ("Plain text", "my summary as plain text", "what-matters.txt", "text/plain"),
        (
            "File for record systems",
            "a file for record systems",
            "what-matters-fhir.json",
            "application/json",
        ),  # as Telegram calls it
        ("Everything held about me", "everything you have on me", "what-matters-everything.zip", "application/zip"),
    ],
)
async def test_each_kind_comes_as_a_file_pressed_or_typed(ada, kind, words, name, media):
    await talk(ada, *KEPT)
    await ada.says("get a copy", "Which kind of copy")
    if kind not in {"Large print", "Card for an ambulance crew"}:
        await ada.presses("More kinds", "three more kinds")
    await ada.presses(kind, "Here is")
    await ada.says(words, "Here is")
    assert [(file.name, file.mime_type) for file in files(ada)] == [(name, media)] * 2
    assert "/copy/" not in "".join(ada.told())


async def test_all_that_is_held_comes_before_anything_is_kept(ada):
    await talk(ada, ("!For me", "What matters most"))
    await ada.says("send me everything you hold about me", "in one zip file")
    (file,) = files(ada)
    with zipfile.ZipFile(io.BytesIO(file.content)) as packed:
        assert packed.namelist() == ["start-here.html", "everything.json"]


async def test_where_print_would_lose_a_sign_the_copy_comes_as_text(ada):
    door, (_, why), *rest = KEPT
    await talk(ada, door, ("\u6f22\u5b57 and tea", why), *rest)
    await asks(ada, "One page", READY)
    (file,) = files(ada)
    assert file.name == "what-matters.txt"
    assert "\u6f22\u5b57 and tea" in file.content.decode()


@pytest.mark.parametrize("fault", [Reset(done=False), Reset(done=True), Broken(502)])
async def test_a_file_that_may_have_arrived_is_not_sent_again_unless_asked_for(ada, server, fault):
    await talk(ada, *KEPT)
    server.faults.on("sendDocument", fault)
    await asks(ada, "One page", "may not have reached you")
    before = len(files(ada))
    assert before == getattr(fault, "done", False)
    await ada.presses("Show it again", READY)
    assert len(files(ada)) == before + 1


async def test_a_store_that_cannot_be_read_delays_the_file_and_loses_nothing(ada, monkeypatch):
    await talk(ada, *KEPT)
    real, failed = SharedPages.own_copy, []

    def once(pages, token):
        if not failed:
            failed.append(token)
            raise TimeoutError
        return real(pages, token)

    monkeypatch.setattr(SharedPages, "own_copy", once)
    await asks(ada, "One page", READY)
    assert len(files(ada)) == len(failed) == 1


async def test_what_is_on_its_way_holds_no_words_of_the_file(ada, begin, monkeypatch):
    await talk(ada, *KEPT)
    seen = []
    real = Mailbox.claim

    def look(mailbox, chat, number):
        with begin(reading=True) as records:
            seen.extend(records.telegram.messages.outgoing(chat))
        return real(mailbox, chat, number)

    monkeypatch.setattr(Mailbox, "claim", look)
    await asks(ada, "One page", READY)
    (waiting,) = {one.file: one for one in seen if one.file}.values()
    assert waiting.file.startswith("/copy/")
    assert "my garden" not in waiting.text


async def test_a_reminder_comes_as_a_file_for_the_calendar(ada, clock):
    await talk(ada, ("!For me", "What matters most"))
    await ada.says("remind me", "When shall I remind you")
    await ada.presses("Tomorrow", "I will remind you on")
    await ada.presses("Put it in my calendar", "This file is for your own calendar")
    (file,) = files(ada)
    assert (file.name, file.mime_type) == ("reminder.ics", "text/calendar")
    day = clock.now() + timedelta(days=1)
    assert f"DTSTART:{day:%Y%m%d}T100000Z" in file.content.decode()
