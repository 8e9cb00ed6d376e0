"""What the safety door answered a moment ago, and which words were called off as no danger. No word is kept.

It is known in this process only, and only for the sessions that were in danger last: where nothing is known, danger is
answered in full.
"""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.model.messages import Reply

TOGETHER = 10.0
"""Seconds within which messages came together, as the pieces do of a text that an app cut."""
A_PIECE = 3_000
"""Characters from which a message may be a piece with more behind it: apps cut at 4,096. A short one stands alone."""
MOST_SESSIONS = 5_000
MOST_CALLED_OFF = 20
"""Different messages of one session."""


@dataclass(slots=True)
class _Session:
    words: bytes
    reply: Reply
    at: float
    is_piece: bool
    called_off: OrderedDict[bytes, None] = field(default_factory=OrderedDict)


class Lately:
    """Remembers a keyed digest of words, never words. One instance serves one process."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """`now` counts seconds."""
        self._now = now
        self._key = secrets.token_bytes(32)
        self._sessions: OrderedDict[str, _Session] = OrderedDict()

    def answered(self, token: str, words: str, reply: Reply) -> bool:
        """Note a reply to danger; say whether a long piece before these words got the very same a moment ago.

        The same words again are the same message sent twice, and get the whole reply again.
        """
        before, mark, now = self._sessions.pop(token, None), self._mark(words), self._now()
        together = before is not None and before.is_piece and now - before.at < TOGETHER
        again = together and before is not None and before.reply == reply and before.words != mark
        called_off = before.called_off if before is not None else OrderedDict()
        self._sessions[token] = _Session(mark, reply, now, len(words) >= A_PIECE, called_off)
        if len(self._sessions) > MOST_SESSIONS:
            self._sessions.popitem(last=False)
        return again

    def call_off(self, token: str) -> None:
        """Note that what was answered last was no danger to whoever wrote it. Written patterns find it all the same."""
        last = self._sessions.get(token)
        if last is not None:
            last.called_off[last.words] = None
            if len(last.called_off) > MOST_CALLED_OFF:
                last.called_off.popitem(last=False)

    def was_called_off(self, token: str, words: str) -> bool:
        """Say whether these very words were called off in this session."""
        session = self._sessions.get(token)
        return session is not None and self._mark(words) in session.called_off

    def _mark(self, words: str) -> bytes:
        return hashlib.blake2b(words.encode(errors="replace"), key=self._key, digest_size=16).digest()
