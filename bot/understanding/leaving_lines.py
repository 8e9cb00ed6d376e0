"""That the lines are to stay as they are, said where it is asked which of them is to change."""

import re

from bot.understanding.commands import plain

_LEAD = r"(?:(?:oh|no|yes|yeah|ok|okay|well|actually|sorry|right|just|please|lets|thats fine|its fine) )*"
_END = (
    r"(?: (?:please|thanks|thank you|now|then|really|both|all|in|alone|as (?:it is|they are|is|it was)"
    r"|how (?:it is|they are)))*"
)
_IT = r"(?:it|that|this|them|both(?: of them)?|all of (?:it|them)|everything|it all|them all|the (?:line|lines|lot))"
_STAYS = re.compile(
    rf"{_LEAD}(?:(?:keep|leave) {_IT}|(?:i |ill )?(?:dont|do not)"
    r" (?:change|touch|bother|take (?:any|it|them) out|take out any)"
    r"(?: (?:anything|any|any of (?:it|them)|it|them|with (?:it|that)))?|never ?mind|forget it|neither(?: of them)?"
    r"|none(?: of them| of those| of these)?"
    r"|(?:its|theyre|thats|it is|they are|all) (?:both |all |just )?(?:right|fine|good|ok|okay|correct)"
    r"|(?:is|are) (?:that|it|we) (?:it|all|everything|done|finished)|(?:thats|that is) (?:it|all)"
    r"|(?:im|we are|were|all) (?:done|finished)|done|nothing|i changed my mind|ive changed my mind"
    rf"){_END}"
)


def stays(text: str) -> bool:
    """Say whether the words leave what is there as it is, or only say that it is right: "keep both", "is that it"."""
    return _STAYS.fullmatch(plain(text)) is not None
