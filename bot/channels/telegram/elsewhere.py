"""Groups, channels, and what is asked from another chat: the way to a private chat is told, and that is all."""

from bot.channels.telegram.incoming import Incoming, Kind
from bot.channels.telegram.outgoing import outgoing
from bot.channels.telegram.texts import Texts
from bot.channels.telegram.wire import Wire

ELSEWHERE = frozenset({Kind.GROUP, Kind.CHANNEL, Kind.INLINE})
"""Kinds that do not come from a private chat. They are never written down, not even for a moment."""


class Elsewhere:
    """Declines what does not come from a private chat."""

    def __init__(self, wire: Wire, texts: Texts) -> None:
        self._wire = wire
        self._texts = texts
        self._leaving: set[int] = set()
        """Groups and channels that are being told, and left."""

    async def decline(self, update: Incoming) -> None:
        """Say where the bot can be talked to, and leave a group or a channel."""
        if update.kind is Kind.INLINE:
            await self._wire.point_to_private(update.query, self._texts.inline_title)
        elif update.kind in ELSEWHERE and update.chat not in self._leaving:
            self._leaving.add(update.chat)
            reply = self._texts.group if update.kind is Kind.GROUP else self._texts.channel
            try:
                for message in outgoing([reply.messages]):
                    await self._wire.send(update.chat, message.text, (), quiet=True)
            finally:
                await self._wire.leave(update.chat)
                self._leaving.discard(update.chat)
