"""Hearing that two people see it differently, said first, in a whole short sentence: "my brother disagrees".

What the other thinks may follow: "we see this differently. tony says mum wants hospital".
"""

import re

from bot.model.kin import KIN
from bot.understanding.commands import plain

_THEY = rf"(?:he|she|they|(?:my|our|her|his|the) (?:\w+ )?(?:(?:{KIN}|carer)s?|children|family))"
_MINE = r"(?:mine|my (?:view|one|words|side|version)|what i (?:think|said|see))"
_THEIRS = (
    rf"(?:his|hers|theirs|(?:(?:his|her|my|our|the) )?(?:{KIN})s?|what (?:he|she|they) (?:thinks?|said|sees?))"
    r"(?: (?:view|one|words|side|version))?"
)
_THAN = (
    rf"(?: (?:to|from|than)(?: how)? (?:(?:me|us|him|her|them|mine|his|hers|ours|theirs|the rest of us"
    rf"|what i (?:wrote|said|put)"
    rf"|i do|we do|i|we)|(?:(?:my|our|his|her) )?{KIN}))?"
)
_NAMED = (
    r"(?!every\w*|people|some\w*|any\w*|no\w*|who|it|that|this|what|which|i|you|always|never|all|god|life|doctors?"
    r"|nurses?"
    r")[a-z]+"
)
_SOMEBODY = rf"(?:{_THEY}|{_NAMED}(?: and {_NAMED})?|we|{_NAMED} and (?:i|me))"
_OTHERWISE = re.compile(
    rf"(?:but |well |no |actually |oh |and |so |the thing is )*(?:"
    rf"{_SOMEBODY} (?:both |all |do |does )*(?:sees?|thinks?|feels?)(?: (?:it|this|that|things|about (?:it|this"
    rf"|that)))?"
    rf"(?: all| very| quite| so)? (?:different|differently){_THAN}"
    rf"|{_SOMEBODY} (?:dont|doesnt|do not|does not) (?:all )?see (?:it|this|that|things) (?:the same|the same way"
    rf"|like that"
    r"|that way|my way|like (?:i|we) do|as (?:i|we) do|like me)(?: as (?:me|i do|us))?"
    rf"|{_SOMEBODY} (?:dont|doesnt|do not|does not) see eye to eye(?: (?:on|about|over|with) (?:it|this|that|me|us))*"
    rf"|{_SOMEBODY} (?:has|have|hold|holds|ve got|has got|have got)(?: got)? (?:a |an )?(?:very |quite |totally "
    rf"|completely )?"
    rf"(?:different|another|other|opposite) (?:views?|ideas?|opinions?|take)(?: (?:about|on|of) (?:it|this"
    rf"|that))?{_THAN}"
    rf"|{_SOMEBODY} (?:disagrees?|(?:doesnt|dont) agree)(?: (?:with (?:me|us|it|this|that)|about (?:it|this|that)))*"
    rf"|{_SOMEBODY} (?:thinks?|wants?|says?|believes?) (?:something (?:else|different)|the opposite|otherwise))"
)
_THINK = (
    r"(?:thinks?|thought|reckons?|says?|said|wants?|believes?|feels?|insists?|swears?|keeps? saying|hopes?"
    r"|(?:is|are|s|re) (?:\w+ )?(?:sure|adamant|convinced|set|dead set|keen))"
)
_NOT_SO = (
    r"(?:dont|doesnt|do not|does not|disagrees?|(?:dont|doesnt|do not|does not) (?:agree|think so|want (?:that|it|this"
    r"|her to|him to|them to|me to)|see it (?:that|like that|this)(?: way)?)|wouldnt|think (?:not|otherwise"
    r"|the opposite|(?:hes|shes|theyre) wrong)|(?:m|am|s|is|are|re) (?:not (?:so )?sure|against(?: it| that)?))"
)
_END = r"(?: (?:at all|though|myself|personally|really|agree|with (?:it|that|this|him|her|them)|any ?more|either|so))*"
_I = r"(?:i|im|we|me)"
LONGEST = 45
_CLAUSES = re.compile(r"[.;:!,\n]+|\s[-\u2013\u2014]\s")
_DIFFERENTLY = re.compile(
    rf"(?:but |well |no |actually |oh )*(?:(?:we|{_THEY})(?: (?:all|both|do|does))* sees? (?:it|this|that|things)"
    r"(?: all| very| quite| so)? differently"
    rf"|{_THEY} (?:disagrees?|(?:doesnt|dont|does not|do not) agree)(?: with (?:it|this|that|me|us))?"
    r"|we (?:disagree|dont agree|do not agree|dont all agree)(?: (?:about|on|with) (?:it|this|that))?"
    rf"|(?:thats|that is|its|it is|this is) not (?:how|what|the way) {_THEY} (?:sees?|wants?|thinks?|says?|said)"
    r"(?: (?:it|this|that))?)"
)
_BOTH = re.compile(
    rf"(?=.*\b(?:both|keep|kept)\b)(?:(?:but|well|no|actually|oh|please|can (?:you|we)|could (?:you|we)|i|we|want|need"
    rf"|would like|id like|keep|leave|have|put) )*(?:(?:both|the two|all)(?: of (?:them|it))?(?: (?:kept|in|put|put in"
    rf"|down|written|there|to stay|views?))* )?{_MINE} and {_THEIRS}(?: (?:kept|in|put in|down|both|too|as well"
    r"|to stay|there))*"
)


_ONE_OR_OTHER = re.compile(
    rf"(?:but |well |no |actually |oh |and |so |the thing is )*(?:"
    rf"{_SOMEBODY} (?:just |really |still |all |both )*{_THINK} (?!i\b)\w.*? (?:but |and |while |whereas )?"
    rf"{_I} (?:just |really |honestly |personally )*{_NOT_SO}{_END}"
    rf"|(?:i|we) (?:just |really |still )*(?:think|reckon|say|want|believe|feel) \w.*? (?:but |and |while |whereas )?"
    rf"{_SOMEBODY} (?:just |really |honestly )*{_NOT_SO}{_END})"
)
"""What one thinks and the other does not, in one breath: "Tony reckons she should have chemo, I don't"."""


def sees_differently(text: str) -> bool:
    """Say whether these words tell first of all that somebody sees it differently. A question does not."""
    if "?" in text or len(text.split()) > LONGEST:
        return False
    return _is_that(plain(text)) or _is_that(_first(text)) or _ONE_OR_OTHER.fullmatch(plain(text)) is not None


def only_sees_differently(text: str) -> bool:
    """Say whether nothing follows that tells how the other sees it."""
    return _is_that(plain(text))


def _first(text: str) -> str:
    return next((plain(clause) for clause in _CLAUSES.split(text) if plain(clause)), "")


def _is_that(words: str) -> bool:
    return any(shape.fullmatch(words) for shape in (_DIFFERENTLY, _BOTH, _OTHERWISE))
