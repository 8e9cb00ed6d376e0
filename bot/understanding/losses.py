"""Whether words speak of a death or a loss, of one's own end, or put right that nobody has died.

The engine (Python 3.10) reads it too.
"""

import re

from bot.model.kin import CALLED, KIN
from bot.understanding.commands import plain

_SAID = {
    "died": r"\b(?:died|dead|death|dying|die|killed|suicide|stillborn|miscarried|miscarriage)\b",
    "passed": r"\b(?:passed(?! (?:the|my|a|an|it|out|by|through|over to|him|her|me|us|them|his|your)\b)|passing)\b",
    "lost": r"\b(?:lost|losing) (?:him|her|them|my|our|a|the|both)\b"
    r"(?! (?:way|keys?|job|appetite|temper|mind|hair|phone)\b)",
    "gone": r"\b(?:is|has|hes|shes|theyre|are|have) (?:now |just |really )?gone\b"
    r"(?! (?:to|home|into|in|out|back|off|on|through|down|up|quiet|well)\b)",
}
_SHAPES = {word: re.compile(shape) for word, shape in _SAID.items()}
_OF_A_LOSS = re.compile(
    r"\b(die[ds]?|dead|deaths?|dying|kill\w*|suicid\w*|stillb\w*|born (still|asleep|sleeping)|miscar\w*|pass(ed|ing)"
    r"|lost|lose|losing|loss(es)?|gone|grie[vf]\w*|greif|bere?a?v\w*|widow\w*|orphan\w*|mourn\w*|funerals?|buri(ed|al)"
    r"|bury\w*|cremat\w*|ashes|coffins?|graves?|cemetery|coroners?|inquests?|probate|heaven|murder\w*|drown\w*|hang(ed)?"
    r"|hung|topped|(took|taken|ended?|ending) (his|her|their) (own )?li(fe|ves)|late (mum|dad|wife|husband|partner)"
    r"|miss(es|ing|ed)? (him|her|them|my \w+)|without (him|her|them)|(isnt|arent|not|no longer) (here|with us))\b"
)
_OWN_END = re.compile(
    r"\b(when|once|after|before|till|til|until|if|in case|as soon as|by the time) (im|ive|i am|i have|i)"
    r" (just |finally |eventually |do |have )?(dead|die|died|gone|go|pass(ed)?( away| on)?|not here|no longer here)\b"
    r"|\bmy (own )?(death|dying|funeral)\b"
)
_AHEAD = re.compile(r"\b(if|in case) (he|she|they|it|my \w+|mum|mam|dad)\b")
_NOBODY = re.compile(
    r"\b((nobody|no one|noone)s?( has| have| is| hasnt)?( actually| even)? (died|dead|passed away)"
    r"|(not|isnt|arent|aint|never|hasnt|havent|didnt)( actually| even)? (dead|died?|passed away)( yet)?"
    r"|(not|isnt|arent|aint|hasnt|havent) (actually |even |properly )?gone( yet)?"
    r"|(?<!\bi )(nearly|almost|very nearly) (died|passed( away)?|slipped away|lost (him|her|them|my \w+)"
    r"|went(?! (to|on|in|into|out|home|back|off|for|with|and|over|mad|through|down|up)\b))"
    r"|(is|are|hes|shes|theyre)( still| very much| perfectly)* (alive|with us)"
    r"|(?<!was )(?<!were )still alive)\b"
)
_NOT_SURE = re.compile(
    r"\b(if|whether|unsure|sure|certain|know|tell|think|maybe|might|wish\w*|hop(e|ing)|feels?|looks?|seems?|when|while"
    r"|until|till|breath\w*|wak(e|es|ing)|pulse|cold|blue|stiff|moving|respond\w*|unconscious|collapsed)\b"
)
LONGEST_DENIAL = 20
_OWN = re.compile(
    rf"\b(?:my|our)(?: (?!\w+s\b)\w+){{0,2}}? (?:{KIN}|baby|babies|child|children|twins?|girl|boy|fianc\w+"
    r"|missus|hubby|other half)\b"
    r"(?!s (?:husband|wife|partner|mum|mam|dad|mother|father|son|daughter|brother|sister|child|baby|friend)\b)"
    rf"|\b(?:{CALLED})s? (?:has |have |just )*(?:died|passed|is dead|is gone|gone)\b"
    r"|\b(?:i|we|ive|weve) (?:have |had |just |recently )*(?:an? |the )?"
    r"(?:miscarr\w+|ectopic|stillb\w+|lost|buried|termination)\b"
    r"|\b(?:im|i am|ive been|i was) (?:\w+ )?(?:a )?(?:bereaved|grieving|widow\w*|mourning)\b"
)
_OF_OTHERS = re.compile(
    r"\b(?:(?:help|support|comfort|say to|do for|be there for) (?:him|her|them|someone|somebody|an?|my|our|the)"
    r"|volunteer\w*|befriend\w*|on behalf|if|when|in case|plan\w*|for myself|my own)\b"
)


def death_in(text: str) -> str | None:
    """Return the word for a death that these words use (a value of `Word`), died before any other, or None."""
    words = plain(text)
    return next((word for word, shape in _SHAPES.items() if shape.search(words)), None)


def speaks_of_a_loss(text: str) -> bool:
    """Say whether a word of death or loss is here. One's own end, "till I'm dead", and a death denied are none."""
    return bool(_OF_A_LOSS.search(_NOBODY.sub(" ", _OWN_END.sub(" ", plain(text)))))


def is_own_loss(text: str) -> bool:
    """Say whether the words tell of the speaker's own loss, and want nothing for anybody else."""
    words = plain(text)
    return _OWN.search(words) is not None and not _OF_OTHERS.search(words)


def looks_ahead(text: str) -> bool:
    """Say whether the words are of what somebody may yet do, or of the speaker's own end."""
    words = plain(text)
    return bool(_AHEAD.search(words) or _OWN_END.search(words))


def nobody_has_died(text: str) -> bool:
    """Say whether words put right that somebody was taken to have died: "she's not dead", "my mum is alive"."""
    words = plain(text)
    rest = _NOBODY.sub(" ", words)
    if rest == words or len(words.split()) > LONGEST_DENIAL or text.rstrip().endswith("?"):
        return False
    return not _NOT_SURE.search(words) and death_in(rest) is None
