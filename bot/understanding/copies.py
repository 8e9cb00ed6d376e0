"""Which kind of copy somebody asks for: "large print please", "the card for the ambulance", "everything you hold".

What they tell of their life is no errand: "I can only read large print" answers a question.
"""

import re
from collections.abc import Mapping

from bot.understanding.commands import plain

_OF_ME = r"(?: (?:on|about|of|for) (?:me|us))?"
_HOLD = (
    r"(?: that| which)? (?:you|youve|this|it|the (?:bot|system|computer|chat))"
    r"(?: (?:ve|have|has|got|hold|holds|keep|keeps|kept|know|knows|store|stores|stored))+"
)
_YOU_HOLD = (
    r"(?:(?:everything|all|all of it|all the (?:info|information|stuff|things)|anything|whatever|(?:all )?the data)"
    rf"{_HOLD}{_OF_ME}|what{_HOLD} (?:on|about) me)"
)
_LARGE = r"(?:very )?(?:large|larger|big|bigger|huge)(?: |)(?:print|letters?|type|writing|font|text)"
_CREW = r"(?:ambulance|paramedics?|crew|emergency|fridge|999)"
_NAMED = {
    "everything": rf"\bzip(?: file)?\b|\b{_YOU_HOLD}\b"
    r"|\b(?:everything|all|all the data) (?:held )?(?:on|about) me\b"
    r"|\b(?:all )?my (?:own )?data\b|\bsubject access\b|\beverything (?:that is |thats )?held\b",
    "large-print": rf"\b{_LARGE}\b",
    "card": rf"\b{_CREW}\b.*\bcard\b|\bcard\b.*\b{_CREW}\b|\b(?:ambulance|paramedics?)\b",
    "record": r"\b(?:record|records|gp|surgery|hospital|computer) systems?\b|\bfhir\b|\brecord file\b"
    r"|\bfile (?:for|that) (?:the |my |a )*(?:gp|doctors?|surgery|hospital|hospice|computer|records?)\b",
    "text": r"\bplain text\b|\btext (?:file|copy|version)\b|\b(?:as|in) text\b|\btxt\b",
    "pdf": r"\bone page\b|\bpdf\b|\bsingle page\b|\bon paper\b|\bpaper (?:copy|one)\b",
}
"""What names each kind, where a copy is spoken of; the first that fits counts."""
_CHOSEN = {
    "everything": r"\b(?:everything|all of it|the lot|the whole lot|all you have)\b",
    "large-print": r"\b(?:large|larger|big|bigger)\b",
    "card": r"\bcard\b",
    "record": r"\b(?:records?|computer|gp|doctors?|surgery)\b",
    "text": r"\b(?:text|plain)\b",
    "pdf": r"\b(?:page|print|printed|paper|normal|ordinary|usual|standard|small|short)\b",
}
"""Further words that are enough where the kind is asked for."""
_AGAINST = re.compile(r"\b(?:not|no|dont|never|without|instead of|rather than|hate|cant|cannot)\b")
_MORE = re.compile(
    r"(?:(?:the |any |show me |what |whats |are there |see )*(?:more|other|others|rest|else)(?: kinds?"
    r"| ones?| there)*)"
    r"(?: please| are there| is there)*"
)

