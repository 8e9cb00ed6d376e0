"""What is said while a summary is shared that the language model takes for something else."""

import re

from bot.understanding.commands import plain

_IT = r"(?:it|this|that|mine|my (?:summary|notes|words|page)|any of (?:it|this)|what i (?:wrote|said))"
_SEEING = r"(?:see|seeing|read|reading|look(?:ing)? at|open(?:ing)?|get(?:ting)? (?:it|at)|hav(?:e|ing))"
_NOT_TO_SEE = re.compile(
    r"(?:(?:please|no|oh|ok|can you|could you|actually|i want to|i want you to|wait|now) )*"
    r"(?:(?:stop|block|keep|prevent|ban) (?!me\b|us\b|you\b|it\b)(?:\w+ ){1,4}?(?:from )?"
    r"|(?:dont|do not|no longer|never|not) let (?!me\b|us\b|you\b|it\b)(?:\w+ ){1,4}?)"
    rf"{_SEEING} {_IT}(?: (?:please|any ?more|now|again|at all|then|thanks))*"
)
_HEADINGS = re.compile(
    r"what is most important to (?:me|them)|people who are important to (?:me|them)|(?:my|their) wellness"
    r"|how (?:i|they) communicate and how to communicate with (?:me|them)|please do and please do not"
    r"|how and when to support (?:me|them)|also worth knowing about (?:me|them)"
)


_STOPS = re.compile(
    r"(?:(?:please|no|oh|ok|okay|right|and|so|now|just|actually|wait|sorry|(?:can|could|will|would) (?:you|we|i)|i want"
    r"|i would like|id like|i need|you|to|lets) )*"
    r"(?:stop|cancel|end|block|unshare|revoke|cut off|switch off|turn off)"
    r"(?: (?:the|my|any))?(?: (?:sharing|share|link|page|access))?(?: (?:it|this))?(?: (?:with|for|to|of|from))?"
    r" (?P<who>(?:\w+ ){0,3}?\w+?)(?: (?:link|share|access|page|one|now|please|thanks|thank you|then|too|off|at all"
    r"|any ?more|straight away|again))*"
)


def stopped_reader(text: str) -> str:
    """Return who may be meant by words that only ask to stop somebody: "stop the sister" is "the sister"; else ""."""
    found = _STOPS.fullmatch(plain(text))
    return found["who"] if found else ""


def is_not_to_see(text: str) -> bool:
    """Say whether somebody is not to see it any more: "stop Shirley seeing it"."""
    return _NOT_TO_SEE.fullmatch(plain(text)) is not None


def is_a_heading(text: str) -> bool:
    """Say whether the words are the title of a part: "what is most important to me"."""
    return _HEADINGS.fullmatch(plain(text)) is not None
