"""Manners said to the chat, and no answer to anything: "sorry", "don't thank me"; and what may be a goodbye."""

import re

from bot.understanding.commands import plain

_OH = r"(?:(?:oh|ok|okay|no|please|and|but|well|right|look|you|u|really|honestly|there is|theres) )*"
_NO_THANKS = re.compile(
    rf"{_OH}(?:(?:dont|do not|stop|quit|no need to|need not|neednt|(?:dont|do not) (?:have|need) to|cant you stop)"
    r" (?:keep )?thank(?:ing)? (?:me|us)|no need (?:for|of) thanks|(?:less|enough) of the thank ?yous?"
    r"|stop saying thank ?(?:you|yous)|no thank ?yous)"
    r"(?: (?:for (?:that|it|everything|telling you|nothing)|please|again|all the time|every time|so much|now|love))*"
)
_SORRY = re.compile(
    r"(?:(?:oh|no|ah|im|i am|so|really|very|ever so|terribly|do|and|well|please) )*"
    r"(?:sorry|soz|apologies|my apologies|i apologi[sz]e|my (?:mistake|bad|fault)|oops|whoops|silly me)"
    r"(?: (?:sorry|love|dear|about that|for that|about this|my (?:mistake|bad|fault)|im|so|oops|silly me|for rambling"
    r"|for (?:moaning|going on|crying|whingeing)|to (?:moan|go on|ramble|be a (?:pain|nuisance|bother))))*"
)
_TAKES_LEAVE = re.compile(
    r"\b(?:bye\w*|good ?bye|good ?night|night|nite|cheerio|ta|thanks?|thank|cheers|later|tomorrow|soon|see (?:you|ya)"
    r"|farewell|take care|off|done|finish\w*|end|enough|stop\w*|close|leave|leaving|going|go|gone|quit|exit"
    r"|over and out|tara|toodle\w*|hwyl|cya|laters|all for (?:now|today)|thats (?:it|all))\b"
)
LEAST_SAID = 4
"""Words that say something by themselves."""


def may_take_leave(text: str) -> bool:
    """Say whether the words may be a goodbye. So many without a word for it are none: "we got to cuddle him"."""
    words = plain(text)
    return len(words.split()) < LEAST_SAID or _TAKES_LEAVE.search(words) is not None


def is_manners(text: str) -> bool:
    """Say whether the words are no more than that."""
    words = plain(text)
    return _NO_THANKS.fullmatch(words) is not None or _SORRY.fullmatch(words) is not None
