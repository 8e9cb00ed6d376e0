"""Sends updates to the webhook: in order within a lane, again and again until it answers that it has them."""

import asyncio

import httpx

from tests.telegram_server.updates import Update
from tests.telegram_server.world import World

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONGEST_RETRY_AFTER = 3600


class WebhookPump:
    """Runs as long as the server does, and does nothing while no webhook is set."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._busy: dict[tuple[str, int], asyncio.Task[None]] = {}

    async def run(self) -> None:
        timeout = self._world.limits.webhook_answer_seconds
        try:
            async with httpx.AsyncClient(trust_env=False, verify=False, timeout=timeout) as client:  # quick to make
                with self._world.bell.listening() as rung:
                    while True:
                        rung.clear()
                        wait = self._send_what_is_due(client)
                        ring = asyncio.ensure_future(rung.wait())
                        await asyncio.wait({ring}, timeout=wait)
                        ring.cancel()
        finally:
            for task in self._busy.values():
                task.cancel()
            await asyncio.gather(*self._busy.values(), return_exceptions=True)
            self._busy.clear()

    def _send_what_is_due(self, client: httpx.AsyncClient) -> float | None:
        """Seconds until the next one is due; None where nothing waits."""
        with self._world.bell:
            if not self._world.webhook.url:
                return None
            heads: dict[tuple[str, int], Update] = {}
            for update in self._world.hand_out():
                heads.setdefault(update.lane, update)
            now = self._world.clock.now()
            waits = []
            for lane, update in heads.items():
                if lane in self._busy or len(self._busy) >= self._world.webhook.max_connections:
                    continue  # whoever is done rings
                if update.due > now:
                    waits.append(update.due - now)
                    continue
                self._world.is_given(update)
                self._busy[lane] = asyncio.ensure_future(self._send(client, update))
            return min(waits, default=None)

    async def _send(self, client: httpx.AsyncClient, update: Update) -> None:
        with self._world.bell:
            webhook = self._world.webhook
            headers = {HEADER: webhook.secret_token} if webhook.secret_token else {}
        status, error, retry_after = None, "", 0
        try:
            answer = await client.post(webhook.url, json=update.body, headers=headers)
            status = answer.status_code
            if not answer.is_success:
                error = f"Wrong response from the webhook: {status} {answer.reason_phrase}"
                retry_after = _seconds(answer.headers.get("Retry-After", ""))
        except httpx.TimeoutException:
            error = "Read timeout expired"
        except httpx.ConnectError:
            error = "Connection refused"
        except (httpx.HTTPError, httpx.InvalidURL):
            error = "Webhook connection closed"
        with self._world.bell:
            del self._busy[update.lane]
            is_heard = not error
            if is_heard and self._world.faults.unheard:
                self._world.faults.unheard -= 1
                is_heard, error = False, "Webhook connection closed"
            self._world.record_delivery(update, "webhook", is_taken=is_heard, status=status)
            if is_heard:
                self._world.queue.confirm(update)
            elif webhook.generation == self._world.webhook.generation:
                self._put_off(update, error, retry_after)
            self._world.bell.ring()

    def _put_off(self, update: Update, error: str, retry_after: int) -> None:
        """At once the first time, then later and later."""
        limits, now = self._world.limits, self._world.clock.now()
        wait = float(retry_after)
        if not retry_after and update.failures:
            wait = min(limits.webhook_longest_wait, limits.webhook_wait * 2 ** (update.failures - 1))
        update.failures += 1
        update.due = now + wait
        self._world.webhook.last_error_date = self._world.seconds
        self._world.webhook.last_error_message = error


def _seconds(given: str) -> int:
    return min(LONGEST_RETRY_AFTER, int(given)) if given.isdigit() else 0
