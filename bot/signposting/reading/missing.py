"""Who has been gone for years: such words take 999 back, and only where the years stand right with "missing".

Any other year may be that of a birth or of an illness; a person who is missing tonight has such years, too.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.signposting.reading.phrases import line_of

_YEAR: Final = r"(?:the )?(?:19|20)[0-9]{2}s?"
_YEARS: Final = (
    r"(?:(?:about|over|nearly|almost|around|more|than|some|many|several|a|an|couple|few|of|good|long|[0-9]{1,2}|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty) ){0,6}(?:years|yrs|year|decades)"
)
_WENT: Final = r"(?:went missing|disappeared|vanished|(?:ran|run) away)"
_IS: Final = r"(?:missing|disappeared|vanished|(?:ran|run) away|(?:come|came|back) (?:back|home)|seen (?:him|her|them))"
_THEN: Final = r"(?! (?:old|olds|he|she|they|hes|shes|theyve|his|her|has|with)\b)"
"""What follows tells what those years are of: "he disappeared two years ago he had a stroke" says nothing for sure."""
_LONG_GONE: Final = re.compile(
    rf"(?<!\S)(?:{_WENT} (?:back )?(?:in {_YEAR}|(?:{_YEARS}|ages) ago|{_YEARS} (?:back|on))"
    rf"|{_IS} (?:since|from) {_YEAR}"
    rf"|(?:been|reported) missing in {_YEAR}"
    rf"|{_IS} (?:now )?for {_YEARS}"
    rf"|been missing (?:now )?{_YEARS})(?: ago| now)?{_THEN}(?!\S)"
    # Said first, it must be where the text begins: "diagnosed two years ago, has gone missing" is another matter.
    rf"|^(?:it was )?(?:(?:back )?in {_YEAR}|{_YEARS} ago) (?:my|our|his|her|their|the) \S+ {_WENT}(?!\S)"
)
_LATELY: Final = frozenset(
    {"tonight", "today", "yesterday", "now", "hour", "hours", "minutes", "mins", "days", "again", "just"}
    | {"morning", "afternoon", "evening", "night"}
)


def without_long_gone(words: Sequence[str]) -> list[str]:
    """Return the words without those of somebody who has been gone for years; all of them where any may be of today."""
    if _LATELY & set(words):
        return list(words)
    return _LONG_GONE.sub("~", line_of(list(words))).split()
