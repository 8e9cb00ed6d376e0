"""Work beside everything else: a mistake in it is logged without words, and it starts again."""

import asyncio

import pytest

from bot.keeping_on import keep_on


async def test_what_stops_by_a_mistake_starts_again_and_its_words_are_in_no_log(caplog):
    began, waits = [], []

    async def work():
        began.append(len(began))
        if len(began) < 3:
            raise KeyError("the quokka at dusk")

    async def wait(seconds):
        waits.append(seconds)

    await keep_on("retention", work, wait)

    assert began == [0, 1, 2]
    assert len(waits) == 2
    assert min(waits) > 0
    assert caplog.messages == ["retention stopped and starts again (KeyError)"] * 2
    assert all(record.exc_info is None for record in caplog.records)


async def test_what_is_cancelled_ends():
    began = asyncio.Event()

    async def work():
        began.set()
        await asyncio.Event().wait()

    keeping = asyncio.create_task(keep_on("reminders", work))
    await began.wait()
    keeping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await keeping
