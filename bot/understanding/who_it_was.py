"""Who it was that died, told without a word for it where the death is known: "our little girl. she was 4"."""

import re

from bot.model.kin import KIN

_WHO = (
    r"(?:my|our) (?:(?!own\b)[a-z]+ ){0,2}?"
    rf"(?:{KIN}|girl|boy|lad|baby|child|bairn|kid|little one|toddler|teenager|twins?|firstborn|youngest|eldest)"
)
_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -][a-z]+)?"
)
_AGED = (
    rf"(?:(?:he|she|they|who|and) )*(?:was|were|wasnt|wasn't|aged|age|just|only)(?: (?:only|just|nearly|almost"
    rf"|not|even"
    rf"|about|barely|aged|to be|going to be))* {_NUMBER}(?: (?:years?|months?|weeks?|days?)(?: old)?)?"
)
_TOLD = re.compile(
    rf"(?P<lead>(?:(?:it|it's|its|it is) (?:was )?|was |we lost )?)(?P<who>{_WHO})"
    rf"(?P<rest>[ ,.]+(?:[a-z]+[ ,.]+)?{_AGED})[ .!]*"
)


def as_a_death(text: str) -> str:
    """Return words that only say who it was and how old as a death told in full; any others as they are."""
    found = _TOLD.fullmatch(text.strip().lower().replace("\u2019", "'"))
    return f"{found['who']} died. {found['rest'].strip(' ,.')}" if found else text
