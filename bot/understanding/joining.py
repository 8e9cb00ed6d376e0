"""Words that ask to go on elsewhere, as somebody types them: "use telegram", "open on the web"."""

import re

from bot.understanding.commands import plain

CHOICE = "join:"
"""How the value of the choice begins that such words become; what follows is one of the values below."""
TELEGRAM = "telegram"
WEB = "web"
PHONE = "phone"
"""Another device, by whichever way there is."""
HERE = "here"
"""Telegram, said on Telegram."""

_ASKING = r"(?:(?:please|ok|can i|can we|could i|could we|lets|i want to|id like to|i would like to) )*"
_GO_ON = r"(?:continue|carry on|go on|open|open this|open it|move|switch|change|talk|chat)(?: over)?"
_POLITE = r"(?: please| now| instead| thanks| thank you)*"
_PLACES = {
    TELEGRAM: ("use", r"(?:on |in |to |with )?", r"(?:my )?telegram(?: app)?"),
    WEB: ("use", r"(?:on |in |to )?", r"(?:the web|the website|the web page|(?:a|my|the) (?:web )?browser)"),
    PHONE: ("", r"(?:on |to )", r"(?:my|another|the other|a different) (?:phone|mobile|tablet|computer|laptop|device)"),
}
_CLEAR = {
    place: re.compile(rf"{_ASKING}(?:{_GO_ON} {joined}{f'|{use} ' if use else ''}){there}{_POLITE}")
    for place, (use, joined, there) in _PLACES.items()
}
_MAY_BE_AN_ANSWER = {
    TELEGRAM: re.compile(r"telegram(?: please)?"),
    PHONE: re.compile(rf"{_ASKING}use {_PLACES[PHONE][2]}{_POLITE}"),
}
"""Whole sentences that somebody may also say of what matters to them, or what helps."""


def elsewhere(text: str, *, answering: bool = False) -> str:
    """Return where these words, and nothing else, ask to go on: `TELEGRAM`, `WEB` or `PHONE`; else "".

    `answering`: an open question waits, to which they could be the answer.
    """
    words = plain(text)
    shapes = [*_CLEAR.items(), *(() if answering else _MAY_BE_AN_ANSWER.items())]
    return next((place for place, shape in shapes if shape.fullmatch(words)), "")
