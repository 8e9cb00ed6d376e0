"""Who somebody speaks of, in the person's own word turned round: "my wife" is "your wife", "our Dave" is "Dave".

Strict: kin are often named in passing, and to be asked about the wrong one hurts more than "them".
"""

import re

from bot.model.kin import CALLED, KIN
from bot.understanding.answers import ILLNESS
from bot.understanding.commands import plain
from bot.understanding.given_names import name_alone

_SOMEBODY = (
    rf"(?:{KIN}|other half|missus|hubby|fiancee|spouse|child|baby|little girl|little boy|grandson|granddaughter"
    r"|grandchild|stepmother|stepfather|godmother|godfather|twin)(?: in law)?"
)
_TOLD_OF = (
    r"(?:(?:dear|lovely|poor|old|elderly|late|best|oldest|older|younger|eldest|youngest|little|big|own|nextdoor) )*"
)
_NOT_ANOTHERS = rf"(?!s? (?:{_TOLD_OF}{_SOMEBODY})\b)(?! (?:and|or) (?:my |our )?{_SOMEBODY}\b)"
_MINE = rf"(?:(?:my|our|me) {_TOLD_OF}(?P<kin>{_SOMEBODY})|(?P<called>{CALLED})){_NOT_ANOTHERS}"
_LEAD = r"(?:(?:hi|hello|yes|well|oh|um|er|no|sorry|ok|so|actually|please) )*"
_ILL = rf"(?:{ILLNESS}|ill|dying|poorly|unwell|sick|terminal|diagnosed|palliative|weeks|months|days|fading|slipping)"
_HERSELF = (
    rf"^{_LEAD}(?:(?:its|it is|this is|thats|that is|all|just|im writing|i am writing) )+(?:for|about) {_MINE}$",
    rf"\b(?:i|we)(?: am|m| are)? (?:\w+ )?(?:care for|caring for|look after|looking after|mean|meant) {_MINE}(?! to\b)",
    rf"\b(?:im|were|we are) (?:\w+ )?(?:caring for|looking after) {_MINE}",
    rf"\b(?:she|he|they)(?: is|s|re| are) {_MINE}$",
    (
        rf"^{_LEAD}(?:(?:its|it is|this is|for|about) )*{_MINE}(?:s|(?: \w+){{0,3}} (?:has|is|was|got|with|have|had))"
        rf"(?: \w+){{0,7}} {_ILL}\b"
    ),
    rf"^{_LEAD}{_MINE}s? (?:in (?:a |the )?(?:hospice|hospital|care home|nursing home))\b",
)
_WISHES = re.compile(
    rf"^{_LEAD}{_MINE} (?:just |really |always |still |absolutely |has always |only )*"
    r"(?:likes?|loves?|loved|wants?|wishes|would|hates?|enjoys?|needs?|misses)\b"
)
_OF_WHO_IT_IS = (0, 3)
_SHAPES = tuple(re.compile(shape) for shape in _HERSELF)
_ANYBODY = re.compile(rf"\b{_SOMEBODY}s?\b")

_NAME = r"(?P<name>[^\W\d_][\w'’-]+(?: (?!And\b)[A-Z][\w'’-]+)*(?: and [A-Z][\w'’-]+)?)"
_NAMED = re.compile(
    r"(?P<frame>\b(?i:(?:his|her|their|its|the babys?|baby's|babies|our (?:son|daughter|baby|boy|girl)(?:'s|’s|s)?)"
    r" (?:names?(?:'s|’s| is| was| are| were)|names)"
    r"|(?:he|she|they|who)(?:'s| is|’s| was|'re| are| were) (?:called|named)"
    r"|(?:we|i|they)(?:'d|’d|'ve|’ve| had| have)? (?:called|named) (?:him|her|them|it|(?:the|our"
    r"|my) (?:baby|son|daughter"
    r"|boy|girl|twins?))"
    r"|(?:baby|son|daughter|boy|girl|twins?),? (?:who (?:we|i) )?(?:called|named)"
    rf"))[ ,:]+[\"“‘']?{_NAME}"
)
_OURS = re.compile(r"\b[Oo]ur (?P<name>[A-Z][\w'’-]+)\b(?= ?(?:$|[.,!]|has\b|is\b|['’]s\b|got\b))")
_NO_NAME = frozenset(
    {
        "a", "an", "the", "my", "our", "his", "her", "their", "in", "on", "at", "to", "for", "of", "by", "and",
        "but", "not", "no", "never", "after", "before", "back", "out", "up", "over", "off", "mad", "everything",
        "anything", "something", "nothing", "nobody", "names", "mum", "mam", "dad", "nan", "gran", "him", "them",
        "it", "me", "us", "you", "yesterday", "today", "tonight", "tomorrow", "early", "late", "soon", "again",
        "so", "too", "very", "just", "still", "already", "when", "because", "then", "there", "here", "this", "that",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
        "march", "april", "june", "july", "august", "september", "october", "november", "december", "doctor",
        "nurse", "mud", "private", "secret", "down", "round", "from", "with", "unknown", "being", "going",
    }
)  # fmt: skip
_CAPITALS_MAY_BE = frozenset({"april", "june", "august", "may"})

_MAY_STAND_BESIDE = frozenset({"and", "so", "well", "oh", "yes", "our", "baby", "the", "please", "by", "way"})


