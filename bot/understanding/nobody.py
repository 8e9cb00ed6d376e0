"""Nobody to talk with: "nobody, I've got nobody", "there's no one left". And no wish to talk with anybody at all."""

import re

from bot.understanding.commands import plain

_NO_ONE = r"(?:nobody|no ?one|no family|no friends)"
_ANYONE = r"(?:anyone|anybody|a soul|any family|any friends)"
_NOBODY = re.compile(
    r"(?:(?:well|oh|sorry|but|and|because|cos|thats the (?:problem|thing|trouble)|honestly|really|sadly) )*"
    rf"(?:(?:theres|there is|ive got|i have got|i have|ive|i got|it is|its)?(?: really| just)? ?{_NO_ONE}"
    rf"|(?:i|we) (?:dont|do not|havent|have not)(?: really)? (?:have|got) {_ANYONE}"
    rf"|(?:there )?(?:isnt|is not) {_ANYONE}"
    r"|(?:theyre|they are|theyve|they have|everyones|everyone is|everyone has|everybodys) (?:all )?(?:dead|gone|died)"
    r"|im (?:all )?(?:alone|on my own)|i am (?:all )?(?:alone|on my own)|(?:its )?(?:just|only) me)"
    r"(?: (?:left|any ?more|to (?:talk|speak) (?:to|with)|to tell|to ask|who would listen|really|now|in my life|close"
    r"|at all|here|in the world|but me|else))*"
)
_CLAUSES = re.compile(r"[.,;!\n]+")
_NO_TALK = re.compile(
    r"(?:(?:well|oh|sorry|no|but|actually|honestly) )*(?:(?:i|we) )?(?:really |just )*(?:dont|do not)(?: really)?"
    r" (?:want|wish) to (?:talk|speak|tell|have (?:this|a|the) (?:talk|conversation))(?: (?:to|with))?"
    r"(?: (?:anyone|anybody|a soul|people|them|any of them))?(?: about (?:it|this|that|any of (?:it|this)))?"
    r"(?: (?:now|today|any ?more|at all|yet|really))*"
)


def has_nobody(text: str) -> bool:
    """Say whether the words tell only that there is nobody to talk with."""
    told = [clause for clause in map(plain, _CLAUSES.split(text)) if clause]
    return bool(told) and all(map(_NOBODY.fullmatch, told))


def wants_no_talk(text: str) -> bool:
    """Say whether the words tell only that somebody does not want to talk, with anybody."""
    return _NO_TALK.fullmatch(plain(text)) is not None
