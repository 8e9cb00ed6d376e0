"""Phone numbers, and the other ways to get in touch, as links that are safe to show and easy to read out."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from bot.model.directory import Entry, Phone

_SHORTEST = 3
_PLAIN = re.compile(r"[0-9]+")
_KEYWORD = re.compile(r"\b(?:text|sms)\s+([A-Z0-9]{2,12})\s+to\b", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@<>?&\"]+@[^\s@<>?&\"]+\.[^\s@<>?&\"]+")
_GROUPS = {"01": (5, 3, 3), "02": (3, 4, 4), "03": (4, 3, 4), "07": (5, 3, 3), "08": (4, 3, 4), "09": (4, 3, 4)}
_WHOLE = 11
"""Digits of a UK number with its area code."""


@dataclass(frozen=True, slots=True)
class NumberView:
    """A number to press. `said` comes before it for a screen reader; `groups` are never broken across lines.

    `before` and `after` are words beside the number that everybody sees, such as "Text SHOUT to".
    """

    href: str
    said: str
    groups: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        return " ".join(self.groups)


@dataclass(frozen=True, slots=True)
class WayView:
    """Another way in. `attributes` are those of the <a>; `note` follows its text."""

    label: str
    text: str
    attributes: dict[str, str]
    note: str = ""


def present_numbers(entry: Entry, *, reported: bool = False) -> tuple[NumberView, ...]:
    """Return the numbers of an entry, to call first and then to text.

    Those that were reported as wrong are for whoever checks them: `reported` shows them.
    """
    if entry.number_wrong and not reported:
        return ()
    ordered = sorted(entry.phones, key=lambda phone: phone.type != "voice")
    return tuple(_number(entry.name, phone) for phone in ordered if _dialled(phone.number))


def present_ways(entry: Entry) -> tuple[WayView, ...]:
    """Return email and web address, where they are what they claim to be."""
    ways: list[WayView] = []
    if _EMAIL.fullmatch(entry.email):
        ways.append(WayView("Email", entry.email, {"href": f"mailto:{quote(entry.email, safe='@')}"}))
    if address := web_address(entry.url):
        shown = address.partition("//")[2].removeprefix("www.").rstrip("/")
        attributes = {"href": address, "target": "_blank", "rel": "noopener noreferrer"}
        ways.append(WayView("Website", shown, attributes, " (opens in a new tab)"))
    return tuple(ways)


def voice_number(entry: Entry) -> str:
    """Return the first number to call as it is printed, or nothing."""
    numbers = (phone.number for phone in entry.phones if phone.type == "voice" and _dialled(phone.number))
    return "" if entry.number_wrong else next(numbers, "")


def web_address(url: str) -> str:
    """Return an address that leads to a website, or nothing for one that could run something."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in {"https", "http"} and parts.netloc else ""


def groups_of(number: str) -> tuple[str, ...]:
    """Return a number in the groups it is printed in, or in the usual ones when it is printed as one."""
    printed = tuple(number.split())
    if len(printed) != 1 or not _PLAIN.fullmatch(number):
        return printed
    sizes = _GROUPS.get(number[:2], ()) if len(number) == _WHOLE else ()
    if not sizes:
        return printed
    starts = [sum(sizes[:index]) for index in range(len(sizes))]
    return tuple(number[start : start + size] for start, size in zip(starts, sizes, strict=True))


def _number(name: str, phone: Phone) -> NumberView:
    groups = groups_of(phone.number)
    if phone.type == "text":
        keyword = _KEYWORD.search(phone.description)
        body = f"?body={quote(keyword[1])}" if keyword else ""
        before = _sentence(phone.description) if keyword else "Text"
        return NumberView(f"sms:{_dialled(phone.number)}{body}", f"{name}, text ", groups, (before,))
    dial = f"tel:{_dialled(phone.number)}"
    after = (phone.description,) if phone.description else ()
    if phone.type == "voice":
        return NumberView(dial, f"Call {name} on ", groups, (), after)
    return NumberView(dial, f"{name}, {phone.type} ", groups, (phone.type.capitalize(),), after)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _dialled(number: str) -> str:
    """Return what a telephone dials: digits, and a plus before a country's code; nothing when it is no number."""
    digits = "".join(sign for sign in number if sign.isascii() and sign.isdigit())
    if len(digits) < _SHORTEST:
        return ""
    return f"+{digits}" if number.strip().startswith("+") else digits
