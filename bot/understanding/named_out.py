"""Who or what is not to stand in what is written: "I don't want Ken in it", "Ken out". A line has to name it."""

import re

from bot.understanding.commands import plain

_LEAD = (
    r"(?:(?:no|oh|ok|okay|please|and|but|also|actually|so|wait|sorry|yes|well|can you|could you|i said|just|hang on"
    r"|look|then|i think|honestly) )*"
)
_IT = (
    r"(?:it|this|that|there|here|them|(?:my|the|this|that|these|those) (?:summary|notes?|list|record|draft|words|page"
    r"|lines?))"
)
_ABOUT = (
    r"(?!(?:to|it|that|this|them|me|you|us|any|anything|anyone|anybody|nothing|everything|all|i|we|both)\b)"
    r"(?P<about>\w+(?: \w+){0,4}?)"
)
_WHERE = rf"(?:anywhere )?(?:in|on|near) {_IT}|mentioned(?: (?:in|on) {_IT})?|named(?: in {_IT})?|written down"
_AFTER = (
    r"(?: (?:at all|any ?more|please|thanks|thank you|ever|now|then|anywhere|altogether|completely|either|after all"
    r"|love|sorry))*"
)
_NOT = r"(?:dont|do not|didnt|never|no longer)"
_WANT = r"(?:want(?:ed)?|need|like)"
_IS_NOT = (
    r"(?:isnt|is not|wasnt|was not|shouldnt|should not|mustnt|cant|doesnt|does not|has no business)"
    r"(?: (?:to|meant|supposed|going|need|have|belong|really|be|being|put))*"
)
_OF_THE_LINES = tuple(
    re.compile(_LEAD + shape + _AFTER)
    for shape in (
        rf"(?:i |we )?(?:really |just )?{_NOT} (?:really )?{_WANT} (?:to (?:see|have) )?{_ABOUT} (?:{_WHERE})",
        rf"(?:i |id |i would |we )?(?:rather|prefer it if) {_ABOUT} (?:wasnt|was not|werent|is not|isnt) (?:{_WHERE})",
        rf"{_ABOUT} {_IS_NOT} (?:{_WHERE})",
        rf"(?:no mention of {_ABOUT}|(?:no|not) {_ABOUT.replace('?P<about>', '?P<none>')} (?:in|on) {_IT})",
        rf"(?:leave|keep|take|get|cut|cross|want|have|i want|edit|write) {_ABOUT} (?:right |well )?out of {_IT}",
        rf"{_ABOUT} (?:needs to|has to|must|should|can|to) (?:go|come out|come off|be out|get out) (?:of )?{_IT}",
    )
)
_BARE = re.compile(
    rf"{_LEAD}(?:(?:get|want|i want|id like|have|i need) )?"
    r"(?!(?:to|it|that|this|them|me|you|us|i|im|we|were|he|hes|she|shes|they|go|going|get|getting|come|coming|find|night"
    r"|day|days|nights|time|worn|wear|wiped|tired|burnt|burned|run|running|ran|way|help|pass|passed|watch|look|work"
    r"|put|take|sort|let|lets|eat|ask|freak|chill|sign|log|check|left|missing|stressed|knocked|a|any|far|right|hang"
    r"|hear|reach|point|fill|print|read|dying|laid|flat|inside|stay|fall|falling|figure|carry|make|set|turn|throw|try"
    r"|speak|stand|sold|all|everything|both|nothing|conk|conked|zoned|spaced|lights?|rule|rat)\b)"
    r"(?:the (?:bits?|lines?|parts?|things?|stuff) (?:about|with|on) )?"
    r"(?P<about>\w+(?: \w+){0,2}) (?:out|off it)(?: (?:please|now|then|thanks|altogether|completely|i said))*"
)
LONGEST = 16


def named_out(text: str) -> str:
    """Return what is not to be in what is written, said so in so many words: "Ken" of "I don't want Ken in it"."""
    words = plain(text)
    if len(words.split()) > LONGEST or text.rstrip().endswith("?"):
        return ""
    found = next((found for shape in _OF_THE_LINES if (found := shape.fullmatch(words))), None)
    return next((about for about in found.groupdict().values() if about), "") if found else ""


def out_of_it(text: str) -> str:
    """Return that, or what stands before a bare "out" where only lines can be meant: "Ken out"; else ""."""
    found = _BARE.fullmatch(plain(text))
    return named_out(text) or (found["about"] if found and not text.rstrip().endswith("?") else "")
