"""Whether words said where a place was asked for speak of a place at all, or of somebody."""

import re

from bot.understanding.commands import plain

_OF_A_PLACE = re.compile(
    r"\b(live|lives|living|stay|staying|based|near|nearby|village|town|city|county|island|hamlet|estate|street|road|lane"
    r"|postcode|post code|area|outside|north|south|east|west|miles|anywhere|somewhere|round here|around here)\b"
)
_OF_SOMEBODY = re.compile(
    r"\b(he|hes|she|shes|they|his|her|him|them|himself|herself|my|our|died|dead|death|killed|suicide|sudden|suddenly"
    r"|cancer|stroke|heart|accident|miss|missing|gone|lost|grief|alone)\b"
)


def of_a_place(text: str) -> bool:
    """Say whether the words speak of where somebody is, though the place itself may be unknown."""
    return _OF_A_PLACE.search(plain(text)) is not None


def of_somebody(text: str) -> bool:
    """Say whether the words speak of a person or of how somebody died."""
    return _OF_SOMEBODY.search(plain(text)) is not None


_ASKS_NO_MORE = re.compile(
    r"\b(?:stop|quit|dont|do not|enough|no need|why (?:do|are|would) you)\b.*\b(?:ask\w*|post ?codes?|where i live)\b"
    r"|\b(?:not|never|didnt|dont|wasnt) (?:\w+ ){0,3}(?:want|ask(?:ed|ing)?|need|look(?:ed|ing)?) (?:\w+ ){0,3}"
    r"(?:support|services|search|post ?code|numbers)\b"
)


def wants_no_place_asked(text: str) -> bool:
    """Say whether the words are against being asked where: "stop asking for a postcode"."""
    return _ASKS_NO_MORE.search(plain(text)) is not None
