"""The parts of a text that Telegram marks: those it finds by itself, and those that HTML asks for.

Offsets and lengths are in UTF-16 units, as everywhere in the Bot API.
"""

import html
import re
from dataclasses import dataclass
from typing import Any

from tests.telegram_server.errors import bad_request

Entity = dict[str, Any]

_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")),
    ("url", re.compile(r"(?<!\w)(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,!?:;')\]]")),
    ("email", re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{3,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)
_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
}
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[A-Za-z-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?)*)\s*>")
_HREF = re.compile(r"href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_SIGN = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9A-Fa-f]+);")


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def found_in(text: str) -> list[Entity]:
    """What Telegram marks by itself: commands, addresses, e-mail addresses, mentions and hashtags."""
    spans: list[tuple[int, int, str]] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            if all(match.end() <= start or end <= match.start() for start, end, _ in spans):
                spans.append((match.start(), match.end(), kind))
    return [
        {"type": kind, "offset": utf16_length(text[:start]), "length": utf16_length(text[start:end])}
        for start, end, kind in sorted(spans)
    ]


def marked_up(text: str, asked_for: list[Entity]) -> tuple[str, list[Entity]]:
    """The text without white space around it, and all its entities in order.

    Raises ApiError where there is nothing left.
    """
    kept = text.rstrip()
    first = min((entity["offset"] for entity in asked_for), default=utf16_length(kept))
    cut = min(len(kept) - len(kept.lstrip(" \n")), first)
    kept = kept[cut:]
    if not kept:
        raise bad_request("text must be non-empty")
    entities = []
    for entity in asked_for:
        length = min(entity["length"], utf16_length(kept) - (entity["offset"] - cut))
        if length > 0:
            entities.append(entity | {"offset": entity["offset"] - cut, "length": length})
    for found in found_in(kept):
        end = found["offset"] + found["length"]
        if all(end <= one["offset"] or one["offset"] + one["length"] <= found["offset"] for one in entities):
            entities.append(found)
    return kept, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


@dataclass
class _Open:
    tag: str
    attributes: str
    offset: int


def read_html(source: str) -> tuple[str, list[Entity]]:
    """The text that people see, and the entities. Raises ApiError where Telegram cannot read it."""
    text = ""
    opened: list[_Open] = []
    entities: list[Entity] = []
    at = 0
    while at < len(source):
        if source[at] == "<":
            match = _TAG.match(source, at)
            place = len(source[:at].encode())
            if match is None:
                raise _unreadable(f"Unclosed start tag at byte offset {place}")
            closes, tag, attributes = match[1], match[2].lower(), match[3]
            if closes:
                entities += _closed(opened, tag, text, place)
            elif tag not in _TAGS:
                raise _unreadable(f'Unsupported start tag "{tag}" at byte offset {place}')
            else:
                opened.append(_Open(tag, attributes, utf16_length(text)))
            at = match.end()
        elif (sign := _SIGN.match(source, at)) is not None:
            text += html.unescape(sign[0])
            at = sign.end()
        else:
            text += source[at]
            at += 1
    if opened:
        raise _unreadable(f'Can\'t find end tag corresponding to start tag "{opened[-1].tag}"')
    return text, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _closed(opened: list[_Open], tag: str, text: str, place: int) -> list[Entity]:
    if not opened:
        raise _unreadable(f"Unexpected end tag at byte offset {place}")
    last = opened.pop()
    if last.tag != tag:
        expected, found = f"</{last.tag}>", f"</{tag}>"
        raise _unreadable(f'Unmatched end tag at byte offset {place}, expected "{expected}", found "{found}"')
    entity: Entity = {"type": _TAGS[tag], "offset": last.offset, "length": utf16_length(text) - last.offset}
    if tag == "a":
        href = _HREF.search(last.attributes)
        url = html.unescape(next(filter(None, href.groups()), "")) if href else ""
        if not url:
            return []
        entity["url"] = url
    return [entity] if entity["length"] else []


def _unreadable(why: str) -> Exception:
    return bad_request(f"can't parse entities: {why}")
