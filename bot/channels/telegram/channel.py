"""The channel as a whole, beside the web pages in one process: they share one door, one order and one store."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from fastapi import APIRouter

from bot.channels.inbound import Inbound
from bot.channels.lines import Lines
from bot.channels.telegram.answering import Answering
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.edits import Edits
from bot.channels.telegram.files import Copies, Files
from bot.channels.telegram.gateway import Gateway
from bot.channels.telegram.introducing import introduce
from bot.channels.telegram.mailbox import Mailbox, Take
from bot.channels.telegram.outgoing import outgoing
from bot.channels.telegram.polling import TokenAlarm, keep_polling, reach_telegram
from bot.channels.telegram.texts import Texts
from bot.channels.telegram.webhook import PATH, routes, secret_of
from bot.channels.telegram.wire import TelegramWire
from bot.keeping_on import keep_on
from bot.model.ids import PersonId
from bot.records.unit_of_work import Begin
from bot.settings import Settings

log = logging.getLogger(__name__)


class TelegramChannel:
    """One bot. Without a token it does nothing, and can reach nobody."""

    def __init__(
        self, settings: Settings, begin: Begin, inbound: Inbound, copies: Copies, now: Callable[[], datetime]
    ) -> None:
        self._webhook: tuple[str, str] | None = None
        self._running: asyncio.Task[None] | None = None
        self._gateway: Gateway | None = None
        self.routes = APIRouter()
        """What the web application serves for it: the webhook, where there is one."""
        if settings.telegram_token is None:
            return
        token = settings.telegram_token.get_secret_value()
        if settings.telegram_webhook:
            self._webhook = (f"{settings.public_url}{PATH}", secret_of(token))
        self._texts = Texts(settings.public_url, settings.organisation)
        self._wire = TelegramWire(token, settings.telegram_api_url)
        mailbox = Mailbox(begin)
        not_sure = outgoing([self._texts.not_confirmed.messages])
        self._gateway = Gateway(
            self._wire,
            mailbox,
            Answering(inbound, mailbox, Edits(begin), lines=Lines(), texts=self._texts, now=lambda: now().timestamp()),
            Delivery(
                self._wire,
                mailbox,
                not_sure,
                files=Files(copies, now),
                no_file=self._texts.no_file,
            ),
            texts=self._texts,
        )
        if self._webhook:
            self.routes = routes(self._gateway, token)

    def start(self) -> None:
        """Begin to talk, as soon as Telegram can be reached."""
        if self._gateway is not None:
            self._running = asyncio.create_task(keep_on("Telegram", partial(self._run, self._gateway)))

    async def _run(self, gateway: Gateway) -> None:
        alarm = TokenAlarm()
        name = await reach_telegram(self._wire, self._webhook, alarm)
        log.info("talking on Telegram as %s", name)
        introducing = asyncio.create_task(keep_on("the menu of Telegram", partial(introduce, self._wire, self._texts)))
        try:
            await gateway.resume(name)
            if not self._webhook:
                await keep_polling(self._wire, gateway, alarm)
            await introducing
        finally:
            introducing.cancel()
            await asyncio.gather(introducing, return_exceptions=True)

    async def reach(self, person: PersonId, reminder: str, take: Take) -> bool:
        """Remind a person of what `take` gives; say whether there is a chat where that can be done."""
        return await self._gateway.reach(person, reminder, take) if self._gateway else False

    async def stop(self) -> None:
        """Stop; what is not done yet is done at the next start."""
        if self._running is None or self._gateway is None:
            return
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)
        await self._gateway.close()
        await self._wire.close()