_LEAD = (
    r"(?:(?:oh|ok|okay|so|and|also|please|hi|hello|thanks|actually|now|sorry|well|just) )*"
    r"(?P<asks>(?:(?:can|could|may|might|will|would|shall) (?:i|we|you)(?: please)? (?:please )?"
    r"(?:have|get|see|send|give|print|download|make|do|save|read|let me have)"
    r"|send|give|get|print|download|make|show)(?: me| us| out| off)*(?: please)? )?"
    r"(?:(?:i|we)(?:d| would| will|ll)? (?:really )?(?:like|want|need|take|have)"
    r"(?: to (?:have|get|see|download|print))? )?"
)
_COPY = (
    r"(?:(?:a|my|the|that|this|it|them|one|your|own|mine|our) )*"
    r"(?:(?:copy|copies|summary|notes?|words|version|page) )?"
)
_OF_IT = r"please|thanks|thank you|then|as well|too|love|for me|of it|of my (?:words|notes|summary)|version|copy|one"
_ENDS = rf"(?: (?:{_OF_IT}))*"
_SYSTEM = r"(?:a |the |my )*(?:records?|gps?|doctors?|surgery|hospital|computer)(?: systems?| computer| records?)?"
_THE = r"(?:(?:a|the|my|that|an) )*"
_TO_GIVE = r"(?:for|to give|to show)(?: (?:a|an|the|my|to))*"
_ASKED = {
    "everything": rf"(?:{_COPY}(?:of )?(?:{_YOU_HOLD}|everything (?:on|about) me|all my data|my data)"
    r"|(?:a |the |my )?zip(?: file)?(?: (?:of|with) (?:everything|it all|all of it))?|a subject access request)",
    "large-print": rf"{_COPY}(?:in |as )?(?:a )?{_LARGE}",
    "card": rf"{_THE}(?:{_CREW} )?(?:crew )?card (?:{_TO_GIVE} {_CREW}(?: crew| people| men)?|on the fridge)",
    "record": rf"{_COPY}(?:(?:a|the) )?(?:fhir file|(?:record )?file for {_SYSTEM})",
    "text": rf"{_COPY}(?:as |in )?(?:a )?(?:plain text|text file|txt file)",
    "pdf": rf"{_COPY}(?:as |on |in )?(?:a )?(?:pdf|one page(?: to print| copy)?)",
}
_AMBULANCE_CARD = rf"{_THE}{_CREW} (?:crew )?card"
_WHOLE = [re.compile(rf"{_LEAD}(?:{shape}){_ENDS}") for shape in (*_ASKED.values(), _AMBULANCE_CARD)]
_TO_THE_CHAT = re.compile(rf"\b(?:copy|summary|notes|zip|pdf|file|data|card)\b|\b{_YOU_HOLD}|\bon me\b|\babout me\b")

_ALL_OF_ME = re.compile(rf"(?:everything|all){_HOLD} (?:on|about) me\b")
"""What only the chat can be asked for."""


_TO_HAND_OVER = re.compile(
    r"(?:(?:can|could|may|how (?:do|can|would|could)|where (?:do|can)|is there a way) (?:i|we|to)"
    r"|have you got|do you have"
    r"|is there|i (?:want|need)|id like)\b(?: (?:have|get|print|make|take|find|to|out|off))*"
    r" (?:a |an |some |the |this |these |it |them )?(?:printed |little |paper )?(?:card|leaflet|sheet|list"
    r"|print ?out|something|paper"
    r"|anything)?(?: off| out)?(?: (?:to|i can|that i can|which i can|for me to))+ (?:give|hand|pass|leave|take)\b.*"
)


def asks_to_hand_over(text: str) -> bool:
    """Say whether something on paper is asked for, to be given to somebody: "can I have a card to give her"."""
    return _TO_HAND_OVER.fullmatch(plain(text)) is not None


def asks_for_copy(text: str, state: str) -> bool:
    """Say whether a whole message asks for one kind of copy.

    While an open question waits, it has to be put to the chat ("can I have", "send me") and to name the copy: "large
    print" alone, or "I need it in large print", is an answer to how to communicate.
    """
    words = plain(text)
    found = next((found for shape in _WHOLE if (found := shape.fullmatch(words))), None)
    if found is None:
        return False
    return state != "answering" or bool(_ALL_OF_ME.search(words) or (found["asks"] and _TO_THE_CHAT.search(words)))


def form_named(text: str) -> str | None:
    """Return the kind of copy that words about a copy name, as `bot.model.own_copy` calls it, or None."""
    return _first(_NAMED, plain(text))


def form_chosen(text: str) -> str | None:
    """Return the kind that an answer to "which kind?" names, or None; none where it is put against one."""
    words = plain(text)
    if _AGAINST.search(words):
        return None
    return _first(_NAMED, words) or _first(_CHOSEN, words)


def wants_more_kinds(text: str) -> bool:
    """Say whether an answer to "which kind?" asks which others there are."""
    return _MORE.fullmatch(plain(text)) is not None


def _first(shapes: Mapping[str, str], words: str) -> str | None:
    return next((form for form, shape in shapes.items() if re.search(shape, words)), None)
