"""Manners said to the chat, and no answer to anything: "sorry", "don't thank me". Whole messages only."""

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


def is_manners(text: str) -> bool:
    """Say whether the words are no more than that."""
    words = plain(text)
    return _NO_THANKS.fullmatch(words) is not None or _SORRY.fullmatch(words) is not None
