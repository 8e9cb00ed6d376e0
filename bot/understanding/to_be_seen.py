"""Who is to see what is written, told where something else is asked: "he wants Pat to see it, not Colin"."""

import re

from bot.understanding.commands import plain

_WHOSE = r"(?:i|he|she|they|we|(?!you\b|who\b|it\b)\w+)"
_IT = (
    r"(?:it|this|all this|all of (?:it|this)|what (?:he|she|i|they|weve|ive)(?: \w+){1,2}"
    r"|(?:my|his|her|their|the) (?:notes|words|summary))"
)
_SEE = r"(?:see|read|have|get|be shown|look at)"
_WISHES = re.compile(
    r"(?:(?:oh|ok|and|so|also|but|no|well|actually|he says|she says|he said|she said) )*"
    rf"(?:{_WHOSE} (?:only |just |really )?(?:wants?|would like|d like)|id like) (?!you\b|to\b)(?:\w+ ){{1,5}}?"
    rf"to {_SEE} {_IT}"
    r"(?:(?: but| and)? (?:not|never|only|just)(?: \w+){1,5})?(?: (?:please|only|first|too|as well|after i die))*"
    rf"|(?:(?:oh|ok|and|but|no|also) )*(?:{_WHOSE} )?(?:doesnt|dont|do not|does not) want (?!to\b)(?:\w+ ){{1,5}}?"
    rf"(?:to )?(?:{_SEE}|seeing|reading|having) {_IT}(?:(?: but| just| only)(?: \w+){{1,5}})?"
)


def says_who_is_to_see(text: str) -> bool:
    """Say whether the words tell who is, or is not, to see what is written here, and nothing else."""
    return _WISHES.fullmatch(plain(text)) is not None
