"""A reply as Telegram takes it: few messages rather than many, each short enough, with links and buttons at the end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.channels.telegram.pieces import length, pieces
from bot.model.messages import Link, Message
from bot.records.telegram_messages import Outgoing

LONGEST_TOGETHER = 700
"""Characters of bubbles that are sent as one message: each message makes the phone sound."""
LONGEST_CAPTION = 1024
"""Characters that Telegram takes beside a file."""
FILES = ("/copy/", "/calendar/")
"""Where the paths of files to keep begin."""
_DIGITS = re.compile(r"\D")


def outgoing(parts: Sequence[Sequence[Message]], *, urgent: bool = False, site: str = "") -> list[Outgoing]:
    """Return what is sent for these parts of a reply, in order; no message holds text of two parts.

    `site`: the address of this copy's pages, without a slash at the end. Links to files there go as files.
    """
    made = [one for part in parts for group in _together(part, site) for one in _cut(group, urgent)]
    return [replace(one, quiet=place > 0 and not urgent) for place, one in enumerate(made)]


@dataclass(frozen=True, slots=True)
class _Group:
    """Bubbles that are sent as one message."""

    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    file: str = ""


def _together(part: Sequence[Message], site: str) -> Iterator[_Group]:
    """Yield bubbles in groups. What follows buttons or a file is a message of its own."""
    text = ""
    for message, following in pairwise([*part, None]):
        assert message is not None
        file = next((path for link in message.links if (path := _file(link, site))), "")
        own = _text(message, site)
        joined = f"{text}\n\n{own}" if text else own
        if text and length(joined) > (LONGEST_CAPTION if file else LONGEST_TOGETHER):
            yield _Group(text)
            joined = own
        text = joined
        if message.choices or file or following is None:
            yield _Group(text, tuple((choice.title, choice.choice) for choice in message.choices), file)
            text = ""


def _cut(group: _Group, urgent: bool) -> Iterator[Outgoing]:
    cut = list(pieces(group.text))  # none where there are no words: Telegram takes no such message
    if group.file and length(group.text) > LONGEST_CAPTION:
        cut.append("")
    for piece, following in pairwise([*cut, None]):
        assert piece is not None
        last = following is None
        yield Outgoing(piece, group.buttons if last else (), urgent=urgent, file=group.file if last else "")


def _text(message: Message, site: str) -> str:
    """Return the text with its links below it. A phone number that is in the text needs no line of its own."""
    digits = _DIGITS.sub("", message.text)
    links = [link for link in message.links if not _file(link, site)]
    lines = [line for link in links if (line := _line(link, message.text, digits))]
    return "\n".join([message.text, *lines]).strip()


def _file(link: Link, site: str) -> str:
    """Return the path of a file on our own site that a link leads to, or ""."""
    is_ours = bool(site) and link.url.startswith(tuple(site + begin for begin in FILES))
    return link.url.removeprefix(site) if is_ours else ""


def _line(link: Link, text: str, digits: str) -> str:
    scheme, _, rest = link.url.partition(":")
    if scheme in {"tel", "sms"}:
        number = rest.partition("?")[0]
        return "" if _DIGITS.sub("", number) in digits else f"{link.title}: {number}"
    return "" if link.url in text else f"{link.title}: {link.url}"
