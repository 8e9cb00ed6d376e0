"""A small action server on loopback that answers, and fails in every way an action server can."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from aiohttp import web


def _say(text: str, **more: Any) -> dict[str, Any]:
    return {"text": text, "buttons": [], "elements": [], "custom": {}, **more}


class ToyActions:
    """Runs in a thread of its own; `url` is the full webhook address, `calls` the bodies it was sent."""

    def __init__(self, secret: str) -> None:
        self.calls: list[dict[str, Any]] = []
        self._secret = secret
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> ToyActions:
        self._thread.start()
        port = asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(20)
        self.url = f"http://127.0.0.1:{port}/webhook"
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(20)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(20)
        self._loop.close()

    async def _start(self) -> int:
        self._released = asyncio.Event()
        application = web.Application()
        application.router.add_post("/webhook", self._webhook)
        self._runner = web.AppRunner(application)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        return int(self._runner.addresses[0][1])

    async def _stop(self) -> None:
        self._released.set()
        await self._runner.cleanup()

    async def _webhook(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Authorization") != f"Bearer {self._secret}":
            return web.json_response({"error": "who are you"}, status=401)
        call = await request.json()
        self.calls.append(call)
        message = call["tracker"]["latest_message"]
        words = message["text"]
        events: list[dict[str, Any]] = []
        responses: list[dict[str, Any]] = []
        name = call["next_action"]
        if name == "action_welcome":
            buttons = [{"title": "Yes", "payload": "affirm"}]
            responses = [_say("Hello.\n\nAnd welcome.", buttons=buttons), _say("", custom={"kind": "card"})]
        elif name == "action_ask":
            responses = [_say("What matters to you?")]
            if message["intent"]["name"] == "choose":
                events = [{"event": "slot", "name": "door", "value": "myself"}]
        elif name == "action_fail":
            return web.json_response({"error": words, "tracker": call["tracker"]}, status=500)
        elif name == "action_refuse":
            return web.json_response({"error": words, "action_name": words}, status=400)
        elif name == "action_invalid":
            events = [{"event": "no such thing", "text": words}]
        elif name == "action_leak":
            events = [{"event": "slot", "name": "door", "value": words}]
        elif name == "action_lost":
            responses = [{"response": "utter_nowhere", "words": words}]
        elif name == "action_circle":
            events = [{"event": "followup", "name": "action_circle"}]
        elif name == "action_drop":
            request.transport.abort()
        elif name == "action_slow":
            await self._released.wait()
        return web.json_response({"events": events, "responses": responses})
