"""What runs beside the pages: a mistake in it is logged, and it starts again."""

import asyncio

import pytest

from bot import asgi
from bot.bootstrap import build
from bot.settings import Settings
from tests.unit.fakes import FakeEngine

PATIENCE = 20


@pytest.fixture
def parts(store_folder, key, clock):
    return build(Settings(data_dir=store_folder, organisation="Example Hospice"), clock)


@pytest.mark.parametrize(("work", "name"), [("keep_reminding", "reminders"), ("keep_retaining", "retention")])
async def test_a_mistake_in_what_runs_beside_does_not_end_it(parts, monkeypatch, caplog, work, name):
    monkeypatch.setattr("bot.keeping_on.PAUSE", 0.01)
    began, again = [], asyncio.Event()

    async def breaks(*_given, **_named):
        began.append(work)
        if len(began) == 1:
            raise KeyError("the quokka at dusk")
        again.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(asgi, work, breaks)
    app = asgi.application(parts, FakeEngine())
    async with app.router.lifespan_context(app):
        await asyncio.wait_for(again.wait(), PATIENCE)

    assert f"{name} stopped and starts again (KeyError)" in caplog.messages
    assert "quokka" not in caplog.text
