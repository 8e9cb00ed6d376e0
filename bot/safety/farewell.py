"""A last goodbye: "sorry for everything. tell my girls i love them. bye". No part of it is danger; two together are.

Whoever wants help to say or to write such a thing, and "bye for now", say no last goodbye.
"""

import re

from bot.safety.normalise import plain

PATTERN = "suicidal.farewell"
_SORRY = re.compile(
    r"\b(?:sorry for (?:everything|it all|all (?:of )?(?:it|this|that)|(?:being|letting|what"
    r"|the (?:pain|mess|hurt))\b)"
    r"|sorry i (?:cant|couldnt|cannot|wasnt|let|hurt|ruined|failed|have to do)\b|sorry (?:everyone|everybody"
    r"|mum|mam|dad|kids|girls|boys|my \w+)\b"
    r"|forgive me|its not (?:your|their|anyones|anybodys|her|his) fault|not (?:your|anyones) fault)"
)
_WHOM = r"(?:(?:my|our|the) (?:\w+ )?\w+|mum|mam|dad|nan|everyone|everybody|them|her|him|\w+ and \w+|[a-z]+)"
_TELL = re.compile(
    rf"(?:\A|, |\b(?:and|please|just|everything|bye|so|now|goodbye) )(?:please )?(?:"
    rf"(?:tell|let) {_WHOM}(?: know)?(?: that)? (?:i|ive|im) (?:(?:will |have |do |really |always |just "
    rf"|am )*)(?:l[ou]v\w*|sorry)"
    rf"|(?:look after|take care of|be good to|kiss) {_WHOM}(?: for me)?)"
)
_BYE = re.compile(
    r"(?:\A|, |\b(?:so|them|you|all|me|much|everything|now|sorry|and|her|him|fault) )(?:good ?bye|bye(?: bye)?"
    r"|farewell|so long)"
    r"(?: (?:everyone|everybody|all|world|my \w+|mum|mam|dad|then my \w+|now|forever|for ever|love|x+))*(?= ?(?:,|\Z))"
)
_NO_LAST = re.compile(
    r"\b(?:help|how|want|wants|wanted|would like|id like|need|letter|message|record|write|video|card|speech"
    r"|funeral|for now"
    r"|see you (?:later|tomorrow|next)|speak (?:later|soon|tomorrow)|got to go|gotta go|have to go|off to"
    r"|back (?:later|soon)"
    r"|asked me|he said|she said|they said|if|when)\b"
)
_LONGEST = 40


def says_farewell(text: str, *, as_an_answer: bool) -> bool:
    """Say whether somebody takes leave for good. `as_an_answer`: love and regret may be what was asked for."""
    words = " ".join(re.sub(r"[^\w\s]+|\n+", " , ", plain(text).replace("'", "")).split())
    words = re.sub(r"(?: ?, )+", ", ", words)
    if words.count(" ") > _LONGEST or _NO_LAST.search(words):
        return False
    sorry, tell, bye = (said.search(words) is not None for said in (_SORRY, _TELL, _BYE))
    return (bye and (sorry or tell)) or (sorry and tell and not as_an_answer)
