"""Hearing that two people see it differently, said in a whole short sentence: "my brother disagrees"."""

import re

from bot.understanding.commands import plain

_KIN = (
    r"brothers?|sisters?|mum|mam|mom|dad|mother|father|husband|wife|partner|sons?|daughters?|children|family|aunt|uncle"
    r"|cousin|friend|nan|gran|grandad|carer"
)
_THEY = rf"(?:he|she|they|(?:my|our|her|his|the) (?:\w+ )?(?:{_KIN}))"
_DIFFERENTLY = re.compile(
    rf"(?:but |well |no |actually |oh )*(?:(?:we|{_THEY})(?: (?:all|both|do|does))* sees? (?:it|this|that|things)"
    r"(?: all| very| quite| so)? differently"
    rf"|{_THEY} (?:disagrees?|(?:doesnt|dont|does not|do not) agree)(?: with (?:it|this|that|me|us))?"
    r"|we (?:disagree|dont agree|do not agree|dont all agree)(?: (?:about|on|with) (?:it|this|that))?"
    rf"|(?:thats|that is|its|it is|this is) not (?:how|what|the way) {_THEY} (?:sees?|wants?|thinks?|says?|said)"
    r"(?: (?:it|this|that))?)"
)


def sees_differently(text: str) -> bool:
    """Say whether these words tell that somebody sees it differently, and nothing else."""
    return _DIFFERENTLY.fullmatch(plain(text)) is not None