def whom(text: str, *, asked: bool = False, wishes: bool = False) -> str:
    """Return who these words are about, as the assistant may say it, or "".

    `asked`: they answer who it is for. `wishes`: they answer what matters to that person.
    """
    if name := name_in_family(text):
        return name
    words = plain(text)
    shapes = (*_SHAPES, _WISHES) if wishes else _SHAPES
    found = next((found for shape in shapes if (found := shape.search(words))), None)
    if found:
        return f"your {found['kin'] or found['called']}"
    mine = re.search(rf"\b{_MINE}", words) if asked and len(_ANYBODY.findall(words)) == 1 else None
    return f"your {mine['kin'] or mine['called']}" if mine else ""


def name_in_family(text: str) -> str:
    """Return a name that is told, or "" where none is."""
    return name_told(text) or next((found["name"] for found in (_OURS.search(text),) if found and _is_name(found)), "")


def name_told(text: str) -> str:
    """Return the name that these words give somebody: "her name was Ada", "we called him Noah"; else ""."""
    found = _NAMED.search(text)
    if not found or not _is_name(found):
        return ""
    name = found["name"]
    if name != name.lower():
        return name
    ends = re.match(r"[\"”’'\s]*(?:$|[.,!;:)-])", text[found.end() :])
    return name.capitalize() if ends else ""


def only_a_name(text: str) -> bool:
    """Say whether these words tell a name, and nothing else."""
    found = _NAMED.search(text)
    if not found or not name_told(text):
        return False
    rest = plain(text[: found.start()]).split() + plain(text[found.end() :]).split()
    return _MAY_STAND_BESIDE.issuperset(rest)


def only_says_whom(text: str) -> bool:
    """Say whether the words tell who it is about and nothing else: "she's my mum", "her name is Jean"."""
    words = plain(text)
    return only_a_name(text) or any(_SHAPES[at].fullmatch(words) for at in _OF_WHO_IT_IS)


_ABOUT = rf"(?:(?:my|our|me) {_TOLD_OF})?(?P<kin>{_SOMEBODY})|(?P<called>{CALLED})"
_ALONE = re.compile(
    rf"(?:(?:its|it is|about|for|well|um|er|oh|just|hi|that is|thats) )*(?:{_ABOUT})(?: (?P<name>\w+))?"
)
_FRAME = frozenset(
    {
        "no", "oh", "i", "told", "you", "said", "already", "not", "them", "they", "their", "theyre", "whats", "what",
        "is", "this", "these", "all", "why", "do", "keep", "saying", "say", "stop", "calling", "him", "her", "he",
        "she", "hes", "shes", "its", "it", "wrong", "right", "please", "just", "who", "word", "isnt", "im", "about",
        "mean", "meant", "talking", "with", "and", "but", "ok", "sorry", "are", "theres", "only", "one", "of", "thats",
        "that", "call", "dont", "use", "name", "names", "the", "his", "called",
    }
)  # fmt: skip
_POINTS = frozenset({"them", "they", "their", "theyre"})
_IS_THEIRS = frozenset({"hes", "shes", "its", "he", "she", "it", "thats"})
LONGEST_PUT_RIGHT = 14


def put_right(text: str) -> tuple[str, bool]:
    """Return whom the words say that it is about, where they tell no more: "it's my husband, not them"; else "".

    And whether they speak of the word that was used, so that they answer no question at all.
    """
    words = plain(text)
    if len(words.split()) > LONGEST_PUT_RIGHT:
        return "", False
    if name := name_told(text):
        rest = [word for word in words.split() if word not in plain(name).split()]
        points = bool(_POINTS.intersection(rest)) or "wrong" in rest
        return (name, True) if points and _FRAME.issuperset(rest) else ("", False)
    found = re.search(rf"\b(?:{_MINE})\b", words)
    if found is None:
        return "", False
    after = words[found.end() :].split()
    typed = _name_typed(text, after[0]) if after else ""
    rest = words[: found.start()].split() + (after[1:] if typed else after)
    again = re.search(r"\bi (?:\w+ )?(?:told you|said)\b", words) is not None
    points = again or bool(_POINTS.intersection(rest))
    if not (_FRAME.issuperset(rest) and (again or _IS_THEIRS.intersection(rest))) or ("told" in rest and not again):
        return "", False
    return typed or f"your {found['kin'] or found['called']}", points


def alone(text: str) -> str:
    """Return whom words name that are no more than that: "my mum", "my husband Ron"; else ""."""
    found = _ALONE.fullmatch(plain(text))
    if found is None:
        return ""
    typed = _name_typed(text, found["name"]) if found["name"] else ""
    if found["name"] and not typed:
        return ""
    return typed or f"your {found['kin'] or found['called']}"


def _name_typed(text: str, word: str) -> str:
    """Return a word as it was typed, where that is a name: with a capital, or one that many bear."""
    typed = re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    capital = bool(typed and typed[0][:1].isupper())
    common = word in _NO_NAME or word in _FRAME or re.fullmatch(_SOMEBODY, word)
    return "" if common or not (capital or name_alone(word)) else word.capitalize()


def _is_name(found: re.Match[str]) -> bool:
    first = found["name"].split()[0]
    common = first.casefold() in _NO_NAME and not (first != first.lower() and first.casefold() in _CAPITALS_MAY_BE)
    return not common and re.fullmatch(_SOMEBODY, first.casefold()) is None
