"""What names the lines that are to go by what they are about: "take everything about Ken out", "both lines about it".

Every line that names it may be meant, so each is shown and asked about; it is never a wish to have all data deleted.
"""

import re

from bot.understanding.commands import plain

_ASKED = (
    r"(?:(?:please|can you|could you|would you|will you|can we|can i|could i|id like to|i would like to|i want to"
    r"|i want you to|id like you to|i need to|i need you to|actually|no|oh|ok|okay|sorry|and|also|just|yes|yeah|but"
    r"|wait|then|now|so|hang on|lets|we need to|you can|you need to|do) )*"
)
_OUT = r"(?:out|off|away)"
_GO = (
    r"(?:(?:take|cross|leave|cut|strike|rub|strip|pull|edit|wipe|clear|keep|get) (?:out|off|away)|remove|delete|erase"
    r"|wipe|get rid of|lose|drop|scrap|bin|forget|scrub|ditch|chuck|dont (?:keep|have|show|put in))"
)
_GO_OUT = r"(?:take|cross|leave|cut|strike|rub|strip|pull|edit|clear|keep|get|have|want)"
"""These say that something goes only with "out" behind it."""
_THINGS = (
    r"(?:stuff|bits?|lines?|parts?|things?|words?|notes?|sentences?|mentions?|references?|information|info|details"
    r"|writing|answers?|points?|traces?)"
)
_SAID = (
    r"(?: (?:that )?(?:i|ive|i have|you|youve|you have|youve got|we|weve|he|hes|she|shes|they|theyve)"
    r"(?: (?:just|ever|already|have|had|got|did))*(?: (?:said|say|wrote|write|written|put|told you|typed|got|have|hold"
    r"|know|kept|saved|mentioned))*(?: (?:down|in|here|there))*)?"
)
_ALL = (
    rf"(?:(?:everything|anything|whatever)(?: else)?|every(?: single)? {_THINGS}|any(?: {_THINGS})"
    rf"|(?:all|both)(?: of)?(?: (?:the|my|that|those|these|this|any))?(?: \w+)?(?: {_THINGS})?"
    rf"|(?:the |any )?(?:mentions?|references?|traces?)|(?:the|those|these|my) (?:two |three |other )?"
    r"(?:bits|lines|parts|things|notes|sentences|mentions|references))"
)
_NAMES = (
    r"(?:about|concerning|regarding|of|to(?! do\b)|to do with|related to|relating to|with|naming"
    r"|(?:that |which |what )?(?:mention|name|talk about|speak of|are about|say|is about|refer to)(?:s|ing)?"
    r"|(?:that|which) (?:have|has)"
    r"|(?:where|in which) (?:i|it|we|they) (?:mention|name|talk about|say)s?|mentioning|saying|on (?!here\b|there\b))"
)
_FROM = (
    r"(?: (?:out |off |in |from |of |on )+(?:it|this|that|there|here|(?:my|the|this|that) (?:summary|notes|list|record"
    r"|draft|words|page|lines)))"
)
_AFTER = (
    rf"(?:{_FROM}| {_OUT}| please| thanks| thank you| then| now| love| sorry| too| as well| altogether| completely)*"
)
_TOLD = rf"{_ALL}{_SAID} {_NAMES} (?P<about>\S.*?)"
_SHAPES = (
    re.compile(rf"{_ASKED}{_GO} {_TOLD}{_AFTER}"),
    re.compile(rf"{_ASKED}{_GO_OUT} {_TOLD} (?:(?:taken|crossed|left|cut|kept) )?{_OUT}{_AFTER}"),
    re.compile(
        rf"{_ASKED}(?:(?:i want|id like|i would like|make|have|get) )?{_TOLD}"
        r" (?:(?:to|needs? to|has to|should|must|can) )?(?:(?:be|come|get) )?"
        rf"(?:gone|go|deleted|removed|erased|scrapped|(?:taken|left|cut|crossed|kept) {_OUT}){_AFTER}"
    ),
)
_EVERYTHING = re.compile(
    r"\b(?:me|myself|us|you|everything|everyone|everybody|anything)\b"
    r"|^(?:it|this|that|them|these|those|all|mine|ours)$"
    r"|^(?:(?:my|this|our|the|any|all) )*(?:account|data|records?|chat|summary|conversation|details|information|profile"
    r"|history|draft|notes|messages|words|self|usage|visits?|file|phone|app|computer|device|whole \w+)$"
)
"""What is about these is all that is held."""
LONGEST = 24
MOST_NAMED = 8


def all_about(text: str) -> str:
    """Return what the lines name that are to go, all of them: "Ken" of "delete everything about Ken"; else ""."""
    words = plain(text)
    if len(words.split()) > LONGEST:
        return ""
    found = next((found for shape in _SHAPES if (found := shape.fullmatch(words))), None)
    about = found["about"] if found else ""
    if not about or len(about.split()) > MOST_NAMED or _EVERYTHING.search(about):
        return ""
    return about


_OF_DELETING = frozenset(
    {"delete", "deleted", "deleting", "remove", "removed", "erase", "erased", "wipe", "take", "taken", "out", "off",
     "away", "get", "rid", "gone", "scrap", "drop", "lose", "cut", "cross", "forget", "leave", "everything", "anything",
     "all", "any", "every", "both", "whole", "mention", "mentions", "about", "please", "can", "could", "you", "now",
     "go", "goes", "up", "summary", "note", "notes", "word", "words", "need", "needs", "make", "keep", "name"}
)  # fmt: skip
_OF_ALL_DATA = re.compile(
    r"\b(?:data|accounts?|records?|info\w*|profile|history|chats?|conversations?|files?|system|computer|server|gdpr"
    r"|forgotten|myself|about me|delete me|forget me|for ?ever|permanent\w*)\b"
)


def left_of_deleting(text: str) -> str:
    """Return what words that may ask to delete everything name beside that: "Ken" of "all the Ken stuff gone"."""
    words = plain(text)
    if _OF_ALL_DATA.search(words) or len(words.split()) > LONGEST:
        return ""
    return " ".join(word for word in words.split() if word not in _OF_DELETING)
